import { type Miss } from '../incident/state.js';
import { type Fen } from '../money/fen.js';
import { type DecimalText } from '../money/ratio.js';
import { type Occasion, type Priority } from '../terms.js';
import { type Period, type PlainDate } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { type ReportFigures } from './reports.js';

export type ContractStatus =
  'draft' | 'signing' | 'signed' | 'active' | 'declined' | 'lapsed' | 'terminated' | 'expired' | 'closed';

export type PartyRole = 'client' | 'provider';

/** Why a miss costs nothing after all: given with a reason, by someone else than the desk. */
export interface Waiver {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
}

/** A miss with the penalty that was fixed for it at the close of its month. `penalty` does not change by a waiver. */
export interface FixedMiss extends Miss {
  readonly permille: DecimalText;
  /** What the permille comes to, before the cap. */
  readonly full: Fen;
  readonly penalty: Fen;
  readonly capped: boolean;
  /** False for a further miss of a request of which only the first counts: it costs nothing and fails no month. */
  readonly counted: boolean;
  readonly fixedAt: Instant;
  readonly waiver: Waiver | null;
  /** A fact that came late showed that there was no miss; the entry of the penalty stays, its amount no longer counts. */
  readonly annulledAt: Instant | null;
}

/** A waiver of a miss whose month is still open; it is taken into account when the month closes. */
export interface PendingWaiver extends Waiver {
  readonly request: string;
  readonly target: string;
  readonly missAt: Instant;
}

/** A month that closed, as it is assessed now: waivers assess it again, by a new entry. */
export interface MonthAssessment {
  readonly period: Period;
  readonly closedAt: Instant;
  readonly misses: number;
  readonly waived: number;
  readonly failed: boolean;
  readonly streak: number;
}

/** What was known of a month when it closed; its misses stand by themselves. */
export interface ClosedMonth {
  readonly period: Period;
  readonly closedAt: Instant;
  /** Requests put on record in it. */
  readonly received: number;
  /** Targets that were met, by priority: what attainment is reckoned from. */
  readonly met: Readonly<Record<Priority, number>>;
}

/**
 * An amount that the rules make a party owe beside the penalties of single misses: service credits of a month,
 * penalties of a late obligation, interest of a late payment. Each is what an occasion comes to, less what was fixed
 * for it before, so that a correction is an entry of its own and may be negative.
 */
export interface Charge {
  readonly consequence: string;
  readonly on: Occasion;
  /** The month, the obligation, or the invoice's month. */
  readonly key: string;
  readonly period: Period;
  readonly at: Instant;
  readonly base: Fen;
  readonly permille: DecimalText;
  /** How many times the permille is owed: days or periods late, else 1. */
  readonly times: number;
  /** What permille and times come to, before any cap. */
  readonly full: Fen;
  readonly amount: Fen;
  readonly capped: boolean;
}

/** How an obligation of the provider stands. */
export interface ObligationState {
  readonly id: string;
  readonly performedAt: Instant | null;
  /** Days for which the delay is excused (force majeure, Civil Code art. 590): they move its due day. */
  readonly excusedDays: number;
  readonly missed: boolean;
}

/** What a renewal takes over from the contract before it, where the terms say so. */
export interface Opening {
  /** The failed months in a row with which the earlier contract ended. */
  readonly failedPeriods: readonly Period[];
  readonly used: readonly { readonly consequence: string; readonly period: Period; readonly amount: Fen }[];
}

/**
 * The client's right to end the contract, after failed months in a row or a delay (clause 2.6). A right, never
 * automatic.
 */
export interface TerminationRight {
  readonly ground: 'failedMonths' | 'delay';
  /** The obligation whose delay gave the right; null for failed months. */
  readonly obligation: string | null;
  readonly arisenAt: Instant;
  readonly periods: readonly Period[];
  /** It can be exercised up to and including this instant (Civil Code art. 564). */
  readonly lapsesAt: Instant;
  readonly exercisedAt: Instant | null;
  readonly lapseMarked: boolean;
}

/** An invoice (clauses 3.1, 3.2), named by its first month. `credited` are penalties offset against it. */
export interface Invoice {
  readonly period: Period;
  readonly issuedAt: Instant;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly amount: Fen;
  readonly credited: Fen;
  /** Interest on earlier invoices that this one asks for as well. */
  readonly interest: Fen;
  readonly paid: Fen;
  /** The last day for which interest on this invoice is fixed. */
  readonly interestThrough: PlainDate | null;
  readonly reminded: boolean;
  readonly overdueMarked: boolean;
}

/** A month's service report (clause 2.5). Late or missing is a breach, without a penalty. */
export interface ServiceReport {
  readonly period: Period;
  /** When its month closed: nothing happens to a report before. */
  readonly drawnUpAt: Instant;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly figures: ReportFigures;
  readonly submittedAt: Instant | null;
  readonly knowledgeBaseContributions: number | null;
  readonly reminded: boolean;
  readonly breachMarked: boolean;
}

/** A contract as a fold of its events. */
export interface ContractState {
  readonly law: string;
  readonly contract: string;
  readonly status: ContractStatus;
  readonly through: Instant;
  readonly signatures: Readonly<Record<PartyRole, Instant | null>>;
  readonly signingDueAt: Instant | null;
  readonly signedAt: Instant | null;
  readonly activatedAt: Instant | null;
  readonly closedMonths: readonly ClosedMonth[];
  readonly misses: readonly FixedMiss[];
  /** Misses that are no request's: an obligation overdue, a report that counts as one. */
  readonly ownMisses: readonly Miss[];
  readonly charges: readonly Charge[];
  readonly obligations: readonly ObligationState[];
  readonly opening: Opening | null;
  readonly pendingWaivers: readonly PendingWaiver[];
  readonly rights: readonly TerminationRight[];
  readonly invoices: readonly Invoice[];
  /** Money received that no invoice could take yet. */
  readonly unapplied: Fen;
  readonly reports: readonly ServiceReport[];
  /** An end before the end of the term that was agreed, or that a notice has brought about. */
  readonly earlyEndAt: Instant | null;
  readonly end: { readonly kind: 'terminated' | 'expired'; readonly at: Instant } | null;
  /** Paid out to the client in the settlement. */
  readonly paidOut: Fen;
}
