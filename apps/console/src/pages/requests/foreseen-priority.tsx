import { type components } from '#client/openapi';
import { useMeasureText } from '~/parts/measure';
import { ProblemAlert } from '~/parts/problem-alert';
import { PriorityTag } from '~/parts/sla-tags';
import { Secondary } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { slaWords, useSlaNames } from '~/words/sla';
import { useLanguage, useWords } from '~/words/words';
import { recordWords } from './record-words';
import { type Foreseen, type Severity, useForeseen } from './use-foreseen';

type Terms = components['schemas']['TermsAt'];

interface Props {
  readonly contract: string;
  readonly terms: Terms | undefined;
  readonly severity: Severity | null;
}

/** What the contract makes of it, why, and until when: before anything is recorded. */
export function ForeseenPriority({ contract, terms, severity }: Props) {
  const t = useWords(recordWords);
  const { data, error } = useForeseen(contract, severity);
  return (
    <section className="foreseen" aria-live="polite" aria-label={t('foreseen')}>
      {severity === null ? (
        <>
          <strong>{t('foreseen')}</strong>
          <div>
            <Secondary>{t('foreseenHelp')}</Secondary>
          </div>
        </>
      ) : error !== null ? (
        <ProblemAlert error={error} />
      ) : data ? (
        <Decided foreseen={data} terms={terms} />
      ) : (
        <strong>{t('foreseen')} …</strong>
      )}
    </section>
  );
}

function Decided({ foreseen, terms }: { readonly foreseen: Foreseen; readonly terms: Terms | undefined }) {
  const t = useWords(recordWords);
  const sla = useWords(slaWords);
  const language = useLanguage();
  const [decided, ...others] = foreseen.sentences[language];
  return (
    <>
      <strong>{sla('named', { name: t('foreseen') })}</strong>
      <PriorityTag priority={foreseen.priority} />
      <Secondary>{t('clause', { clause: foreseen.clause })}</Secondary>
      <p>{decided}</p>
      <Promises foreseen={foreseen} terms={terms} />
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

/** The times that the terms give a priority, and the deadlines that these would be now. */
function Promises({ foreseen: { priority, targets }, terms }: Parameters<typeof Decided>[0]) {
  const t = useWords(recordWords);
  const names = useSlaNames();
  const measureText = useMeasureText();
  const until = useUntil();
  const due = new Map(targets.map(({ kind, dueAt }) => [kind, dueAt]));
  return (
    <ul className="promises">
      {(terms?.targets[priority] ?? []).map(({ kind, measure, clause }) => {
        const at = due.get(kind) ?? null;
        return (
          <li key={kind}>
            {t('promise', { target: names.target(kind), measure: measureText(measure), clause })}
            {at !== null && terms && (
              <Secondary> {t('dueIfNow', { at: until(at, terms.terms.zone) })}</Secondary>
            )}
          </li>
        );
      })}
    </ul>
  );
}
