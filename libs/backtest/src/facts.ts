import { type IncidentCommand } from '#domain/command';
import { type ContractEvent } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';

/** Where a recorded fact stands, and when it is played. */
interface Place {
  /** Its line in the ledger; of a scenario, its place among the events, from 1. */
  readonly sequence: number;
  /** When it is played: when it counts, or for one told late the instant up to which its owner was accounted for. */
  readonly at: Instant;
  /** Whether the deadlines of that very instant had passed when it was told. */
  readonly afterDeadlines: boolean;
}

/**
 * One recorded fact, as it was told. What the product itself had concluded is left out: the priority of a request, the
 * end of requests with their contract, and misses annulled by a late fact, as other terms may conclude otherwise.
 */
export type RecordedFact = Place &
  (
    | { readonly owner: 'contract'; readonly event: ContractEvent }
    | {
        readonly owner: 'incident';
        readonly request: string;
        readonly event: IncidentCommand;
        readonly lateReason: string | null;
      }
  );

/** How far the facts of a contract reach: `all` with the deadlines of that instant, else with those before its events. */
export interface Reach {
  readonly until: Instant;
  readonly stage: 'beforeEvents' | 'all';
}

/** Everything recorded of one contract that a back-test starts from. */
export interface RecordedContract {
  readonly contract: string;
  readonly terms: Terms;
  readonly draftedAt: Instant;
  /** The contract before this one, where it is a renewal. */
  readonly renews: string | null;
  /** In the order in which they are played. */
  readonly facts: readonly RecordedFact[];
  /** How far the read model goes. */
  readonly reach: Reach;
  /** When it is compared: on a real clock the present, as what has not happened until then is a fact as well. */
  readonly asOf: Instant;
  /** The read model to compare a re-run with; null where there is none, as for a rehearsal. */
  readonly recorded: { readonly contract: ContractState; readonly requests: readonly IncidentState[] } | null;
}

/** Facts in the order in which they are played: by instant, then as they were told. */
export function inOrder(facts: readonly RecordedFact[]): RecordedFact[] {
  return [...facts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sequence - b.sequence));
}
