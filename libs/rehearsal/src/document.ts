import { z } from 'zod';
import { type Clerk } from '#decisions/clerk';
import { canonicalJson } from '#decisions/hash';
import { amountInCapitals } from '#domain/money/capitals';
import { formatYuan, ZERO_FEN, type Fen } from '#domain/money/fen';
import { inForce } from '#domain/contract/amendments';
import { fixPenalties, openMisses, standingPenalty, byInstantRequestTarget } from '#domain/contract/account';
import { invoiceStatus, payable } from '#domain/contract/billing';
import { type ContractContext } from '#domain/contract/events';
import { withAccruing } from '#domain/contract/interest';
import { assessMonths, shownRight } from '#domain/contract/months';
import { lateness, obligationDueAt } from '#domain/contract/obligations';
import { settlementOf } from '#domain/contract/settlement';
import {
  type Charge,
  type ContractState,
  type FixedMiss,
  type Invoice,
  type ServiceReport,
} from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Answers } from '#domain/question';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const money = z.string().regex(/^(0|[1-9]\d*)\.\d{2}$/);
/** A charge may be a correction, less than nothing. */
const signedMoney = z.string().regex(/^-?(0|[1-9]\d*)\.\d{2}$/);
const period = z.string().regex(/^\d{4}-\d{2}$/);
const count = z.int().min(0);

/** What a rehearsal answers. Instants are UTC, money is in yuan. */
export const DOCUMENT_SCHEMA = z.strictObject({
  status: z.enum(['active', 'terminated', 'expired']),
  requests: z.record(
    z.string(),
    z.strictObject({
      priority: z.string(),
      targets: z.array(
        z.strictObject({
          kind: z.string(),
          dueAt: instant.nullable(),
          outcome: z.enum(['met', 'missed', 'pending', 'withdrawn']),
          provisional: z.boolean(),
        }),
      ),
    }),
  ),
  misses: z.array(
    z.strictObject({
      request: z.string(),
      target: z.string(),
      at: instant,
      period,
      waived: z.boolean(),
      penalty: money,
      cumulative: money,
      capped: z.boolean(),
    }),
  ),
  months: z.array(
    z.strictObject({ period, misses: count, waived: count, failed: z.boolean(), streak: count }),
  ),
  terminationRight: z
    .strictObject({ arisenAt: instant, periods: z.array(period), exercisedAt: instant.nullable() })
    .nullable(),
  invoices: z.array(
    z.strictObject({
      period,
      issuedAt: instant,
      dueAt: instant,
      amount: money,
      amountInCapitals: z.string(),
      credited: money,
      interest: money,
      payable: money,
      paid: money,
      status: z.enum(['open', 'partlyPaid', 'paid', 'overdue']),
    }),
  ),
  reports: z.array(
    z.strictObject({
      period,
      dueAt: instant,
      submittedAt: instant.nullable(),
      late: z.boolean(),
      received: count,
      resolved: count,
      unresolved: count,
    }),
  ),
  charges: z.array(
    z.strictObject({
      consequence: z.string(),
      key: z.string(),
      period,
      permille: z.string(),
      times: count,
      full: money,
      amount: signedMoney,
      capped: z.boolean(),
      fixed: z.boolean(),
    }),
  ),
  obligations: z.array(
    z.strictObject({
      id: z.string(),
      dueAt: instant,
      performedAt: instant.nullable(),
      missed: z.boolean(),
      daysLate: count,
    }),
  ),
  amendments: z.array(
    z.strictObject({ amendment: z.string(), effectiveAt: instant, status: z.string(), totalAmount: money }),
  ),
  contests: z.array(
    z.strictObject({
      period,
      line: z.string(),
      party: z.string(),
      at: instant,
      decision: z.string().nullable(),
    }),
  ),
  renewal: z.strictObject({ noticePassedAt: instant.nullable(), arisen: z.boolean() }),
  settlement: z
    .strictObject({
      at: instant,
      outstanding: money,
      interest: money,
      penaltiesPaidOut: money,
      refund: money,
    })
    .nullable(),
});

export type RehearsalDocument = z.infer<typeof DOCUMENT_SCHEMA>;

/** A contract and its requests as they stand, by whichever driver. */
export interface Standing {
  readonly terms: Terms;
  readonly contract: ContractState;
  /** In the order in which they were recorded. */
  readonly requests: readonly IncidentState[];
}

/** The document of a contract as it stands at `until`: a view, the same for both drivers. */
export function rehearsalDocument(
  standing: Standing,
  until: Instant,
  clerk: Clerk,
): Promise<RehearsalDocument> {
  return clerk.answering((answers) => documentOf(standing, until, answers));
}

