import { type IntakeChannel } from '../incident/events.js';
import { channelOf, recordingGapSeconds, type IncidentState, type Verdict } from '../incident/state.js';
import { secondsRun } from '../sla/clock.js';
import { prioritiesOf, type Priority, type Terms } from '../terms.js';
import { toSeconds, type Instant } from '../time/instant.js';

/** Figures of one priority. Averages are null where nothing was concluded: n/a, not 100 %. */
export interface PriorityFigures {
  readonly priority: Priority;
  readonly received: number;
  readonly resolved: number;
  readonly targetsMet: number;
  readonly targetsMissed: number;
  /** Permille of the concluded targets that were met, rounded down; null without a concluded target. */
  readonly attainmentPermille: number | null;
  readonly averageResponseSeconds: number | null;
  readonly averageResolutionElapsedSeconds: number | null;
  readonly averageResolutionCountedSeconds: number | null;
}

/** How the requests of a month came in, and how long it took to put them on record. */
export interface IntakeFigures {
  readonly byChannel: Readonly<Partial<Record<IntakeChannel, number>>>;
  /** Requests of which it was told when the notice was received. */
  readonly received: number;
  readonly averageGapSeconds: number | null;
  readonly longestGapSeconds: number | null;
}

/** The figures of clause 2.5 for one month, as they stood at its end. */
export interface ReportFigures {
  readonly received: number;
  readonly resolved: number;
  /** All requests open at the end of the month, whenever recorded. */
  readonly unresolved: number;
  readonly priorities: readonly PriorityFigures[];
  readonly ratings: number;
  /** Hundredths of a point; null without a rating. */
  readonly averageScoreHundredths: number | null;
  /** Left out where no channel was told in the month: what was drawn up before stays as it was. */
  readonly intake?: IntakeFigures;
}

/** Figures of the month `[from, to)`, from recorded facts only. */
export function reportFigures(
  terms: Terms,
  requests: readonly IncidentState[],
  from: Instant,
  to: Instant,
): ReportFigures {
  const known = requests.filter((request) => request.recordedAt < to);
  const within = (at: Instant): boolean => from <= at && at < to;
  const scores = known.flatMap((request) => request.ratings).filter((rating) => within(rating.at));
  return {
    received: known.filter((request) => within(request.recordedAt)).length,
    resolved: known.filter((request) => isWithin(resolvedAsOf(request, to), within)).length,
    unresolved: known.filter((request) => resolvedAsOf(request, to) === null).length,
    priorities: prioritiesOf(terms).map((priority) => priorityFigures(known, priority, from, to)),
    ratings: scores.length,
    averageScoreHundredths: average(scores.map((rating) => rating.score * 100)),
    ...intakeOf(known.filter((request) => within(request.recordedAt))),
  };
}

function intakeOf(recorded: readonly IncidentState[]): Pick<ReportFigures, 'intake'> {
  const channels = recorded.flatMap((request) => channelOf(request) ?? []);
  if (channels.length === 0) return {};
  const told = recorded.filter((request) => channelOf(request) !== null);
  const gaps = told.flatMap((request) => recordingGapSeconds(request.recordedAt, request.receivedAt) ?? []);
  const byChannel: Partial<Record<IntakeChannel, number>> = {};
  for (const channel of channels.toSorted()) byChannel[channel] = (byChannel[channel] ?? 0) + 1;
  return {
    intake: {
      byChannel,
      received: gaps.length,
      averageGapSeconds: average(gaps),
      longestGapSeconds: gaps.length === 0 ? null : Math.max(...gaps),
    },
  };
}

/** When the request was last resolved, as known just before an instant; null while it was open. */
export function resolvedAsOf(request: IncidentState, before: Instant): Instant | null {
  const turn = request.milestones.findLast(({ at, kind }) => at < before && kind !== 'closed');
  return turn?.kind === 'resolved' ? turn.at : null;
}

function priorityFigures(
  known: readonly IncidentState[],
  priority: Priority,
  from: Instant,
  to: Instant,
): PriorityFigures {
  const within = (at: Instant): boolean => from <= at && at < to;
  const own = known.filter((request) => priorityAsOf(request, to) === priority);
  const verdicts = own
    .flatMap((request) => verdictsAsOf(request, to))
    .filter((verdict) => within(verdict.at));
  const met = verdicts.filter((verdict) => verdict.outcome === 'met').length;
  const resolved = own.filter((request) => isWithin(resolvedAsOf(request, to), within));
  return {
    priority,
    received: own.filter((request) => within(request.recordedAt)).length,
    resolved: resolved.length,
    targetsMet: met,
    targetsMissed: verdicts.length - met,
    attainmentPermille: verdicts.length === 0 ? null : Math.floor((met * 1000) / verdicts.length),
    averageResponseSeconds: average(own.flatMap((request) => responseSeconds(request, within))),
    averageResolutionElapsedSeconds: average(resolved.map((request) => elapsedToResolution(request, to))),
    averageResolutionCountedSeconds: average(resolved.map((request) => countedToResolution(request, to))),
  };
}

/** The priority that the request had just before an instant. */
function priorityAsOf(request: IncidentState, before: Instant): Priority {
  let priority = request.priority;
  for (const event of request.log) {
    if (event.at >= before && event.type !== 'request.recorded') break;
    if (event.type === 'request.recorded' || event.type === 'request.reclassified')
      priority = event.classification.priority;
  }
  return priority;
}

function verdictsAsOf(request: IncidentState, before: Instant): Verdict[] {
  return request.verdicts.filter(
    (verdict) => verdict.at < before && (verdict.takenBackAt === null || verdict.takenBackAt >= before),
  );
}

function responseSeconds(request: IncidentState, within: (at: Instant) => boolean): number[] {
  const at = request.facts.responded;
  return at !== null && within(at) ? [toSeconds(at) - toSeconds(request.recordedAt)] : [];
}

function elapsedToResolution(request: IncidentState, before: Instant): number {
  const at = resolvedAsOf(request, before);
  return at === null ? 0 : toSeconds(at) - toSeconds(request.recordedAt);
}

/** Time that ran on the resolution clock: pauses, and time between a resolution and a reopening, left out. */
function countedToResolution(request: IncidentState, before: Instant): number {
  const at = resolvedAsOf(request, before);
  return at === null ? 0 : secondsRun(request.runs, at);
}

function isWithin(at: Instant | null, within: (at: Instant) => boolean): boolean {
  return at !== null && within(at);
}

function average(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
