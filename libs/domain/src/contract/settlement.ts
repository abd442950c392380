import { atLeastZero, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { shareOf } from '../money/ratio.js';
import { type Terms } from '../terms.js';
import { addDays, daysBetween } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { uncreditedPenalties } from './account.js';
import { outstanding } from './billing.js';
import { type ContractState } from './state.js';

/** What the parties owe each other once the contract has ended, as known now. */
export interface Settlement {
  readonly at: Instant;
  /** What the client still owes on invoices. */
  readonly outstanding: Fen;
  /** Penalties that no invoice could be reduced by. */
  readonly penaltiesPaidOut: Fen;
  /** The unused days of a month already invoiced. */
  readonly refund: Fen;
}

/** The settlement of an ended contract; null before its end. */
export function settlementOf(terms: Terms, state: ContractState): Settlement | null {
  if (state.end === null) return null;
  return {
    at: state.end.at,
    outstanding: sumFen(state.invoices.map(outstanding)),
    penaltiesPaidOut: atLeastZero(uncreditedPenalties(state)),
    refund: refundOf(terms, state, state.end.at),
  };
}

/** The share of the month's fee for its unused days; a day that had begun is used. Rounded half up. */
function refundOf(terms: Terms, state: ContractState, endedAt: Instant): Fen {
  const month = terms.schedule.find((candidate) => candidate.from <= endedAt && endedAt < candidate.to);
  const invoice = state.invoices.find((candidate) => candidate.period === month?.period);
  if (!month || !invoice) return ZERO_FEN;
  const today = dateIn(endedAt, terms.zone);
  const firstUnused = startOfDay(today, terms.zone) === endedAt ? today : addDays(today, 1);
  const unusedDays = Math.max(0, daysBetween(firstUnused, month.endDate));
  return shareOf(invoice.amount, unusedDays, daysBetween(month.firstDate, month.endDate));
}

/** What is left to be paid out to the client: penalties, refund and money no invoice took, less what was paid out. */
export function payoutDue(settlement: Settlement, state: ContractState): Fen {
  const owed = sumFen([settlement.penaltiesPaidOut, settlement.refund, state.unapplied]);
  return atLeastZero(subtractFen(owed, state.paidOut));
}
