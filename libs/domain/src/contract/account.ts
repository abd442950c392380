import { type Decision, type Facts } from '../decision.js';
import { type IncidentState, type Miss } from '../incident/state.js';
import { atLeastZero, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { permilleOf } from '../money/ratio.js';
import { type Terms } from '../terms.js';
import { type Period } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { type ContractContext } from './events.js';
import { type ContractState, type FixedMiss, type PendingWaiver } from './state.js';

/** A question to the penalty rules: what does this miss cost? */
export interface PenaltyQuestion {
  readonly key: string;
  readonly facts: Facts;
}

/** Names one miss within a contract: a target of a request can be missed once per instant. */
export function missKey(miss: Pick<Miss, 'request' | 'target' | 'at'>): string {
  return `${miss.request}/${miss.target}@${miss.at}`;
}

/** The canonical order of misses: by instant, then request, then target, as plain strings. */
export function byInstantRequestTarget(a: Miss, b: Miss): number {
  return compare(a.at, b.at) || compare(a.request, b.request) || compare(a.target, b.target);
}

/** The misses that no month close has fixed yet, in canonical order; all of them, or those that are wanted. */
export function openMisses(
  state: ContractState,
  requests: readonly IncidentState[],
  isWanted: (miss: Miss) => boolean = () => true,
): Miss[] {
  const fixed = new Set(state.misses.map(missKey));
  return requests
    .flatMap((request) => request.misses)
    .filter((miss) => isWanted(miss) && !fixed.has(missKey(miss)))
    .sort(byInstantRequestTarget);
}

/** What the penalty rules must be asked before a month can close (clause 2.6). Waived misses cost nothing. */
export function penaltyQuestions(
  terms: Terms,
  state: ContractState,
  requests: readonly IncidentState[],
  until?: Instant,
): PenaltyQuestion[] {
  const numbers = new Map<Period, number>();
  return openMisses(state, requests, (miss) => until === undefined || miss.at <= until).map((miss) => {
    const number = (numbers.get(miss.period) ?? 0) + 1;
    numbers.set(miss.period, number);
    const { priority, target, period } = miss;
    const facts = {
      priority,
      target,
      period,
      missNumberInPeriod: number,
      penaltyPermille: terms.penaltyPermille,
    };
    return { key: missKey(miss), facts };
  });
}

/**
 * Fixes penalties in canonical order under the cap: a miss beyond it is recorded with the part that fits, then with
 * nothing (clause 2.6). The order in which machines noticed the misses never matters.
 */
export function fixPenalties(
  terms: Terms,
  state: ContractState,
  misses: readonly Miss[],
  context: ContractContext,
): FixedMiss[] {
  let room = atLeastZero(subtractFen(terms.penaltyCap, standingPenalties(state.misses)));
  return misses.map((miss) => {
    const permille = permilleFor(miss, context.penalties);
    const full = permilleOf(miss.base, permille);
    const waiver = waiverOf(state.pendingWaivers, miss);
    const penalty = waiver ? ZERO_FEN : minFen(full, room);
    room = subtractFen(room, penalty);
    return { ...miss, permille, full, penalty, capped: !waiver && penalty < full, waiver, annulledAt: null };
  });
}

/** What a miss costs as things stand: nothing once it is waived or annulled. */
export function standingPenalty(miss: FixedMiss): Fen {
  return miss.waiver || miss.annulledAt ? ZERO_FEN : miss.penalty;
}

/** All penalties that stand: the part of the cap that is used. */
export function standingPenalties(misses: readonly FixedMiss[]): Fen {
  return sumFen(misses.map(standingPenalty));
}

/** Penalties that stand and were not yet offset; below zero when a waiver came after its penalty was credited. */
export function uncreditedPenalties(state: ContractState): Fen {
  return subtractFen(
    standingPenalties(state.misses),
    sumFen(state.invoices.map((invoice) => invoice.credited)),
  );
}

function permilleFor(miss: Miss, penalties: ReadonlyMap<string, Decision>): string {
  const permille = penalties.get(missKey(miss))?.outcome.params['permille'];
  if (typeof permille !== 'string')
    throw new Error(`the penalty rules gave no permille for ${missKey(miss)}`);
  return permille;
}

function waiverOf(waivers: readonly PendingWaiver[], miss: Miss): FixedMiss['waiver'] {
  const waiver = waivers.find(
    (given) => given.request === miss.request && given.target === miss.target && given.missAt === miss.at,
  );
  return waiver ? { at: waiver.at, by: waiver.by, reason: waiver.reason } : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
