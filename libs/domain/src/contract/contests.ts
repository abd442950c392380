import { atLeastZero, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { type Terms } from '../terms.js';
import { addPeriods, dayInPeriod, periodOf, type Period } from '../time/dates.js';
import { later, type Instant } from '../time/instant.js';
import { missKey, standingPenalty, uncreditedPenalties } from './account.js';
import { dayBefore, dueInstant } from './due-days.js';
import { interestOutstanding, principalOutstanding } from './owed.js';
import { type Charge, type Contest, type ContractState, type FixedMiss, type Invoice } from './state.js';

/** One line of a month's statement: a miss with its penalty, a charge, or a part of an invoice. */
export interface StatementLine {
  /** `miss/R1/response@…`, `charge/CONSEQUENCE/KEY@…`, `invoice/2025-01/fee|interest|credit`. */
  readonly line: string;
  readonly kind: 'miss' | 'charge' | 'fee' | 'interest' | 'credit';
  readonly amount: Fen;
}

/** The lines of a month's statement, once the month has closed: its misses and charges, and its invoice (clauses 2.6, 3.2). */
export function statementLines(state: ContractState, period: Period): StatementLine[] {
  return datedLines(state, period).map(({ line, kind, amount }) => ({ line, kind, amount }));
}

/** A line, and since when the statement has it: a correction, or the invoice of a quarter, comes later than the month. */
interface DatedLine extends StatementLine {
  readonly since: Instant;
}

/** The line of that name in a month's statement, with the instant since when it is there. */
export function lineNamed(state: ContractState, period: Period, line: string): DatedLine | undefined {
  return datedLines(state, period).find((each) => each.line === line);
}

function datedLines(state: ContractState, period: Period): DatedLine[] {
  const misses = state.misses
    .filter((miss) => miss.period === period && miss.annulledAt === null)
    .map((miss): DatedLine => {
      return { line: missLine(miss), kind: 'miss', amount: standingPenalty(miss), since: miss.fixedAt };
    });
  const charges = state.charges
    .filter((charge) => charge.period === period)
    .map((charge): DatedLine => {
      return { line: chargeLine(charge), kind: 'charge', amount: charge.amount, since: charge.at };
    });
  const invoices = state.invoices
    .filter((invoice) => invoice.period === period)
    .flatMap((invoice) => invoiceLines(invoice).map((line) => ({ ...line, since: invoice.issuedAt })));
  return [...misses, ...charges, ...invoices];
}

/** Both sides may accept or contest a month's statement up to this instant: the due day of the month after it. */
export function answerBy(terms: Terms, period: Period): Instant {
  return dueInstant(dayInPeriod(addPeriods(period, 1), terms.billing.dueDay), terms).at;
}

/** Until when a line may be contested that came into a statement at an instant: as if it were of the month of that. */
export function lineAnswerBy(terms: Terms, since: Instant): Instant {
  return answerBy(terms, periodOf(dayBefore(since, terms.zone)));
}

/**
 * Penalties that invoices can be reduced by, or that are paid out at the end: contested ones are held out until they are
 * decided (clause 2.6). Below zero when one that was credited before is held out now.
 */
export function creditablePenalties(state: ContractState): Fen {
  return subtractFen(uncreditedPenalties(state), heldOutPenalties(state));
}

/** Penalties and charges that somebody contests: no invoice is reduced by them until that is decided (clause 2.6). */
export function heldOutPenalties(state: ContractState): Fen {
  const lines = openLines(state);
  const held = state.misses.filter((miss) => lines.has(missLine(miss)));
  return sumFen([...held.map(standingPenalty), ...heldOutCharges(state, lines)]);
}

/** What is contested of each charge, at most what is left of it after its corrections. */
function heldOutCharges({ charges }: ContractState, lines: ReadonlySet<string>): Fen[] {
  const contested = charges.filter((charge) => charge.on !== 'latePayment' && lines.has(chargeLine(charge)));
  const occasions = new Map(contested.map((charge) => [`${charge.consequence}/${charge.key}`, charge]));
  return [...occasions.values()].map((one) => {
    const isSame = ({ consequence, key }: Charge): boolean =>
      consequence === one.consequence && key === one.key;
    const held = sumFen(contested.filter(isSame).map(({ amount }) => amount));
    return minFen(held, atLeastZero(sumFen(charges.filter(isSame).map(({ amount }) => amount))));
  });
}

/** Whether the fee that an invoice asks for is contested: it is not due meanwhile, nor is interest on it (clause 3.2). */
export function isFeeContested(state: ContractState, { period }: Invoice): boolean {
  return openContest(state, feeLine(period)) !== undefined;
}

/** What of an invoice is due although lines of it are contested (clause 3.2). */
export function undisputed(state: ContractState, invoice: Invoice): Fen {
  const fee = isFeeContested(state, invoice) ? ZERO_FEN : principalOutstanding(invoice);
  const isInterestContested = openContest(state, `invoice/${invoice.period}/interest`) !== undefined;
  return sumFen([fee, isInterestContested ? ZERO_FEN : interestOutstanding(invoice)]);
}

/** When an invoice is overdue that nobody contests any more: not before the last of its lines was decided. */
export function overdueAfter(state: ContractState, invoice: Invoice): Instant {
  const decided = state.contests.filter(({ line }) => line.startsWith(`invoice/${invoice.period}/`));
  return decided.reduce((last, each) => (each.decided ? later(last, each.decided.at) : last), invoice.dueAt);
}

/** The contest of a line that waits for its decision. */
export function openContest(state: ContractState, line: string): Contest | undefined {
  return state.contests.find((each) => each.line === line && each.decided === null);
}

function openLines(state: ContractState): ReadonlySet<string> {
  return new Set(state.contests.filter(({ decided }) => decided === null).map(({ line }) => line));
}

/** How a statement names a miss. */
export function missLine(miss: FixedMiss): string {
  return `miss/${missKey(miss)}`;
}

/** How a statement names the fee of an invoice. */
export function feeLine(period: string): string {
  return `invoice/${period}/fee`;
}

/** How a statement names a charge. */
export function chargeLine({ consequence, key, at }: Charge): string {
  return `charge/${consequence}/${key}@${at}`;
}

function invoiceLines(invoice: Invoice): StatementLine[] {
  const { period, amount, interest, credited } = invoice;
  const lines: StatementLine[] = [
    { line: feeLine(period), kind: 'fee', amount },
    { line: `invoice/${period}/interest`, kind: 'interest', amount: interest },
    { line: `invoice/${period}/credit`, kind: 'credit', amount: subtractFen(ZERO_FEN, credited) },
  ];
  return lines.filter(({ kind, amount: each }) => kind === 'fee' || each !== ZERO_FEN);
}
