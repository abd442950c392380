import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { atLeastZero, formatYuan, subtractFen, type Fen } from '../money/fen.js';
import { type Instant } from '../time/instant.js';
import { inForce, takeEffect } from './amendments.js';
import { applyPayment, issueInvoice } from './billing.js';
import { billAmount, billNamed } from './bills.js';
import { settleCharges } from './charges.js';
import { creditablePenalties } from './contests.js';
import { closeMonth, ended, fixedAtOnce, reassessed } from './closing.js';
import * as entry from './entries.js';
import { type ContractContext, type ContractDeadline, type ContractEvent, type EventOf } from './events.js';
import { accrueInterest, correctInterest, invoicesPaid, unbilledInterest } from './interest.js';
import { ownMiss } from './obligations.js';
import { arisenByDelay, excused, missObligation, performed } from './performance.js';
import { partiesStep } from './parties-step.js';
import { passRenewalNotice } from './renewal.js';
import { payoutDue, settlementOf } from './settlement.js';
import { resettled } from './settling.js';
import { expireSigning, lapseContract, remindSigner } from './signing.js';
import { type ContractState, type Invoice, type ServiceReport } from './state.js';
import { submitReport, withReport } from './submission.js';
import { agreed, exercised } from './termination.js';
import { nextContractStatus } from './transitions.js';
import { annul, proposeWaiver, waive } from './waivers.js';

/**
 * One event of a contract. `signed` are the terms it was signed with. Deadlines before it must have been fired. Throws a
 * Refusal; nothing is changed then.
 */
export function stepContract(
  signed: Terms,
  before: ContractState,
  event: ContractEvent,
  context: ContractContext,
): Step<ContractState> {
  if (event.at < before.through) {
    throw new Refusal(
      'lateFact',
      'at',
      `is before ${before.through}, up to which the contract is accounted for`,
      'allowed: that instant or later',
    );
  }
  const terms = inForce(signed, before);
  const first = fixedAtOnce(terms, before, event.at, context);
  const status = nextContractStatus(before.status, event.type);
  const step = applied(terms, { ...first.state, status, through: event.at }, event, context);
  const whole = { state: step.state, entries: [...first.entries, ...step.entries] };
  return before.end === null ? whole : resettled(terms, before, whole);
}

function applied(
  terms: Terms,
  state: ContractState,
  event: ContractEvent,
  context: ContractContext,
): Step<ContractState> {
  switch (event.type) {
    case 'waiver.proposed':
      return proposeWaiver(terms, state, event, context.requests);
    case 'payment.received':
      return received(terms, state, event, context);
    case 'report.submitted':
      return submitReport(terms, state, event);
    case 'miss.waived':
      return assessedAgain(terms, state, waive(terms, state, event, context.requests), context);
    case 'miss.annulled':
      return assessedAgain(terms, state, annul(terms, state, event), context);
    case 'termination.exercised':
      return exercised(terms, state, event, context);
    case 'termination.agreed':
      return agreed(terms, state, event);
    case 'obligation.performed':
      return performed(terms, state, event, context);
    case 'obligation.excused':
      return excused(terms, state, event, context);
    case 'settlement.paidOut':
      return payOut(terms, state, event);
    default:
      return partiesStep(terms, state, event);
  }
}

/** A miss that no longer stands: its month is assessed and charged again, by new entries. */
function assessedAgain(
  terms: Terms,
  before: ContractState,
  step: Step<ContractState>,
  context: ContractContext,
): Step<ContractState> {
  const changed = step.state.misses.filter((miss, index) => miss !== before.misses[index]);
  const periods = changed.map((miss) => miss.period);
  const charged = settleCharges(terms, step.state, before.through, periods, context);
  const entries = [...step.entries, ...charged.entries];
  return reassessed(terms, before, { state: charged.state, entries });
}

/** Interest up to the payment is fixed first: what was outstanding until then is what it is taken of. */
function received(
  terms: Terms,
  state: ContractState,
  event: EventOf<'payment.received'>,
  context: ContractContext,
): Step<ContractState> {
  const paidAt = event.late?.countsAt ?? event.at;
  const touched = invoicesPaid(state, applyPayment(state, event.amount, event.reference));
  const accrued = accrueInterest(terms, state, paidAt, context, touched);
  const paid = applyPayment(accrued.state, event.amount, event.reference);
  const corrected = event.late
    ? correctInterest(terms, accrued.state, paid, paidAt, context)
    : { state: paid, entries: [] };
  return {
    state: corrected.state,
    entries: [...accrued.entries, entry.paid(terms, event), ...corrected.entries],
  };
}

/** Fires one deadline of the contract at its instant; `signed` are the terms it was signed with. */
export function fireContractDeadline(
  signed: Terms,
  before: ContractState,
  deadline: ContractDeadline,
  context: ContractContext,
): Step<ContractState> {
  const terms = inForce(signed, before);
  const first = fixedAtOnce(terms, before, deadline.at, context);
  const status = nextContractStatus(before.status, deadline.kind);
  const step = fired(terms, { ...first.state, status, through: deadline.at }, deadline, context);
  return { state: step.state, entries: [...first.entries, ...step.entries] };
}

