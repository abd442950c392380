import { type Column, DataTable } from '~/parts/data-table';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type Portfolio } from './reports-page';
import { reportWords } from './words';

type Row = Portfolio['clients'][number];

/** The figures of each client: what the charts draw, to be read. */
export function ClientTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords(reportWords);
  const formats = useFormats();
  const columns: Column<Row>[] = [
    { key: 'client', title: t('client'), cell: ({ clientName }) => clientName },
    {
      key: 'contracts',
      title: t('contracts'),
      align: 'end',
      isExtra: true,
      cell: ({ contracts }) => formats.number(contracts['active'] ?? 0),
    },
    {
      key: 'open',
      title: t('openRequests'),
      align: 'end',
      isExtra: true,
      cell: ({ openRequests }) => openRequests.total,
    },
    {
      key: 'attainment',
      title: t('attainment'),
      align: 'end',
      cell: ({ serviceLevel: { attainmentPercent } }) =>
        attainmentPercent === null ? t('none') : t('percent', { value: attainmentPercent }),
    },
    {
      key: 'penalties',
      title: t('penalties'),
      align: 'end',
      cell: ({ penalties }) => formats.money(penalties.fixed),
    },
    {
      key: 'outstanding',
      title: t('outstanding'),
      align: 'end',
      isExtra: true,
      cell: ({ money }) => formats.money(money.outstanding),
    },
    { key: 'overdue', title: t('overdue'), align: 'end', cell: ({ money }) => formats.money(money.overdue) },
  ];
  return (
    <DataTable caption={t('byClient')} columns={columns} rows={rows} rowKey={({ clientId }) => clientId} />
  );
}
