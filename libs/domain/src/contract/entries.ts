import { type Decision, type Receipt } from '../decision.js';
import { type Entry, type Json } from '../entry.js';
import { amountInCapitals } from '../money/capitals.js';
import { formatYuan } from '../money/fen.js';
import { type CapTerms, type ConsequenceTerms, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { payable } from './billing.js';
import { type ContractDeadline, type EventOf, type Lateness } from './events.js';
import {
  type Charge,
  type ContractState,
  type FixedMiss,
  type MonthAssessment,
  type ServiceReport,
  type TerminationRight,
} from './state.js';

type Payload = Record<string, Json>;

/** An entry that says no more than that it happened. */
export function plain(kind: string, at: Instant, clause: string, payload: Payload = {}): Entry {
  return { kind, at, clause, request: null, payload };
}

export function drafted(terms: Terms, at: Instant, renews: string | null): Entry {
  const { startsAt, endsAt, monthlyFee, totalAmount } = terms;
  return plain('contract.drafted', at, terms.clauses.term, {
    template: { ...terms.template },
    ...(renews !== null && { renews }),
    startsAt,
    endsAt,
    monthlyFee: monthlyFee === null ? null : formatYuan(monthlyFee),
    totalAmount: formatYuan(totalAmount),
    consequences: terms.consequences.map(({ id, clause, caps }) => ({
      id,
      clause,
      caps: capsOf(caps),
    })),
  });
}

function capsOf(caps: readonly CapTerms[]): Json {
  return caps.map(({ window, amount }) => ({ window, amount: formatYuan(amount) }));
}

/** One line for each document, by what it is, and the hash that names its bytes. */
export function documentsIssued(
  terms: Terms,
  { at, source, documents }: EventOf<'documents.issued'>,
): Entry[] {
  return documents.map((document) =>
    plain('document.issued', at, terms.clauses.parties, { ...document, source }),
  );
}

export function paid(terms: Terms, event: EventOf<'payment.received'>): Entry {
  return plain(event.type, event.at, terms.clauses.payment, {
    amount: formatYuan(event.amount),
    reference: event.reference,
    ...lateness(event),
  });
}

function lateness({ late }: { readonly late?: Lateness }): Payload {
  return late ? { countsAt: late.countsAt, lateReason: late.reason } : {};
}

export function paidOut(terms: Terms, event: EventOf<'settlement.paidOut'>): Entry {
  return plain(event.type, event.at, terms.clauses.penalties, { amount: formatYuan(event.amount) });
}

export function exercised(
  terms: Terms,
  event: EventOf<'termination.exercised'>,
  right: TerminationRight,
  endsAt: Instant,
): Entry {
  const { ground, arisenAt, periods } = right;
  return plain(event.type, event.at, terms.termination.clause, {
    by: event.by,
    ground,
    arisenAt,
    periods,
    endsAt,
  });
}

export function agreed(terms: Terms, event: EventOf<'termination.agreed'>): Entry {
  return plain(event.type, event.at, terms.termination.clause, { effectiveAt: event.effectiveAt });
}

export function ended(terms: Terms, kind: 'terminated' | 'expired', at: Instant): Entry {
  return plain('contract.ended', at, terms.termination.clause, { kind });
}

/** The invoice issued last. */
export function invoiceIssued(terms: Terms, state: ContractState): Entry {
  const invoice = state.invoices.at(-1);
  if (!invoice) throw new Error('no invoice was issued');
  const { period, issuedAt, dueAt, amount, interest, credited } = invoice;
  return plain('invoice.issued', issuedAt, terms.clauses.fee, {
    period,
    dueAt,
    amount: formatYuan(amount),
    amountInCapitals: amountInCapitals(amount),
    interest: formatYuan(interest),
    credited: formatYuan(credited),
    payable: formatYuan(payable(invoice)),
  });
}

/** A penalty as it was fixed, with the receipt of the rules and the caps it is under. */
export function penaltyFixed(terms: Terms, miss: FixedMiss, at: Instant, receipt: Receipt | null): Entry {
  const { request, target, period, permille, capped, counted, waiver } = miss;
  const consequence = terms.consequences.find(({ on }) => on === 'miss');
  return {
    kind: 'penalty.fixed',
    at,
    clause: consequence?.clause ?? terms.clauses.penalties,
    request,
    payload: {
      target,
      period,
      missedAt: miss.at,
      base: formatYuan(miss.base),
      permille,
      rounding: 'halfUpToFen',
      full: formatYuan(miss.full),
      penalty: formatYuan(miss.penalty),
      capped,
      counted,
      caps: capsOf(consequence?.caps ?? []),
      waived: waiver !== null,
      receipt: structuredClone(receipt) as unknown as Json,
    },
  };
}

/** What a month, an obligation or a late payment costs, as far as it was not fixed before. */
export function chargeFixed(charge: Charge, consequence: ConsequenceTerms, decision: Decision): Entry {
  const { at, key, period, permille, times, capped } = charge;
  return plain('charge.fixed', at, consequence.clause, {
    consequence: consequence.id,
    on: consequence.on,
    key,
    period,
    base: formatYuan(charge.base),
    permille,
    times,
    rounding: 'halfUpToFen',
    full: formatYuan(charge.full),
    amount: formatYuan(charge.amount),
    capped,
    caps: capsOf(consequence.caps),
    receipt: structuredClone(decision.receipt) as unknown as Json,
  });
}

export function reportDrawnUp(terms: Terms, report: ServiceReport, at: Instant): Entry {
  const { period, dueAt, figures } = report;
  return plain('report.drawnUp', at, terms.clauses.report, {
    period,
    dueAt,
    figures: structuredClone(figures) as unknown as Json,
  });
}

export function reportSubmitted(
  terms: Terms,
  event: EventOf<'report.submitted'>,
  report: ServiceReport,
): Entry {
  const { period, knowledgeBaseContributions } = event;
  const late = (event.late?.countsAt ?? event.at) > report.dueAt;
  const repeated = report.submittedAt !== null;
  return plain(event.type, event.at, terms.clauses.report, {
    period,
    knowledgeBaseContributions,
    late,
    repeated,
    ...lateness(event),
  });
}

const PAPER_MARKS: Partial<Record<ContractDeadline['kind'], { kind: string; clause: 'payment' | 'report' }>> =
  {
    paymentReminder: { kind: 'payment.reminded', clause: 'payment' },
    paymentOverdue: { kind: 'invoice.overdue', clause: 'payment' },
    reportReminder: { kind: 'report.reminded', clause: 'report' },
    reportOverdue: { kind: 'report.overdue', clause: 'report' },
  };

export function paperMark(terms: Terms, deadline: Extract<ContractDeadline, { period: unknown }>): Entry {
  const mark = PAPER_MARKS[deadline.kind];
  if (!mark) throw new Error(`${deadline.kind} leaves no mark`);
  return plain(mark.kind, deadline.at, terms.clauses[mark.clause], { period: deadline.period });
}

/** Months that are assessed for the first time or differently than before. */
export function assessments(
  terms: Terms,
  before: readonly MonthAssessment[],
  after: readonly MonthAssessment[],
  at: Instant,
): Entry[] {
  return after.flatMap((month, index) => {
    const known = before[index];
    const { period, misses, waived, failed, streak } = month;
    if (known && known.misses === misses && known.waived === waived && known.streak === streak) return [];
    return [
      plain(known ? 'month.reassessed' : 'month.assessed', at, terms.clauses.penalties, {
        period,
        misses,
        waived,
        failed,
        streak,
      }),
    ];
  });
}

/** Termination rights that arose or went. */
export function rightChanges(
  before: readonly TerminationRight[],
  after: readonly TerminationRight[],
  at: Instant,
  clause: string,
): Entry[] {
  const has = (list: readonly TerminationRight[], right: TerminationRight) =>
    list.some(
      (other) =>
        other.ground === right.ground &&
        other.obligation === right.obligation &&
        other.arisenAt === right.arisenAt,
    );
  const describe = ({ ground, obligation, arisenAt, periods, lapsesAt }: TerminationRight): Payload => ({
    ground,
    obligation,
    arisenAt,
    periods,
    lapsesAt,
  });
  return [
    ...before
      .filter((right) => !has(after, right))
      .map((right) => plain('terminationRight.lost', at, clause, describe(right))),
    ...after
      .filter((right) => !has(before, right))
      .map((right) => plain('terminationRight.arisen', at, clause, describe(right))),
  ];
}
