import { type Entry, type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { LAW, serviceOf, type MeetingFact, type Priority, type TargetTerms, type Terms } from '../terms.js';
import { later, type Instant } from '../time/instant.js';
import { type IncidentEvent } from './events.js';
import { eventEntry } from './entries.js';
import { nextTargetDeadline, standsAtEnd, type IncidentState, type Target } from './state.js';
import { judgedTarget, pendingTarget, rereckoned } from './targets.js';
import { nextRequestStatus } from './transitions.js';
import { concluded } from './verdicts.js';

type Recorded = Extract<IncidentEvent, { type: 'request.recorded' }>;
type Later = Exclude<IncidentEvent, Recorded>;

const NO_FACTS: IncidentState['facts'] = { responded: null, workaround: null, path: null, resolved: null };

/** The first step of a request: put on record, classified, its deadlines set (clauses 2.2 to 2.4). */
export function recordIncident(terms: Terms, request: string, event: Recorded): Step<IncidentState> {
  if (event.receivedAt !== null && event.receivedAt > event.at) {
    throw new Refusal(
      'invalidValue',
      'receivedAt',
      'is after the request was put on record',
      `allowed: at most ${event.at}`,
    );
  }
  const clocks = {
    startedAt: event.at,
    runs: [{ from: event.at, to: null }],
    pauses: [],
    facts: NO_FACTS,
  };
  const state: IncidentState = {
    law: LAW,
    request,
    status: 'open',
    priority: event.classification.priority,
    recordedAt: event.at,
    receivedAt: event.receivedAt,
    through: event.at,
    contractEndedAt: null,
    ...clocks,
    targets: targetsOf(terms, event.classification.priority).map((target) =>
      pendingTarget(terms, target, clocks),
    ),
    verdicts: [],
    misses: [],
    milestones: [],
    ratings: [],
    log: [logged(event)],
  };
  return { state, entries: [eventEntry(terms, state, event)] };
}

/** One later event of a request. Deadlines before it must have been fired. Throws a Refusal. */
export function stepIncident(terms: Terms, before: IncidentState, event: Later): Step<IncidentState> {
  if (event.at < before.through && event.type !== 'contract.ended') {
    throw new Refusal(
      'lateFact',
      'at',
      `is before ${before.through}, up to which the request is accounted for`,
      'allowed: that instant or later',
    );
  }
  const status = nextRequestStatus(before.status, event.type);
  const moved: IncidentState = {
    ...before,
    status,
    through: later(before.through, event.at),
    log: [...before.log, logged(event)],
  };
  const after =
    before.contractEndedAt === null ? applied(terms, moved, event) : appliedAfterEnd(moved, event);
  return concluded(terms, before, after, eventEntry(terms, after, event));
}

/** Fires every target deadline up to an instant, included or not: the misses of clause 2.6, at their own instants. */
export function fireTargetDeadlines(
  terms: Terms,
  before: IncidentState,
  limit: { readonly until: Instant; readonly inclusive: boolean },
): Step<IncidentState> {
  let state = before;
  const entries: Entry[] = [];
  for (;;) {
    const at = nextTargetDeadline(state);
    if (at === null || at > limit.until || (at === limit.until && !limit.inclusive))
      return { state, entries };
    const targets = state.targets.map((target) =>
      target.outcome === 'pending' && target.dueAt === at
        ? { ...target, outcome: 'missed' as const }
        : target,
    );
    const fired = concluded(terms, state, { ...state, through: at, targets }, null);
    state = fired.state;
    entries.push(...fired.entries);
  }
}

function applied(terms: Terms, state: IncidentState, event: Later): IncidentState {
  switch (event.type) {
    case 'request.responded':
      return withFact(state, 'responded', event.at);
    case 'request.workaround':
      return withFact(state, 'workaround', event.at);
    case 'request.path':
      return withFact(state, 'path', event.at);
    case 'request.resolved':
      return resolved(terms, state, event.at);
    case 'request.reopened':
      return reopened(terms, state, event.at);
    case 'request.paused':
      return paused(terms, state, event);
    case 'request.resumed':
      return reckonedAnew(terms, goingOn(state, event.at));
    case 'request.reclassified':
      return reclassified(terms, state, event);
    case 'contract.ended':
      return endedWithContract(state, event.at);
    case 'request.closed':
    case 'request.rated':
      return annotated(state, event);
  }
}

/** Pending targets are withdrawn, and so is a miss that a machine noticed at the very end or after it. */
function endedWithContract(state: IncidentState, at: Instant): IncidentState {
  const undone = state.misses.filter((miss) => !standsAtEnd(miss, at)).map((miss) => miss.target);
  const targets = state.targets.map((target): Target => {
    return undone.includes(target.kind) ? { ...target, outcome: 'withdrawn' } : withdrawn(target);
  });
  return {
    ...state,
    contractEndedAt: at,
    targets,
    misses: state.misses.filter((miss) => standsAtEnd(miss, at)),
  };
}

/** After the contract's end the record goes on, but no target changes. */
function appliedAfterEnd(state: IncidentState, event: Later): IncidentState {
  switch (event.type) {
    case 'contract.ended':
      throw new Refusal('wrongState', 'type', 'the contract has already ended', 'allowed once');
    case 'request.reclassified':
      return { ...state, priority: event.classification.priority };
    default:
      return annotated(state, event);
  }
}

function annotated(state: IncidentState, event: Later): IncidentState {
  switch (event.type) {
    case 'request.resolved':
      return { ...state, milestones: [...state.milestones, { at: event.at, kind: 'resolved' }] };
    case 'request.reopened':
      return { ...state, milestones: [...state.milestones, { at: event.at, kind: 'reopened' }] };
    case 'request.closed':
      return { ...state, milestones: [...state.milestones, { at: event.at, kind: 'closed' }] };
    case 'request.rated':
      return { ...state, ratings: [...state.ratings, { at: event.at, score: event.score }] };
    default:
      return state;
  }
}

function withFact(state: IncidentState, fact: MeetingFact, at: Instant): IncidentState {
  const facts = { ...state.facts, [fact]: state.facts[fact] ?? at };
  const targets = state.targets.map((target): Target => {
    const meets = target.outcome === 'pending' && target.terms.metBy.includes(fact);
    return meets ? { ...target, outcome: 'met', metBy: fact } : target;
  });
  return { ...state, facts, targets };
}

/** The clock stops, where the contract allows it, for a reason of its list (clause 2.4). */
function paused(
  terms: Terms,
  state: IncidentState,
  { at, reason }: Extract<Later, { type: 'request.paused' }>,
): IncidentState {
  const { pauses, pauseReasons } = serviceOf(terms);
  if (pauses === 'forbidden')
    throw new Refusal('notAllowed', 'type', 'this contract allows no pauses', 'allowed: none');
  if (!pauseReasons.includes(reason))
    throw new Refusal('invalidValue', 'reason', `is "${reason}"`, `allowed are ${pauseReasons.join(', ')}`);
  const stoppedClock = { runs: stopped(state, at), pauses: [...state.pauses, { from: at, to: null }] };
  return reckonedAnew(terms, { ...state, ...stoppedClock });
}

/** The clock of a paused request goes on. */
function goingOn(state: IncidentState, at: Instant): IncidentState {
  const pauses = state.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause));
  return { ...state, runs: running(state, at), pauses };
}

