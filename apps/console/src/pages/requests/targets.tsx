import { Countdown } from '~/parts/countdown';
import { useNow } from '~/parts/now';
import { Panel } from '~/parts/panel';
import { OutcomeTag } from '~/parts/sla-tags';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { isOneOf, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { useMeasureText } from '~/parts/measure';
import { Legend, Proof } from './proof';
import { scaleOf } from './proof-scale';
import { knownThrough, type OfRequest, type Request, type Target } from './request';
import { requestWords } from './request-words';

/** Each target with its deadline, and how the deadline came about. */
export function Targets({ request, zone }: OfRequest) {
  const t = useWords(requestWords);
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  const known = knownThrough(request, minute);
  return (
    <Panel title={t('targets')} about={t('targetsAbout')}>
      <Legend segments={request.targets.flatMap(({ segments }) => segments)} />
      {request.targets.map((target) => (
        <section key={target.kind} className="target">
          <Head request={request} target={target} zone={zone} />
          <Proof request={request} target={target} scale={scaleOf(request, target, known)} zone={zone} />
        </section>
      ))}
    </Panel>
  );
}

interface HeadProps extends OfRequest {
  readonly target: Target;
}

function Head({ request, target, zone }: HeadProps) {
  const t = useWords(requestWords);
  const formats = useFormats();
  const names = useSlaNames();
  const measureText = useMeasureText();
  const { kind, outcome, dueAt, clause, measure, provisional } = target;
  return (
    <header className="target-head">
      <h3>{names.target(kind)}</h3>
      <OutcomeTag outcome={outcome} />
      {outcome === 'pending' && dueAt !== null && (
        <strong>
          <Countdown to={dueAt} from={request.clock === 'manual' ? request.accountedThrough : undefined} />
        </strong>
      )}
      <span>
        {dueAt === null ? t('noDue') : t('due', { at: formats.instant(dueAt, zone) })}
        {provisional && dueAt !== null && outcome === 'pending' && (
          <>
            {' '}
            <Secondary>({t('provisional')})</Secondary>
          </>
        )}
      </span>
      <Secondary>
        {t('promise', { measure: measureText(measure), clause })}
        <MetBy request={request} target={target} zone={zone} />
      </Secondary>
    </header>
  );
}

/** The fact that met it, and when. */
function MetBy({ request, target, zone }: HeadProps) {
  const t = useWords(requestWords);
  const formats = useFormats();
  const name = target.metByFact;
  if (name === null) return null;
  const at = factAt(request, name);
  const fact = isOneOf(requestWords.en.fact, name) ? t(`fact.${name}`) : name;
  return (
    <>
      {' · '}
      {at === null ? t('metBy', { fact }) : t('factsAt', { fact, at: formats.instant(at, zone) })}
    </>
  );
}

function factAt(request: Request, name: string): string | null {
  return request.facts[name] ?? null;
}
