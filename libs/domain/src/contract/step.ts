import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { LAW, type PeriodTerms, type Terms } from '../terms.js';
import { ZERO_FEN, type Fen } from '../money/fen.js';
import { type Instant } from '../time/instant.js';
import { applyPayment, issueInvoice } from './billing.js';
import { closeMonth, ended, reassessed, resettled } from './closing.js';
import * as entry from './entries.js';
import { type ContractContext, type ContractDeadline, type ContractEvent, type EventOf } from './events.js';
import { payoutDue, settlementOf } from './settlement.js';
import { type ContractState, type Invoice, type ServiceReport } from './state.js';
import { submitReport, withReport } from './submission.js';
import { agreed, exercised } from './termination.js';
import { nextContractStatus } from './transitions.js';
import { annul, waive } from './waivers.js';

/** A contract as a draft, before it is sent for signing. */
export function draftContract(terms: Terms, contract: string, at: Instant): Step<ContractState> {
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
    pendingWaivers: [],
    rights: [],
    invoices: [],
    unapplied: ZERO_FEN,
    reports: [],
    agreedEndAt: null,
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
  const state = { ...before, status: nextContractStatus(before.status, event.type), through: event.at };
  switch (event.type) {
    case 'contract.sent':
      return { state: { ...state, signingDueAt: event.dueAt }, entries: [entry.sent(event)] };
    case 'contract.signed':
      return signed(terms, state, event);
    case 'contract.declined':
      return { state, entries: [entry.declined(event)] };
    case 'payment.received':
      return resettled(terms, before, {
        state: applyPayment(state, event.amount, event.reference),
        entries: [entry.paid(event)],
      });
    case 'report.submitted':
      return submitReport(terms, state, event);
    case 'miss.waived':
      return resettled(terms, before, reassessed(terms, before, waive(state, event, context.requests)));
    case 'miss.annulled':
      return resettled(terms, before, reassessed(terms, before, annul(state, event)));
    case 'termination.exercised':
      return exercised(terms, state, event, context);
    case 'termination.agreed':
      return agreed(terms, state, event);
    case 'settlement.paidOut':
      return payOut(terms, state, event);
  }
}

/** Fires one deadline of the contract at its instant. */
export function fireContractDeadline(
  terms: Terms,
  before: ContractState,
  deadline: ContractDeadline,
  context: ContractContext,
): Step<ContractState> {
  const state = { ...before, status: nextContractStatus(before.status, deadline.kind), through: deadline.at };
  switch (deadline.kind) {
    case 'activation':
      return {
        state: { ...state, activatedAt: deadline.at },
        entries: [entry.plain('contract.activated', deadline.at, '1.1')],
      };
    case 'monthClose':
      return closeMonth(terms, state, deadline.at, context);
    case 'termEnd':
      return ended(terms, state, 'expired', context);
    case 'agreedEnd':
      return ended(terms, state, 'terminated', context);
    case 'invoiceIssue': {
      const issued = issueInvoice(terms, state, monthOf(terms, deadline.period), deadline.at);
      return { state: issued, entries: [entry.invoiceIssued(issued)] };
    }
    case 'paymentReminder':
      return markInvoice(state, deadline, { reminded: true });
    case 'paymentOverdue':
      return markInvoice(state, deadline, { overdueMarked: true });
    case 'reportReminder':
      return markReport(state, deadline, { reminded: true });
    case 'reportOverdue':
      return markReport(state, deadline, { breachMarked: true });
    case 'rightLapse': {
      const rights = state.rights.map((right) =>
        right.lapsesAt < deadline.at ? { ...right, lapseMarked: true } : right,
      );
      return {
        state: { ...state, rights },
        entries: [entry.plain('terminationRight.lapsed', deadline.at, '2.6')],
      };
    }
    case 'signingLapse':
      return { state, entries: [entry.plain('contract.lapsed', deadline.at, 'Parties')] };
    case 'close':
      return { state, entries: [entry.plain('contract.closed', deadline.at, '3.2')] };
  }
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
    entries: [entry.signed(event, complete)],
  };
}

function payOut(
  terms: Terms,
  state: ContractState,
  event: EventOf<'settlement.paidOut'>,
): Step<ContractState> {
  const settlement = settlementOf(terms, state);
  const due = settlement ? payoutDue(settlement, state) : ZERO_FEN;
  if (event.amount > due) {
    throw new Refusal(
      'invalidValue',
      'amount',
      'is more than the settlement still owes the client',
      `allowed: at most ${due} fen`,
    );
  }
  return {
    state: { ...state, paidOut: (state.paidOut + event.amount) as Fen },
    entries: [entry.paidOut(event)],
  };
}

type PaperDeadline = Extract<ContractDeadline, { period: unknown }>;

function markInvoice(
  state: ContractState,
  deadline: PaperDeadline,
  mark: Partial<Invoice>,
): Step<ContractState> {
  const invoices = state.invoices.map((invoice) =>
    invoice.period === deadline.period ? { ...invoice, ...mark } : invoice,
  );
  return { state: { ...state, invoices }, entries: [entry.paperMark(deadline)] };
}

function markReport(
  state: ContractState,
  deadline: PaperDeadline,
  mark: Partial<ServiceReport>,
): Step<ContractState> {
  return { state: withReport(state, deadline.period, mark), entries: [entry.paperMark(deadline)] };
}

function monthOf(terms: Terms, period: string): PeriodTerms {
  const month = terms.schedule.find((candidate) => candidate.period === period);
  if (!month) throw new Error(`${period} is no month of the term`);
  return month;
}