function fired(
  terms: Terms,
  state: ContractState,
  deadline: ContractDeadline,
  context: ContractContext,
): Step<ContractState> {
  const { at } = deadline;
  switch (deadline.kind) {
    case 'activation':
      return {
        state: { ...state, activatedAt: at },
        entries: [entry.plain('contract.activated', at, terms.clauses.term)],
      };
    case 'monthClose':
      return closeMonth(terms, state, at, context);
    case 'termEnd':
      return ended(terms, state, 'expired', context);
    case 'agreedEnd':
      return ended(terms, state, 'terminated', context);
    case 'invoiceIssue':
      return invoiced(terms, state, deadline);
    case 'paymentReminder':
      return markInvoice(terms, state, deadline, { reminded: true });
    case 'paymentOverdue':
      return markInvoice(terms, state, deadline, { overdueMarked: true });
    case 'reportReminder':
      return markReport(terms, state, deadline, { reminded: true });
    case 'reportOverdue':
      return reportOverdue(terms, state, deadline);
    case 'obligationOverdue':
      return missObligation(terms, state, deadline.obligation, at);
    case 'delayRight':
      return arisenByDelay(terms, state, deadline.obligation, at);
    case 'rightLapse':
      return rightLapsed(terms, state, at);
    case 'signingLapse':
      return lapseContract(terms, state, at);
    case 'signingReminder':
      return remindSigner(terms, state, deadline);
    case 'envelopeExpiry':
      return expireSigning(terms, state, deadline.envelope, at);
    case 'amendmentEffect':
      return takeEffect(terms, state, deadline.amendment, at);
    case 'renewalNotice':
      return passRenewalNotice(terms, state, at);
    case 'close':
      return { state, entries: [entry.plain('contract.closed', at, terms.clauses.payment)] };
  }
}

function invoiced(
  terms: Terms,
  state: ContractState,
  { period, at }: Extract<ContractDeadline, { kind: 'invoiceIssue' }>,
): Step<ContractState> {
  const bill = billNamed(terms, period);
  const asked = { terms: bill, amount: billAmount(terms, state, bill), interest: unbilledInterest(state) };
  const issued = issueInvoice(terms, state, asked, at);
  return resettled(terms, state, { state: issued, entries: [entry.invoiceIssued(terms, issued)] });
}

function rightLapsed(terms: Terms, state: ContractState, at: Instant): Step<ContractState> {
  const rights = state.rights.map((right) => (right.lapsesAt < at ? { ...right, lapseMarked: true } : right));
  const entries = [entry.plain('terminationRight.lapsed', at, terms.termination.clause)];
  return { state: { ...state, rights }, entries };
}

/** A report that is late is a breach, and a miss of its own where the contract says so (clause 2.5). */
function reportOverdue(terms: Terms, state: ContractState, deadline: PaperDeadline): Step<ContractState> {
  const marked = markReport(terms, state, deadline, { breachMarked: true });
  const counts = terms.assessment.lateReport === 'countsAsMiss' && state.end === null;
  const miss = counts ? ownMiss(terms, `report ${deadline.period}`, 'report', deadline.at) : null;
  if (!miss) return marked;
  return { ...marked, state: { ...marked.state, ownMisses: [...marked.state.ownMisses, miss] } };
}

function payOut(
  terms: Terms,
  state: ContractState,
  event: EventOf<'settlement.paidOut'>,
): Step<ContractState> {
  if (state.end === null && terms.penalties.settled === 'offset') {
    throw new Refusal(
      'wrongState',
      'type',
      'penalties are set off against invoices while the contract runs',
      'allowed: once it has ended',
    );
  }
  const due = payableToClient(terms, state);
  if (event.amount > due) {
    throw new Refusal(
      'invalidValue',
      'amount',
      'is more than the client is still owed',
      `allowed: at most ${formatYuan(due)}`,
    );
  }
  return {
    state: { ...state, paidOut: (state.paidOut + event.amount) as Fen },
    entries: [entry.paidOut(terms, event)],
  };
}

/** After the end what the settlement says; before it, penalties only where they are paid separately (clause 2.6). */
function payableToClient(terms: Terms, state: ContractState): Fen {
  const settlement = settlementOf(terms, state);
  if (settlement) return payoutDue(settlement, state);
  return atLeastZero(subtractFen(creditablePenalties(state), state.paidOut));
}

type PaperDeadline = Extract<ContractDeadline, { period: unknown }>;

function markInvoice(
  terms: Terms,
  state: ContractState,
  deadline: PaperDeadline,
  mark: Partial<Invoice>,
): Step<ContractState> {
  const invoices = state.invoices.map((invoice) =>
    invoice.period === deadline.period ? { ...invoice, ...mark } : invoice,
  );
  return { state: { ...state, invoices }, entries: [entry.paperMark(terms, deadline)] };
}

function markReport(
  terms: Terms,
  state: ContractState,
  deadline: PaperDeadline,
  mark: Partial<ServiceReport>,
): Step<ContractState> {
  return { state: withReport(state, deadline.period, mark), entries: [entry.paperMark(terms, deadline)] };
}