/** A resolution ends a pause, meets what it can meet, and stops the clock. */
function resolved(terms: Terms, state: IncidentState, at: Instant): IncidentState {
  const wasPaused = state.runs.at(-1)?.to !== null;
  const resumed = wasPaused ? reckonedAnew(terms, goingOn(state, at)) : state;
  const met = withFact(resumed, 'resolved', at);
  return { ...met, runs: stopped(met, at), milestones: [...met.milestones, { at, kind: 'resolved' }] };
}

/** The same clocks go on, or a new cycle begins; where a contract wants a new request, a reopening is refused. */
function reopened(terms: Terms, state: IncidentState, at: Instant): IncidentState {
  const { reopening } = serviceOf(terms);
  if (reopening === 'newRequest')
    throw new Refusal(
      'notAllowed',
      'type',
      'this contract does not reopen requests',
      'allowed: a new request is recorded',
    );
  const milestones = [...state.milestones, { at, kind: 'reopened' as const }];
  const open = { ...state, milestones, runs: running(state, at) };
  return reopening === 'newCycle' ? newCycle(terms, open, at) : sameClocks(terms, open, at);
}

/** All targets of the priority begin anew; what was decided before stays decided. */
function newCycle(terms: Terms, state: IncidentState, at: Instant): IncidentState {
  const clocks = { ...state, startedAt: at, facts: NO_FACTS };
  return {
    ...clocks,
    targets: targetsOf(terms, state.priority).map((each) => pendingTarget(terms, each, clocks)),
  };
}

