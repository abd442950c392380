import { atLeastZero, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { type Terms } from '../terms.js';
import { addPeriods, dayInPeriod, type Period } from '../time/dates.js';
import { later, type Instant } from '../time/instant.js';
import { missKey, standingPenalty, uncreditedPenalties } from './account.js';
import { dueInstant } from './due-days.js';
import { type Contest, type ContractState, type FixedMiss, type Invoice } from './state.js';

/** One line of a month's statement: a miss with its penalty, a charge, or a part of an invoice. */
export interface StatementLine {
  /** `miss/R1/response@…`, `charge/CONSEQUENCE/KEY@…`, `invoice/2025-01/fee|interest|credit`. */
  readonly line: string;
  readonly kind: 'miss' | 'charge' | 'fee' | 'interest' | 'credit';
  readonly amount: Fen;
}

/** The lines of a month's statement, once the month has closed: its misses and charges, and its invoice (clauses 2.6, 3.2). */
export function statementLines(state: ContractState, period: Period): StatementLine[] {
  const misses = state.misses
    .filter((miss) => miss.period === period && miss.annulledAt === null)
    .map((miss): StatementLine => ({ line: missLine(miss), kind: 'miss', amount: standingPenalty(miss) }));
  const charges = state.charges
    .filter((charge) => charge.period === period)
    .map((charge): StatementLine => {
      const line = `charge/${charge.consequence}/${charge.key}@${charge.at}`;
      return { line, kind: 'charge', amount: charge.amount };
    });
  const invoices = state.invoices.filter((invoice) => invoice.period === period).flatMap(invoiceLines);
  return [...misses, ...charges, ...invoices];
}

/** Both sides may accept or contest a month's statement up to this instant: the due day of the month after it. */
export function answerBy(terms: Terms, period: Period): Instant {
  return dueInstant(dayInPeriod(addPeriods(period, 1), terms.billing.dueDay), terms).at;
}

/**
 * Penalties that invoices can be reduced by, or that are paid out at the end: contested ones are held out until they are
 * decided (clause 2.6). Below zero when one that was credited before is held out now.
 */
export function creditablePenalties(state: ContractState): Fen {
  return subtractFen(uncreditedPenalties(state), heldOutPenalties(state));
}

/** Penalties that somebody contests: no invoice is reduced by them until that is decided (clause 2.6). */
export function heldOutPenalties(state: ContractState): Fen {
  const lines = openLines(state);
  const held = state.misses.filter((miss) => lines.has(missLine(miss)));
  return sumFen(held.map(standingPenalty));
}

/** What of an invoice is due although lines of it are contested (clause 3.2). */
export function undisputed(state: ContractState, invoice: Invoice, outstanding: Fen): Fen {
  const lines = openLines(state);
  const contested = invoiceLines(invoice).filter(({ line, kind }) => kind !== 'credit' && lines.has(line));
  return atLeastZero(
    subtractFen(outstanding, minFen(outstanding, sumFen(contested.map(({ amount }) => amount)))),
  );
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

function invoiceLines(invoice: Invoice): StatementLine[] {
  const { period, amount, interest, credited } = invoice;
  const lines: StatementLine[] = [
    { line: `invoice/${period}/fee`, kind: 'fee', amount },
    { line: `invoice/${period}/interest`, kind: 'interest', amount: interest },
    { line: `invoice/${period}/credit`, kind: 'credit', amount: subtractFen(ZERO_FEN, credited) },
  ];
  return lines.filter(({ kind, amount: each }) => kind === 'fee' || each !== ZERO_FEN);
}
