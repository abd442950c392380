import { type Miss } from '../incident/state.js';
import { type Envelope } from '../signing/envelope.js';
import { type Fen } from '../money/fen.js';
import { type DecimalText } from '../money/ratio.js';
import { type Occasion, type Priority, type Terms } from '../terms.js';
import { type Period, type PlainDate } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { type ReportFigures } from './reports.js';

export type ContractStatus =
  | 'draft'
  | 'signing'
  | 'signed'
  | 'active'
  | 'declined'
  | 'withdrawn'
  | 'lapsed'
  | 'terminated'
  | 'expired'
  | 'closed';

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
  /** The client gave it up in writing. */
  readonly waivedAt: Instant | null;
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

/**
 * An amendment on its way or in force. From `effectiveAt` on its terms hold, whole; what they replace holds for what
 * was before. Kept with the contract, so that what held when is always known.
 */
export interface AmendmentState {
  /** `A-1`, `A-2`. */
  readonly id: string;
  readonly effectiveAt: Instant;
  readonly reason: string;
  readonly terms: Terms;
  readonly status: 'signing' | 'agreed' | 'effective' | 'declined' | 'withdrawn' | 'lapsed';
  readonly agreedAt: Instant | null;
}

/** An agreement to end the contract that is being signed, or was. */
export interface TerminationAgreement {
  /** `T-1`. */
  readonly id: string;
  readonly effectiveAt: Instant;
  readonly reason: string;
  readonly status: 'signing' | 'agreed' | 'declined' | 'withdrawn' | 'lapsed';
}

/** What became of the renewal: the notice day passed, somebody objected before it, the next contract is linked. */
export interface RenewalState {
  readonly objection: { readonly at: Instant; readonly by: PartyRole; readonly reason: string } | null;
  /** When the last day for a notice was over. */
  readonly noticePassedAt: Instant | null;
  /** By the clause the contract is renewed: the next one is to be made. */
  readonly arisen: boolean;
  readonly contract: string | null;
}

/** How a contested line ended: it stands, its miss was waived or turned out never to have been, or it was taken back. */
export type ContestDecision = 'stands' | 'waived' | 'corrected' | 'withdrawn';

/** A line of a month's statement that a party contests. Until it is decided it is held out. */
export interface Contest {
  readonly period: Period;
  readonly line: string;
  readonly party: PartyRole;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly decided: {
    readonly at: Instant;
    readonly by: string;
    readonly decision: ContestDecision;
    readonly reason: string;
  } | null;
}

/** A party that has accepted a month's statement, but for the lines it contests. */
export interface Acceptance {
  readonly period: Period;
  readonly party: PartyRole;
  readonly at: Instant;
  readonly by: string;
}

/** A waiver that somebody asked for and nobody else has given yet. */
export interface ProposedWaiver {
  readonly request: string;
  readonly target: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
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
  /** The contract before this one, where this is its renewal. */
  readonly renews: string | null;
  readonly envelopes: readonly Envelope[];
  readonly amendments: readonly AmendmentState[];
  readonly agreements: readonly TerminationAgreement[];
  /** A notice that ends the contract when its days are over. */
  readonly notice: { readonly at: Instant; readonly by: PartyRole; readonly endsAt: Instant } | null;
  readonly renewal: RenewalState;
  readonly contests: readonly Contest[];
  readonly acceptances: readonly Acceptance[];
  readonly proposedWaivers: readonly ProposedWaiver[];
}
