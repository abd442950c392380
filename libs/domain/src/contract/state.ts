import { type Miss } from '../incident/state.js';
import { type Fen } from '../money/fen.js';
import { type DecimalText } from '../money/ratio.js';
import { type Period } from '../time/dates.js';
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

export interface ClosedMonth {
  readonly period: Period;
  readonly closedAt: Instant;
}

/** The client's right to end the contract after consecutive failed months (clause 2.6). A right, never automatic. */
export interface TerminationRight {
  readonly arisenAt: Instant;
  readonly periods: readonly Period[];
  /** It can be exercised up to and including this instant (Civil Code art. 564). */
  readonly lapsesAt: Instant;
  readonly exercisedAt: Instant | null;
  readonly lapseMarked: boolean;
}

/** A month's invoice (clauses 3.1, 3.2). `credited` are penalties offset against it. */
export interface Invoice {
  readonly period: Period;
  readonly issuedAt: Instant;
  readonly dueAt: Instant;
  readonly remindAt: Instant;
  readonly amount: Fen;
  readonly credited: Fen;
  readonly paid: Fen;
  readonly reminded: boolean;
  readonly overdueMarked: boolean;
}

/** A month's service report (clause 2.5). Late or missing is a breach, without a penalty. */
export interface ServiceReport {
  readonly period: Period;
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
  readonly pendingWaivers: readonly PendingWaiver[];
  readonly rights: readonly TerminationRight[];
  readonly invoices: readonly Invoice[];
  /** Money received that no invoice could take yet. */
  readonly unapplied: Fen;
  readonly reports: readonly ServiceReport[];
  readonly agreedEndAt: Instant | null;
  readonly end: { readonly kind: 'terminated' | 'expired'; readonly at: Instant } | null;
  /** Paid out to the client in the settlement. */
  readonly paidOut: Fen;
}
