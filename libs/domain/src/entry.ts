import { type Instant } from './time/instant.js';

/** Plain JSON, as the ledger keeps it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A fact for the contract's ledger: what happened, when it counts (business time), and the clause it rests on.
 * `request` names the service request it belongs to, null where it concerns the contract.
 */
export interface Entry {
  readonly kind: string;
  readonly at: Instant;
  readonly clause: string;
  readonly request: string | null;
  readonly payload: { readonly [key: string]: Json };
}

/** What every step of the core gives: the next state and the facts that came of it. */
export interface Step<State> {
  readonly state: State;
  readonly entries: readonly Entry[];
}
