import { type Receipt } from '../decision.js';
import { type Priority } from '../terms.js';
import { type Instant } from '../time/instant.js';

export type Level = 'high' | 'medium' | 'low';

/** What the priority rules of clause 2.2 look at. */
export interface Severity {
  readonly urgency: Level;
  readonly impact: Level;
  readonly coreBusinessDown: boolean;
  readonly severeSecurityRisk: boolean;
}

/** A priority with the receipt of the rules that gave it; the receipt lives in the ledger, not in the log of the state. */
export interface Classification {
  readonly priority: Priority;
  readonly receipt: Receipt | null;
}

export type PauseReason = string;

/** How the notice of a request reached the provider (clause 2.1). */
export const INTAKE_CHANNELS = ['hotline', 'mailbox', 'portal', 'monitoring'] as const;

export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/** What happens to one service request. `at` is when it counts. */
export type IncidentEvent =
  | {
      readonly type: 'request.recorded';
      readonly at: Instant;
      readonly severity: Severity;
      readonly classification: Classification;
      /** When the desk received the notice; the clock starts at `at`, when it was put on record (clause 2.3). */
      readonly receivedAt: Instant | null;
      /** Left out of what was recorded before channels were told: its entry stays as it was. */
      readonly channel?: IntakeChannel;
    }
  | { readonly type: 'request.responded'; readonly at: Instant }
  | { readonly type: 'request.workaround'; readonly at: Instant }
  | { readonly type: 'request.path'; readonly at: Instant }
  | { readonly type: 'request.resolved'; readonly at: Instant }
  | { readonly type: 'request.closed'; readonly at: Instant }
  | { readonly type: 'request.reopened'; readonly at: Instant }
  | { readonly type: 'request.paused'; readonly at: Instant; readonly reason: PauseReason }
  | { readonly type: 'request.resumed'; readonly at: Instant }
  | {
      readonly type: 'request.reclassified';
      readonly at: Instant;
      readonly severity: Severity;
      readonly classification: Classification;
      readonly reason: string;
    }
  | { readonly type: 'request.rated'; readonly at: Instant; readonly score: number }
  | { readonly type: 'contract.ended'; readonly at: Instant };

export type IncidentEventType = IncidentEvent['type'];
