import { atLeastZero, formatYuan, minFen, subtractFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { Refusal } from '../refusal.js';
import { type PeriodTerms, type Terms } from '../terms.js';
import { addDays, dayInPeriod, dayOfMonth, periodOf } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { uncreditedPenalties } from './account.js';
import { endOfDay } from './schedule.js';
import { type ContractState, type Invoice } from './state.js';

export type InvoiceStatus = 'open' | 'partlyPaid' | 'paid' | 'overdue';

/** What the client has to pay of an invoice after the credit. */
export function payable(invoice: Invoice): Fen {
  return subtractFen(invoice.amount, invoice.credited);
}

/** What is still to be paid of an invoice. */
export function outstanding(invoice: Invoice): Fen {
  return subtractFen(payable(invoice), invoice.paid);
}

/** An invoice is overdue only after its due instant (clause 3.2). */
export function invoiceStatus(invoice: Invoice, at: Instant): InvoiceStatus {
  if (outstanding(invoice) === ZERO_FEN) return 'paid';
  if (at > invoice.dueAt) return 'overdue';
  return invoice.paid > ZERO_FEN ? 'partlyPaid' : 'open';
}

/**
 * Issues a month's invoice: penalties fixed so far are offset, and money that lay unapplied is taken (clauses 2.6,
 * 3.1). Due by the day of clause 3.2 to 24:00; issued after that day, a number of days later.
 */
export function issueInvoice(
  terms: Terms,
  state: ContractState,
  month: PeriodTerms,
  at: Instant,
): ContractState {
  const credited = minFen(month.fee, atLeastZero(uncreditedPenalties(state)));
  const paid = minFen(subtractFen(month.fee, credited), state.unapplied);
  const dueDate = dueDateOf(terms, at);
  const invoice: Invoice = {
    period: month.period,
    issuedAt: at,
    dueAt: endOfDay(dueDate, terms.zone),
    remindAt: startOfDay(addDays(dueDate, -terms.payment.reminderBeforeDays), terms.zone),
    amount: month.fee,
    credited,
    paid,
    reminded: false,
    overdueMarked: false,
  };
  return { ...state, invoices: [...state.invoices, invoice], unapplied: subtractFen(state.unapplied, paid) };
}

/** As much money as may wait for later invoices, a million million yuan: sums with it stay amounts. */
const MOST_UNAPPLIED = 100_000_000_000_000 as Fen;

/**
 * Applies a payment: to the month its reference names, then to the oldest unpaid, then to later invoices. Throws a
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

function dueDateOf(terms: Terms, issuedAt: Instant) {
  const issueDate = dateIn(issuedAt, terms.zone);
  const { dueDay, lateInvoiceDueAfterDays } = terms.payment;
  return dayOfMonth(issueDate) <= dueDay
    ? dayInPeriod(periodOf(issueDate), dueDay)
    : addDays(issueDate, lateInvoiceDueAfterDays);
}
