import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { LAW, type Terms } from '../terms.js';
import { atLeastZero, subtractFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { type Instant } from '../time/instant.js';
import { uncreditedPenalties } from './account.js';
import { applyPayment, issueInvoice } from './billing.js';
import { billAmount, billNamed } from './bills.js';
import { settleCharges } from './charges.js';
import { closeMonth, ended, fixedAtOnce, reassessed } from './closing.js';
import * as entry from './entries.js';
import { type ContractContext, type ContractDeadline, type ContractEvent, type EventOf } from './events.js';
import { accrueInterest, correctInterest, unbilledInterest } from './interest.js';
import { openObligations, ownMiss } from './obligations.js';
import { arisenByDelay, excused, missObligation, performed } from './performance.js';
import { payoutDue, settlementOf } from './settlement.js';
import { resettled } from './settling.js';
import { type ContractState, type Invoice, type Opening, type ServiceReport } from './state.js';
import { submitReport, withReport } from './submission.js';
import { agreed, exercised } from './termination.js';
import { nextContractStatus } from './transitions.js';
import { annul, waive } from './waivers.js';

/** A contract as a draft, before it is sent for signing. A renewal may take over from the contract before it. */
export function draftContract(
  terms: Terms,
  contract: string,
  at: Instant,
  opening: Opening | null = null,
): Step<ContractState> {
  const state: ContractState = {
    law: LAW,
    contract,
    status: 'draft',
    through: at,
    signatures: { client: null, provider: null },
    signingDueAt: null,
    signedAt: null,
    activatedAt: null,
    closedMonths: [],
    misses: [],
    ownMisses: [],
    charges: [],
    obligations: openObligations(terms),
    opening,
    pendingWaivers: [],
    rights: [],
    invoices: [],
    unapplied: ZERO_FEN,
    reports: [],
    earlyEndAt: null,
    end: null,
    paidOut: ZERO_FEN,
  };
  return { state, entries: [entry.drafted(terms, at)] };
}

/** One event of a contract. Deadlines before it must have been fired. Throws a Refusal; nothing is changed then. */
export function stepContract(
  terms: Terms,
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
    case 'contract.sent':
      return { state: { ...state, signingDueAt: event.dueAt }, entries: [entry.sent(terms, event)] };
    case 'contract.signed':
      return signed(terms, state, event);
    case 'contract.declined':
      return { state, entries: [entry.declined(terms, event)] };
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
  const accrued = accrueInterest(terms, state, paidAt, context);
  const paid = applyPayment(accrued.state, event.amount, event.reference);
  const corrected = event.late
    ? correctInterest(terms, accrued.state, paid, paidAt, context)
    : { state: paid, entries: [] };
  return {
    state: corrected.state,
    entries: [...accrued.entries, entry.paid(terms, event), ...corrected.entries],
  };
}

/** Fires one deadline of the contract at its instant. */
export function fireContractDeadline(
  terms: Terms,
  before: ContractState,
  deadline: ContractDeadline,
  context: ContractContext,
): Step<ContractState> {
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
      return { state, entries: [entry.plain('contract.lapsed', at, terms.clauses.parties)] };
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

function signed(terms: Terms, state: ContractState, event: EventOf<'contract.signed'>): Step<ContractState> {
  if (state.signatures[event.by] !== null) {
    throw new Refusal(
      'wrongState',
      'by',
      `the ${event.by} has already signed`,
      'allowed: each party signs once',
    );
  }
  if (event.at >= terms.endsAt) {
    throw new Refusal('afterTerm', 'at', 'is after the end of the term', `allowed: before ${terms.endsAt}`);
  }
  const signatures = { ...state.signatures, [event.by]: event.at };
  const complete = signatures.client !== null && signatures.provider !== null;
  const status = complete ? 'signed' : state.status;
  return {
    state: { ...state, status, signatures, signedAt: complete ? event.at : null },
    entries: [entry.signed(terms, event, complete)],
  };
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
      `allowed: at most ${due} fen`,
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
  return atLeastZero(subtractFen(uncreditedPenalties(state), state.paidOut));
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
