import { type Terms } from '../terms.js';
import { addSeconds, type Instant } from '../time/instant.js';
import { ZERO_FEN } from '../money/fen.js';
import { outstanding } from './billing.js';
import { type ContractDeadline } from './events.js';
import { payoutDue, settlementOf } from './settlement.js';
import { type ContractState } from './state.js';

/**
 * The order of what happens at one instant: months close, the contract ends, then events in the order they came, then
 * invoices are issued, then deadlines pass. Requests' deadlines have the rank of `DEADLINE_RANK`.
 */
export const EVENT_RANK = 3;
export const DEADLINE_RANK = 5;

const RANKS: Readonly<Record<ContractDeadline['kind'], number>> = {
  activation: 0,
  monthClose: 1,
  termEnd: 2,
  agreedEnd: 2,
  invoiceIssue: 4,
  signingLapse: 5,
  paymentReminder: 5,
  paymentOverdue: 5,
  reportReminder: 5,
  reportOverdue: 5,
  rightLapse: 5,
  close: 6,
};

/** The place of a deadline among what happens at its instant. */
export function rankOf(deadline: ContractDeadline): number {
  return RANKS[deadline.kind];
}

/** The contract's next deadline, or null when nothing more will happen by itself. */
export function nextContractDeadline(terms: Terms, state: ContractState): ContractDeadline | null {
  let next: ContractDeadline | null = null;
  for (const candidate of candidates(terms, state)) {
    if (
      next === null ||
      candidate.at < next.at ||
      (candidate.at === next.at && rankOf(candidate) < rankOf(next))
    ) {
      next = candidate;
    }
  }
  return next;
}

function* candidates(terms: Terms, state: ContractState): Generator<ContractDeadline> {
  if (state.status === 'signing' && state.signingDueAt)
    yield { kind: 'signingLapse', at: addSeconds(state.signingDueAt, 1) };
  if (state.status === 'signed' && state.signedAt)
    yield { kind: 'activation', at: later(terms.startsAt, state.signedAt) };
  if (state.status === 'active' && state.activatedAt) yield* ofActive(terms, state, state.activatedAt);
  if (state.activatedAt !== null) yield* ofPaper(state);
  if (state.end !== null && state.status !== 'closed' && isBalanced(terms, state))
    yield { kind: 'close', at: state.through };
}

function* ofActive(terms: Terms, state: ContractState, activatedAt: Instant): Generator<ContractDeadline> {
  const month = terms.schedule[state.closedMonths.length];
  if (month) yield { kind: 'monthClose', at: later(month.to, activatedAt), period: month.period };
  if (state.agreedEndAt !== null && state.agreedEndAt < terms.endsAt)
    yield { kind: 'agreedEnd', at: later(state.agreedEndAt, state.through) };
  yield { kind: 'termEnd', at: terms.endsAt };
  const toInvoice = terms.schedule[state.invoices.length];
  if (toInvoice)
    yield { kind: 'invoiceIssue', at: later(toInvoice.from, activatedAt), period: toInvoice.period };
  for (const right of state.rights) {
    if (right.exercisedAt === null && !right.lapseMarked)
      yield { kind: 'rightLapse', at: addSeconds(right.lapsesAt, 1) };
  }
}

/** Reminders and marks on invoices and reports; they go on after the contract's end. */
function* ofPaper(state: ContractState): Generator<ContractDeadline> {
  for (const invoice of state.invoices) {
    if (outstanding(invoice) === ZERO_FEN) continue;
    const { period } = invoice;
    if (!invoice.reminded)
      yield { kind: 'paymentReminder', at: later(invoice.remindAt, invoice.issuedAt), period };
    if (!invoice.overdueMarked) yield { kind: 'paymentOverdue', at: addSeconds(invoice.dueAt, 1), period };
  }
  for (const report of state.reports) {
    if (report.submittedAt !== null) continue;
    if (!report.reminded) yield { kind: 'reportReminder', at: report.remindAt, period: report.period };
    if (!report.breachMarked) yield { kind: 'reportOverdue', at: report.dueAt, period: report.period };
  }
}

/** Nothing is owed either way, and no report can still become due. */
function isBalanced(terms: Terms, state: ContractState): boolean {
  const settlement = settlementOf(terms, state);
  if (settlement === null || settlement.outstanding > ZERO_FEN || payoutDue(settlement, state) > ZERO_FEN)
    return false;
  return state.reports.every((report) => report.submittedAt !== null || report.breachMarked);
}

function later(a: Instant, b: Instant): Instant {
  return a >= b ? a : b;
}
