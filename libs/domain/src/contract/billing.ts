import { atLeastZero, formatYuan, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { Refusal } from '../refusal.js';
import { type BillTerms, type Terms } from '../terms.js';
import { addDays, dayInPeriod, dayOfMonth, periodOf } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { creditablePenalties, undisputed } from './contests.js';
import { dueInstant } from './due-days.js';
import { type ContractState, type Invoice } from './state.js';

export type InvoiceStatus = 'open' | 'partlyPaid' | 'paid' | 'overdue';

/** What the client has to pay of an invoice: with interest on earlier ones, less the credit. */
export function payable(invoice: Invoice): Fen {
  return subtractFen(sumFen([invoice.amount, invoice.interest]), invoice.credited);
}

/** What is still to be paid of an invoice. */
export function outstanding(invoice: Invoice): Fen {
  return subtractFen(payable(invoice), invoice.paid);
}

/** An invoice is overdue only after its due instant, and not for what is contested (clause 3.2). */
export function invoiceStatus(state: ContractState, invoice: Invoice, at: Instant): InvoiceStatus {
  if (outstanding(invoice) === ZERO_FEN) return 'paid';
  if (at > invoice.dueAt && isDue(state, invoice)) return 'overdue';
  return invoice.paid > ZERO_FEN ? 'partlyPaid' : 'open';
}

/** Whether something is left to be paid that nobody contests. */
export function isDue(state: ContractState, invoice: Invoice): boolean {
  return undisputed(state, invoice) > ZERO_FEN;
}

/** What an invoice asks for: the fees of its months, and interest that was fixed since the last. */
export interface Bill {
  readonly terms: BillTerms;
  readonly amount: Fen;
  readonly interest: Fen;
}

/**
 * Issues an invoice: penalties fixed so far are offset, unless they are paid separately, and money that lay unapplied
 * is taken (clauses 2.6, 3.1, 3.2).
 */
export function issueInvoice(terms: Terms, state: ContractState, bill: Bill, at: Instant): ContractState {
  const { amount, interest } = bill;
  // What was paid out before, while penalties were paid separately, is not credited once more.
  const left = subtractFen(creditablePenalties(state), state.paidOut);
  const creditable = terms.penalties.settled === 'offset' ? left : ZERO_FEN;
  const credited = minFen(amount, atLeastZero(creditable));
  const paid = minFen(subtractFen(sumFen([amount, interest]), credited), state.unapplied);
  const due = dueOf(terms, at);
  const invoice: Invoice = {
    period: bill.terms.period,
    issuedAt: at,
    dueAt: due.at,
    remindAt: startOfDay(addDays(due.date, -terms.billing.reminderBeforeDays), terms.zone),
    amount,
    credited,
    interest,
    paid,
    interestThrough: null,
    reminded: false,
    overdueMarked: false,
  };
  return { ...state, invoices: [...state.invoices, invoice], unapplied: subtractFen(state.unapplied, paid) };
}

/** As much money as may wait for later invoices, a million million yuan: sums with it stay amounts. */
const MOST_UNAPPLIED = 100_000_000_000_000 as Fen;

/**
 * Applies a payment: to the invoice its reference names, then to the oldest unpaid, then to later invoices. Throws a
 * Refusal where more would wait for later invoices than can be kept.
 */
export function applyPayment(state: ContractState, amount: Fen, reference: string | null): ContractState {
  let left = amount;
  const invoices = [...state.invoices];
  const order = invoices.map((_, index) => index);
  const named = invoices.findIndex((invoice) => invoice.period === reference);
  if (named >= 0) order.unshift(...order.splice(named, 1));
  for (const index of order) {
    const invoice = invoices[index];
    if (!invoice) continue;
    const part = minFen(left, outstanding(invoice));
    invoices[index] = { ...invoice, paid: (invoice.paid + part) as Fen };
    left = subtractFen(left, part);
  }
  const unapplied = (state.unapplied + left) as Fen;
  if (unapplied > MOST_UNAPPLIED) {
    const most = formatYuan(MOST_UNAPPLIED);
    throw new Refusal(
      'invalidValue',
      'amount',
      'is more than can wait for later invoices',
      `allowed: ${most} in all`,
    );
  }
  return { ...state, invoices, unapplied };
}

/** Due by the day of clause 3.2; an invoice issued after it, or that late, is due a number of days on. */
function dueOf(terms: Terms, issuedAt: Instant): ReturnType<typeof dueInstant> {
  const issueDate = dateIn(issuedAt, terms.zone);
  const { dueDay, lateInvoiceDueAfterDays } = terms.billing;
  if (dayOfMonth(issueDate) <= dueDay) {
    const due = dueInstant(dayInPeriod(periodOf(issueDate), dueDay), terms);
    if (due.at > issuedAt) return due;
  }
  const due = dueInstant(addDays(issueDate, lateInvoiceDueAfterDays), terms);
  if (due.at > issuedAt) return due;
  // A day that would move back over the issue moves on instead.
  const dueDays = { ...terms.dueDays, roll: 'next' } as const;
  return dueInstant(addDays(issueDate, lateInvoiceDueAfterDays), { ...terms, dueDays });
}
