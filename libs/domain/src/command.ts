import { type ContractEvent } from './contract/events.js';
import { type ContractStatus } from './contract/state.js';
import { type IncidentEvent, type Severity } from './incident/events.js';
import { type RequestStatus } from './incident/state.js';
import { type RefusalCode } from './refusal.js';
import { type Terms } from './terms.js';
import { type Instant } from './time/instant.js';

/** A contract is a workflow of its own, and so is each of its requests. */
export type Owner = { readonly kind: 'contract' } | { readonly kind: 'incident'; readonly request: string };

/** How an owner is named in the ledger: `contract`, or `request/NAME`. */
export function ownerName(owner: Owner): string {
  return owner.kind === 'contract' ? 'contract' : `request/${owner.request}`;
}

type Unclassified<Event> = Event extends { classification: unknown }
  ? Omit<Event, 'classification'> & { severity: Severity }
  : Event;

/** The text that the parties sign, in one language. */
export interface TextInLanguage {
  readonly title: string;
  readonly clauses: readonly { readonly number: string; readonly title: string; readonly text: string }[];
}

/** The text of a contract, word for word: no later edit of a template reaches it. */
export type ContractText = Readonly<Record<'zh-CN' | 'en', TextInLanguage>>;

/** The first command of a contract: everything it is made of. */
export interface DraftContract {
  readonly type: 'contract.draft';
  readonly at: Instant;
  readonly clientId: string;
  readonly clock: 'real' | 'manual';
  readonly parties: Readonly<Record<'client' | 'provider', Readonly<Record<string, string>>>>;
  readonly terms: Terms;
  readonly text: ContractText;
  /** The contract that this one renews. */
  readonly renews?: string;
}

/** What a request may be told from outside; its priority is for the rules to say. */
export type IncidentCommand = Unclassified<Exclude<IncidentEvent, { type: 'contract.ended' }>>;

/**
 * A command as it is stored and sent. `lateReason` says why a fact comes after a deadline that has already fired, or
 * after its month has closed. `ifVersion` is the version of its owner that it is meant for: at any other it is refused.
 * `trace` is the `traceparent` (W3C) of whoever sent it, for operators alone: it is not stored, and changes nothing.
 */
export interface Command {
  readonly id: string;
  readonly actor: string;
  readonly body: DraftContract | ContractEvent | IncidentCommand;
  readonly lateReason?: string;
  readonly ifVersion?: number;
  readonly trace?: string;
}

/** How far to go: events at `until` come after the deadlines before it (`beforeEvents`), or everything at it is done. */
export interface Limit {
  readonly until: Instant;
  readonly stage: 'beforeEvents' | 'all';
}

/** One turn of an owner: fire deadlines up to a limit, then carry a command out at that limit, if there is one. */
export interface Turn {
  readonly contract: string;
  readonly owner: Owner;
  /** The time of day as the workflow sees it: when what is written counts as recorded. */
  readonly now: Instant;
  readonly limit: Limit;
  readonly command: Command | null;
}

export type Answer =
  | { readonly kind: 'applied'; readonly sequence: number }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      readonly member: string;
      readonly problem: string;
      readonly allowed: string;
    };

/** Where an owner stands after a turn. Small, as every turn is kept in a workflow history. */
export interface Standpoint {
  readonly version: number;
  readonly status: ContractStatus | RequestStatus | 'unknown';
  readonly nextAt: Instant | null;
  /** Nothing more happens to the owner by itself: its workflow may end; a later command starts it again. */
  readonly over: boolean;
  /** The month cannot close yet: a request has a deadline before its end that is not decided. */
  readonly blocked: boolean;
  readonly stateHash: string;
  /** What was written down in this turn, for whoever reads the history. */
  readonly written: readonly { readonly sequence: number; readonly kind: string; readonly at: Instant }[];
  /** Requests that a turn of the contract ended. */
  readonly endedRequests: readonly string[];
  readonly answer: Answer | null;
}

/** How far to go before a command: the deadlines before it come first. */
export function limitBefore(command: Command): Limit {
  return { until: command.body.at, stage: 'beforeEvents' };
}
