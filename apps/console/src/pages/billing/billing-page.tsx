import { useState } from 'react';
import { Button, Segmented } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { PageHead } from '~/parts/page-head';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { Accounts } from './accounts';
import { BankLineDrawer } from './bank-line-drawer';
import { ImportStatement } from './import-statement';
import { billingWords } from './words';

export type BankLine = components['schemas']['BankLine'];
type Status = BankLine['status'];

const STATUSES: readonly Status[] = ['open', 'booked', 'ignored', 'foreign'];
const PATH = '/api/v1/bank/lines';

/** Bank statements in, lines decided. */
export function BillingPage() {
  const t = useWords(billingWords);
  const may = useMay();
  const [isImporting, setImporting] = useState(false);
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        extra={
          may('POST /api/v1/bank/statements') && (
            <Button type="primary" onClick={() => setImporting(true)}>
              {t('import')}
            </Button>
          )
        }
      />
      <Accounts />
      <Lines />
      <ImportStatement isOpen={isImporting} onClose={() => setImporting(false)} />
    </>
  );
}

function Lines() {
  const t = useWords(billingWords);
  const [status, setStatus] = useState<Status>('open');
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useColumns(setChosen);
  return (
    <Panel
      title={t('lines')}
      extra={
        <Segmented<Status>
          aria-label={t('status')}
          value={status}
          onChange={setStatus}
          options={STATUSES.map((value) => ({ value, label: t(`statusOf.${value}`) }))}
        />
      }
    >
      <PagedTable
        caption={t('lines')}
        columns={columns}
        rowKey={({ line }) => line}
        queryKey={['get', PATH, { params: { query: { status } } }]}
        page={(cursor) =>
          answered(client.GET(PATH, { params: { query: { status, ...(cursor && { cursor }) } } }))
        }
        empty={<Teach title={t('linesNone')} help={t('linesNoneHelp')} />}
      />
      {chosen !== null && <BankLineDrawer line={chosen} onClose={() => setChosen(null)} />}
    </Panel>
  );
}

function useColumns(onChosen: (line: string) => void): Column<BankLine>[] {
  const t = useWords(billingWords);
  const formats = useFormats();
  return [
    { key: 'day', title: t('bookedOn'), cell: ({ bookedOn }) => formats.date(bookedOn) },
    {
      key: 'payer',
      title: t('payer'),
      cell: ({ payerName, reference }) => (
        <>
          {payerName ?? '–'}
          <div className="text-secondary">{reference}</div>
        </>
      ),
    },
    { key: 'amount', title: t('amount'), align: 'end', cell: ({ amount }) => formats.money(amount) },
    {
      key: 'rest',
      title: t('rest'),
      align: 'end',
      isExtra: true,
      cell: ({ rest }) => formats.money(rest),
    },
    {
      key: 'decide',
      title: '',
      cell: ({ line, status }) => {
        const what = t(status === 'open' ? 'decide' : 'show');
        return (
          <Button size="small" onClick={() => onChosen(line)} aria-label={`${what} ${line}`}>
            {what}
          </Button>
        );
      },
    },
  ];
}
