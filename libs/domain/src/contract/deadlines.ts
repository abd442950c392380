import { type Terms } from '../terms.js';
import { addSeconds, later, type Instant } from '../time/instant.js';
import { ZERO_FEN } from '../money/fen.js';
import { nextReminder } from '../signing/signing.js';
import { inForce } from './amendments.js';
import { isDue, outstanding } from './billing.js';
import { nextBill } from './bills.js';
import { overdueAfter } from './contests.js';
import { type ContractDeadline } from './events.js';
import { delayRightAt, obligationDueAt } from './obligations.js';
import { payoutDue, settlementOf } from './settlement.js';
import { renewalNoticeAt } from './renewal.js';
import { type ContractState, type Invoice } from './state.js';

/**
 * The order of what happens at one instant: months close, the contract ends, an amendment takes effect, then events in the order they came, then
 * invoices are issued, then deadlines pass. Requests' deadlines have the rank of `DEADLINE_RANK`.
 */
export const EVENT_RANK = 3;
export const DEADLINE_RANK = 5;

const RANKS: Readonly<Record<ContractDeadline['kind'], number>> = {
  activation: 0,
  monthClose: 1,
  termEnd: 2,
  agreedEnd: 2,
  amendmentEffect: 2,
  invoiceIssue: 4,
  signingLapse: 5,
  signingReminder: 5,
  envelopeExpiry: 5,
  renewalNotice: 5,
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

/**
 * The contract's next deadline, or null when nothing more will happen by itself. `signed` are the terms it was signed
 * with; its amendments are looked at here.
 */
export function nextContractDeadline(signed: Terms, state: ContractState): ContractDeadline | null {
  const terms = inForce(signed, state);
  let next: ContractDeadline | null = null;
  for (const each of candidates(terms, state)) {
    // What an amendment or a waiver has brought forward into the past comes now: a contract never goes back in time.
    const candidate = each.at < state.through ? { ...each, at: state.through } : each;
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
  if (state.status === 'signing' || state.activatedAt !== null) yield* ofEnvelopes(state);
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
  for (const { status, effectiveAt: at, id: amendment } of state.amendments) {
    if (status === 'agreed') yield { kind: 'amendmentEffect', at, amendment };
  }
  const noticeAt = renewalNoticeAt(terms);
  if (noticeAt !== null && state.renewal.noticePassedAt === null)
    yield { kind: 'renewalNotice', at: later(noticeAt, activatedAt) };
  for (const right of state.rights) {
    if (right.exercisedAt === null && right.waivedAt === null && !right.lapseMarked)
      yield { kind: 'rightLapse', at: addSeconds(right.lapsesAt, 1) };
  }
}

/**
 * Reminders of those who have not signed, and the end of the time to sign an amendment or an agreement. What the contract's
 * own end has overtaken can no longer be signed: nobody is reminded, and it lapses when its time is over.
 */
function* ofEnvelopes(state: ContractState): Generator<ContractDeadline> {
  for (const envelope of state.envelopes) {
    const reminder = state.end === null ? nextReminder(envelope) : null;
    if (reminder) yield { kind: 'signingReminder', ...reminder, envelope: envelope.id };
    if (envelope.status === 'open' && envelope.subject !== 'contract')
      yield { kind: 'envelopeExpiry', at: addSeconds(envelope.dueAt, 1), envelope: envelope.id };
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
    if (outstanding(invoice) === ZERO_FEN || !isDue(state, invoice)) continue;
    const { period } = invoice;
    if (!invoice.reminded)
      yield { kind: 'paymentReminder', at: later(invoice.remindAt, remindableFrom(state, invoice)), period };
    if (!invoice.overdueMarked)
      yield { kind: 'paymentOverdue', at: addSeconds(overdueAfter(state, invoice), 1), period };
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

/** A reminder of what was contested waits for the decision. */
function remindableFrom(state: ContractState, invoice: Invoice): Instant {
  const decidedAt = overdueAfter(state, invoice);
  return decidedAt === invoice.dueAt ? invoice.issuedAt : decidedAt;
}

/** Nothing is owed either way, no report can still become due, and nothing is on its way to be signed. */
function isBalanced(terms: Terms, state: ContractState): boolean {
  const settlement = settlementOf(terms, state);
  if (settlement === null || nextBill(terms, state) !== null) return false;
  if (state.contests.some(({ decided }) => decided === null)) return false;
  if (state.envelopes.some(({ status }) => status === 'open')) return false;
  if (settlement.outstanding + settlement.interest > ZERO_FEN || payoutDue(settlement, state) > ZERO_FEN)
    return false;
  return state.reports.every((report) => report.submittedAt !== null || report.breachMarked);
}
