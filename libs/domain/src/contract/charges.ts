import { type Facts } from '../decision.js';
import { type Step } from '../entry.js';
import { minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { permilleTimes, type DecimalText } from '../money/ratio.js';
import { answersTo, permilleOfDecision, questionTo } from '../question.js';
import { consequencesOn, type ConsequenceTerms, type Terms } from '../terms.js';
import { type Period } from '../time/dates.js';
import { earlier, type Instant } from '../time/instant.js';
import { dateIn } from '../time/zone.js';
import { capBookOf, capKey } from './account.js';
import { attainmentOf, attainmentPercent, together, type Attainment } from './attainment.js';
import { baseOf } from './bases.js';
import { type CapBook } from './caps.js';
import * as entry from './entries.js';
import { type ContractContext } from './events.js';
import { lawsOf, type Law } from './laws.js';
import { termsOfMonth } from './months.js';
import { lateness, periodOfMoment } from './obligations.js';
import { type Charge, type ClosedMonth, type ContractState, type ObligationState } from './state.js';

/** An occasion that may cost something: what the rules are asked, and what the answer is taken of. */
export interface Occurrence {
  /** Those that held: an amendment since then changes nothing of it. */
  readonly terms: Terms;
  readonly consequence: ConsequenceTerms;
  readonly key: string;
  readonly period: Period;
  readonly base: Fen;
  readonly times: number;
  readonly facts: Facts;
}

/**
 * Fixes what months and obligations cost by the rules, as things stand at an instant: the difference to what was fixed
 * for each before, so that nothing that is written changes (clause 2.6). `periods` are the months to look at.
 */
export function settleCharges(
  terms: Terms,
  state: ContractState,
  at: Instant,
  periods: readonly Period[],
  context: ContractContext,
): Step<ContractState> {
  const occurrences = [...ofMonths(terms, state, periods), ...ofObligations(terms, state, at)];
  return fixCharges(state, at, occurrences, context);
}

/** Asks the rules of each occurrence and fixes what it comes to, less what was fixed for it before. */
export function fixCharges(
  state: ContractState,
  at: Instant,
  occurrences: readonly Occurrence[],
  context: ContractContext,
): Step<ContractState> {
  return chargedBy(state, occurrences, context, (before, occurrence, permille) =>
    chargeOf(before, occurrence, permille, at),
  );
}

/** Takes back what was fixed on a mistaken footing: each occurrence as a charge of less than nothing. */
export function takeBack(
  state: ContractState,
  occurrences: readonly Occurrence[],
  context: ContractContext,
): Step<ContractState> {
  return chargedBy(state, occurrences, context, (_, occurrence, permille) => {
    const charge = uncapped(occurrence, permille, state.through);
    return { ...charge, key: `${charge.key}/late`, amount: subtractFen(ZERO_FEN, charge.full) };
  });
}

/** One charge after the other, each over the state with those before it; null where an occurrence gives none. */
function chargedBy(
  state: ContractState,
  occurrences: readonly Occurrence[],
  context: ContractContext,
  charge: (before: ContractState, occurrence: Occurrence, permille: DecimalText) => Charge | null,
): Step<ContractState> {
  const questions = occurrences.map(({ terms, consequence, facts }) =>
    questionTo(terms, consequence.rules, facts),
  );
  const decisions = answersTo(context.answers, questions);
  let next = state;
  const entries = occurrences.flatMap((occurrence, index) => {
    const decision = decisions[index];
    const made = decision && charge(next, occurrence, permilleOfDecision(decision));
    if (!made) return [];
    next = { ...next, charges: [...next.charges, made] };
    return [entry.chargeFixed(made, occurrence.consequence, decision)];
  });
  return { state: next, entries };
}

/** What an occurrence comes to before any cap, and with nothing fixed for it before. */
function uncapped(occurrence: Occurrence, permille: DecimalText, at: Instant): Charge {
  const { consequence, key, period, base, times } = occurrence;
  const { id, on } = consequence;
  const full = permilleTimes(base, permille, times);
  return { consequence: id, on, key, period, at, base, permille, times, full, amount: full, capped: false };
}

/**
 * Null where it comes to what was fixed before, or where nothing is late yet. The first time it is written down even
 * where it is nothing.
 */
function chargeOf(
  state: ContractState,
  occurrence: Occurrence,
  permille: DecimalText,
  at: Instant,
): Charge | null {
  const charge = uncapped(occurrence, permille, at);
  const before = fixedFor(state, occurrence);
  const book = bookOf(state, occurrence.consequence, charge.key);
  const entitled = minFen(charge.full, book.room(charge.period, capKey(charge.key)));
  const amount = subtractFen(entitled, sumFen(before.map((fixed) => fixed.amount)));
  if (amount === ZERO_FEN && (before.length > 0 || charge.times === 0)) return null;
  return { ...charge, amount, capped: entitled < charge.full };
}

function fixedFor({ charges }: ContractState, { consequence, key }: Occurrence): Charge[] {
  return charges.filter((charge) => charge.consequence === consequence.id && charge.key === key);
}

/** What all other occasions have used of the caps. */
export function bookOf(state: ContractState, consequence: ConsequenceTerms, key: string): CapBook {
  const others = { ...state, charges: state.charges.filter((charge) => charge.key !== key) };
  return capBookOf(others, consequence);
}

/** Each of the months by the consequences that look at a whole month: its attainment is what the rules see. */
function ofMonths(terms: Terms, state: ContractState, periods: readonly Period[]): Occurrence[] {
  const closed = state.closedMonths.filter((month) => periods.includes(month.period));
  const known = terms.earlier
    ? new Set(closed.flatMap((month) => consequencesOn(termsOfMonth(terms, month), 'month')))
    : consequencesOn(terms, 'month');
  return [...known].flatMap((consequence) => {
    const own = closed.filter((month) => termsOfMonth(terms, month).consequences.includes(consequence));
    return own.flatMap((month) => ofMonth(termsOfMonth(terms, month), state, consequence, month));
  });
}

function ofMonth(
  terms: Terms,
  state: ContractState,
  consequence: ConsequenceTerms,
  month: ClosedMonth,
): Occurrence[] {
  const byPriority = Object.values(attainmentOf(state, month));
  const all = together(byPriority);
  const percent = attainmentPercent(all);
  const known = state.charges.some(
    (charge) => charge.consequence === consequence.id && charge.key === month.period,
  );
  if (percent === null && !known) return [];
  const facts: Facts = {
    period: month.period,
    attainmentPercent: percent ?? '100',
    worstAttainmentPercent: worstOf(byPriority) ?? '100',
    concluded: all.met + all.missed,
    met: all.met,
    missed: all.missed,
    received: month.received,
  };
  const base = baseOf(terms, consequence, month.period);
  return [{ terms, consequence, key: month.period, period: month.period, base, times: 1, facts }];
}

function worstOf(parts: readonly Attainment[]): string | null {
  const concluded = parts.filter(({ met, missed }) => met + missed > 0);
  const [first, ...rest] = concluded;
  if (!first) return null;
  const worst = rest.reduce((a, b) => {
    return b.met * (a.met + a.missed) < a.met * (b.met + b.missed) ? b : a;
  }, first);
  return attainmentPercent(worst);
}

/**
 * Each obligation that was missed, by how late it is at an instant, or was when it was performed. A delay that an amendment
 * comes into costs by the terms of each part of it.
 */
function ofObligations(terms: Terms, state: ContractState, at: Instant): Occurrence[] {
  const missed = state.obligations.filter((obligation) => obligation.missed);
  if (missed.length === 0) return [];
  const laws = lawsOf(terms);
  return missed.flatMap((obligation) => laws.flatMap((law) => ofObligation(law, state, obligation, at)));
}

function ofObligation(
  { from, until, terms }: Law,
  state: ContractState,
  obligation: ObligationState,
  at: Instant,
): Occurrence[] {
  const owed = terms.obligations.find(({ id }) => id === obligation.id);
  if (!owed || (from !== null && from >= at)) return [];
  const lateAt = (instant: Instant): number =>
    isExcused(state, obligation.id) ? 0 : lateness(terms, owed, obligation, instant);
  const daysLate = lateAt(earlier(at, until ?? at));
  const daysBefore = from === null ? 0 : lateAt(from);
  return consequencesOn(terms, 'obligation').map((consequence): Occurrence => {
    const periodsOf = (days: number): number => Math.ceil(days / consequence.periodDays);
    const timesOf = (days: number): number =>
      ({ once: Math.min(days, 1), daysLate: days, periodsLate: periodsOf(days) })[consequence.times];
    const times = timesOf(daysLate) - timesOf(daysBefore);
    const base = consequence.base === 'obligationValue' ? owed.value : baseOf(terms, consequence, null);
    const facts: Facts = { obligation: owed.id, daysLate, periodsLate: periodsOf(daysLate) };
    const key = from === null ? owed.id : `${owed.id}/${dateIn(from, terms.zone)}`;
    return { terms, consequence, key, period: periodOfMoment(terms, at), base, times, facts };
  });
}

/** A waived miss of an obligation costs nothing, however late it was. */
function isExcused(state: ContractState, obligation: string): boolean {
  const isOwn = (miss: { request: string }): boolean => miss.request === obligation;
  return state.pendingWaivers.some(isOwn) || state.misses.some((miss) => isOwn(miss) && miss.waiver !== null);
}
