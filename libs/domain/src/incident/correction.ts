import { type Entry, type Json, type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { missKey } from '../contract/account.js';
import { type IncidentEvent } from './events.js';
import { type IncidentState, type Miss } from './state.js';
import { fireTargetDeadlines, recordIncident, stepIncident } from './step.js';

type Later = Exclude<IncidentEvent, { type: 'request.recorded' | 'contract.ended' }>;

/** What a fact that came late changed: the next state, what is written down, and misses that never were. */
export interface Correction extends Step<IncidentState> {
  readonly annulled: readonly Miss[];
}

/**
 * Sets a fact in its place among those before and after it and folds the request again. What was written stays
 * written: misses that go, and misses that come, are new entries. Throws a Refusal where the fact contradicts a later
 * one, and changes nothing then.
 */
export function correctIncident(
  terms: Terms,
  before: IncidentState,
  event: Later,
  reason: string,
): Correction {
  const state = folded(terms, before, event);
  const annulled = without(before.misses, state.misses);
  const established = without(state.misses, before.misses);
  const fact: Entry = {
    kind: event.type,
    at: event.at,
    clause: terms.clauses.resolution,
    request: before.request,
    payload: {
      late: true,
      lateReason: reason,
      accountedThrough: before.through,
      status: state.status,
      priority: state.priority,
      ...('classification' in event && {
        receipt: structuredClone(event.classification.receipt) as unknown as Json,
      }),
    },
  };
  const changes = [
    ...annulled.map((miss) => missEntry(terms, 'miss.annulled', miss)),
    ...established.map((miss) => missEntry(terms, 'target.missed', miss)),
  ];
  return { state, entries: [fact, ...changes], annulled };
}

function folded(terms: Terms, before: IncidentState, late: Later): IncidentState {
  const [first, ...rest] = before.log;
  if (first?.type !== 'request.recorded')
    throw new Error(`the log of ${before.request} does not begin with its record`);
  if (late.at < first.at)
    throw new Refusal(
      'lateFact',
      'at',
      'is before the request was put on record',
      `allowed: ${first.at} or later`,
    );
  let state = recordIncident(terms, before.request, first).state;
  for (const event of inPlace(rest, late)) {
    if (event.type === 'request.recorded') throw new Error(`${before.request} was recorded twice`);
    state = fireTargetDeadlines(terms, state, { until: event.at, inclusive: false }).state;
    state = stepIncident(terms, state, event).state;
  }
  return fireTargetDeadlines(terms, state, { until: before.through, inclusive: true }).state;
}

/** Behind the facts of its own instant, which were told before it. */
function inPlace(log: readonly IncidentEvent[], late: Later): IncidentEvent[] {
  const index = log.findIndex((event) => event.at > late.at);
  return index < 0 ? [...log, late] : [...log.slice(0, index), late, ...log.slice(index)];
}

function without(misses: readonly Miss[], others: readonly Miss[]): Miss[] {
  const known = new Set(others.map(missKey));
  return misses.filter((miss) => !known.has(missKey(miss)));
}

function missEntry(terms: Terms, kind: string, miss: Miss): Entry {
  const { request, target, at, dueAt, period, priority } = miss;
  return {
    kind,
    at,
    clause: terms.clauses.penalties,
    request,
    payload: { target, dueAt, period, priority, byLateFact: true },
  };
}
