import { type Terms } from '../terms.js';
import { type ContractDeadline, type ContractEvent } from './events.js';

const LOOKING_AT_REQUESTS: ReadonlySet<ContractDeadline['kind'] | ContractEvent['type']> = new Set([
  'monthClose',
  'termEnd',
  'agreedEnd',
  'miss.waived',
  'waiver.proposed',
  'termination.exercised',
]);

/**
 * Whether a step looks at the contract's requests, so that every deadline of theirs before it must be decided first.
 * Where penalties are fixed at once, each step does (clause 2.6).
 */
export function looksAtRequests(
  terms: Terms,
  trigger: ContractDeadline['kind'] | ContractEvent['type'],
): boolean {
  return terms.penalties.fixed === 'atOnce' || LOOKING_AT_REQUESTS.has(trigger);
}
