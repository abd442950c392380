import { type components } from '#client/openapi';
import { type Column, DataTable } from '~/parts/data-table';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { type Month } from '../months/columns';
import { StatementState } from '../months/states';
import { AcceptDialog } from './statement-dialogs';
import { StatementLine, useLineName } from './statement-line';
import { monthWords } from './words';

export type Statement = components['schemas']['Statement'];

interface Props {
  readonly month: Month;
  readonly statement: Statement | undefined;
}

/** What both parties say to the month. */
export function StatementPanel({ month, statement }: Props) {
  const t = useWords(monthWords);
  const until = useUntil();
  const { terms } = useContract();
  if (!statement)
    return (
      <Panel title={t('statement')}>
        <Teach title={t('noStatement')} help={t('noStatementHelp', { until: until(month.to, terms.zone) })} />
      </Panel>
    );
  return (
    <Panel title={t('statement')} about={t('statementAbout')} extra={<AcceptDialog statement={statement} />}>
      <Facts
        facts={[
          { key: 'state', label: t('state'), value: <StatementState statement={statement} /> },
          { key: 'answerBy', label: t('answerBy'), value: until(statement.answerBy, terms.zone) },
        ]}
      />
      <Lines statement={statement} />
    </Panel>
  );
}

function Lines({ statement }: { readonly statement: Statement }) {
  const t = useWords(monthWords);
  const columns = useLineColumns(statement);
  return (
    <div className="form-end">
      <DataTable
        caption={t('statement')}
        columns={columns}
        rows={statement.lines}
        rowKey={({ line }) => line}
      />
    </div>
  );
}

function useLineColumns(statement: Statement): Column<Statement['lines'][number]>[] {
  const t = useWords(monthWords);
  const { money } = useFormats();
  const nameOf = useLineName();
  return [
    { key: 'line', title: t('line'), cell: (line) => nameOf(line, statement.period) },
    { key: 'amount', title: t('amount'), align: 'end', cell: ({ amount }) => money(amount) },
    { key: 'acts', title: '', cell: (line) => <StatementLine statement={statement} line={line} /> },
  ];
}
