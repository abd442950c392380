import { type ContractText } from '../command.js';
import { type IncidentState } from '../incident/state.js';
import { type Answers } from '../question.js';
import { type Fen } from '../money/fen.js';
import { type Period } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { type Provenance, type SignerWish } from '../signing/envelope.js';
import { type SigningWish } from '../signing/signing.js';
import { type Terms } from '../terms.js';
import { type ContestDecision, type Opening, type PartyRole } from './state.js';

/**
 * A fact that is told after what the contract is accounted for: it is taken at that point (`at`), counts from
 * `countsAt`, and says why it comes late.
 */
export interface Lateness {
  readonly countsAt: Instant;
  readonly reason: string;
}

/** What names a document, and the hash that names its bytes. */
export interface IssuedDocument {
  readonly kind: string;
  readonly key: string | null;
  readonly language: string;
  readonly mediaType: string;
  /** The invoice's or credit note's, of its series; null where the document has none. */
  readonly number: string | null;
  readonly documentHash: string;
  readonly size: number;
}

/** What is sent to be signed, by whom, and how often they are reminded. */
export interface SigningRequest extends SigningWish {
  readonly documentHash: string;
  readonly by: string;
}

/** What those do who sign, or who sent the document. `envelope` is `contract`, `A-1`, `T-1`. */
type SigningEvent =
  | (SignerAct & { readonly type: 'signature.viewed' })
  | (SignerAct & { readonly type: 'signature.given'; readonly documentHash: string })
  | (SignerAct & { readonly type: 'signature.declined'; readonly reason: string })
  | (SignerAct & {
      readonly type: 'signature.delegated';
      readonly to: Pick<SignerWish, 'name' | 'title' | 'email'>;
      readonly reason: string;
    })
  | {
      readonly type: 'envelope.withdrawn';
      readonly at: Instant;
      readonly envelope: string;
      readonly reason: string;
      readonly by: string;
      readonly provenance: Provenance;
    };

interface SignerAct {
  readonly at: Instant;
  readonly envelope: string;
  readonly signer: string;
  readonly provenance: Provenance;
}

/** A change of the terms from a day on: the terms as they then hold, whole, and the text that goes with them. */
interface AmendmentBody {
  readonly at: Instant;
  readonly amendment: string;
  readonly effectiveAt: Instant;
  readonly reason: string;
  readonly terms: Terms;
  readonly text: ContractText;
}

type AmendmentEvent =
  | (AmendmentBody & {
      readonly type: 'amendment.sent';
      readonly dueAt: Instant;
      readonly signing: SigningRequest;
    })
  /** Both parties have agreed, outside of this program. */
  | (AmendmentBody & { readonly type: 'amendment.agreed' });

/** What the parties say of a month's statement. A line is named as the statement names it. */
type StatementEvent =
  | {
      readonly type: 'statement.accepted';
      readonly at: Instant;
      readonly period: Period;
      readonly party: PartyRole;
      readonly by: string;
    }
  | {
      readonly type: 'statement.contested';
      readonly at: Instant;
      readonly period: Period;
      readonly line: string;
      readonly party: PartyRole;
      readonly reason: string;
      readonly by: string;
    }
  | {
      readonly type: 'statement.decided';
      readonly at: Instant;
      readonly period: Period;
      readonly line: string;
      readonly decision: ContestDecision;
      readonly reason: string;
      readonly by: string;
    };

/** What happens to a contract from outside. `at` is when it counts. */
export type ContractEvent =
  | {
      readonly type: 'contract.sent';
      readonly at: Instant;
      readonly dueAt: Instant;
      /** Who signs, and what: without it each party signs once, by whoever tells it. */
      readonly signing?: SigningRequest;
    }
  | {
      /** Told by a system that is trusted to; through their links people give `signature.given`. */
      readonly type: 'contract.signed';
      readonly at: Instant;
      readonly by: PartyRole;
      readonly signer: string;
      readonly provenance?: Provenance;
    }
  | {
      readonly type: 'contract.declined';
      readonly at: Instant;
      readonly by: PartyRole;
      readonly reason: string;
      readonly provenance?: Provenance;
    }
  | {
      /** A renewal by the clause of the contract before it: nobody signs. */
      readonly type: 'contract.renewedByClause';
      readonly at: Instant;
    }
  | {
      /** What a renewal takes over, known when the contract before it has ended. */
      readonly type: 'opening.taken';
      readonly at: Instant;
      readonly opening: Opening;
    }
  | SigningEvent
  | AmendmentEvent
  | StatementEvent
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
      /** Who asked for it, where two people have to. */
      readonly proposedBy?: string;
    }
  | {
      readonly type: 'waiver.proposed';
      readonly at: Instant;
      readonly request: string;
      readonly target: string;
      readonly reason: string;
      readonly by: string;
    }
  | { readonly type: 'termination.exercised'; readonly at: Instant; readonly by: 'client' }
  | {
      readonly type: 'terminationRight.waived';
      readonly at: Instant;
      readonly by: 'client';
      readonly reason: string;
    }
  | { readonly type: 'termination.noticed'; readonly at: Instant; readonly by: PartyRole }
  | { readonly type: 'termination.agreed'; readonly at: Instant; readonly effectiveAt: Instant }
  | {
      /** An agreement to end the contract goes out for signing; it counts when all have signed. */
      readonly type: 'termination.sent';
      readonly at: Instant;
      readonly agreement: string;
      readonly effectiveAt: Instant;
      readonly dueAt: Instant;
      readonly reason: string;
      readonly signing: SigningRequest;
    }
  | {
      readonly type: 'renewal.objected';
      readonly at: Instant;
      readonly by: PartyRole;
      readonly reason: string;
    }
  | { readonly type: 'renewal.linked'; readonly at: Instant; readonly contract: string }
  | {
      /** Documents were made of what a line of the ledger says: all of them at once. */
      readonly type: 'documents.issued';
      readonly at: Instant;
      /** The line. */
      readonly source: number;
      readonly documents: readonly IssuedDocument[];
    }
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
  | {
      readonly kind: 'signingReminder';
      readonly at: Instant;
      readonly envelope: string;
      readonly signer: string;
    }
  | { readonly kind: 'envelopeExpiry'; readonly at: Instant; readonly envelope: string }
  | { readonly kind: 'amendmentEffect'; readonly at: Instant; readonly amendment: string }
  | { readonly kind: 'renewalNotice'; readonly at: Instant }
  | { readonly kind: 'rightLapse'; readonly at: Instant }
  | { readonly kind: 'close'; readonly at: Instant };

/** What a step of the contract may look at beside its own state: its requests, and what the rules said. */
export interface ContractContext {
  readonly requests: readonly IncidentState[];
  readonly answers: Answers;
}
