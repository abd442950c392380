import { useId } from 'react';
import { useFormats } from '~/words/formats';
import { isOneOf, slaWords, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { ProofTable } from './proof-table';
import { type Scale } from './proof-scale';
import { type OfRequest, type Segment, type Target } from './request';
import { requestWords } from './request-words';

/** The deadline is named in a line of its own: what happened often lies beside it. */
const [DUE_TEXT, MARK_TEXT, BAR_TOP, BAR_HEIGHT, HEIGHT] = [11, 26, 32, 22, 76];

interface Props extends OfRequest {
  readonly target: Target;
  readonly scale: Scale;
}

/** How a deadline came about, as a picture: each stretch of time that counted or did not, and when what happened. */
export function Proof({ request, target, scale, zone }: Props) {
  const id = useId();
  const label = useLabel(target, zone);
  const { segments, dueAt } = target;
  if (segments.length === 0) return null;
  return (
    <>
      <svg className="proof" width="100%" height={HEIGHT} role="img" aria-label={label}>
        <Patterns id={id} />
        <rect className="proof-axis" x="0" y={BAR_TOP} width="100%" height={BAR_HEIGHT} rx="4" />
        {segments.map((segment) => (
          <Stretch key={segment.from} segment={segment} scale={scale} id={id} />
        ))}
        {target.outcome === 'pending' && scale.known !== null && <Now at={scale.known} scale={scale} />}
        {factsOf(request.facts, target).map(([name, at]) => (
          <Mark key={name} name={name} at={at} scale={scale} />
        ))}
        {dueAt !== null && <Due at={dueAt} scale={scale} isMissed={target.outcome === 'missed'} />}
        <Axis scale={scale} zone={zone} />
      </svg>
      <ProofTable target={target} zone={zone} />
    </>
  );
}

/** What does not count is hatched, too: colour is never the only sign. */
function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="8" height="8" className="proof-hatch-ground" />
        <line x1="0" y1="0" x2="0" y2="8" className="proof-hatch-line" />
      </pattern>
      <pattern id={`${id}-dots`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" className="proof-dots-ground" />
        <circle cx="4" cy="4" r="1.5" className="proof-dots-point" />
      </pattern>
    </defs>
  );
}

interface StretchProps {
  readonly segment: Segment;
  readonly scale: Scale;
  readonly id: string;
}

function Stretch({ segment, scale, id }: StretchProps) {
  const t = useWords(requestWords);
  const formats = useFormats();
  const [from, to] = [Date.parse(segment.from), Date.parse(segment.to)];
  const width = scale.place(to) - scale.place(from);
  const fill = segment.counted ? undefined : `url(#${id}-${segment.why === 'stopped' ? 'hatch' : 'dots'})`;
  return (
    <rect
      className={segment.counted ? 'proof-counted' : 'proof-uncounted'}
      x={`${scale.place(from)}%`}
      y={BAR_TOP}
      width={`${Math.max(width, 0.15)}%`}
      height={BAR_HEIGHT}
      {...(fill !== undefined && { fill })}
    >
      <title>{`${t(`segment.${segment.why}`)}: ${formats.duration((to - from) / 1000)}`}</title>
    </rect>
  );
}

/** Text beside a mark stays within the picture. */
function anchorAt(place: number): 'start' | 'middle' | 'end' {
  if (place < 8) return 'start';
  return place > 92 ? 'end' : 'middle';
}

function Mark({ name, at, scale }: { readonly name: string; readonly at: string; readonly scale: Scale }) {
  const t = useWords(requestWords);
  const place = scale.place(Date.parse(at));
  const x = `${place}%`;
  return (
    <>
      <line className="proof-mark" x1={x} x2={x} y1={BAR_TOP - 4} y2={BAR_TOP + BAR_HEIGHT + 4} />
      <text className="proof-text" x={x} y={MARK_TEXT} textAnchor={anchorAt(place)}>
        ● {isOneOf(requestWords.en.fact, name) ? t(`fact.${name}`) : name}
      </text>
    </>
  );
}

interface DueProps {
  readonly at: string;
  readonly scale: Scale;
  readonly isMissed: boolean;
}

function Due({ at, scale, isMissed }: DueProps) {
  const t = useWords(requestWords);
  const place = scale.place(Date.parse(at));
  const x = `${place}%`;
  return (
    <>
      <line
        className={isMissed ? 'proof-due is-missed' : 'proof-due'}
        x1={x}
        x2={x}
        y1={DUE_TEXT + 3}
        y2={BAR_TOP + BAR_HEIGHT + 6}
      />
      <text className="proof-text" x={x} y={DUE_TEXT} textAnchor={anchorAt(place)}>
        ⚑ {t('dueMark')}
      </text>
    </>
  );
}

function Now({ at, scale }: { readonly at: number; readonly scale: Scale }) {
  const t = useWords(requestWords);
  const place = scale.place(at);
  const x = `${place}%`;
  return (
    <>
      <rect
        className="proof-ahead"
        x={x}
        y={BAR_TOP}
        width={`${100 - place}%`}
        height={BAR_HEIGHT}
        aria-hidden="true"
      />
      <line className="proof-now" x1={x} x2={x} y1={BAR_TOP - 4} y2={BAR_TOP + BAR_HEIGHT + 4} />
      <text className="proof-text" x={x} y={MARK_TEXT} textAnchor={anchorAt(place)}>
        ▾ {t('now')}
      </text>
    </>
  );
}

function Axis({ scale, zone }: { readonly scale: Scale; readonly zone: string }) {
  const formats = useFormats();
  return scale.ticks.map((tick, index) => (
    <text
      key={tick}
      className={index % 2 === 1 ? 'proof-tick is-odd' : 'proof-tick'}
      x={`${scale.place(tick)}%`}
      y={HEIGHT - 4}
      textAnchor={anchorAt(scale.place(tick))}
    >
      {formats.short(new Date(tick).toISOString(), zone)}
    </text>
  ));
}

/** Facts that could meet the target, as far as they were told. */
function factsOf(facts: OfRequest['request']['facts'], { metBy }: Target): (readonly [string, string])[] {
  return metBy.flatMap((name) => {
    const at = facts[name];
    return at === null || at === undefined ? [] : [[name, at] as const];
  });
}

/** The picture in words. */
function useLabel({ kind, segments, outcome, dueAt }: Target, zone: string): string {
  const t = useWords(requestWords);
  const sla = useWords(slaWords);
  const names = useSlaNames();
  const formats = useFormats();
  const seconds = (some: readonly Segment[]) =>
    some.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 1000, 0);
  return t('picture', {
    target: names.target(kind),
    counted: formats.duration(seconds(segments.filter(({ counted }) => counted))),
    whole: formats.duration(seconds(segments)),
    outcome: sla(`outcome.${outcome}`),
    due: dueAt === null ? t('noDue') : t('due', { at: formats.instant(dueAt, zone) }),
  });
}

/** What the fillings mean, of those that are there. */
export function Legend({ segments }: { readonly segments: readonly Segment[] }) {
  const t = useWords(requestWords);
  const kinds = [...new Set(segments.map(({ why }) => why))];
  return (
    <ul className="legend" aria-hidden="true">
      {kinds.map((why) => (
        <li key={why}>
          <span
            className={`swatch ${why === 'running' ? 'is-counted' : why === 'stopped' ? 'is-stopped' : 'is-off'}`}
          />
          {t(`segment.${why}`)}
        </li>
      ))}
    </ul>
  );
}
