import { useState } from 'react';
import { Input } from 'antd';
import { useLanguage, useWords } from '~/words/words';
import { GridField } from './grid-field';
import { cellName, moveByKeys } from './grid-keys';
import { replaced } from './json-text';
import {
  hasMember,
  isWrongNumber,
  type Member,
  type ParameterRow,
  withParameterMember,
} from './parameters-text';
import { ruleWords } from './words';
import './rules.css';

interface Props {
  readonly file: string;
  readonly text: string;
  readonly parameters: readonly ParameterRow[];
  readonly onChange: (text: string) => void;
}

/** The parameters of a template as a table: what they are called, their usual values and their limits. */
export function ParametersForm({ file, text, parameters, onChange }: Props) {
  const t = useWords(ruleWords);
  const [wanted, setWanted] = useState('');
  const rows = parameters.filter((row) => isFound(row, wanted));
  return (
    <>
      <p className="text-secondary">{t('parametersHelp')}</p>
      <Input.Search
        className="wide-field"
        aria-label={t('searchParameters')}
        placeholder={t('searchParameters')}
        allowClear
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <div className="scroll-x grid-scroll form-end" role="group" aria-label={file}>
        <table className="data-table grid-table is-parameters" onKeyDownCapture={moveByKeys}>
          <caption className="only-read">{file}</caption>
          <thead>
            <tr>
              {(['parameter', 'labelZh', 'labelEn', 'usual', 'minimum', 'maximum'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={row.name} index={index} row={row} text={text} onChange={onChange} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="text-secondary">{t('notFound')}</p>}
    </>
  );
}

function isFound({ name, label }: ParameterRow, wanted: string): boolean {
  const words = [name, ...Object.values(label)].join(' ').toLowerCase();
  return words.includes(wanted.trim().toLowerCase());
}

interface RowProps {
  readonly index: number;
  readonly row: ParameterRow;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** `whole number · minutes`; what it does not know it says as the file does. */
function kindOf(t: Translate, { type, unit }: ParameterRow): string {
  const kind = TYPES.find((each) => each === type);
  const measured = PARAMETER_UNITS.find((each) => each === unit);
  const words = [kind ? t(`types.${kind}`) : type, measured ? t(`parameterUnits.${measured}`) : unit];
  return words.filter(Boolean).join(' · ');
}

type Translate = ReturnType<typeof useWords<(typeof ruleWords)['en']>>;

const TYPES = ['integer', 'decimal', 'money', 'date', 'zone', 'enum', 'text'] as const;
const PARAMETER_UNITS = [
  'minutes',
  'workingDays',
  'days',
  'months',
  'dayOfMonth',
  'weeks',
  'count',
  'permille',
  'percent',
] as const;

const MEMBERS = ['default', 'minimum', 'maximum'] as const;

function Row({ index, row, text, onChange }: RowProps) {
  const t = useWords(ruleWords);
  const language = useLanguage();
  const name = row.label[language] ?? row.name;
  const labels = [
    ['zh-CN', t('labelZh')],
    ['en', t('labelEn')],
  ] as const;
  const words: Record<Member, string> = { default: t('usual'), minimum: t('minimum'), maximum: t('maximum') };
  return (
    <tr>
      <th scope="row">
        <code>{row.name}</code>
        <div className="text-secondary">{kindOf(t, row)}</div>
      </th>
      {labels.map(([key, word], column) => (
        <td key={key} data-cell={cellName(index, column)}>
          <GridField
            label={t('memberOf', { name, member: word })}
            value={row.label[key] ?? ''}
            onChange={(said) => onChange(replaced(text, [...row.path, 'label', key], said))}
          />
        </td>
      ))}
      {MEMBERS.map((member, column) => (
        <td key={member} data-cell={cellName(index, column + labels.length)}>
          {hasMember(row, member) ? (
            <GridField
              label={t('memberOf', { name, member: words[member] })}
              value={row.given[member]}
              choices={
                member === 'default' ? (row.values ?? []).map((value) => ({ value, label: value })) : []
              }
              fault={isWrongNumber(row, member) ? t('wrongNumber') : null}
              onChange={(typed) => onChange(withParameterMember(text, row, member, typed))}
            />
          ) : (
            <span className="text-secondary">{member === 'default' ? t('requiredParameter') : '–'}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
