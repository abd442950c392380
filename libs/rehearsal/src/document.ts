import { z } from 'zod';
import { canonicalJson } from '#decisions/hash';
import { amountInCapitals } from '#domain/money/capitals';
import { formatYuan, ZERO_FEN, type Fen } from '#domain/money/fen';
import { fixPenalties, openMisses, standingPenalty, byInstantRequestTarget } from '#domain/contract/account';
import { invoiceStatus, payable } from '#domain/contract/billing';
import { type ContractContext } from '#domain/contract/events';
import { assessMonths, shownRight } from '#domain/contract/months';
import { settlementOf } from '#domain/contract/settlement';
import { type ContractState, type FixedMiss, type Invoice, type ServiceReport } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const money = z.string().regex(/^(0|[1-9]\d*)\.\d{2}$/);
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
  settlement: z
    .strictObject({ at: instant, outstanding: money, penaltiesPaidOut: money, refund: money })
    .nullable(),
});

export type RehearsalDocument = z.infer<typeof DOCUMENT_SCHEMA>;

/** A contract and its requests as they stand, by whichever driver. */
export interface Standing {
  readonly terms: Terms;
  readonly contract: ContractState;
  /** In the order in which they were recorded. */
  readonly requests: readonly IncidentState[];
  /** What the penalty rules say of misses that no month close has fixed yet. */
  readonly penalties: ContractContext['penalties'];
}

/** The document of a contract as it stands at `until`: a pure view, the same for both drivers. */
export function rehearsalDocument(standing: Standing, until: Instant): RehearsalDocument {
  const { terms, contract } = standing;
  return {
    status: contract.end?.kind ?? 'active',
    requests: Object.fromEntries(standing.requests.map((request) => [request.request, requestView(request)])),
    misses: missViews(standing),
    months: assessMonths(contract).map(({ closedAt: _, ...month }) => month),
    terminationRight: rightView(contract, until),
    invoices: contract.invoices.map((invoice) => invoiceView(invoice, until)),
    reports: contract.reports
      .filter((report) => report.submittedAt !== null || report.dueAt <= until)
      .map(reportView),
    settlement: settlementView(terms, contract),
  };
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

function missViews({ terms, contract, requests, penalties }: Standing): RehearsalDocument['misses'] {
  const open = fixPenalties(terms, contract, openMisses(contract, requests), { requests, penalties });
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

function invoiceView(invoice: Invoice, until: Instant): RehearsalDocument['invoices'][number] {
  return {
    period: invoice.period,
    issuedAt: invoice.issuedAt,
    dueAt: invoice.dueAt,
    amount: formatYuan(invoice.amount),
    amountInCapitals: amountInCapitals(invoice.amount),
    credited: formatYuan(invoice.credited),
    payable: formatYuan(payable(invoice)),
    paid: formatYuan(invoice.paid),
    status: invoiceStatus(invoice, until),
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
      penaltiesPaidOut: formatYuan(settlement.penaltiesPaidOut),
      refund: formatYuan(settlement.refund),
    }
  );
}

/** Whether two documents say the same, in whatever order their members stand. */
export function isSameDocument(a: RehearsalDocument, b: RehearsalDocument): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
