import { type Miss } from '../incident/state.js';
import { NO_PRIORITY, periodAt, type ObligationTerms, type Terms } from '../terms.js';
import { addDays, daysBetween, periodOf, type Period, type PlainDate } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { missConsequence } from './account.js';
import { baseOf } from './bases.js';
import { dayBefore, dueInstant, endOfDay } from './due-days.js';
import { type ContractState, type ObligationState } from './state.js';

/** The obligations of a contract at its beginning. */
export function openObligations(terms: Terms): ObligationState[] {
  return terms.obligations.map(({ id }) => ({ id, performedAt: null, excusedDays: 0, missed: false }));
}

/** By when an obligation is to be performed: excused days move its due day on. */
export function obligationDueAt(terms: Terms, owed: ObligationTerms, state: ObligationState): Instant {
  return state.excusedDays === 0 ? owed.dueAt : dueInstant(dueDate(owed, state), terms).at;
}

/** When a delay gives the client the right to end the contract; null where the contract gives none. */
export function delayRightAt(terms: Terms, owed: ObligationTerms, state: ObligationState): Instant | null {
  const { delayDays } = terms.termination;
  if (delayDays === null) return null;
  return endOfDay(addDays(lastDayInTime(terms, owed, state), delayDays), terms.zone);
}

/** Days by which an obligation is or was late at an instant; a day that has begun counts. */
export function lateness(terms: Terms, owed: ObligationTerms, state: ObligationState, at: Instant): number {
  const until = state.performedAt !== null && state.performedAt < at ? state.performedAt : at;
  return Math.max(0, daysBetween(lastDayInTime(terms, owed, state), dayBefore(until, terms.zone)));
}

/** The month of the last day before an instant: 00:00 of the 1st still belongs to what it closes. */
export function periodOfMoment(terms: Terms, at: Instant): Period {
  return periodOf(dayBefore(at, terms.zone));
}

function dueDate(owed: ObligationTerms, { excusedDays }: ObligationState): PlainDate {
  return addDays(owed.dueDate, excusedDays);
}

function lastDayInTime(terms: Terms, owed: ObligationTerms, state: ObligationState): PlainDate {
  return dayBefore(obligationDueAt(terms, owed, state), terms.zone);
}

/** A miss of the contract itself; null at its end or after it, where no month could own it. */
export function ownMiss(terms: Terms, request: string, target: string, at: Instant): Miss | null {
  const month = periodAt(terms, at);
  if (!month) return null;
  const base = baseOf(terms, missConsequence(terms), month.period);
  return { request, target, at, dueAt: at, period: month.period, priority: NO_PRIORITY, base };
}

/** The terms of an obligation by its name. */
export function obligationNamed(terms: Terms, id: string): ObligationTerms {
  const owed = terms.obligations.find((obligation) => obligation.id === id);
  if (!owed) throw new Error(`${id} is no obligation of the contract`);
  return owed;
}

/** The state with one obligation changed. */
export function withObligation(
  state: ContractState,
  id: string,
  change: Partial<ObligationState>,
): ContractState {
  return {
    ...state,
    obligations: state.obligations.map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}
