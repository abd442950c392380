import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { LAW, type PeriodTerms, type Terms } from '../terms.js';
import { ZERO_FEN, type Fen } from '../money/fen.js';
import { type Instant } from '../time/instant.js';
import { fixPenalties, openMisses } from './account.js';
import { applyPayment, issueInvoice } from './billing.js';
import * as entry from './entries.js';
import { type ContractContext, type ContractDeadline, type ContractEvent } from './events.js';
import { assessMonths, derivedRights, exercisableRight } from './months.js';
import { reportFigures } from './reports.js';
import { payoutDue, settlementOf } from './settlement.js';
import { type ContractState, type Invoice, type ServiceReport } from './state.js';
import { nextContractStatus } from './transitions.js';
import { annul, waive } from './waivers.js';

type EventOf<Type extends ContractEvent['type']> = Extract<ContractEvent, { type: Type }>;

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
      return { state, entries: [entry.plain('contract.lapsed', deadline.at, 'signing')] };
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

function submitReport(
  terms: Terms,
  state: ContractState,
  event: EventOf<'report.submitted'>,
): Step<ContractState> {
  const report = state.reports.find((candidate) => candidate.period === event.period);
  if (!report) throw noReport(terms, state, event);
  const { knowledgeBaseContributions } = event;
  const change = { submittedAt: event.late?.countsAt ?? event.at, knowledgeBaseContributions };
  const next = report.submittedAt === null ? withReport(state, event.period, change) : state;
  return { state: next, entries: [entry.reportSubmitted(event, report)] };
}

function noReport(terms: Terms, state: ContractState, event: EventOf<'report.submitted'>): Refusal {
  const periods = state.reports.map((report) => report.period);
  const allowed = periods.length > 0 ? `allowed: ${periods.join(', ')}` : 'no month has closed yet';
  const known = terms.schedule.some((month) => month.period === event.period) && state.end === null;
  return known
    ? new Refusal('tooEarly', 'period', `${event.period} has not ended`, allowed)
    : new Refusal('unknownPeriod', 'period', `${event.period} is no month of the contract`, allowed);
}

function exercised(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.exercised'>,
  context: ContractContext,
): Step<ContractState> {
  const right = exercisableRight(state.rights, event.at);
  if (!right) {
    const months = terms.termination.failedMonths;
    throw new Refusal(
      'noRight',
      'type',
      'there is no termination right that could be exercised',
      `allowed: after ${months} consecutive failed months, up to its lapse`,
    );
  }
  const rights = state.rights.map((held) => (held === right ? { ...held, exercisedAt: event.at } : held));
  const end = ended(terms, { ...state, rights }, 'terminated', context);
  return { state: end.state, entries: [entry.exercised(event, right), ...end.entries] };
}

function agreed(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.agreed'>,
): Step<ContractState> {
  if (event.effectiveAt < event.at || event.effectiveAt > terms.endsAt) {
    throw new Refusal(
      'invalidValue',
      'effectiveAt',
      `${event.effectiveAt} is not within the rest of the term`,
      `allowed: ${event.at} to ${terms.endsAt}`,
    );
  }
  const agreedEndAt =
    state.agreedEndAt !== null && state.agreedEndAt < event.effectiveAt
      ? state.agreedEndAt
      : event.effectiveAt;
  return { state: { ...state, agreedEndAt }, entries: [entry.agreed(event)] };
}

/** The close of a month: penalties fixed, the month assessed, its report drawn up (clauses 2.5, 2.6). */
function closeMonth(
  terms: Terms,
  state: ContractState,
  at: Instant,
  context: ContractContext,
): Step<ContractState> {
  const month = terms.schedule[state.closedMonths.length];
  if (!month) throw new Error('there is no month left to close');
  const end = at < month.to ? at : month.to;
  const misses = fixPenalties(terms, state, openMisses(state, context.requests, end), context);
  const closed: ContractState = {
    ...state,
    closedMonths: [...state.closedMonths, { period: month.period, closedAt: at }],
    misses: [...state.misses, ...misses],
    pendingWaivers: [],
    reports: [...state.reports, ...reportsOf(terms, state, month, end, context)],
  };
  const drawnUp = closed.reports.slice(state.reports.length).map((report) => entry.reportDrawnUp(report, at));
  const fixed = misses.map((miss) => entry.penaltyFixed(terms, miss, at, context));
  return reassessed(terms, state, { state: closed, entries: [...fixed, ...drawnUp] });
}

/** No report is due for a month that was over before the contract became active. */
function reportsOf(
  terms: Terms,
  state: ContractState,
  month: PeriodTerms,
  end: Instant,
  context: ContractContext,
): ServiceReport[] {
  if (state.activatedAt === null || month.to <= state.activatedAt) return [];
  const figures = reportFigures(terms, context.requests, month.from, end);
  const { period, reportDueAt: dueAt, reportRemindAt: remindAt } = month;
  return [
    {
      period,
      dueAt,
      remindAt,
      figures,
      submittedAt: null,
      knowledgeBaseContributions: null,
      reminded: false,
      breachMarked: false,
    },
  ];
}

/** Assesses the months again and takes the termination rights from them; writes down what changed. */
function reassessed(terms: Terms, before: ContractState, step: Step<ContractState>): Step<ContractState> {
  const months = assessMonths(step.state);
  const rights = derivedRights(terms, months, step.state.rights);
  const state = { ...step.state, rights };
  const at = step.state.through;
  return {
    state,
    entries: [
      ...step.entries,
      ...entry.assessments(assessMonths(before), months, at),
      ...entry.rightChanges(before.rights, rights, at),
    ],
  };
}

/** The end of the contract: the month that had begun closes, and the settlement is drawn up. */
function ended(
  terms: Terms,
  before: ContractState,
  kind: 'terminated' | 'expired',
  context: ContractContext,
): Step<ContractState> {
  const at = before.through;
  const month = terms.schedule[before.closedMonths.length];
  const begun = month !== undefined && month.from < at;
  const closed = begun ? closeMonth(terms, before, at, context) : { state: before, entries: [] };
  const state: ContractState = { ...closed.state, end: { kind, at } };
  return {
    state,
    entries: [...closed.entries, entry.ended(kind, at), ...entry.settlements(terms, null, state)],
  };
}

/** After the end, whatever changes what the parties owe is written down as a revised settlement. */
function resettled(terms: Terms, before: ContractState, step: Step<ContractState>): Step<ContractState> {
  return { state: step.state, entries: [...step.entries, ...entry.settlements(terms, before, step.state)] };
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

function withReport(state: ContractState, period: string, change: Partial<ServiceReport>): ContractState {
  return {
    ...state,
    reports: state.reports.map((report) => (report.period === period ? { ...report, ...change } : report)),
  };
}

function monthOf(terms: Terms, period: string): PeriodTerms {
  const month = terms.schedule.find((candidate) => candidate.period === period);
  if (!month) throw new Error(`${period} is no month of the term`);
  return month;
}
