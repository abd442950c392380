import { Clerk } from '#decisions/clerk';
import { EVENT_RANK, nextContractDeadline, rankOf } from '#domain/contract/deadlines';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { type ContractState } from '#domain/contract/state';
import { type ContractContext, type ContractEvent } from '#domain/contract/events';
import { type Step } from '#domain/entry';
import { recordIncident, fireTargetDeadlines, stepIncident } from '#domain/incident/step';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { instant, type Instant } from '#domain/time/instant';
import { rehearsalDocument, type RehearsalDocument } from '#rehearsal/document';
import { routeEvent } from '#rehearsal/events';
import { signedContract } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { type ScenarioFile } from './scenarios-frame.js';
import { type Chance } from './scenarios-random.js';

/**
 * A driver that notices nothing in time: each request runs to the end on its own before the contract takes its first
 * step, and the contract meets them in any order. What a law says may not depend on it. `endedAt` is the contract's
 * end, from which on requests change no more.
 */
export async function rehearsedOutOfOrder(
  file: ScenarioFile,
  endedAt: Instant | null,
  chance: Chance,
): Promise<RehearsalDocument> {
  const { scenario } = readScenarioDocument(file);
  if (scenario === null) throw new Error('the scenario cannot be read');
  const made = await scenarioTerms(scenario);
  if ('faults' in made) throw new Error('the scenario has no terms');
  const { terms } = made;
  const clerk = new Clerk();
  const until = instant(file.until);
  const routed = await Promise.all(scenario.events.map((placed) => routeEvent(terms, clerk, placed)));
  const names = [...new Set(routed.flatMap((event) => (event.owner === 'incident' ? [event.request] : [])))];
  // The end of the term and an agreed one come before the events of their instant; an exercise is one of them.
  const isExercised = routed.some(
    ({ owner, event }) =>
      owner === 'contract' && event.type === 'termination.exercised' && event.at === endedAt,
  );
  const requests = names.map((request) => {
    const own = routed.flatMap((event) =>
      event.owner === 'incident' && event.request === request ? [event.event] : [],
    );
    return ranAlone(terms, request, own, endedAt && { at: endedAt, first: !isExercised }, until);
  });
  const events = routed.flatMap((event) => (event.owner === 'contract' ? [event.event] : []));
  const contract = await ranLate(terms, clerk, events, chance.shuffled(requests), until);
  return rehearsalDocument({ terms, contract, requests }, until, clerk);
}

type IncidentEvents = Parameters<typeof stepIncident>[2] | Parameters<typeof recordIncident>[2];

function ranAlone(
  terms: Terms,
  request: string,
  events: readonly IncidentEvents[],
  ending: { readonly at: Instant; readonly first: boolean } | null,
  until: Instant,
): IncidentState {
  const [first, ...rest] = events;
  if (first?.type !== 'request.recorded') throw new Error(`${request} begins with no record`);
  let state = recordIncident(terms, request, first).state;
  let hasEnded = false;
  const end = (): void => {
    if (hasEnded || ending === null) return;
    state = fireTargetDeadlines(terms, state, { until: ending.at, inclusive: false }).state;
    state = stepIncident(terms, state, { type: 'contract.ended', at: ending.at }).state;
    hasEnded = true;
  };
  for (const event of rest) {
    if (event.type === 'request.recorded') throw new Error(`${request} was recorded twice`);
    if (ending && (event.at > ending.at || (ending.first && event.at === ending.at))) end();
    state = fireTargetDeadlines(terms, state, { until: event.at, inclusive: false }).state;
    state = stepIncident(terms, state, event).state;
  }
  end();
  return fireTargetDeadlines(terms, state, { until, inclusive: true }).state;
}

async function ranLate(
  terms: Terms,
  clerk: Clerk,
  events: readonly ContractEvent[],
  requests: readonly IncidentState[],
  until: Instant,
): Promise<ContractState> {
  let contract = signedContract(terms);
  const take = async (step: (context: ContractContext) => Step<ContractState>): Promise<void> => {
    contract = (await clerk.answering((answers) => step({ requests, answers }))).state;
  };
  const fire = async (limit: Instant, rank: number): Promise<void> => {
    for (;;) {
      const next = nextContractDeadline(terms, contract);
      if (next === null || next.at > limit || (next.at === limit && rankOf(next) >= rank)) return;
      await take((context) => fireContractDeadline(terms, contract, next, context));
    }
  };
  for (const event of events) {
    await fire(event.at, EVENT_RANK);
    await take((context) => stepContract(terms, contract, event, context));
  }
  await fire(until, Infinity);
  return contract;
}
