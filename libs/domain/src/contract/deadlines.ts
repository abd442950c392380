import { type Terms } from '../terms.js';
import { addSeconds, later, type Instant } from '../time/instant.js';
import { ZERO_FEN } from '../money/fen.js';
import { outstanding } from './billing.js';
import { nextBill } from './bills.js';
import { type ContractDeadline } from './events.js';
import { delayRightAt, obligationDueAt } from './obligations.js';
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
  obligationOverdue: 5,
  delayRight: 5,
  rightLapse: 5,
  close: 6,
};

/** The place of a deadline among what happens at its instant. */
export function rankOf(deadline: ContractDeadline): number {
  return RANKS[deadline.kind];
}

/** Whether a deadline of the contract comes before the first of its requests', where there is one. */
export function comesFirst(deadline: ContractDeadline, targetAt: Instant | null): boolean {
  if (targetAt === null || deadline.at < targetAt) return true;
  return deadline.at === targetAt && rankOf(deadline) < DEADLINE_RANK;
}

/** Whether something of a rank at an instant lies before a limit. */
export function isBeforeLimit(
  at: Instant,
  rank: number,
  limit: { readonly until: Instant; readonly rank: number },
): boolean {
  return at < limit.until || (at === limit.until && rank < limit.rank);
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
  if (state.activatedAt !== null) {
    yield* ofInvoices(terms, state);
    yield* ofPaper(state);
  }
  if (state.end !== null && state.status !== 'closed' && isBalanced(terms, state))
    yield { kind: 'close', at: state.through };
}

function* ofActive(terms: Terms, state: ContractState, activatedAt: Instant): Generator<ContractDeadline> {
  const month = terms.schedule[state.closedMonths.length];
  if (month) yield { kind: 'monthClose', at: later(month.to, activatedAt), period: month.period };
  if (state.earlyEndAt !== null && state.earlyEndAt < terms.endsAt)
    yield { kind: 'agreedEnd', at: later(state.earlyEndAt, state.through) };
  yield { kind: 'termEnd', at: terms.endsAt };
  yield* ofObligations(terms, state, activatedAt);
  for (const right of state.rights) {
    if (right.exercisedAt === null && !right.lapseMarked)
      yield { kind: 'rightLapse', at: addSeconds(right.lapsesAt, 1) };
  }
}

function* ofObligations(
  terms: Terms,
  state: ContractState,
  activatedAt: Instant,
): Generator<ContractDeadline> {
  for (const owed of terms.obligations) {
    const obligation = state.obligations.find(({ id }) => id === owed.id);
    if (!obligation || obligation.performedAt !== null) continue;
    const dueAt = later(obligationDueAt(terms, owed, obligation), activatedAt);
    if (!obligation.missed) yield { kind: 'obligationOverdue', at: dueAt, obligation: owed.id };
    const rightAt = delayRightAt(terms, owed, obligation);
    const hasRight = state.rights.some((right) => right.obligation === owed.id);
    if (rightAt !== null && !hasRight)
      yield { kind: 'delayRight', at: later(rightAt, dueAt), obligation: owed.id };
  }
}

/** The next invoice; what was served in arrears is invoiced after the end as well. */
function* ofInvoices(terms: Terms, state: ContractState): Generator<ContractDeadline> {
  if (state.status !== 'active' && state.end === null) return;
  const next = nextBill(terms, state);
  if (next) yield { kind: 'invoiceIssue', at: next.at, period: next.bill.period };
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
    const { period } = report;
    if (!report.reminded)
      yield { kind: 'reportReminder', at: later(report.remindAt, report.drawnUpAt), period };
    if (!report.breachMarked)
      yield { kind: 'reportOverdue', at: later(report.dueAt, report.drawnUpAt), period };
  }
}

/** Nothing is owed either way, and no report can still become due. */
function isBalanced(terms: Terms, state: ContractState): boolean {
  const settlement = settlementOf(terms, state);
  if (settlement === null || nextBill(terms, state) !== null) return false;
  if (settlement.outstanding + settlement.interest > ZERO_FEN || payoutDue(settlement, state) > ZERO_FEN)
    return false;
  return state.reports.every((report) => report.submittedAt !== null || report.breachMarked);
}
