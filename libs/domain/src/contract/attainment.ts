import { type IncidentState } from '../incident/state.js';
import { isBelowPercent, percentText, type DecimalText } from '../money/ratio.js';
import { NO_PRIORITY, termsAt, type Priority, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { type ClosedMonth, type ContractState } from './state.js';

/** Concluded targets of a month: those met, and those missed and neither waived nor annulled (clause 2.5). */
export interface Attainment {
  readonly met: number;
  readonly missed: number;
}

/** The targets met within a month, by priority, as known at its close; by the record's month where that owns them. */
export function metInMonth(
  terms: Terms,
  requests: readonly IncidentState[],
  from: Instant,
  to: Instant,
): ClosedMonth['met'] {
  const within = (at: Instant): boolean => from <= at && at < to;
  const met: Record<Priority, number> = {};
  for (const request of requests) {
    const byRecord = termsAt(terms, request.recordedAt).service?.missOwnedBy === 'record';
    for (const verdict of request.verdicts) {
      const isOwn = within(byRecord ? request.recordedAt : verdict.at) && verdict.at < to;
      if (verdict.outcome !== 'met' || verdict.takenBackAt !== null || !isOwn) continue;
      met[verdict.priority] = (met[verdict.priority] ?? 0) + 1;
    }
  }
  return met;
}

/** The attainment of a closed month, by priority, as it stands after waivers. */
export function attainmentOf(
  state: Pick<ContractState, 'misses'>,
  month: ClosedMonth,
): Record<Priority, Attainment> {
  const attainment: Record<Priority, Attainment> = {};
  for (const [priority, met] of Object.entries(month.met)) attainment[priority] = { met, missed: 0 };
  for (const miss of state.misses) {
    if (miss.period !== month.period || !miss.counted || miss.waiver || miss.annulledAt) continue;
    // A late report or delivery is no target of a request: attainment is of the service.
    if (miss.priority === NO_PRIORITY) continue;
    const known = attainment[miss.priority] ?? { met: 0, missed: 0 };
    attainment[miss.priority] = { ...known, missed: known.missed + 1 };
  }
  return attainment;
}

/** Several attainments as one. */
export function together(parts: Iterable<Attainment>): Attainment {
  let [met, missed] = [0, 0];
  for (const part of parts) [met, missed] = [met + part.met, missed + part.missed];
  return { met, missed };
}

/** Percent with one decimal, rounded down, `"99.5"`; null where nothing was concluded: n/a, not 100 %. */
export function attainmentPercent({ met, missed }: Attainment): DecimalText | null {
  return met + missed === 0 ? null : percentText(met, met + missed);
}

/** Whether the attainment of a priority is below what the contract asks for. */
export function isBelow({ met, missed }: Attainment, percent: DecimalText): boolean {
  return met + missed > 0 && isBelowPercent(met, met + missed, percent);
}
