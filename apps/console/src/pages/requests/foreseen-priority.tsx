import { api } from '~/api/api';
import { type components } from '#client/openapi';
import { ProblemAlert } from '~/parts/problem-alert';
import { PriorityTag } from '~/parts/sla-tags';
import { Secondary } from '~/parts/text';
import { type Severity, useForeseen } from '~/parts/use-explanation';
import { useLanguage, useWords } from '~/words/words';
import { useMeasureText } from '~/parts/measure';
import { recordWords } from './record-words';
import { slaWords, useSlaNames } from '~/words/sla';

type Terms = components['schemas']['TermsAt'];

interface Props {
  readonly contract: string;
  readonly terms: Terms | undefined;
  readonly severity: Severity | null;
}

/** What the contract makes of it, and why, before anything is recorded. */
export function ForeseenPriority({ contract, terms, severity }: Props) {
  const t = useWords(recordWords);
  const { may, query } = useForeseen(terms?.template, severity);
  return (
    <section className="foreseen" aria-live="polite" aria-label={t('foreseen')}>
      {may ? (
        <Asked severity={severity} query={query} terms={terms} />
      ) : (
        <ByTheClause contract={contract} terms={terms} />
      )}
    </section>
  );
}

interface AskedProps {
  readonly severity: Severity | null;
  readonly query: ReturnType<typeof useForeseen>['query'];
  readonly terms: Terms | undefined;
}

function Asked({ severity, query, terms }: AskedProps) {
  const t = useWords(recordWords);
  const sla = useWords(slaWords);
  const language = useLanguage();
  const { data, error } = query;
  if (severity === null)
    return (
      <>
        <strong>{t('foreseen')}</strong>
        <div>
          <Secondary>{t('foreseenHelp')}</Secondary>
        </div>
      </>
    );
  if (error !== null) return <ProblemAlert error={error} />;
  if (!data) return <strong>{t('foreseen')} …</strong>;
  const [decided, ...others] = data.sentences[language];
  return (
    <>
      <strong>{sla('named', { name: t('foreseen') })}</strong>
      {data.priority === null ? t('noRule') : <PriorityTag priority={data.priority} />}
      <Secondary>{t('clause', { clause: data.clause })}</Secondary>
      <p>{decided}</p>
      {data.priority !== null && <Promises priority={data.priority} terms={terms} />}
      {others.length > 0 && (
        <details>
          <summary>{t('why')}</summary>
          {others.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </details>
      )}
    </>
  );
}

/** The times that the terms give a priority. */
function Promises({ priority, terms }: { readonly priority: string; readonly terms: Terms | undefined }) {
  const t = useWords(recordWords);
  const names = useSlaNames();
  const measureText = useMeasureText();
  const targets = terms?.targets[priority] ?? [];
  return (
    <ul className="promises">
      {targets.map(({ kind, measure, clause }) => (
        <li key={kind}>
          {t('promise', { target: names.target(kind), measure: measureText(measure), clause })}
        </li>
      ))}
    </ul>
  );
}

/** Without the rules: what the contract itself says of priorities, and the times of each. */
function ByTheClause({ contract, terms }: { readonly contract: string; readonly terms: Terms | undefined }) {
  const t = useWords(recordWords);
  const language = useLanguage();
  const { data } = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/clauses',
    { params: { path: { contract }, query: { language } } },
    { enabled: contract !== '', staleTime: Infinity },
  );
  const clause = data?.clauses.find(({ title }) => /priorit|优先级/i.test(title));
  const [first, ...others] = clause?.text.split('\n\n') ?? [];
  return (
    <>
      <strong>{t('notAsked')}</strong>
      {clause && (
        <>
          <div>
            <Secondary>{t('notAskedHelp')}</Secondary>
          </div>
          <p className="clause-text">
            {clause.number} {first}
          </p>
          {others.length > 0 && (
            <details>
              <summary>{t('whole', { clause: clause.number })}</summary>
              <p className="clause-text">{others.join('\n\n')}</p>
            </details>
          )}
        </>
      )}
      {inOrder(Object.keys(terms?.targets ?? {})).map((priority) => (
        <div key={priority} className="promised">
          <PriorityTag priority={priority} />
          <Promises priority={priority} terms={terms} />
        </div>
      ))}
    </>
  );
}

const ORDER: readonly string[] = ['critical', 'high', 'medium', 'low'];

/** The gravest first; those of other names as they come. */
function inOrder(priorities: readonly string[]): readonly string[] {
  const known = ORDER.filter((each) => priorities.includes(each));
  return [...known, ...priorities.filter((each) => !known.includes(each)).sort()];
}
