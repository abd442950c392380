import { termsAt, type AssessmentTerms, type Terms } from '../terms.js';
import { addDays, addPeriods, dayInPeriod, dayOfMonth, periodOf, type Period } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { attainmentOf, isBelow } from './attainment.js';
import {
  type ClosedMonth,
  type ContractState,
  type MonthAssessment,
  type TerminationRight,
} from './state.js';

type Assessable = Pick<ContractState, 'closedMonths' | 'misses' | 'opening'>;

/**
 * The closed months as assessed now. A month fails when it owns an unwaived miss, or when its attainment is below the
 * agreed one; a month without requests is met and ends a streak, or leaves it as it is (clause 2.6).
 */
export function assessMonths(terms: Terms, state: Assessable): MonthAssessment[] {
  let streak = state.opening?.failedPeriods.length ?? 0;
  return state.closedMonths.map((month) => {
    const { period, closedAt } = month;
    const own = state.misses.filter(
      (miss) => miss.period === period && miss.counted && miss.annulledAt === null,
    );
    const waived = own.filter((miss) => miss.waiver !== null).length;
    const { assessment } = termsOfMonth(terms, month);
    const failed = hasFailed(assessment, state, month, own.length - waived);
    const neutral = assessment.emptyMonth === 'neutral' && month.received === 0 && own.length === 0;
    streak = failed ? streak + 1 : neutral ? streak : 0;
    return { period, closedAt, misses: own.length, waived, failed, streak };
  });
}

function hasFailed(
  assessment: AssessmentTerms,
  state: Assessable,
  month: ClosedMonth,
  standing: number,
): boolean {
  if (assessment.fails === 'anyMiss') return standing > 0;
  const attainment = attainmentOf(state, month);
  return Object.entries(assessment.attainmentBelowPercent).some(([priority, percent]) => {
    return isBelow(attainment[priority] ?? { met: 0, missed: 0 }, percent);
  });
}

/** The terms by which a closed month is judged: those that held in it, whatever an amendment has changed since. */
export function termsOfMonth(terms: Terms, { period }: Pick<ClosedMonth, 'period'>): Terms {
  const month = terms.earlier && terms.schedule.find((each) => each.period === period);
  return month ? termsAt(terms, month.from) : terms;
}

/**
 * The termination rights that the months give: one when a streak has reached the number of failed months that the terms
 * of its last month ask for. A right that was exercised stays, whatever is waived later; an unexercised one goes with its months. Rights by delay stay beside.
 */
export function derivedRights(
  terms: Terms,
  state: Assessable & Pick<ContractState, 'rights'>,
): TerminationRight[] {
  const held = state.rights;
  if (held.some((right) => right.exercisedAt !== null)) return [...held];
  const byDelay = held.filter((right) => right.ground === 'delay');
  const months = assessMonths(terms, state);
  const failed: { period: Period; since: Instant }[] = (state.opening?.failedPeriods ?? []).map((period) => ({
    period,
    since: terms.startsAt,
  }));
  let isGiven = false;
  const rights = months.flatMap((month): TerminationRight[] => {
    if (month.streak === 0) isGiven = false;
    if (!month.failed) return [];
    if (month.streak === 1) isGiven = false;
    failed.push({ period: month.period, since: failedSince(state, month) });
    const law = termsOfMonth(terms, month);
    const needed = law.termination.failedMonths;
    if (isGiven || needed === null || month.streak < needed) return [];
    isGiven = true;
    const reached = failed.slice(-needed);
    const arisenAt = latest(reached.map(({ since }) => since));
    return [
      heldOrNew(
        law,
        held,
        arisenAt,
        reached.map(({ period }) => period),
      ),
    ];
  });
  return [...rights, ...byDelay].sort((a, b) => (a.arisenAt < b.arisenAt ? -1 : 1));
}

/**
 * The right that a streak gives. Where the client has given up the right of these months, a waiver that takes away the
 * first of them does not give it back (Civil Code art. 564).
 */
function heldOrNew(
  terms: Terms,
  held: readonly TerminationRight[],
  arisenAt: Instant,
  periods: readonly Period[],
): TerminationRight {
  const ofMonths = held.filter((right) => right.ground === 'failedMonths');
  const known = ofMonths.find((right) => right.arisenAt === arisenAt);
  if (known) return known;
  const givenUp = ofMonths.find((right) => {
    return right.waivedAt !== null && right.periods.some((period) => periods.includes(period));
  });
  const right = newRight(terms, { ground: 'failedMonths', obligation: null, periods }, arisenAt);
  return { ...right, waivedAt: givenUp?.waivedAt ?? null };
}

/** A right as it arises, with its lapse (Civil Code art. 564). */
export function newRight(
  terms: Terms,
  because: Pick<TerminationRight, 'ground' | 'obligation' | 'periods'>,
  arisenAt: Instant,
): TerminationRight {
  return {
    ...because,
    arisenAt,
    lapsesAt: lapseOf(terms, arisenAt),
    exercisedAt: null,
    waivedAt: null,
    lapseMarked: false,
  };
}

/** A month that owns misses by their record may fail only when one of them is fixed, at a later close. */
function failedSince(state: Assessable, month: MonthAssessment): Instant {
  const standing = state.misses.filter((miss) => {
    return miss.period === month.period && miss.counted && !miss.waiver && !miss.annulledAt;
  });
  const first = standing.map((miss) => miss.fixedAt).sort()[0];
  return first !== undefined && first > month.closedAt ? first : month.closedAt;
}

/** The right that can be exercised at an instant: the oldest that has not lapsed. */
export function exercisableRight(
  rights: readonly TerminationRight[],
  at: Instant,
): TerminationRight | undefined {
  return rights.find(
    (right) =>
      right.exercisedAt === null && right.waivedAt === null && right.arisenAt <= at && at <= right.lapsesAt,
  );
}

/** The right to show: the exercised one, else the oldest exercisable, else the latest lapsed one. */
export function shownRight(rights: readonly TerminationRight[], at: Instant): TerminationRight | null {
  const exercised = rights.find((right) => right.exercisedAt !== null);
  return exercised ?? exercisableRight(rights, at) ?? rights.at(-1) ?? null;
}

/** So many days later, or the corresponding day of a later month or its last day (Civil Code arts. 202, 564). */
function lapseOf(terms: Terms, arisenAt: Instant): Instant {
  const date = dateIn(arisenAt, terms.zone);
  const { unit, amount } = terms.termination.lapsesAfter;
  const later =
    unit === 'days'
      ? addDays(date, amount)
      : dayInPeriod(addPeriods(periodOf(date), amount), dayOfMonth(date));
  return startOfDay(later, terms.zone);
}

function latest(instants: readonly Instant[]): Instant {
  return instants.reduce((a, b) => (a >= b ? a : b));
}
