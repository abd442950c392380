import { type Request, type Target } from './request';

/** Where instants stand on the axis of a target: from the record to its deadline, or to what came after it. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  /** In percent of the axis, from 0 to 100. */
  readonly place: (at: number) => number;
  readonly ticks: readonly number[];
  /** Up to where everything is known, while something is pending; null where all is decided. */
  readonly known: number | null;
}

const TICKS = 4;

/** How much of the way is shown behind the deadline, at most. */
const LATE = 0.5;

export function scaleOf({ recordedAt, facts }: Request, target: Target, known: number): Scale {
  const { outcome, dueAt, segments, metBy } = target;
  const isPending = outcome === 'pending';
  const from = Date.parse(recordedAt);
  const told = metBy.flatMap((name) => facts[name] ?? []).map(Date.parse);
  const due = dueAt === null ? [] : [Date.parse(dueAt)];
  const last = Math.max(from + 60_000, ...segments.map((segment) => Date.parse(segment.to)), ...due);
  // What came long after the deadline stands at the edge: the way to the deadline is what is to be seen.
  const late = Math.max(last, ...told, ...(isPending ? [known] : []));
  const to = Math.min(late, last + (last - from) * LATE);
  const place = (at: number) => Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => from + ((to - from) * index) / TICKS);
  return { from, to, place, ticks, known: isPending && known <= to ? known : null };
}
