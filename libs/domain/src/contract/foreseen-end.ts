import { type Fen, sumFen } from '../money/fen.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { inForce } from './amendments.js';
import { EVENT_RANK, isBeforeLimit, nextContractDeadline, rankOf } from './deadlines.js';
import { type ContractContext, type EventOf } from './events.js';
import { type ContractState } from './state.js';
import { fireContractDeadline, stepContract } from './step.js';

/** What brings an end before that of the term about. */
export type EndingEvent = EventOf<'termination.exercised' | 'termination.noticed' | 'termination.agreed'>;

/** A contract as it would be ended. */
export interface ForeseenEnd {
  readonly endsAt: Instant;
  readonly state: ContractState;
  /** Months of the term that would not be served any more, and the fees for them. */
  readonly lost: { readonly months: number; readonly fees: Fen };
}

/**
 * The contract as its end by an event would leave it, if nothing else happened until then: what falls due passes, the
 * event is taken, and what falls due after it passes up to the end, by the functions that a turn uses. `signed` are the
 * terms it was signed with. Nothing is written down by it. Throws a Refusal where the contract would refuse the event.
 */
export function foreseenEnd(
  signed: Terms,
  contract: ContractState,
  event: EndingEvent,
  context: ContractContext,
): ForeseenEnd {
  const limit = { until: event.at, rank: EVENT_RANK };
  let state = contract;
  const fireNext = (isWanted: (at: Instant, rank: number) => boolean): boolean => {
    const deadline = nextContractDeadline(signed, state);
    if (deadline === null || !isWanted(deadline.at, rankOf(deadline))) return false;
    state = fireContractDeadline(signed, state, deadline, context).state;
    return true;
  };
  while (fireNext((at, rank) => isBeforeLimit(at, rank, limit)));
  state = stepContract(signed, state, event, context).state;
  while (state.end === null && fireNext(() => true));
  if (state.end === null) throw new Error('the contract came to no end');
  return { endsAt: state.end.at, state, lost: lostAfter(inForce(signed, contract), state.end.at) };
}

function lostAfter({ schedule }: Terms, end: Instant): ForeseenEnd['lost'] {
  const lost = schedule.filter(({ from }) => from >= end);
  return { months: lost.length, fees: sumFen(lost.map(({ fee }) => fee)) };
}
