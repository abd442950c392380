import { type Instant } from '#domain/time/instant';

/**
 * What a back-test says, as data. Money is in yuan with two decimals, instants are UTC. `before` is what the terms as
 * they are make of the recorded facts, `after` what the amended ones would have made of them.
 */

/** Something that differs: null before, it is new; null after, it is gone. */
export interface Change<View> {
  /** Names it: a request and its target, a month, a consequence. */
  readonly key: string;
  readonly before: View | null;
  readonly after: View | null;
}

export interface TargetView {
  readonly dueAt: Instant | null;
  readonly outcome: 'met' | 'missed' | 'pending' | 'withdrawn';
}

/** A request with another priority, other targets, deadlines or outcomes; null where it is on record only once. */
export interface RequestChange {
  readonly request: string;
  readonly priority: { readonly before: string | null; readonly after: string | null };
  /** By the kind of the target. */
  readonly targets: readonly Change<TargetView>[];
}

export interface MissView {
  readonly request: string;
  readonly target: string;
  readonly at: Instant;
  readonly period: string;
  readonly waived: boolean;
  readonly penalty: string;
  readonly capped: boolean;
}

export interface MonthView {
  readonly misses: number;
  readonly waived: number;
  readonly failed: boolean;
  readonly streak: number;
}

export interface RightView {
  readonly ground: 'failedMonths' | 'delay';
  readonly arisenAt: Instant;
  readonly periods: readonly string[];
  readonly lapsesAt: Instant;
  readonly exercisedAt: Instant | null;
}

export interface InvoiceView {
  readonly issuedAt: Instant;
  readonly dueAt: Instant;
  readonly amount: string;
  readonly credited: string;
  readonly interest: string;
  readonly payable: string;
}

/** What a month, an obligation or a late payment costs in all, by `CONSEQUENCE KEY`. */
export interface ChargeView {
  readonly amount: string;
  readonly capped: boolean;
}

export interface ReportView {
  readonly dueAt: Instant;
  readonly late: boolean;
}

export interface ObligationView {
  readonly dueAt: Instant;
  readonly missed: boolean;
  readonly daysLate: number;
}

export interface SettlementView {
  readonly at: Instant;
  readonly outstanding: string;
  readonly interest: string;
  readonly penaltiesPaidOut: string;
  readonly refund: string;
}

/** The figures of a contract, as of the instant of the comparison; what is accruing is included. */
export interface Figures {
  readonly requests: number;
  readonly misses: number;
  readonly waived: number;
  readonly failedMonths: number;
  readonly rights: number;
  /** Penalties of single misses, those waived or annulled left out. */
  readonly penalties: string;
  /** What months and obligations cost the provider. */
  readonly credits: string;
  /** Interest on late payments. */
  readonly interest: string;
  readonly invoiced: string;
  readonly credited: string;
  readonly payable: string;
}

/** A recorded fact that the amended contract would have refused: it is left out, and the run goes on. */
export interface RefusedFact {
  /** Its line in the ledger; of a scenario, its place among the events, from 1. */
  readonly sequence: number;
  readonly at: Instant;
  readonly type: string;
  readonly request: string | null;
  readonly code: string;
  readonly member: string;
  readonly problem: string;
  readonly allowed: string;
}

/** One contract, as it is and as it would have been. */
export interface ContractComparison {
  readonly contract: string;
  /** The contract's IANA time zone, for showing instants. */
  readonly zone: string;
  readonly changed: boolean;
  /**
   * Whether the re-run of the terms as they are gives the recorded read model; null where there is none. Where it is
   * false, `differs` says what differs, and the comparison is no more than a hint.
   */
  readonly reproduced: boolean | null;
  readonly differs: readonly string[];
  /** As of when it is compared. */
  readonly comparedAt: Instant;
  /**
   * The instant of the recorded end, where the amended contract would have gone on: what would have happened then is
   * not recorded, and it is compared as of that end. Else null.
   */
  readonly runsOnAt: Instant | null;
  readonly status: { readonly before: string; readonly after: string };
  readonly before: Figures;
  readonly after: Figures;
  readonly requests: readonly RequestChange[];
  readonly misses: readonly Change<MissView>[];
  readonly months: readonly Change<MonthView>[];
  readonly rights: readonly Change<RightView>[];
  readonly invoices: readonly Change<InvoiceView>[];
  readonly charges: readonly Change<ChargeView>[];
  readonly reports: readonly Change<ReportView>[];
  readonly obligations: readonly Change<ObligationView>[];
  readonly settlement: readonly Change<SettlementView>[];
  readonly refused: readonly RefusedFact[];
  /** Parameters of the contract that the amended template does not have. */
  readonly notCarried: readonly string[];
}

/** How many of something came, went, and became another. */
export interface ChangeCounts {
  readonly arisen: number;
  readonly gone: number;
  readonly changed: number;
}

/** A back-test of many contracts, summed up. */
export interface BacktestTotal {
  readonly contracts: number;
  readonly changed: number;
  readonly notReproduced: number;
  /** Contracts to which the amendment does not fit, or that could not be run. */
  readonly failed: number;
  readonly requests: number;
  readonly requestsChanged: number;
  readonly misses: ChangeCounts;
  readonly months: ChangeCounts;
  readonly rights: ChangeCounts;
  readonly invoices: ChangeCounts;
  readonly refused: number;
  readonly before: Figures;
  readonly after: Figures;
}
