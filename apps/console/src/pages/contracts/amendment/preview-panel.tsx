import { useState } from 'react';
import { Button, Flex } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { FaultList } from '~/parts/fault-list';
import { Panel } from '~/parts/panel';
import { usePicked } from '~/parts/picked';
import { Secondary } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { amendmentWords } from './words';

type Preview = components['schemas']['AmendmentPreview'];
type Side = Preview['with'];

interface Props {
  readonly contract: string;
  readonly amendment: string;
}

/** The rest of the term with and without the amendment: the contract's own code plays it, which takes a while. */
export function PreviewPanel({ contract, amendment }: Props) {
  const t = useWords(amendmentWords);
  const [isWanted, setWanted] = useState(false);
  const query = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/amendments/{amendment}/preview',
    { params: { path: { contract, amendment } } },
    { enabled: isWanted },
  );
  return (
    <Panel title={t('preview')} about={t('previewAbout')}>
      {isWanted ? (
        <Asked query={query} rows={8}>
          {(preview) => <Played preview={preview} />}
        </Asked>
      ) : (
        <Flex gap="middle" align="center" wrap>
          <Button onClick={() => setWanted(true)}>{t('look')}</Button>
          <Secondary>{t('lookHelp')}</Secondary>
        </Flex>
      )}
    </Panel>
  );
}

function Played({ preview }: { readonly preview: Preview }) {
  const t = useWords(amendmentWords);
  const picked = usePicked();
  const { instant } = useFormats();
  const { zone } = useContract().terms;
  const sums = useSums(preview);
  const sumColumns = useSumColumns();
  const invoiceColumns = useInvoiceColumns();
  return (
    <>
      <p>{t('asOf', { at: instant(preview.asOf, zone), assumes: picked(preview.assumes) })}</p>
      <DataTable caption={t('preview')} columns={sumColumns} rows={sums} rowKey={({ key }) => key} />
      <h3>{t('invoices')}</h3>
      <DataTable
        caption={t('invoices')}
        columns={invoiceColumns}
        rows={preview.invoices}
        rowKey={({ period }) => period}
      />
      <Backtest preview={preview} />
    </>
  );
}

interface Sum {
  readonly key: string;
  readonly label: string;
  readonly without: string;
  readonly with: string;
}

function useSums(preview: Preview): Sum[] {
  const t = useWords(amendmentWords);
  const { money, number } = useFormats();
  const until = useUntil();
  const { zone } = useContract().terms;
  const amount = (value: string | null) => (value === null ? '–' : money(value));
  const row = (key: Exclude<keyof Side, 'status'>, text: (side: Side) => string): Sum => ({
    key,
    label: t(key),
    without: text(preview.without),
    with: text(preview.with),
  });
  return [
    row('totalAmount', (side) => amount(side.totalAmount)),
    row('invoiced', (side) => amount(side.invoiced)),
    row('credited', (side) => amount(side.credited)),
    row('payable', (side) => amount(side.payable)),
    row('penaltyCap', (side) => amount(side.penaltyCap)),
    row('penalties', (side) => amount(side.penalties)),
    row('failedMonths', (side) => number(side.failedMonths)),
    row('endsAt', (side) => until(side.endsAt, zone)),
  ];
}

function useSumColumns(): Column<Sum>[] {
  const t = useWords(amendmentWords);
  return [
    { key: 'label', title: t('figure'), cell: ({ label }) => label },
    { key: 'without', title: t('without'), align: 'end', cell: ({ without }) => without },
    { key: 'with', title: t('with'), align: 'end', cell: (row) => <Changed row={row} /> },
  ];
}

function Changed({ row: { without, with: after } }: { readonly row: Sum }) {
  return without === after ? after : <strong>{after}</strong>;
}

function useInvoiceColumns(): Column<Preview['invoices'][number]>[] {
  const t = useWords(amendmentWords);
  const { money, month } = useFormats();
  const amount = (side: { readonly payable: string } | null) => (side === null ? '–' : money(side.payable));
  return [
    { key: 'month', title: t('month'), cell: ({ period }) => month(period) },
    { key: 'without', title: t('without'), align: 'end', cell: ({ without }) => amount(without) },
    { key: 'with', title: t('with'), align: 'end', cell: (row) => amount(row.with) },
  ];
}

/** What has been, under the amended terms. */
function Backtest({ preview: { backtest, backtestFaults } }: { readonly preview: Preview }) {
  const t = useWords(amendmentWords);
  if (backtest === null && backtestFaults.length === 0) return null;
  return (
    <>
      <h3>{t('backtest')}</h3>
      {backtest !== null && (
        <p>
          {backtest.changed
            ? t('backtestDiffers', {
                misses: backtest.misses.length,
                months: backtest.months.length,
                invoices: backtest.invoices.length,
              })
            : t('backtestSame')}
        </p>
      )}
      {backtestFaults.length > 0 && <FaultList faults={backtestFaults} />}
    </>
  );
}
