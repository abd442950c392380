import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { ended } from './closing.js';
import * as entry from './entries.js';
import { type ContractContext, type EventOf } from './events.js';
import { exercisableRight } from './months.js';
import { type ContractState } from './state.js';

/** The client uses its right: the contract ends at this instant (clause 2.6). Throws a Refusal where there is none. */
export function exercised(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.exercised'>,
  context: ContractContext,
): Step<ContractState> {
  const right = exercisableRight(state.rights, event.at);
  if (!right) {
    const months = terms.termination.failedMonths;
    throw new Refusal(
      'noRight',
      'type',
      'there is no termination right that could be exercised',
      `allowed: after ${months} consecutive failed months, up to its lapse`,
    );
  }
  const rights = state.rights.map((held) => (held === right ? { ...held, exercisedAt: event.at } : held));
  const end = ended(terms, { ...state, rights }, 'terminated', context);
  return { state: end.state, entries: [entry.exercised(event, right), ...end.entries] };
}

/** The parties agree on an earlier end; of several agreements the earliest counts. */
export function agreed(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.agreed'>,
): Step<ContractState> {
  if (event.effectiveAt < event.at || event.effectiveAt > terms.endsAt) {
    throw new Refusal(
      'invalidValue',
      'effectiveAt',
      `${event.effectiveAt} is not within the rest of the term`,
      `allowed: ${event.at} to ${terms.endsAt}`,
    );
  }
  const agreedEndAt =
    state.agreedEndAt !== null && state.agreedEndAt < event.effectiveAt
      ? state.agreedEndAt
      : event.effectiveAt;
  return { state: { ...state, agreedEndAt }, entries: [entry.agreed(event)] };
}
