import { type Step } from '../entry.js';
import { formatYuan, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { answersTo, permilleOfDecision, questionTo } from '../question.js';
import { consequencesOn, type ConsequenceTerms, type Terms } from '../terms.js';
import { addDays, daysBetween, type PlainDate } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn } from '../time/zone.js';
import { principalOutstanding } from './billing.js';
import { fixCharges, settleCharges, takeBack, type Occurrence } from './charges.js';
import { undisputed } from './contests.js';
import { dayBefore } from './due-days.js';
import { type ContractContext } from './events.js';
import { periodOfMoment } from './obligations.js';
import { type ContractState, type Invoice } from './state.js';

/**
 * Fixes the interest on what is overdue, up to an instant (clause 3.2): for each day after the last in time, the day
 * that has begun included, on what was outstanding. It is fixed before each payment, at each month's close and at the
 * end, so that the amount a day's interest is taken of never changes within what is fixed.
 */
export function accrueInterest(
  terms: Terms,
  state: ContractState,
  at: Instant,
  context: ContractContext,
): Step<ContractState> {
  const [consequence] = consequencesOn(terms, 'latePayment');
  if (!consequence) return { state, entries: [] };
  const today = dayBefore(at, terms.zone);
  const stretches = state.invoices.flatMap((invoice) => {
    const last = invoice.interestThrough ?? lastDayInTime(terms, invoice);
    // What is contested waits; where it stands, it was owed all along.
    const base = undisputed(state, invoice, principalOutstanding(invoice));
    if (base === ZERO_FEN || at <= invoice.dueAt || last >= today) return [];
    const late = { invoice, base, after: last, through: today };
    return stretchesOf(terms, consequence, late, at, context);
  });
  const periods = new Set(stretches.map(({ key }) => key.slice(0, key.indexOf('/'))));
  const invoices = state.invoices.map((invoice) => {
    return periods.has(invoice.period) ? { ...invoice, interestThrough: today } : invoice;
  });
  return fixCharges(terms, { ...state, invoices }, at, stretches, context);
}

/**
 * The contract with what would be fixed if it were looked at now: a delay that goes on, and interest on what is overdue.
 * For showing; nothing is written down by it.
 */
export function withAccruing(
  terms: Terms,
  state: ContractState,
  at: Instant,
  context: ContractContext,
): ContractState {
  const delayed = state.end ? state : settleCharges(terms, state, at, [], context).state;
  return accrueInterest(terms, delayed, at, context).state;
}

/** What was owed late: of which invoice, how much, and on which days. */
interface Lateness {
  readonly invoice: Invoice;
  readonly base: Fen;
  readonly after: PlainDate;
  readonly through: PlainDate;
}

/** Days in a row for which the rules give the same permille are one stretch, rounded once. */
function stretchesOf(
  terms: Terms,
  consequence: ConsequenceTerms,
  days: Lateness,
  at: Instant,
  context: ContractContext,
): Occurrence[] {
  const { invoice, base } = days;
  const inTime = lastDayInTime(terms, invoice);
  const count = daysBetween(days.after, days.through);
  const facts = Array.from({ length: count }, (_, index) => ({
    period: invoice.period,
    daysLate: daysBetween(inTime, days.after) + index + 1,
    invoiceAmount: formatYuan(invoice.amount),
  }));
  const questions = facts.map((each) => questionTo(terms, consequence.rules, each));
  const permilles = answersTo(context.answers, questions).map(permilleOfDecision);
  const starts = permilles.flatMap((permille, index) => (permille === permilles[index - 1] ? [] : [index]));
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? count;
    const from = addDays(days.after, start + 1);
    return {
      consequence,
      key: `${invoice.period}/${from}`,
      period: periodOfMoment(terms, at),
      base,
      times: end - start,
      facts: facts[start] ?? {},
    };
  });
}

/**
 * A payment told late was made before days for which interest has been fixed: what it paid of the invoices bore none on
 * those days. The interest is corrected by new entries; `before` is the state without the payment.
 */
export function correctInterest(
  terms: Terms,
  before: ContractState,
  after: ContractState,
  paidAt: Instant,
  context: ContractContext,
): Step<ContractState> {
  const [consequence] = consequencesOn(terms, 'latePayment');
  if (!consequence) return { state: after, entries: [] };
  const paidOn = dateIn(paidAt, terms.zone);
  const tooMuch = after.invoices.flatMap((invoice, index) => {
    const earlier = before.invoices[index];
    const through = invoice.interestThrough;
    if (!earlier || through === null || through <= paidOn) return [];
    const base = subtractFen(principalOutstanding(earlier), principalOutstanding(invoice));
    if (base === ZERO_FEN) return [];
    const inTime = lastDayInTime(terms, invoice);
    const late = { invoice, base, after: paidOn > inTime ? paidOn : inTime, through };
    return stretchesOf(terms, consequence, late, after.through, context);
  });
  return takeBack(terms, after, tooMuch, context);
}

/** Interest that was fixed and that no invoice has asked for yet. */
export function unbilledInterest(state: ContractState): Fen {
  const fixed = state.charges.filter(({ on }) => on === 'latePayment').map(({ amount }) => amount);
  return subtractFen(sumFen(fixed), sumFen(state.invoices.map((invoice) => invoice.interest)));
}

function lastDayInTime(terms: Terms, invoice: Invoice): PlainDate {
  return dayBefore(invoice.dueAt, terms.zone);
}
