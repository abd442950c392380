import { type Entry, type Json } from '../entry.js';
import { amountInCapitals } from '../money/capitals.js';
import { formatYuan } from '../money/fen.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { missKey, standingPenalties } from './account.js';
import { payable } from './billing.js';
import { type ContractContext, type ContractDeadline, type EventOf, type Lateness } from './events.js';
import { settlementOf } from './settlement.js';
import {
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

export function drafted(terms: Terms, at: Instant): Entry {
  const { startsAt, endsAt, penaltyPermille } = terms;
  const amounts = {
    monthlyFee: formatYuan(terms.monthlyFee),
    totalAmount: formatYuan(terms.totalAmount),
    penaltyCap: formatYuan(terms.penaltyCap),
  };
  return plain('contract.drafted', at, '1.1', {
    template: { ...terms.template },
    startsAt,
    endsAt,
    penaltyPermille,
    ...amounts,
  });
}

export function sent(event: EventOf<'contract.sent'>): Entry {
  return plain(event.type, event.at, 'Parties', { dueAt: event.dueAt });
}

export function signed(event: EventOf<'contract.signed'>, complete: boolean): Entry {
  return plain(event.type, event.at, 'Parties', { by: event.by, signer: event.signer, complete });
}

export function declined(event: EventOf<'contract.declined'>): Entry {
  return plain(event.type, event.at, 'Parties', { by: event.by, reason: event.reason });
}

export function paid(event: EventOf<'payment.received'>): Entry {
  return plain(event.type, event.at, '3.2', {
    amount: formatYuan(event.amount),
    reference: event.reference,
    ...lateness(event),
  });
}

function lateness({ late }: { readonly late?: Lateness }): Payload {
  return late ? { countsAt: late.countsAt, lateReason: late.reason } : {};
}

export function paidOut(event: EventOf<'settlement.paidOut'>): Entry {
  return plain(event.type, event.at, '2.6', { amount: formatYuan(event.amount) });
}

export function exercised(event: EventOf<'termination.exercised'>, right: TerminationRight): Entry {
  return plain(event.type, event.at, '2.6', {
    by: event.by,
    arisenAt: right.arisenAt,
    periods: right.periods,
  });
}

export function agreed(event: EventOf<'termination.agreed'>): Entry {
  return plain(event.type, event.at, '2.6', { effectiveAt: event.effectiveAt });
}

export function ended(kind: 'terminated' | 'expired', at: Instant): Entry {
  return plain('contract.ended', at, '2.6', { kind });
}

/** The invoice issued last. */
export function invoiceIssued(state: ContractState): Entry {
  const invoice = state.invoices.at(-1);
  if (!invoice) throw new Error('no invoice was issued');
  const { period, issuedAt, dueAt, amount, credited } = invoice;
  return plain('invoice.issued', issuedAt, '3.1', {
    period,
    dueAt,
    amount: formatYuan(amount),
    amountInCapitals: amountInCapitals(amount),
    credited: formatYuan(credited),
    payable: formatYuan(payable(invoice)),
  });
}

/** A penalty fixed at the close of its month, with the receipt of the rules and the cap before and after. */
export function penaltyFixed(terms: Terms, miss: FixedMiss, at: Instant, context: ContractContext): Entry {
  const { request, target, period, permille, capped, waiver } = miss;
  const receipt = context.penalties.get(missKey(miss))?.receipt ?? null;
  return {
    kind: 'penalty.fixed',
    at,
    clause: '2.6',
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
      cap: formatYuan(terms.penaltyCap),
      waived: waiver !== null,
      receipt: structuredClone(receipt) as unknown as Json,
    },
  };
}

export function reportDrawnUp(report: ServiceReport, at: Instant): Entry {
  const { period, dueAt, figures } = report;
  return plain('report.drawnUp', at, '2.5', {
    period,
    dueAt,
    figures: structuredClone(figures) as unknown as Json,
  });
}

export function reportSubmitted(event: EventOf<'report.submitted'>, report: ServiceReport): Entry {
  const { period, knowledgeBaseContributions } = event;
  const late = (event.late?.countsAt ?? event.at) > report.dueAt;
  const repeated = report.submittedAt !== null;
  return plain(event.type, event.at, '2.5', {
    period,
    knowledgeBaseContributions,
    late,
    repeated,
    ...lateness(event),
  });
}

const PAPER_MARKS: Partial<Record<ContractDeadline['kind'], { kind: string; clause: string }>> = {
  paymentReminder: { kind: 'payment.reminded', clause: '3.2' },
  paymentOverdue: { kind: 'invoice.overdue', clause: '3.2' },
  reportReminder: { kind: 'report.reminded', clause: '2.5' },
  reportOverdue: { kind: 'report.overdue', clause: '2.5' },
};

export function paperMark(deadline: Extract<ContractDeadline, { period: unknown }>): Entry {
  const mark = PAPER_MARKS[deadline.kind];
  if (!mark) throw new Error(`${deadline.kind} leaves no mark`);
  return plain(mark.kind, deadline.at, mark.clause, { period: deadline.period });
}

/** Months that are assessed for the first time or differently than before. */
export function assessments(
  before: readonly MonthAssessment[],
  after: readonly MonthAssessment[],
  at: Instant,
): Entry[] {
  return after.flatMap((month, index) => {
    const known = before[index];
    const { period, misses, waived, failed, streak } = month;
    if (known && known.misses === misses && known.waived === waived && known.streak === streak) return [];
    return [
      plain(known ? 'month.reassessed' : 'month.assessed', at, '2.6', {
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
): Entry[] {
  const has = (list: readonly TerminationRight[], right: TerminationRight) =>
    list.some((other) => other.arisenAt === right.arisenAt);
  const describe = ({ arisenAt, periods, lapsesAt }: TerminationRight): Payload => ({
    arisenAt,
    periods,
    lapsesAt,
  });
  return [
    ...before
      .filter((right) => !has(after, right))
      .map((right) => plain('terminationRight.lost', at, '2.6', describe(right))),
    ...after
      .filter((right) => !has(before, right))
      .map((right) => plain('terminationRight.arisen', at, '2.6', describe(right))),
  ];
}

/** The settlement of an ended contract, when it is new or has changed. */
export function settlements(terms: Terms, before: ContractState | null, after: ContractState): Entry[] {
  const now = settlementOf(terms, after);
  if (now === null) return [];
  const earlier = before ? settlementOf(terms, before) : null;
  const payload: Payload = {
    outstanding: formatYuan(now.outstanding),
    penaltiesPaidOut: formatYuan(now.penaltiesPaidOut),
    refund: formatYuan(now.refund),
    penaltiesStanding: formatYuan(standingPenalties(after.misses)),
  };
  if (earlier && earlier.outstanding === now.outstanding && earlier.penaltiesPaidOut === now.penaltiesPaidOut)
    return [];
  return [plain(earlier ? 'settlement.revised' : 'settlement.drawnUp', after.through, '2.6', payload)];
}
