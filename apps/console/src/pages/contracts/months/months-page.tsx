import { Asked } from '~/parts/asked';
import { DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { useMonthLists } from '../contract/every';
import { monthColumn, useMonthColumns } from './columns';
import { ObligationsPanel } from './obligations-panel';
import { PaymentsPanel } from './payments-panel';
import { SettlementPanel } from './settlement-panel';
import { monthsWords } from './words';

/** The months of the contract, its money, and in the end its settlement. */
export function MonthsPage() {
  const { id, settlement } = useContract();
  return (
    <>
      {settlement !== null && <SettlementPanel settlement={settlement} />}
      <MonthsPanel contract={id} />
      <ObligationsPanel contract={id} />
      <PaymentsPanel contract={id} />
    </>
  );
}

function MonthsPanel({ contract }: { readonly contract: string }) {
  const t = useWords(monthsWords);
  const { months, statements, reports, invoices } = useMonthLists(contract);
  const columns = useMonthColumns();
  return (
    <Panel title={t('title')} about={t('about')}>
      <Asked query={months} rows={8}>
        {(rows) => (
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={rows.map((month) => monthColumn(month, statements.data, reports.data, invoices.data))}
            rowKey={({ month }) => month.period}
            empty={<Teach title={t('none')} help={t('noneHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}
