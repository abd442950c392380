import { subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { shareOf } from '../money/ratio.js';
import { type BillTerms, type PeriodTerms, type Terms } from '../terms.js';
import { addDays, daysBetween, type Period } from '../time/dates.js';
import { earlier, later, type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { type ContractState } from './state.js';

/** The next invoice and when it is issued; null when none is to come, or none that could be known yet (clause 3.2). */
export function nextBill(terms: Terms, state: ContractState): { bill: BillTerms; at: Instant } | null {
  const bill = terms.billing.plan[state.invoices.length];
  if (!bill || state.activatedAt === null) return null;
  const at = issuedAt(terms, state, bill);
  if (at === null) return null;
  if (state.end !== null && !isOwedAfterEnd(bill, at, state.end.at)) return null;
  return { bill, at: later(at, state.activatedAt) };
}

function issuedAt(terms: Terms, state: ContractState, bill: BillTerms): Instant | null {
  switch (terms.billing.timing) {
    case 'inAdvance':
      return bill.from;
    case 'inArrears':
      return state.end === null ? bill.to : earlier(state.end.at, bill.to);
    case 'onPerformance': {
      const performed = state.obligations.map(({ performedAt }) => performedAt);
      if (performed.includes(null)) return null;
      return performed.reduce<Instant>((a, b) => (b === null ? a : later(a, b)), terms.startsAt);
    }
  }
}

/**
 * After the end, what was served and not invoiced yet still is: in arrears, also where an amendment of that very instant
 * would have had the next invoice in advance; and so is what was performed.
 */
function isOwedAfterEnd(bill: BillTerms, at: Instant, endedAt: Instant): boolean {
  return bill.from < endedAt && at <= endedAt;
}

/** What an invoice comes to: all of it, or after an early end the part that was served. */
export function billAmount(terms: Terms, state: ContractState, bill: BillTerms): Fen {
  return state.end === null ? bill.amount : servedOf(terms, bill, state.end.at);
}

/** What of an invoice is owed though the contract ended at an instant: all of what was performed, else what was served. */
export function servedOf(terms: Terms, bill: BillTerms, endedAt: Instant): Fen {
  if (terms.billing.timing === 'onPerformance') return bill.amount;
  return subtractFen(bill.amount, unusedOf(terms, bill, endedAt));
}

/** The fees, in an invoice, of the days after an instant. A day that had begun is used; rounded half up by the month. */
export function unusedOf(terms: Terms, bill: BillTerms, endedAt: Instant): Fen {
  const months = terms.schedule.filter((month) => bill.from <= month.from && month.from < bill.to);
  return sumFen(months.map((month) => unusedOfMonth(terms, month, endedAt)));
}

function unusedOfMonth(terms: Terms, month: PeriodTerms, endedAt: Instant): Fen {
  if (endedAt <= month.from) return month.fee;
  if (endedAt >= month.to || terms.billing.partMonths === 'full') return ZERO_FEN;
  const today = dateIn(endedAt, terms.zone);
  const firstUnused = startOfDay(today, terms.zone) === endedAt ? today : addDays(today, 1);
  const unusedDays = Math.max(0, daysBetween(firstUnused, month.endDate));
  return shareOf(month.fee, unusedDays, daysBetween(month.firstDate, month.endDate));
}

/** The plan of the invoice that a month names. */
export function billNamed(terms: Terms, period: Period): BillTerms {
  const bill = terms.billing.plan.find((candidate) => candidate.period === period);
  if (!bill) throw new Error(`no invoice is named by ${period}`);
  return bill;
}
