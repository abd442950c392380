import { capBookOf, missConsequence, missKey } from './account.js';
import { requestTerms, termsAhead } from './amendments.js';
import { type ContractContext } from './events.js';
import { closedThrough, outlookDifference, type OutlookDifference } from './outlook.js';
import { type ContractState } from './state.js';
import { nextTargetDeadline, type IncidentState, type Miss } from '../incident/state.js';
import { fireTargetDeadlines, stepIncident } from '../incident/step.js';
import { type Fen } from '../money/fen.js';
import { type MeetingFact, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';

/** What hangs on the next deadline of a request: missed, beside met at the last moment. */
export interface Exposure extends OutlookDifference {
  readonly dueAt: Instant;
  /** The targets that would be missed. */
  readonly missed: readonly Miss[];
  /** What fits under the caps before them, the misses before them counted; null where nothing caps a miss. */
  readonly capRoom: Fen | null;
}

const EVENT_OF_FACT = {
  responded: 'request.responded',
  workaround: 'request.workaround',
  path: 'request.path',
  resolved: 'request.resolved',
} as const satisfies Readonly<Record<MeetingFact, string>>;

/**
 * What missing the next deadline of a request costs and decides, as the contract stands and if nothing else happens before
 * the close of that month (clause 2.6). Null where no clock runs, and where the contract ends first: the target is
 * withdrawn then. `signed` are the terms it was signed with; `context.requests` are its requests.
 */
export function exposureOf(
  signed: Terms,
  contract: ContractState,
  request: IncidentState,
  context: ContractContext,
): Exposure | null {
  const dueAt = nextTargetDeadline(request);
  if (dueAt === null || request.contractEndedAt !== null) return null;
  const terms = requestTerms(signed, contract, request.recordedAt, dueAt);
  if (dueAt >= (contract.earlyEndAt ?? terms.endsAt)) return null;
  const missedState = fireTargetDeadlines(terms, request, { until: dueAt, inclusive: true }).state;
  const missed = missedState.misses.slice(request.misses.length);
  const outlook = (as: IncidentState): ContractState =>
    closedThrough(signed, contract, dueAt, { ...context, requests: withRequest(context.requests, as) });
  const without = outlook(metInTime(terms, request, dueAt));
  const withMiss = outlook(missedState);
  const ahead = termsAhead(signed, contract, dueAt);
  return {
    dueAt,
    missed,
    capRoom: capRoomOf(ahead, without, missed),
    ...outlookDifference(ahead, contract, without, withMiss),
  };
}

/** The requests of a contract with one of them in another state. */
export function withRequest(requests: readonly IncidentState[], changed: IncidentState): IncidentState[] {
  return requests.map((each) => (each.request === changed.request ? changed : each));
}

/** An event at the very deadline is in time. What more than the due targets it would meet is left as it is. */
function metInTime(terms: Terms, request: IncidentState, at: Instant): IncidentState {
  const due = request.targets.filter((target) => target.outcome === 'pending' && target.dueAt === at);
  return due.reduce((state, { kind }) => {
    const target = state.targets.find((each) => each.kind === kind && each.outcome === 'pending');
    const fact = target?.terms.metBy.find((each) => each !== 'resolved') ?? target?.terms.metBy[0];
    return fact === undefined ? state : stepIncident(terms, state, { type: EVENT_OF_FACT[fact], at }).state;
  }, request);
}

function capRoomOf(terms: Terms, without: ContractState, missed: readonly Miss[]): Fen | null {
  const consequence = missConsequence(terms);
  const [first] = missed;
  if (!consequence || !first || consequence.caps.length === 0) return null;
  return capBookOf(without, consequence).room(first.period, missKey(first));
}
