import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Clock } from '~/parts/clock-switch';
import { ContractLink } from '~/parts/contract-link';
import { type Column, DataTable } from '~/parts/data-table';
import { Figure, FigureRow } from '~/parts/figure';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Danger, Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { homeWords } from './words';

type Portfolio = components['schemas']['Portfolio'];
type ClientRow = Portfolio['clients'][number];

const WITHIN_DAYS = 60;

/** What is owed, who owes it, and which terms end soon. */
export function MoneyPanel({ clock }: { readonly clock: Clock }) {
  const portfolio = api.useQuery('get', '/api/v1/portfolio', {
    params: { query: { clock, expiringWithinDays: WITHIN_DAYS } },
  });
  return (
    <Asked query={portfolio}>
      {(data) => (
        <>
          <Figures total={data.total} />
          <Overdue clients={data.clients} />
          <Expiring rows={data.expiring} />
        </>
      )}
    </Asked>
  );
}

function Figures({ total: { money, penalties } }: Pick<Portfolio, 'total'>) {
  const t = useWords(homeWords);
  const formats = useFormats();
  return (
    <FigureRow>
      <Figure label={t('outstanding')} value={formats.money(money.outstanding)} />
      <Figure
        label={t('overdue')}
        value={formats.money(money.overdue)}
        help={t('overdueInvoices', { count: money.overdueInvoices })}
        tone={money.overdueInvoices > 0 ? 'danger' : undefined}
      />
      <Figure label={t('received')} value={formats.money(money.received)} />
      <Figure
        label={t('penalties')}
        value={formats.money(penalties.fixed)}
        help={`${t('accruing')}: ${formats.money(penalties.accruing)}`}
      />
    </FigureRow>
  );
}

function Overdue({ clients }: Pick<Portfolio, 'clients'>) {
  const t = useWords(homeWords);
  const formats = useFormats();
  const owing = clients.filter(({ money }) => money.overdueInvoices > 0);
  const columns: Column<ClientRow>[] = [
    { key: 'client', title: t('client'), cell: ({ clientName }) => clientName },
    {
      key: 'overdue',
      title: t('overdue'),
      align: 'end',
      cell: ({ money }) => <Danger>{formats.money(money.overdue)}</Danger>,
    },
    {
      key: 'outstanding',
      title: t('outstanding'),
      align: 'end',
      isExtra: true,
      cell: ({ money }) => formats.money(money.outstanding),
    },
  ];
  return (
    <Panel title={t('overdueClients')}>
      <DataTable
        caption={t('overdueClients')}
        columns={columns}
        rows={owing}
        rowKey={({ clientId }) => clientId}
        empty={<Teach title={t('overdueClientsEmpty')} help={t('overdueClientsEmptyHelp')} />}
      />
    </Panel>
  );
}

function Expiring({ rows }: { readonly rows: Portfolio['expiring'] }) {
  const t = useWords(homeWords);
  const formats = useFormats();
  const columns: Column<Portfolio['expiring'][number]>[] = [
    {
      key: 'contract',
      title: t('contract'),
      cell: ({ contract }) => <ContractLink contract={contract} />,
    },
    {
      key: 'ends',
      title: t('ends'),
      cell: ({ endsAt, renewed }) => (
        <>
          {formats.date(endsAt)} {renewed && <Secondary>{t('renewed')}</Secondary>}
        </>
      ),
    },
  ];
  return (
    <Panel title={t('expiring')}>
      <DataTable
        caption={t('expiring')}
        columns={columns}
        rows={rows}
        rowKey={({ contract }) => contract}
        empty={<Teach title={t('expiringEmpty')} help={t('expiringEmptyHelp')} />}
      />
    </Panel>
  );
}
