import { requestTerms, termsAhead } from './amendments.js';
import { type ContractContext } from './events.js';
import { withRequest } from './exposure.js';
import { closedThrough, outlookDifference, type OutlookDifference } from './outlook.js';
import { type ContractState } from './state.js';
import { type IncidentEvent } from '../incident/events.js';
import { nextTargetDeadline, type IncidentState } from '../incident/state.js';
import { fireTargetDeadlines, stepIncident } from '../incident/step.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';

type Told = Exclude<IncidentEvent, { type: 'request.recorded' | 'contract.ended' }>;

/** What is tried with a request: something happens to it, or nothing does until an instant. */
export type Tried = Told | { readonly type: 'nothing'; readonly at: Instant };

/** What would become of a request, and of its contract by the close of the month. */
export interface WhatIf extends OutlookDifference {
  readonly request: IncidentState;
}

/**
 * What would become of a request if something happened to it, or nothing until an instant: deadlines before it pass first,
 * those at it as well where nothing happens, as in a turn of the request. The contract is closed through that month both
 * ways, if nothing else happens. Throws a Refusal where the contract would refuse it, and for what would come too late:
 * a fact told late is set among others, and changes what is written.
 */
export function whatIf(
  signed: Terms,
  contract: ContractState,
  request: IncidentState,
  tried: Tried,
  context: ContractContext,
): WhatIf {
  const { at } = tried;
  checkInstant(signed, contract, request, at);
  const termsOf = (instant: Instant): Terms => requestTerms(signed, contract, request.recordedAt, instant);
  const before = passed(termsOf, request, at, tried.type === 'nothing');
  const after = tried.type === 'nothing' ? before : stepIncident(termsOf(at), before, tried).state;
  const outlook = (as: IncidentState): ContractState =>
    closedThrough(signed, contract, at, { ...context, requests: withRequest(context.requests, as) });
  return {
    request: after,
    ...outlookDifference(termsAhead(signed, contract, at), contract, outlook(request), outlook(after)),
  };
}

function checkInstant(signed: Terms, contract: ContractState, request: IncidentState, at: Instant): void {
  const endsAt = contract.end?.at ?? contract.earlyEndAt ?? termsAhead(signed, contract, at).endsAt;
  if (at >= endsAt)
    throw new Refusal(
      'afterTerm',
      'at',
      'is not before the end of the contract',
      `allowed: before ${endsAt}`,
    );
  const through = [request.through, contract.closedMonths.at(-1)?.closedAt ?? request.through].sort().at(-1);
  if (through !== undefined && at < through)
    throw new Refusal(
      'lateFact',
      'at',
      `${at} lies before what is accounted for already`,
      `allowed: ${through} or later`,
    );
}

/** The request after its deadlines before an instant have passed, those at it included or not. */
function passed(
  termsOf: (instant: Instant) => Terms,
  request: IncidentState,
  until: Instant,
  inclusive: boolean,
): IncidentState {
  let state = request;
  for (;;) {
    const at = nextTargetDeadline(state);
    if (at === null || at > until || (at === until && !inclusive)) return state;
    state = fireTargetDeadlines(termsOf(at), state, { until: at, inclusive: true }).state;
  }
}
