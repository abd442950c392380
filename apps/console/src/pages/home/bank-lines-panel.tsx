import { Link } from '@tanstack/react-router';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { homeWords } from './words';

type Line = components['schemas']['BankLine'];

const SHOWN = 8;

/** What came in at the bank and nobody has decided yet. */
export function BankLinesPanel() {
  const t = useWords(homeWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const lines = api.useQuery('get', '/api/v1/bank/lines', {
    params: { query: { status: 'open', limit: SHOWN } },
  });
  const columns: Column<Line>[] = [
    { key: 'payer', title: t('payer'), cell: ({ payerName, reference }) => payerName ?? reference ?? '–' },
    { key: 'booked', title: t('booked'), cell: ({ bookedOn }) => formats.date(bookedOn), isExtra: true },
    { key: 'amount', title: t('amount'), align: 'end', cell: ({ rest }) => formats.money(rest) },
  ];
  return (
    <Panel
      title={t('openLines')}
      about={t('openLinesHelp')}
      extra={<Link to="/billing">{common('billing')}</Link>}
    >
      <Asked query={lines}>
        {({ items }) => (
          <DataTable
            caption={t('openLines')}
            columns={columns}
            rows={items}
            rowKey={({ line }) => line}
            empty={<Teach title={t('openLinesEmpty')} help={t('openLinesEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}
