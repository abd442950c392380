import { type IncidentState } from '../incident/state.js';
import { type Answers } from '../question.js';
import { type Fen } from '../money/fen.js';
import { type Period } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { type PartyRole } from './state.js';

/**
 * A fact that is told after what the contract is accounted for: it is taken at that point (`at`), counts from
 * `countsAt`, and says why it comes late.
 */
export interface Lateness {
  readonly countsAt: Instant;
  readonly reason: string;
}

/** What happens to a contract from outside. `at` is when it counts. */
export type ContractEvent =
  | { readonly type: 'contract.sent'; readonly at: Instant; readonly dueAt: Instant }
  | {
      readonly type: 'contract.signed';
      readonly at: Instant;
      readonly by: PartyRole;
      readonly signer: string;
    }
  | {
      readonly type: 'contract.declined';
      readonly at: Instant;
      readonly by: PartyRole;
      readonly reason: string;
    }
  | {
      readonly type: 'payment.received';
      readonly at: Instant;
      readonly amount: Fen;
      readonly reference: string | null;
      readonly late?: Lateness;
    }
  | {
      readonly type: 'report.submitted';
      readonly at: Instant;
      readonly period: Period;
      readonly knowledgeBaseContributions: number | null;
      readonly late?: Lateness;
    }
  | {
      readonly type: 'miss.waived';
      readonly at: Instant;
      readonly request: string;
      readonly target: string;
      readonly reason: string;
      readonly by: string;
    }
  | { readonly type: 'termination.exercised'; readonly at: Instant; readonly by: 'client' }
  | { readonly type: 'termination.agreed'; readonly at: Instant; readonly effectiveAt: Instant }
  | {
      /** Never asked for from outside: a late fact of a request brings it about. */
      readonly type: 'miss.annulled';
      readonly at: Instant;
      readonly request: string;
      readonly target: string;
      readonly missAt: Instant;
      /** Whether the late fact met the target: it counts in its month's attainment then. */
      readonly nowMet: boolean;
      readonly reason: string;
    }
  | { readonly type: 'obligation.performed'; readonly at: Instant; readonly obligation: string }
  | {
      readonly type: 'obligation.excused';
      readonly at: Instant;
      readonly obligation: string;
      readonly days: number;
      readonly reason: string;
      readonly by: string;
    }
  | { readonly type: 'settlement.paidOut'; readonly at: Instant; readonly amount: Fen };

export type ContractEventType = ContractEvent['type'];

export type EventOf<Type extends ContractEventType> = Extract<ContractEvent, { type: Type }>;

/** The contract's own deadlines. */
export type ContractDeadline =
  | { readonly kind: 'monthClose'; readonly at: Instant; readonly period: Period }
  | { readonly kind: 'termEnd'; readonly at: Instant }
  | { readonly kind: 'agreedEnd'; readonly at: Instant }
  | { readonly kind: 'signingLapse'; readonly at: Instant }
  | { readonly kind: 'activation'; readonly at: Instant }
  | { readonly kind: 'invoiceIssue'; readonly at: Instant; readonly period: Period }
  | { readonly kind: 'paymentReminder'; readonly at: Instant; readonly period: Period }
  | { readonly kind: 'paymentOverdue'; readonly at: Instant; readonly period: Period }
  | { readonly kind: 'reportReminder'; readonly at: Instant; readonly period: Period }
  | { readonly kind: 'reportOverdue'; readonly at: Instant; readonly period: Period }
  | { readonly kind: 'obligationOverdue'; readonly at: Instant; readonly obligation: string }
  | { readonly kind: 'delayRight'; readonly at: Instant; readonly obligation: string }
  | { readonly kind: 'rightLapse'; readonly at: Instant }
  | { readonly kind: 'close'; readonly at: Instant };

/** What a step of the contract may look at beside its own state: its requests, and what the rules said. */
export interface ContractContext {
  readonly requests: readonly IncidentState[];
  readonly answers: Answers;
}
