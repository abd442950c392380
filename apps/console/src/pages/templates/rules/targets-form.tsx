import { Input, InputNumber, Select } from 'antd';
import { useLanguage, useWords } from '~/words/words';
import { GridSelect } from './grid-select';
import { replaced } from './json-text';
import { type NamedParameter, parameterText } from './parameter-names';
import { type TargetRow, type TargetsFile } from './targets-text';
import { ruleWords } from './words';
import './rules.css';

interface Props {
  readonly file: string;
  readonly text: string;
  readonly targets: TargetsFile;
  readonly parameters: readonly NamedParameter[];
  readonly onChange: (text: string) => void;
  /** Another usual value of a parameter, in whichever file that stands. */
  readonly onUsual: (name: string, value: number) => void;
}

const UNITS = ['minutes', 'serviceMinutes', 'workingDays'] as const;
const MARKS = ['responded', 'workaround', 'path', 'resolved'] as const;
const KINDS = ['response', 'workaround', 'resolution'] as const;

/** What has to be met for each priority, by when and by what, as a table. */
export function TargetsForm({ file, text, targets, parameters, onChange, onUsual }: Props) {
  const t = useWords(ruleWords);
  const part = { text, targets, parameters, onChange, onUsual };
  return (
    <>
      <p className="text-secondary">{t('targetsHelp')}</p>
      <div className="scroll-x grid-scroll" role="group" aria-label={file}>
        <table className="data-table grid-table">
          <caption className="only-read">{file}</caption>
          <thead>
            <tr>
              <th scope="col">{t('priority')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('measuredBy')}</th>
              <th scope="col">{t('metBy')}</th>
              <th scope="col">{t('clause')}</th>
            </tr>
          </thead>
          <tbody>
            {targets.rows.map((row) => (
              <tr key={row.path.join('.')}>
                {row.isFirst && <PriorityCell row={row} {...part} />}
                <td className="grid-kind">{wordOf(t, row)}</td>
                <MeasureCell row={row} {...part} />
                <MetCell row={row} {...part} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type Part = Omit<Props, 'file'> & { readonly row: TargetRow };
type Translate = ReturnType<typeof useWords<(typeof ruleWords)['en']>>;

function wordOf(t: Translate, { kind }: TargetRow): string {
  const known = KINDS.find((each) => each === kind);
  return known ? t(`kinds.${known}`) : kind;
}

/** `Critical: Response`, for those who do not see where a field stands. */
function useTargetName({ row, targets }: Part): string {
  const t = useWords(ruleWords);
  const language = useLanguage();
  return `${targets.labels[row.priority]?.[language] ?? row.priority} ${wordOf(t, row)}`;
}

function PriorityCell({ row, text, targets, onChange }: Part) {
  const t = useWords(ruleWords);
  const languages = [
    ['zh-CN', t('chinese')],
    ['en', t('english')],
  ] as const;
  return (
    <th scope="rowgroup" rowSpan={row.count} className="grid-priority">
      <code className="text-secondary">{row.priority}</code>
      {languages.map(([language, word]) => (
        <Input
          key={language}
          aria-label={t('labelIn', { name: row.priority, language: word })}
          value={targets.labels[row.priority]?.[language] ?? ''}
          onChange={({ target }) =>
            onChange(replaced(text, ['priorities', row.priority, 'label', language], target.value))
          }
        />
      ))}
    </th>
  );
}

function MeasureCell(props: Part) {
  const { row, text, parameters, onChange, onUsual } = props;
  const t = useWords(ruleWords);
  const language = useLanguage();
  const target = useTargetName(props);
  const parameter = parameters.find(({ name }) => name === row.parameter);
  return (
    <td>
      <GridSelect
        label={t('measureOf', { target })}
        value={row.parameter}
        choices={parameters
          .filter(({ type }) => type === 'integer')
          .map((each) => ({ value: each.name, label: parameterText(each, language) }))}
        onChange={(next) => onChange(replaced(text, [...row.path, 'measure', 'parameter'], next))}
      />
      <div className="grid-measure">
        {parameter?.usual !== undefined && (
          <InputNumber
            aria-label={t('usualOf', { target })}
            className="grid-number"
            precision={0}
            min={0}
            value={Number(parameter.usual)}
            onChange={(value) => value !== null && onUsual(parameter.name, value)}
          />
        )}
        <GridSelect
          label={t('unitOf', { target })}
          value={row.unit}
          choices={UNITS.map((value) => ({ value, label: t(`units.${value}`) }))}
          onChange={(next) => onChange(replaced(text, [...row.path, 'measure', 'unit'], next))}
        />
      </div>
    </td>
  );
}

function MetCell(props: Part) {
  const { row, text, onChange } = props;
  const t = useWords(ruleWords);
  const target = useTargetName(props);
  return (
    <>
      <td>
        <Select
          className="grid-field"
          mode="multiple"
          aria-label={t('metByOf', { target })}
          value={[...row.metBy]}
          options={MARKS.map((value) => ({ value, label: t(`marks.${value}`) }))}
          onChange={(next: string[]) => onChange(replaced(text, [...row.path, 'metBy'], next))}
        />
      </td>
      <td>
        <Input
          className="grid-short"
          aria-label={t('clauseOf', { target })}
          value={row.clause}
          onChange={({ target: { value } }) => onChange(replaced(text, [...row.path, 'clause'], value))}
        />
      </td>
    </>
  );
}
