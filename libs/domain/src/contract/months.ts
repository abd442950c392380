import { type Terms } from '../terms.js';
import { addPeriods, dayInPeriod, dayOfMonth, periodOf } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { type ContractState, type MonthAssessment, type TerminationRight } from './state.js';

/**
 * The closed months as assessed now. A month fails when it owns an unwaived miss; a month without requests is met and
 * ends a streak (clause 2.6).
 */
export function assessMonths(state: Pick<ContractState, 'closedMonths' | 'misses'>): MonthAssessment[] {
  let streak = 0;
  return state.closedMonths.map(({ period, closedAt }) => {
    const own = state.misses.filter((miss) => miss.period === period && miss.annulledAt === null);
    const waived = own.filter((miss) => miss.waiver !== null).length;
    const failed = own.length > waived;
    streak = failed ? streak + 1 : 0;
    return { period, closedAt, misses: own.length, waived, failed, streak };
  });
}

/**
 * The termination rights that the months give: one at the close of the month in which a streak reaches the number of
 * failed months. A right that was exercised stays, whatever is waived later; an unexercised one goes with its months.
 */
export function derivedRights(
  terms: Terms,
  months: readonly MonthAssessment[],
  held: readonly TerminationRight[],
): TerminationRight[] {
  const exercised = held.filter((right) => right.exercisedAt !== null);
  if (exercised.length > 0) return [...held];
  const needed = terms.termination.failedMonths;
  return months.flatMap((month, index): TerminationRight[] => {
    if (month.streak !== needed) return [];
    const periods = months.slice(index - needed + 1, index + 1).map((failed) => failed.period);
    const known = held.find((right) => right.arisenAt === month.closedAt);
    const arisenAt = month.closedAt;
    return [
      known ?? {
        arisenAt,
        periods,
        lapsesAt: lapseOf(terms, arisenAt),
        exercisedAt: null,
        lapseMarked: false,
      },
    ];
  });
}

/** The right that can be exercised at an instant: the oldest that has not lapsed. */
export function exercisableRight(
  rights: readonly TerminationRight[],
  at: Instant,
): TerminationRight | undefined {
  return rights.find((right) => right.exercisedAt === null && right.arisenAt <= at && at <= right.lapsesAt);
}

/** The right to show: the exercised one, else the oldest exercisable, else the latest lapsed one. */
export function shownRight(rights: readonly TerminationRight[], at: Instant): TerminationRight | null {
  const exercised = rights.find((right) => right.exercisedAt !== null);
  return exercised ?? exercisableRight(rights, at) ?? rights.at(-1) ?? null;
}

/** The corresponding day of a later month, or its last day (Civil Code arts. 202, 564). */
function lapseOf(terms: Terms, arisenAt: Instant): Instant {
  const date = dateIn(arisenAt, terms.zone);
  const later = dayInPeriod(
    addPeriods(periodOf(date), terms.termination.lapsesAfterMonths),
    dayOfMonth(date),
  );
  return startOfDay(later, terms.zone);
}
