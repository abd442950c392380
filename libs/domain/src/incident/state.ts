import { type Segment, type Run } from '../sla/clock.js';
import { type MeetingFact, type Priority, type TargetKind, type TargetTerms } from '../terms.js';
import { type Fen } from '../money/fen.js';
import { type Period } from '../time/dates.js';
import { toSeconds, type Instant } from '../time/instant.js';
import { type IncidentEvent, type IntakeChannel } from './events.js';

export type RequestStatus = 'open' | 'paused' | 'resolved' | 'closed';
export type TargetOutcome = 'pending' | 'met' | 'missed' | 'withdrawn';

/** One SLA target of a request as it stands. A decided one keeps the deadline it was decided by. */
export interface Target {
  readonly kind: TargetKind;
  readonly terms: TargetTerms;
  readonly outcome: TargetOutcome;
  /** Null while its clock stands still. */
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  readonly segments: readonly Segment[];
  readonly metBy: MeetingFact | null;
}

/** What was decided of a target, and when. A verdict that a reopening took back keeps the instant of that. */
export interface Verdict {
  readonly target: TargetKind;
  readonly outcome: 'met' | 'missed';
  readonly priority: Priority;
  readonly at: Instant;
  readonly takenBackAt: Instant | null;
}

/** A target that was not met in time (clause 2.6). `base` is the amount in force that the permille is taken of. */
export interface Miss {
  /** The request; for a miss of the contract itself, the report or the obligation. */
  readonly request: string;
  readonly target: string;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly period: Period;
  readonly priority: Priority;
  readonly base: Fen;
}

/**
 * Whether a miss stands when the contract ends at an instant: a deadline at the very end is withdrawn, but a miss that a
 * reclassification of that instant brought about came before the end, in the order of events.
 */
export function standsAtEnd(miss: Miss, endedAt: Instant): boolean {
  return miss.at < endedAt || (miss.at === endedAt && miss.dueAt < endedAt);
}

/** A turn in the request's life that the monthly report counts by. */
export interface Milestone {
  readonly at: Instant;
  readonly kind: 'resolved' | 'reopened' | 'closed';
}

/** A service request as a fold of its events. */
export interface IncidentState {
  readonly law: string;
  readonly request: string;
  readonly status: RequestStatus;
  readonly priority: Priority;
  readonly recordedAt: Instant;
  readonly receivedAt: Instant | null;
  /** The last instant whose events and deadlines are accounted for. */
  readonly through: Instant;
  /** When the contract ended; from then on no target changes. */
  readonly contractEndedAt: Instant | null;
  /** Where the clocks begin: at the record, or at the reclassification or reopening that started them anew. */
  readonly startedAt: Instant;
  /** The runs of the resolution clock. */
  readonly runs: readonly Run[];
  /** The pauses, for a response clock that knows them; the last is open while the request is paused. */
  readonly pauses: readonly Run[];
  /** The first time of each meeting fact; `resolved` only while it stands. */
  readonly facts: Readonly<Record<MeetingFact, Instant | null>>;
  readonly targets: readonly Target[];
  readonly verdicts: readonly Verdict[];
  readonly misses: readonly Miss[];
  readonly milestones: readonly Milestone[];
  readonly ratings: readonly { readonly at: Instant; readonly score: number }[];
  /** Every event, in order, so that a fact that arrives late can be set in its place. */
  readonly log: readonly IncidentEvent[];
}

/** The next instant at which a pending target of the request passes, or null. */
export function nextTargetDeadline(state: IncidentState): Instant | null {
  let next: Instant | null = null;
  for (const target of state.targets) {
    if (target.outcome !== 'pending' || target.dueAt === null) continue;
    if (next === null || target.dueAt < next) next = target.dueAt;
  }
  return next;
}

/** Seconds from when the notice was received to its record; null where nobody told when it was received. */
export function recordingGapSeconds(recordedAt: Instant, receivedAt: Instant | null): number | null {
  return receivedAt === null ? null : toSeconds(recordedAt) - toSeconds(receivedAt);
}

/** How the notice of a request came in; null where it was not told. */
export function channelOf({ log }: Pick<IncidentState, 'log'>): IntakeChannel | null {
  const [first] = log;
  return (first?.type === 'request.recorded' ? first.channel : undefined) ?? null;
}
