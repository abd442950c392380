import { useState } from 'react';
import { Tag } from 'antd';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { LANGUAGES, useLanguage, useWords } from '~/words/words';
import { ClauseDesk } from './clause-desk';
import {
  type Base,
  canWriteClauses,
  type ClauseRow,
  clauseRows,
  type Parameter,
  withBasesClause,
  withClause,
  withOwnClause,
} from './clause-model';
import { useSlips } from './clause-slips';
import { previewTexts, previewValues } from './clause-values';
import { clauseWords } from './clause-words';
import { type Files, jsonOf } from './files';
import { type Rehearsal } from './use-rehearsal';
import { type Override } from './variant-files';
import { type Version } from './version-page';

interface Props {
  readonly base: Version['base'];
  readonly files: Files;
  readonly onChange: (files: Files) => void;
  readonly rehearsal: Rehearsal;
}

/** The clauses of a draft, one at a time in both languages. */
export function ClauseEditor({ base, ...props }: Props) {
  return base ? <OverBase base={base} {...props} /> : <Clauses base={null} {...props} />;
}

interface OverBaseProps extends Omit<Props, 'base'> {
  readonly base: NonNullable<Props['base']>;
}

function OverBase({ base, ...props }: OverBaseProps) {
  const t = useWords(clauseWords);
  const wish = (language: 'zh-CN' | 'en') => ({
    params: { path: { template: base.id }, query: { version: base.version, language } },
  });
  const chinese = api.useQuery('get', '/api/v1/templates/{template}', wish('zh-CN'));
  const english = api.useQuery('get', '/api/v1/templates/{template}', wish('en'));
  if (chinese.data && english.data)
    return <Clauses base={{ 'zh-CN': chinese.data, en: english.data }} {...props} />;
  return (
    <Panel title={t('title')}>
      <Asked query={chinese.data ? english : chinese}>{() => null}</Asked>
    </Panel>
  );
}

interface ClausesProps extends Omit<Props, 'base'> {
  readonly base: Base | null;
}

function Clauses({ base, files, onChange, rehearsal }: ClausesProps) {
  const t = useWords(clauseWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const { parameters, values, texts } = usePreview(base, files, rehearsal);
  const slipsOf = useSlips(parameters, base);
  const rows = clauseRows(files, base);
  const row = rows.find(({ number }) => number === chosen) ?? rows[0];
  const slips = (each: ClauseRow) =>
    LANGUAGES.reduce((sum, language) => sum + slipsOf(each, language).length, 0);
  return (
    <Panel title={t('title')} about={t('about')}>
      {!canWriteClauses(files, base) || row === undefined ? (
        <Secondary>{t('unreadable')}</Secondary>
      ) : (
        <>
          <ClauseList {...{ rows, slips }} chosen={row.number} onChoose={setChosen} />
          <ClauseDesk
            key={row.number}
            {...{ row, parameters, values, texts }}
            slipsOf={(language) => slipsOf(row, language)}
            onChange={(language, change) =>
              onChange(withClause(files, base, { number: row.number, language }, change))
            }
            onOwn={base && (() => onChange(withOwnClause(files, base, row.number)))}
            onBases={base && (() => onChange(withBasesClause(files, row.number)))}
          />
        </>
      )}
    </Panel>
  );
}

/** The parameters of the draft, and what each prints in both languages. */
function usePreview(base: Base | null, files: Files, { term, values: typed }: Rehearsal) {
  const own = jsonOf(files['parameters.json'])['parameters'];
  const parameters = base?.en.parameters ?? (Array.isArray(own) ? (own as Parameter[]) : []);
  const terms = base?.en.terms ?? jsonOf(files['terms.json']);
  const overrides = (jsonOf(files['variant.json'])['parameters'] ?? {}) as Readonly<Record<string, Override>>;
  const source = { parameters, overrides, typed, term };
  const values = previewValues(source);
  const texts = {
    'zh-CN': previewTexts(source, terms, values, 'zh-CN'),
    en: previewTexts(source, terms, values, 'en'),
  };
  return { parameters, values, texts };
}

interface ListProps {
  readonly rows: readonly ClauseRow[];
  readonly slips: (row: ClauseRow) => number;
  readonly chosen: string;
  readonly onChoose: (number: string) => void;
}

/** The clauses by their numbers, with what is the draft's own of them and where something is amiss. */
function ClauseList({ rows, slips, chosen, onChoose }: ListProps) {
  const t = useWords(clauseWords);
  const language = useLanguage();
  const hasBase = rows.some(({ sides }) => sides.en?.isOwn === false);
  return (
    <nav className="clause-list" aria-label={t('list')}>
      {rows.map((row) => {
        const { number, sides } = row;
        const count = slips(row);
        const isOwn = sides.en?.isOwn === true || sides['zh-CN']?.isOwn === true;
        return (
          <button
            key={number}
            type="button"
            className="clause-link"
            aria-current={number === chosen}
            onClick={() => onChoose(number)}
          >
            <span>
              <b>{number}</b> {(sides[language] ?? sides['zh-CN'])?.title}
            </span>
            {hasBase && isOwn && <Tag color="processing">{t('own')}</Tag>}
            {isOwn && count > 0 && <Tag color="warning">{t('slips', { count })}</Tag>}
          </button>
        );
      })}
    </nav>
  );
}
