import { type Entry, type Step } from '../entry.js';
import { type Correction } from '../incident/correction.js';
import { type IncidentState, type Miss } from '../incident/state.js';
import { unknownRequest } from '../incident/record.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { missKey, openMisses } from './account.js';
import { type ContractEvent, type EventOf } from './events.js';
import { type ClosedMonth, type ContractState, type FixedMiss } from './state.js';

interface Named {
  readonly request: string;
  readonly target: string;
}

type Annulled = Extract<ContractEvent, { type: 'miss.annulled' }>;
type Waived = Extract<ContractEvent, { type: 'miss.waived' }>;

/**
 * A waiver: no penalty for this miss. One whose penalty is fixed keeps its entry, and later credits are netted; one of
 * a month still open is left out when that month closes. Not by the desk, whose own miss it would be.
 */
export function waive(
  terms: Terms,
  state: ContractState,
  event: Waived,
  requests: readonly IncidentState[],
): Step<ContractState> {
  if (event.by === 'desk') {
    throw new Refusal('notAllowed', 'by', 'the desk may not waive a miss', 'allowed: anyone else');
  }
  if (event.proposedBy === event.by) {
    throw new Refusal('notAllowed', 'by', `${event.by} asked for the waiver`, 'allowed: a second person');
  }
  checkProposed(state, event);
  const waiver = { at: event.at, by: event.by, reason: event.reason };
  const proposedWaivers = state.proposedWaivers.filter((proposed) => !isOf(proposed, event));
  const fixed = state.misses.findIndex(
    (miss) => isOf(miss, event) && miss.waiver === null && miss.annulledAt === null,
  );
  if (fixed >= 0) {
    const misses = state.misses.map((miss, index) => (index === fixed ? { ...miss, waiver } : miss));
    return { state: { ...state, misses, proposedWaivers }, entries: [waiverEntry(terms, event)] };
  }
  const open = openMisses(state, requests).find((miss) => isOf(miss, event) && !isPending(state, miss));
  if (!open) throw noSuchMiss(state, event, requests);
  const pending = { ...waiver, request: open.request, target: open.target, missAt: open.at };
  return {
    state: { ...state, proposedWaivers, pendingWaivers: [...state.pendingWaivers, pending] },
    entries: [waiverEntry(terms, event)],
  };
}

/** Where two people have to, one has asked for exactly this waiver. */
function checkProposed(state: ContractState, event: Waived): void {
  if (event.proposedBy === undefined) return;
  const asked = state.proposedWaivers.some((each) => isOf(each, event) && each.by === event.proposedBy);
  if (asked) return;
  const problem = `nobody has asked to waive ${event.target} of ${event.request}`;
  throw new Refusal('wrongState', 'target', problem, 'allowed: once somebody has');
}

/** Somebody asks for a waiver; somebody else has to give it. Throws a Refusal where there is no such miss. */
export function proposeWaiver(
  terms: Terms,
  state: ContractState,
  event: EventOf<'waiver.proposed'>,
  requests: readonly IncidentState[],
): Step<ContractState> {
  const { at, request, target, reason, by } = event;
  const stands = state.misses.some((miss) => isOf(miss, event) && !miss.waiver && !miss.annulledAt);
  const isOpen = openMisses(state, requests).some((miss) => isOf(miss, event) && !isPending(state, miss));
  if (!stands && !isOpen) throw noSuchMiss(state, { ...event, type: 'miss.waived' }, requests);
  if (state.proposedWaivers.some((proposed) => isOf(proposed, event))) {
    throw new Refusal('wrongState', 'target', 'this waiver was asked for already', 'allowed: once');
  }
  const proposed = { request, target, at, by, reason };
  const payload = { target, reason, by };
  return {
    state: { ...state, proposedWaivers: [...state.proposedWaivers, proposed] },
    entries: [{ kind: event.type, at, clause: terms.clauses.penalties, request, payload }],
  };
}

/** A miss whose penalty is fixed turns out never to have been: its penalty no longer counts, its month is assessed again. */
export function annul(terms: Terms, state: ContractState, event: Annulled): Step<ContractState> {
  const misses = state.misses.map((miss) =>
    isOf(miss, event) && miss.at === event.missAt ? { ...miss, annulledAt: event.at } : miss,
  );
  const { at, request, target, missAt, nowMet, reason } = event;
  const annulled = misses.find((miss) => isOf(miss, event) && miss.at === missAt);
  const proposedWaivers = state.proposedWaivers.filter((proposed) => !isOf(proposed, event));
  const closedMonths = withMet(state, nowMet ? annulled : undefined);
  return {
    state: { ...state, misses, closedMonths, proposedWaivers },
    entries: [
      { kind: event.type, at, clause: terms.clauses.penalties, request, payload: { target, missAt, reason } },
    ],
  };
}

/**
 * The annulments that a fact told late brings about: of those misses whose penalties are fixed. They count at the
 * instant up to which the contract is accounted for: a closed month is not opened again, it is assessed anew.
 */
export function annulmentsOf(
  state: ContractState,
  correction: Pick<Correction, 'annulled' | 'state'>,
  reason: string,
): Annulled[] {
  const fixed = new Set(state.misses.map(missKey));
  const isMet = (target: string): boolean =>
    correction.state.targets.some(({ kind, outcome }) => kind === target && outcome === 'met');
  return correction.annulled
    .filter((miss) => fixed.has(missKey(miss)))
    .map(({ request, target, at }) => {
      const event = { at: state.through, request, target, missAt: at, nowMet: isMet(target), reason };
      return { type: 'miss.annulled', ...event };
    });
}

function withMet({ closedMonths }: ContractState, miss: FixedMiss | undefined): readonly ClosedMonth[] {
  if (!miss) return closedMonths;
  const { period, priority } = miss;
  return closedMonths.map((month) =>
    month.period === period
      ? { ...month, met: { ...month.met, [priority]: (month.met[priority] ?? 0) + 1 } }
      : month,
  );
}

function noSuchMiss(state: ContractState, event: Waived, requests: readonly IncidentState[]): Refusal {
  const waived =
    state.misses.some((miss) => isOf(miss, event)) ||
    state.pendingWaivers.some((given) => isOf(given, event));
  if (waived)
    return new Refusal('alreadyWaived', 'target', 'this miss has already been waived', 'allowed: once');
  const request = requests.find((candidate) => candidate.request === event.request);
  const own = state.ownMisses.filter((miss) => miss.request === event.request);
  if (!request && own.length === 0) return unknownRequest(event.request);
  const missed = [...own, ...(request?.misses ?? [])].map((miss) => miss.target);
  const allowed = missed.length > 0 ? `allowed: ${missed.join(', ')}` : 'this request has missed no target';
  return new Refusal('unknownMiss', 'target', `${event.target} of ${event.request} was not missed`, allowed);
}

function isOf(miss: Named, wanted: Named): boolean {
  return miss.request === wanted.request && miss.target === wanted.target;
}

function isPending(state: ContractState, miss: Miss): boolean {
  return state.pendingWaivers.some((given) => isOf(given, miss) && given.missAt === miss.at);
}

function waiverEntry(terms: Terms, event: Waived): Entry {
  const { at, request, target, reason, by, proposedBy } = event;
  return {
    kind: 'miss.waived',
    at,
    clause: terms.clauses.penalties,
    request,
    payload: { target, reason, by, ...(proposedBy !== undefined && { proposedBy }) },
  };
}