function documentOf(standing: Standing, until: Instant, answers: Answers): RehearsalDocument {
  const { contract, requests } = standing;
  const terms = inForce(standing.terms, contract);
  const context = { requests, answers };
  const accrued = withAccruing(terms, contract, until, context);
  return {
    status: contract.end?.kind ?? 'active',
    requests: Object.fromEntries(requests.map((request) => [request.request, requestView(request)])),
    misses: missViews(terms, contract, until, context),
    months: assessMonths(terms, contract).map(({ closedAt: _, ...month }) => month),
    terminationRight: rightView(contract, until),
    invoices: contract.invoices.map((invoice) => invoiceView(contract, invoice, until)),
    reports: contract.reports
      .filter((report) => report.submittedAt !== null || report.dueAt <= until)
      .map(reportView),
    charges: accrued.charges.map((charge, index) => chargeView(charge, index < contract.charges.length)),
    obligations: obligationViews(terms, contract, until),
    ...changesOf(contract),
    settlement: settlementView(terms, accrued),
  };
}

/** How the contract changes and goes on. */
function changesOf(contract: ContractState): Pick<RehearsalDocument, 'amendments' | 'contests' | 'renewal'> {
  const { noticePassedAt, arisen } = contract.renewal;
  return {
    amendments: contract.amendments.map(({ id, effectiveAt, status, terms }) => {
      return { amendment: id, effectiveAt, status, totalAmount: formatYuan(terms.totalAmount) };
    }),
    contests: contract.contests.map(({ period: owner, line, party, at, decided }) => {
      return { period: owner, line, party, at, decision: decided?.decision ?? null };
    }),
    renewal: { noticePassedAt, arisen },
  };
}

function chargeView(charge: Charge, fixed: boolean): RehearsalDocument['charges'][number] {
  const { consequence, key, period: owner, permille, times, capped } = charge;
  const amounts = { full: formatYuan(charge.full), amount: formatYuan(charge.amount) };
  return { consequence, key, period: owner, permille, times, ...amounts, capped, fixed };
}

function obligationViews(
  terms: Terms,
  contract: ContractState,
  until: Instant,
): RehearsalDocument['obligations'] {
  const at = contract.end && contract.end.at < until ? contract.end.at : until;
  return terms.obligations.flatMap((owed) => {
    const state = contract.obligations.find(({ id }) => id === owed.id);
    if (!state) return [];
    const { id, performedAt, missed } = state;
    const dueAt = obligationDueAt(terms, owed, state);
    return [{ id, dueAt, performedAt, missed, daysLate: lateness(terms, owed, state, at) }];
  });
}

function requestView(request: IncidentState): RehearsalDocument['requests'][string] {
  const targets = request.targets.map(({ kind, dueAt, outcome, provisional }) => ({
    kind,
    dueAt,
    outcome,
    provisional,
  }));
  return { priority: request.priority, targets };
}

function missViews(
  terms: Terms,
  contract: ContractState,
  until: Instant,
  context: ContractContext,
): RehearsalDocument['misses'] {
  const open = fixPenalties(terms, contract, openMisses(contract, context.requests), until, context);
  let cumulative = ZERO_FEN;
  const misses = [...contract.misses, ...open].filter((miss) => miss.annulledAt === null);
  return misses.sort(byInstantRequestTarget).map((miss: FixedMiss) => {
    const penalty = standingPenalty(miss);
    cumulative = (cumulative + penalty) as Fen;
    const { request, target, at, period: owner, capped } = miss;
    const amounts = { penalty: formatYuan(penalty), cumulative: formatYuan(cumulative), capped };
    return { request, target, at, period: owner, waived: miss.waiver !== null, ...amounts };
  });
}

function rightView(contract: ContractState, until: Instant): RehearsalDocument['terminationRight'] {
  // With the contract every right ends: what was shown then stays shown.
  const right = shownRight(contract.rights, contract.end?.at ?? until);
  return right && { arisenAt: right.arisenAt, periods: [...right.periods], exercisedAt: right.exercisedAt };
}

function invoiceView(
  contract: ContractState,
  invoice: Invoice,
  until: Instant,
): RehearsalDocument['invoices'][number] {
  return {
    period: invoice.period,
    issuedAt: invoice.issuedAt,
    dueAt: invoice.dueAt,
    amount: formatYuan(invoice.amount),
    amountInCapitals: amountInCapitals(invoice.amount),
    credited: formatYuan(invoice.credited),
    interest: formatYuan(invoice.interest),
    payable: formatYuan(payable(invoice)),
    paid: formatYuan(invoice.paid),
    status: invoiceStatus(contract, invoice, until),
  };
}

function reportView(report: ServiceReport): RehearsalDocument['reports'][number] {
  const { received, resolved, unresolved } = report.figures;
  const { submittedAt, dueAt } = report;
  const late = submittedAt === null || submittedAt > dueAt;
  return { period: report.period, dueAt, submittedAt, late, received, resolved, unresolved };
}

function settlementView(terms: Terms, contract: ContractState): RehearsalDocument['settlement'] {
  const settlement = settlementOf(terms, contract);
  return (
    settlement && {
      at: settlement.at,
      outstanding: formatYuan(settlement.outstanding),
      interest: formatYuan(settlement.interest),
      penaltiesPaidOut: formatYuan(settlement.penaltiesPaidOut),
      refund: formatYuan(settlement.refund),
    }
  );
}

/** Whether two documents say the same, in whatever order their members stand. */
export function isSameDocument(a: RehearsalDocument, b: RehearsalDocument): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
