import { type Facts } from '../decision.js';
import { type IncidentState, type Miss } from '../incident/state.js';
import { minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { permilleOf } from '../money/ratio.js';
import { answersTo, permilleOfDecision, questionTo, type Answers, type Question } from '../question.js';
import { consequencesOn, termsAt, type CapTerms, type ConsequenceTerms, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { CapBook, type CapUse } from './caps.js';
import { type ContractContext } from './events.js';
import { type ContractState, type FixedMiss, type PendingWaiver } from './state.js';

/** Names one miss within a contract: a target of a request can be missed once per instant. */
export function missKey(miss: Pick<Miss, 'request' | 'target' | 'at'>): string {
  return `${miss.request}/${miss.target}@${miss.at}`;
}

/** The canonical order of misses: by instant, then request, then target, as plain strings. */
export function byInstantRequestTarget(a: Miss, b: Miss): number {
  return compare(a.at, b.at) || compare(a.request, b.request) || compare(a.target, b.target);
}

/** The misses whose penalties are not fixed yet, in canonical order; all of them, or those that are wanted. */
export function openMisses(
  state: ContractState,
  requests: readonly IncidentState[],
  isWanted: (miss: Miss) => boolean = () => true,
): Miss[] {
  const fixed = new Set(state.misses.map(missKey));
  return [...state.ownMisses, ...requests.flatMap((request) => request.misses)]
    .filter((miss) => isWanted(miss) && !fixed.has(missKey(miss)))
    .sort(byInstantRequestTarget);
}

/** The consequence that a missed target has by itself; a contract has one at most (clause 2.6). */
export function missConsequence(terms: Terms): ConsequenceTerms | undefined {
  return consequencesOn(terms, 'miss')[0];
}

/**
 * What the penalty rules are asked of misses that are about to be fixed, one question each: by the rules that held when it
 * was missed, however late it is fixed. Null where nothing was owed for a miss then (clause 2.6).
 */
export function penaltyQuestions(
  terms: Terms,
  state: ContractState,
  misses: readonly Miss[],
): (Question | null)[] {
  const inPeriod = new Map<string, number>();
  const ofRequest = new Map<string, number>();
  for (const fixed of state.misses) {
    raised(inPeriod, fixed.period);
    raised(ofRequest, fixed.request);
  }
  return misses.map((miss) => {
    const law = termsAt(terms, miss.at);
    const rules = missConsequence(law)?.rules;
    const { priority, target, period } = miss;
    const facts: Facts = {
      priority,
      target,
      period,
      missNumberInPeriod: raised(inPeriod, period),
      missNumberOfRequest: raised(ofRequest, miss.request),
    };
    return rules ? questionTo(law, rules, facts) : null;
  });
}

/**
 * Fixes penalties in canonical order under the caps: a miss beyond them is recorded with the part that fits, then with
 * nothing (clause 2.6). The order in which machines noticed the misses never matters.
 */
export function fixPenalties(
  terms: Terms,
  state: ContractState,
  misses: readonly Miss[],
  at: Instant,
  context: ContractContext,
): FixedMiss[] {
  const laws = [terms, ...misses.map((miss) => termsAt(terms, miss.at))];
  const consequence = laws.map(missConsequence).find((each) => each !== undefined);
  const permilles = permillesOf(terms, state, misses, context.answers);
  const book = consequence ? capBookOf(state, consequence) : new CapBook([]);
  const counting = new Set(state.misses.filter(countsAgainst).map((miss) => miss.request));
  return misses.map((miss, index): FixedMiss => {
    const permille = permilles[index] ?? '0';
    const full = permilleOf(miss.base, permille);
    const waiver = waiverOf(state.pendingWaivers, miss);
    const counted = isCounted(termsAt(terms, miss.at), miss, counting);
    const penalty = waiver || !counted ? ZERO_FEN : minFen(full, book.room(miss.period, missKey(miss)));
    book.add({ period: miss.period, key: missKey(miss), amount: penalty });
    if (counted && !waiver) counting.add(miss.request);
    const capped = !waiver && counted && penalty < full;
    return { ...miss, permille, full, penalty, capped, counted, fixedAt: at, waiver, annulledAt: null };
  });
}

function permillesOf(
  terms: Terms,
  state: ContractState,
  misses: readonly Miss[],
  answers: Answers,
): string[] {
  const questions = penaltyQuestions(terms, state, misses);
  answersTo(
    answers,
    questions.filter((question) => question !== null),
  );
  return questions.map((question) => {
    const decision = question && answers.get(question.key);
    return decision ? permilleOfDecision(decision) : '0';
  });
}

/** What was fixed under a consequence and stands, that of the contract before a renewal included. */
function capUses(state: ContractState, { id, on }: ConsequenceTerms): CapUse[] {
  const opening = (state.opening?.used ?? []).filter((use) => use.consequence === id);
  const own =
    on === 'miss'
      ? state.misses.map((miss) => ({ ...miss, key: missKey(miss), amount: standingPenalty(miss) }))
      : state.charges
          .filter((charge) => charge.consequence === id)
          .map((charge) => ({ ...charge, key: capKey(charge.key) }));
  return [...opening.map((use) => ({ ...use, key: '' })), ...own];
}

/** The caps of a consequence, or of those given, with all that is used of them. */
export function capBookOf(
  state: ContractState,
  consequence: ConsequenceTerms,
  caps: readonly CapTerms[] = consequence.caps,
): CapBook {
  const book = new CapBook(caps);
  for (const use of capUses(state, consequence)) book.add(use);
  return book;
}

/** Interest is fixed stretch by stretch, `2025-01/2025-01-11`; a cap on each invoice looks at all of them. */
export function capKey(key: string): string {
  return key.split('/')[0] ?? key;
}

/** Of a request's misses, all count, or only the first that is neither waived nor annulled. */
function isCounted(terms: Terms, miss: Miss, counting: ReadonlySet<string>): boolean {
  return terms.service?.missesPerRequest !== 'first' || !counting.has(miss.request);
}

function countsAgainst(miss: FixedMiss): boolean {
  return miss.counted && miss.waiver === null && miss.annulledAt === null;
}

/** What a miss costs as things stand: nothing once it is waived or annulled. */
export function standingPenalty(miss: FixedMiss): Fen {
  return miss.waiver || miss.annulledAt ? ZERO_FEN : miss.penalty;
}

/** All penalties of single misses that stand: the part of their cap that is used. */
export function standingPenalties(misses: readonly FixedMiss[]): Fen {
  return sumFen(misses.map(standingPenalty));
}

/** All that the provider owes by fixed penalties and charges (clause 2.6). */
export function owedByProvider(state: ContractState): Fen {
  const charges = state.charges.filter(({ on }) => on !== 'latePayment').map(({ amount }) => amount);
  return sumFen([standingPenalties(state.misses), ...charges]);
}

/** What stands and was not yet offset; below zero when a waiver came after its penalty was credited. */
export function uncreditedPenalties(state: ContractState): Fen {
  return subtractFen(owedByProvider(state), sumFen(state.invoices.map((invoice) => invoice.credited)));
}

function waiverOf(waivers: readonly PendingWaiver[], miss: Miss): FixedMiss['waiver'] {
  const waiver = waivers.find(
    (given) => given.request === miss.request && given.target === miss.target && given.missAt === miss.at,
  );
  return waiver ? { at: waiver.at, by: waiver.by, reason: waiver.reason } : null;
}

function raised(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
