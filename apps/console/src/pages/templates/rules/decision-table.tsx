import { type ReactNode } from 'react';
import { Button, Flex, Select } from 'antd';
import { useLanguage, useWords } from '~/words/words';
import { type Choice } from './grid-field';
import { moveByKeys } from './grid-keys';
import { factLabel, outcomeLabel } from './sentence';
import { DecisionRow } from './decision-row';
import { ANYTHING, type Table, withInput, withoutInput, withRow } from './table-text';
import { ruleWords } from './words';
import './rules.css';

interface Props {
  readonly file: string;
  readonly text: string;
  readonly table: Table;
  /** What the rows may decide, where that is known: the priorities of the template. */
  readonly outcomes: Readonly<Record<string, readonly Choice[]>>;
  readonly onChange: (text: string) => void;
}

/** A decision table as a table: a column for each fact that is looked at and for what is decided, a row for each case. */
export function DecisionTable({ file, text, table, outcomes, onChange }: Props) {
  const t = useWords(ruleWords);
  const all = table.rows.findIndex(({ when }) => when.every((cell) => cell.trim() === ANYTHING));
  return (
    <>
      <HitPolicy />
      <div className="scroll-x grid-scroll" role="group" aria-label={file}>
        <table className="data-table grid-table" onKeyDownCapture={moveByKeys}>
          <caption className="only-read">{file}</caption>
          <Head table={table} text={text} onChange={onChange} />
          <tbody>
            {table.rows.map((row, index) => (
              <DecisionRow
                // oxlint-disable-next-line react/no-array-index-key -- a row need not have a name; it is told by its place
                key={index}
                index={index}
                row={row}
                table={table}
                text={text}
                outcomes={outcomes}
                above={all >= 0 && all < index ? all : null}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </div>
      {all < 0 && <div className="text-secondary grid-note">{t('noRest')}</div>}
      <Foot table={table} text={text} onChange={onChange} />
    </>
  );
}

function HitPolicy() {
  const t = useWords(ruleWords);
  return (
    <dl className="hit-policy">
      <dt>{t('hit')}</dt>
      <dd>
        <strong>{t('hitFirst')}</strong>
        <div className="text-secondary">{t('hitHelp')}</div>
        <div className="text-secondary">{t('cellsHelp', { example: '{fact}' })}</div>
      </dd>
    </dl>
  );
}

type Part = Pick<Props, 'table' | 'text' | 'onChange'>;

function Head({ table, text, onChange }: Part) {
  const t = useWords(ruleWords);
  const language = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col">{t('rowName')}</th>
        {table.inputs.map((fact, column) => (
          <th key={fact} scope="col">
            <Flex align="start" justify="space-between" gap={4}>
              <FactHead
                label={factLabel(table.facts, fact, language)}
                name={fact}
                unit={table.facts[fact]?.unit}
              />
              {table.inputs.length > 1 && (
                <Button
                  type="text"
                  size="small"
                  aria-label={t('removeInput', { fact: factLabel(table.facts, fact, language) })}
                  title={t('removeInput', { fact: factLabel(table.facts, fact, language) })}
                  onClick={() => onChange(withoutInput(text, column))}
                >
                  ×
                </Button>
              )}
            </Flex>
          </th>
        ))}
        {table.outcomes.map((name) => (
          <th key={name} scope="col" className="is-outcome">
            <FactHead label={t('outcome', { name: outcomeLabel(name, language) })} name={name} />
          </th>
        ))}
        <th scope="col">
          <span className="only-read">{t('actions')}</span>
        </th>
      </tr>
    </thead>
  );
}

function FactHead({ label, name, unit }: { label: ReactNode; name: string; unit?: string | undefined }) {
  return (
    <span className="grid-head">
      {label}
      <code className="text-secondary">{unit === undefined ? name : `${name} · ${unit}`}</code>
    </span>
  );
}

function Foot({ table, text, onChange }: Part) {
  const t = useWords(ruleWords);
  const language = useLanguage();
  const others = Object.keys(table.facts).filter((name) => !table.inputs.includes(name));
  return (
    <Flex gap="small" wrap className="form-end">
      <Button onClick={() => onChange(withRow(text, table.rows.length))}>{t('addRow')}</Button>
      {others.length > 0 && (
        <Select
          className="wide-field"
          aria-label={t('addInput')}
          placeholder={t('addInput')}
          value={null}
          options={others.map((name) => ({
            value: name,
            label: `${factLabel(table.facts, name, language)} (${name})`,
          }))}
          onChange={(name: string | null) => name && onChange(withInput(text, name))}
        />
      )}
    </Flex>
  );
}
