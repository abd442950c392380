import { type Step } from '../entry.js';
import { atLeastZero, formatYuan, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { answersTo, permilleOfDecision, questionTo } from '../question.js';
import { consequencesOn, type ConsequenceTerms, type Terms } from '../terms.js';
import { addDays, daysBetween, type Period, type PlainDate } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn } from '../time/zone.js';
import { fixCharges, settleCharges, takeBack, type Occurrence } from './charges.js';
import { chargeLine, feeLine, isFeeContested, openContest } from './contests.js';
import { dayBefore } from './due-days.js';
import { type ContractContext } from './events.js';
import { lawsOf, type Law } from './laws.js';
import { periodOfMoment } from './obligations.js';
import { principalOutstanding } from './owed.js';
import { type Charge, type ContractState, type Invoice } from './state.js';

/**
 * Fixes the interest on what is overdue, up to an instant (clause 3.2): for each day after the last in time, the day
 * that has begun included, on what was outstanding. It is fixed before each payment, at each month's close and at the
 * end, so that the amount a day's interest is taken of never changes within what is fixed. What is contested waits; where it
 * stands it was owed all along. `paid`, of the invoices, do not wait: a payment changes what they owe.
 */
export function accrueInterest(
  terms: Terms,
  state: ContractState,
  at: Instant,
  context: ContractContext,
  paid: readonly Period[] = [],
): Step<ContractState> {
  const laws = interestLaws(terms);
  if (laws.length === 0) return { state, entries: [] };
  const today = dayBefore(at, terms.zone);
  const stretches = state.invoices.flatMap((invoice) => {
    const last = invoice.interestThrough ?? lastDayInTime(terms, invoice);
    const waits = !paid.includes(invoice.period) && isFeeContested(state, invoice);
    const base = principalOutstanding(invoice);
    if (waits || base === ZERO_FEN || at <= invoice.dueAt || last >= today) return [];
    return stretchesOf(laws, { invoice, base, after: last, through: today }, at, context);
  });
  const periods = new Set(stretches.map(({ key }) => key.slice(0, key.indexOf('/'))));
  const invoices = state.invoices.map((invoice) => {
    return periods.has(invoice.period) ? { ...invoice, interestThrough: today } : invoice;
  });
  return fixCharges({ ...state, invoices }, at, stretches, context);
}

/** The invoices that a payment has taken something off the amount of. */
export function invoicesPaid(before: ContractState, after: ContractState): readonly Period[] {
  const paid = after.invoices.filter((invoice, index) => {
    const earlier = before.invoices[index];
    return earlier && principalOutstanding(earlier) !== principalOutstanding(invoice);
  });
  return paid.map(({ period }) => period);
}

interface InterestLaw extends Law {
  readonly consequence: ConsequenceTerms;
}

/** The laws of a contract under which a late payment bears interest. */
function interestLaws(terms: Terms): InterestLaw[] {
  return lawsOf(terms).flatMap((law) => {
    const [consequence] = consequencesOn(law.terms, 'latePayment');
    return consequence ? [{ ...law, consequence }] : [];
  });
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

/** The stretches of each law that the days lie in. */
function stretchesOf(
  laws: readonly InterestLaw[],
  days: Lateness,
  at: Instant,
  context: ContractContext,
): Occurrence[] {
  return laws.flatMap((law) => {
    const { zone } = law.terms;
    const [begins, ends] = [law.from, law.until].map((each) => each && dayBefore(each, zone));
    const after = begins && begins > days.after ? begins : days.after;
    const through = ends && ends < days.through ? ends : days.through;
    return after < through ? stretchesUnder(law, { ...days, after, through }, at, context) : [];
  });
}

/** Days in a row for which the rules give the same permille are one stretch, rounded once. */
function stretchesUnder(
  { terms, consequence }: InterestLaw,
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
      terms,
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
  const laws = interestLaws(terms);
  if (laws.length === 0) return { state: after, entries: [] };
  const paidOn = dateIn(paidAt, terms.zone);
  const tooMuch = after.invoices.flatMap((invoice, index) => {
    const earlier = before.invoices[index];
    const through = invoice.interestThrough;
    if (!earlier || through === null || through <= paidOn) return [];
    const base = subtractFen(principalOutstanding(earlier), principalOutstanding(invoice));
    if (base === ZERO_FEN) return [];
    const inTime = lastDayInTime(terms, invoice);
    const late = { invoice, base, after: paidOn > inTime ? paidOn : inTime, through };
    return stretchesOf(laws, late, after.through, context);
  });
  return takeBack(after, tooMuch, context);
}

/**
 * Interest that was fixed and that no invoice has asked for yet; that of an invoice whose fee is contested is not asked for
 * before that is decided. Below zero where a payment told late has taken back what was asked for.
 */
export function unbilledInterest(state: ContractState): Fen {
  const fixed = state.charges.filter(({ on }) => on === 'latePayment');
  const asked = sumFen(state.invoices.map((invoice) => invoice.interest));
  const unbilled = subtractFen(sumFen(fixed.map(({ amount }) => amount)), asked);
  const waiting = fixed.filter((charge) => isHeldOut(state, charge));
  return subtractFen(unbilled, minFen(atLeastZero(unbilled), sumFen(waiting.map(({ amount }) => amount))));
}

/** Interest waits with the fee it is of, and by itself where it is contested, unless an invoice has asked for it before. */
function isHeldOut(state: ContractState, charge: Charge): boolean {
  const [period = ''] = charge.key.split('/');
  const contest = openContest(state, feeLine(period)) ?? openContest(state, chargeLine(charge));
  if (!contest) return false;
  return !state.invoices.some(({ issuedAt }) => charge.at <= issuedAt && issuedAt <= contest.at);
}

function lastDayInTime(terms: Terms, invoice: Invoice): PlainDate {
  return dayBefore(invoice.dueAt, terms.zone);
}
