import { type ContractState } from '../contract/state.js';
import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { serviceOf, type Terms } from '../terms.js';
import { type IncidentEvent } from './events.js';
import { type IncidentState } from './state.js';
import { recordIncident } from './step.js';

/**
 * Puts a request on record under a contract: only while the contract runs, and each name once (clause 2.3).
 * Throws a Refusal.
 */
export function recordRequest(
  terms: Terms,
  contract: Pick<ContractState, 'status' | 'end'>,
  request: string,
  existing: IncidentState | undefined,
  event: Extract<IncidentEvent, { type: 'request.recorded' }>,
): Step<IncidentState> {
  serviceOf(terms);
  if (existing)
    throw new Refusal(
      'duplicateRequest',
      'request',
      `${request} was recorded before`,
      'allowed: a name not used yet',
    );
  if (event.at < terms.startsAt) {
    throw new Refusal(
      'beforeTerm',
      'at',
      'is before the start of the term',
      `allowed: ${terms.startsAt} or later`,
    );
  }
  if (contract.end !== null || event.at >= terms.endsAt) {
    const end = contract.end?.at ?? terms.endsAt;
    throw new Refusal('afterTerm', 'at', 'is not before the end of the contract', `allowed: before ${end}`);
  }
  if (contract.status !== 'active') {
    throw new Refusal(
      'wrongState',
      'at',
      `the contract is ${contract.status}`,
      'allowed: while it is active',
    );
  }
  return recordIncident(terms, request, event);
}

/** The refusal of something that concerns a request nobody recorded. */
export function unknownRequest(request: string): Refusal {
  return new Refusal(
    'unknownRequest',
    'request',
    `there is no request ${request}`,
    'allowed: a request that was recorded before',
  );
}
