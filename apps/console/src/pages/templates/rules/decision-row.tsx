import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useLanguage, useWords } from '~/words/words';
import { cellChoices, outcomeChoices } from './cell-choices';
import { cellFault, referenceFault } from './cell-faults';
import { type Choice, GridField } from './grid-field';
import { cellName } from './grid-keys';
import { factLabel, outcomeLabel, rowSentence } from './sentence';
import {
  givenOf,
  type Table,
  type TableRow,
  typedOf,
  withCell,
  withOutcome,
  withoutRow,
  withRow,
  withRowMoved,
  withRowName,
} from './table-text';
import { ruleWords } from './words';

interface Props {
  readonly index: number;
  readonly row: TableRow;
  readonly table: Table;
  readonly text: string;
  readonly outcomes: Readonly<Record<string, readonly Choice[]>>;
  /** The row above that holds for everything, so that this one is never reached. */
  readonly above: number | null;
  readonly onChange: (text: string) => void;
}

/** A row: its name and what it says as a sentence, its cells, what it decides, and what can be done with it. */
export function DecisionRow(props: Props) {
  const { index, row, table, text, outcomes, onChange } = props;
  const t = useWords(ruleWords);
  const language = useLanguage();
  const number = String(index + 1);
  return (
    <tr>
      <Name {...props} />
      {table.inputs.map((fact, column) => (
        <td key={fact} data-cell={cellName(index, column + 1)}>
          <GridField
            label={t('cellOf', { row: number, fact: factLabel(table.facts, fact, language) })}
            value={row.when[column] ?? ''}
            choices={cellChoices(fact, table.facts, { anything: t('anything'), yes: t('yes'), no: t('no') })}
            fault={cellFault(row.when[column] ?? '', fact, table.facts, language)}
            onChange={(cell) => onChange(withCell(text, index, column, cell))}
          />
        </td>
      ))}
      {table.outcomes.map((name, column) => (
        <td key={name} className="is-outcome" data-cell={cellName(index, table.inputs.length + 1 + column)}>
          <GridField
            label={t('outcomeOf', { row: number, name: outcomeLabel(name, language) })}
            value={typedOf(row.then[name])}
            choices={outcomeChoices(table, name, outcomes[name] ?? [])}
            fault={referenceFault(row.then[name], table.facts, language)}
            onChange={(typed) => onChange(withOutcome(text, index, name, givenOf(typed, row.then[name])))}
          />
        </td>
      ))}
      <td>
        <Actions {...props} />
      </td>
    </tr>
  );
}

function Name({ index, row, table, text, above, onChange }: Props) {
  const t = useWords(ruleWords);
  const language = useLanguage();
  return (
    <th scope="row" data-cell={cellName(index, 0)} className="grid-name">
      <Flex align="center" gap={6}>
        <span className="text-secondary figures">{index + 1}</span>
        <Input
          aria-label={t('name', { row: String(index + 1) })}
          placeholder={t('unnamed')}
          value={row.name}
          onChange={({ target }) => onChange(withRowName(text, index, target.value))}
        />
      </Flex>
      <div className="text-secondary grid-sentence">
        {rowSentence(table, row, index, language) ?? t('unreadable')}
      </div>
      {above !== null && <div className="text-danger">{t('neverReached', { row: String(above + 1) })}</div>}
    </th>
  );
}

function Actions({ index, table, text, onChange }: Props) {
  const t = useWords(ruleWords);
  const row = String(index + 1);
  const last = table.rows.length - 1;
  const actions = [
    {
      key: 'moveUp',
      icon: <ArrowUpOutlined />,
      isOff: index === 0,
      to: () => withRowMoved(text, index, index - 1),
    },
    {
      key: 'moveDown',
      icon: <ArrowDownOutlined />,
      isOff: index === last,
      to: () => withRowMoved(text, index, index + 1),
    },
    { key: 'insertRow', icon: <PlusOutlined />, isOff: false, to: () => withRow(text, index) },
    { key: 'removeRow', icon: <DeleteOutlined />, isOff: last === 0, to: () => withoutRow(text, index) },
  ] as const;
  return (
    <Flex>
      {actions.map(({ key, icon, isOff, to }) => (
        <Button
          key={key}
          type="text"
          size="small"
          icon={icon}
          disabled={isOff}
          danger={key === 'removeRow'}
          aria-label={t(key, { row })}
          title={t(key, { row })}
          onClick={() => onChange(to())}
        />
      ))}
    </Flex>
  );
}
