import { type PartyRole } from '../contract/state.js';
import { type Instant } from '../time/instant.js';

/** What is being signed: the contract itself, an amendment of it, or an agreement to end it. */
export type EnvelopeSubject = 'contract' | 'amendment' | 'termination';

export type EnvelopeStatus = 'open' | 'completed' | 'declined' | 'withdrawn' | 'expired';

export type SignerStatus = 'waiting' | 'invited' | 'viewed' | 'signed' | 'declined' | 'delegated';

/**
 * Somebody who is to sign for a party. Those with the same `turn` sign side by side; a higher one is invited when all
 * lower ones have signed.
 */
export interface SignerWish {
  readonly party: PartyRole;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly turn: number;
}

/** How a step of a signing reached us: through the page of a link, or told by a system that is trusted to. */
export interface Provenance {
  readonly channel: 'page' | 'api';
  /** The network address it came from. */
  readonly address: string;
  readonly userAgent: string;
  /** Who is known to have told it: the link's fingerprint, or the name of the key. */
  readonly identity: string;
}

export interface Signer extends SignerWish {
  /** `S1`, `S2`; a delegate has its own, `S1.1`. */
  readonly id: string;
  readonly status: SignerStatus;
  readonly invitedAt: Instant | null;
  readonly viewedAt: Instant | null;
  /** When it signed, declined or delegated. */
  readonly decidedAt: Instant | null;
  readonly delegatedTo: string | null;
  readonly reminders: number;
}

export type SigningStepKind =
  | 'sent'
  | 'invited'
  | 'viewed'
  | 'signed'
  | 'declined'
  | 'delegated'
  | 'reminded'
  | 'withdrawn'
  | 'expired'
  | 'completed';

/** One step of a signing, as the evidence certificate shows it. `by` is a signer's name, or who else did it. */
export interface SigningStep {
  readonly kind: SigningStepKind;
  readonly at: Instant;
  /** Null for a step of the envelope as a whole. */
  readonly signer: string | null;
  readonly by: string;
  readonly documentHash: string;
  /** Null for what the clock brought about. */
  readonly provenance: Provenance | null;
  /** Why it was declined, delegated or withdrawn. */
  readonly reason: string | null;
}

/** A document on its way through the hands of those who sign it. */
export interface Envelope {
  /** `contract`, or the number of the amendment or agreement: `A-1`, `T-1`. */
  readonly id: string;
  readonly subject: EnvelopeSubject;
  /** `sha256:…` of the document that is signed. */
  readonly documentHash: string;
  readonly sentAt: Instant;
  readonly dueAt: Instant;
  readonly remindEveryDays: number;
  readonly mostReminders: number;
  readonly status: EnvelopeStatus;
  readonly signers: readonly Signer[];
  readonly steps: readonly SigningStep[];
}