/** What only the resolution had met is open again by today's priority, or withdrawn where that lacks it. */
function sameClocks(terms: Terms, state: IncidentState, at: Instant): IncidentState {
  const clocks = { ...state, facts: { ...state.facts, resolved: null } };
  const kinds = targetsOf(terms, state.priority);
  const targets = state.targets.map((target): Target => {
    if (target.outcome !== 'met' || target.metBy !== 'resolved') return rereckoned(terms, target, clocks);
    const held = kinds.find((kind) => kind.kind === target.kind);
    return held ? judgedTarget(terms, held, clocks, at) : { ...target, outcome: 'withdrawn', metBy: null };
  });
  return { ...clocks, targets };
}

/**
 * New targets over the same facts and segments, from the same start, or from the reclassification; what is decided
 * stands (clause 2.2).
 */
function reclassified(
  terms: Terms,
  state: IncidentState,
  event: Extract<Later, { type: 'request.reclassified' }>,
): IncidentState {
  const restarts = serviceOf(terms).reclassification === 'restart';
  const clocks = restarts ? { ...state, startedAt: event.at } : state;
  const wanted = targetsOf(terms, event.classification.priority);
  const kept = clocks.targets.map((target): Target => {
    if (target.outcome === 'met' || target.outcome === 'missed') return target;
    const next = wanted.find((candidate) => candidate.kind === target.kind);
    return next ? judgedTarget(terms, next, clocks, event.at) : withdrawn(target);
  });
  const added = wanted
    .filter((candidate) => !clocks.targets.some((target) => target.kind === candidate.kind))
    .map((candidate) => judgedTarget(terms, candidate, clocks, event.at));
  return { ...clocks, priority: event.classification.priority, targets: inOrder([...kept, ...added]) };
}

const TARGET_ORDER = ['response', 'workaround', 'resolution'] as const;

function inOrder(targets: readonly Target[]): Target[] {
  return [...targets].sort((a, b) => TARGET_ORDER.indexOf(a.kind) - TARGET_ORDER.indexOf(b.kind));
}

function withdrawn(target: Target): Target {
  return target.outcome === 'pending' ? { ...target, outcome: 'withdrawn' } : target;
}

function reckonedAnew(terms: Terms, state: IncidentState): IncidentState {
  return { ...state, targets: state.targets.map((target) => rereckoned(terms, target, state)) };
}

function stopped(state: IncidentState, at: Instant): IncidentState['runs'] {
  return state.runs.map((run) => (run.to === null ? { ...run, to: at } : run));
}

function running(state: IncidentState, at: Instant): IncidentState['runs'] {
  return [...state.runs, { from: at, to: null }];
}

function targetsOf(terms: Terms, priority: Priority): readonly TargetTerms[] {
  const targets = serviceOf(terms).targets[priority];
  if (!targets) throw new Error(`the template has no targets for the priority ${priority}`);
  return targets;
}

function logged(event: IncidentEvent): IncidentEvent {
  return 'classification' in event
    ? { ...event, classification: { ...event.classification, receipt: null } }
    : event;
}
