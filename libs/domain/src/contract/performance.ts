import { type Entry, type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { settleCharges } from './charges.js';
import * as entry from './entries.js';
import { type ContractContext, type EventOf } from './events.js';
import { newRight } from './months.js';
import { delayRightAt, obligationNamed, ownMiss, withObligation } from './obligations.js';
import { type ContractState, type ObligationState, type TerminationRight } from './state.js';

/** The obligation's due instant has passed: a miss, owned by its month (clause 2.6). */
export function missObligation(
  terms: Terms,
  state: ContractState,
  id: string,
  at: Instant,
): Step<ContractState> {
  const owed = obligationNamed(terms, id);
  const miss = ownMiss(terms, id, id, at);
  return {
    state: {
      ...withObligation(state, id, { missed: true }),
      ownMisses: miss ? [...state.ownMisses, miss] : state.ownMisses,
    },
    entries: [entry.plain('obligation.missed', at, owed.clause, { obligation: id, dueAt: at })],
  };
}

/** A delay has become so long that the client may end the contract. */
export function arisenByDelay(
  terms: Terms,
  state: ContractState,
  obligation: string,
  at: Instant,
): Step<ContractState> {
  const rights = [...state.rights, newRight(terms, { ground: 'delay', obligation, periods: [] }, at)];
  return { state: { ...state, rights }, entries: rightEntries(terms, state, rights, at) };
}

/**
 * The rights without one that the delay of this obligation gave; one that was exercised or given up stays, so that no
 * other comes in its place.
 */
function withoutDelayOf({ rights }: ContractState, obligation: string): readonly TerminationRight[] {
  return rights.filter(({ obligation: of, exercisedAt, waivedAt }) => {
    return of !== obligation || exercisedAt !== null || waivedAt !== null;
  });
}

function rightEntries(
  terms: Terms,
  before: ContractState,
  rights: readonly TerminationRight[],
  at: Instant,
): Entry[] {
  return entry.rightChanges(before.rights, rights, at, terms.termination.clause);
}

/**
 * An obligation is performed: what a delay has cost is fixed, and a right that only the delay gave is gone unless it was
 * exercised. Throws a Refusal where there is none to perform.
 */
export function performed(
  terms: Terms,
  before: ContractState,
  event: EventOf<'obligation.performed'>,
  context: ContractContext,
): Step<ContractState> {
  const known = pendingObligation(before, event.obligation);
  const state = withObligation(before, known.id, { performedAt: event.at });
  const rights = withoutDelayOf(state, known.id);
  const settled = settleCharges(terms, { ...state, rights }, event.at, [], context);
  return {
    state: settled.state,
    entries: [
      entry.plain(event.type, event.at, obligationNamed(terms, known.id).clause, {
        obligation: known.id,
        late: known.missed,
      }),
      ...settled.entries,
      ...rightEntries(terms, before, rights, event.at),
    ],
  };
}

/** Days of a delay are excused, by somebody else than the desk (force majeure, Civil Code art. 590). */
export function excused(
  terms: Terms,
  before: ContractState,
  event: EventOf<'obligation.excused'>,
  context: ContractContext,
): Step<ContractState> {
  if (event.by === 'desk')
    throw new Refusal('notAllowed', 'by', 'the desk may not excuse a delay', 'allowed: anyone else');
  const known = before.obligations.find(({ id }) => id === event.obligation);
  if (!known) throw unknownObligation(before, event.obligation);
  const after = withObligation(before, known.id, { excusedDays: known.excusedDays + event.days });
  const rights = rightsAfterExcuse(terms, after, known.id, event.at);
  const settled = settleCharges(terms, { ...after, rights }, event.at, [], context);
  const { obligation, days, reason, by } = event;
  const { clause } = obligationNamed(terms, known.id);
  return {
    state: settled.state,
    entries: [
      entry.plain(event.type, event.at, clause, { obligation, days, reason, by }),
      ...settled.entries,
      ...rightEntries(terms, before, rights, event.at),
    ],
  };
}

/** A right that the delay gave is gone where the excused days leave too short a delay; it may arise again later. */
function rightsAfterExcuse(
  terms: Terms,
  state: ContractState,
  id: string,
  at: Instant,
): readonly TerminationRight[] {
  const obligation = state.obligations.find((each) => each.id === id);
  const rightAt = obligation && delayRightAt(terms, obligationNamed(terms, id), obligation);
  return rightAt && rightAt <= at ? state.rights : withoutDelayOf(state, id);
}

function pendingObligation(state: ContractState, id: string): ObligationState {
  const known = state.obligations.find((obligation) => obligation.id === id);
  if (!known) throw unknownObligation(state, id);
  if (known.performedAt !== null)
    throw new Refusal('wrongState', 'obligation', `${id} has been performed before`, 'allowed: once');
  return known;
}

function unknownObligation(state: ContractState, id: string): Refusal {
  const names = state.obligations.map((obligation) => obligation.id);
  const allowed = names.length > 0 ? `allowed: ${names.join(', ')}` : 'this contract has no obligations';
  return new Refusal('unknownObligation', 'obligation', `there is no obligation ${id}`, allowed);
}
