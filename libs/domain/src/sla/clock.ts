import { type Measure } from '../terms.js';
import { zoneOf } from '../time/calendar.js';
import { fromSeconds, toSeconds, type Instant } from '../time/instant.js';
import { dateIn } from '../time/zone.js';
import { daysOf, stretchesIn, type DayRun } from './days.js';
import { Tape, type DayBook, type Reckoning, type Run } from './reckoning.js';

export { type DayBook, type Reckoning, type Run, type Segment } from './reckoning.js';

/** Counts seconds, not days. */
type TimeUnit = Exclude<Measure['unit'], 'workingDayEnds'>;

const SECONDS_PER_UNIT: Readonly<Record<TimeUnit, number>> = {
  minutes: 60,
  serviceMinutes: 60,
  workingDays: 86_400,
};

/**
 * What a measure counts to, in seconds: a working day counts 24 hours (clause 2.4). Null for `workingDayEnds`, which
 * counts the ends of working days and no time.
 */
export function measureSeconds({ unit, amount }: Measure): number | null {
  return unit === 'workingDayEnds' ? null : amount * SECONDS_PER_UNIT[unit];
}

/**
 * The earliest instant at which the count reaches the measure (clauses 2.3, 2.4): Friday 24:00, not Monday 00:00.
 * A stop at the very deadline is in time: the deadline is then the instant at which the clock runs again. `runs` are
 * in order and do not overlap; runs that adjoin are one.
 *
 * - `minutes`: seconds by the wall clock.
 * - `serviceMinutes`: seconds within the calendar's shifts, less its maintenance.
 * - `workingDays`: 24 hours each, of days that have a shift, less maintenance.
 * - `workingDayEnds`: the ends of working days after the day of the start (Civil Code arts. 201, 203). One counts where
 *   the clock runs up to it; one within a stop does not. Maintenance does not move the end of a day.
 *
 * Throws a `RangeError` at a calendar by which nothing is worked for ten years.
 */
export function reckon(measure: Measure, runs: readonly Run[], days: DayBook): Reckoning {
  const { unit, amount } = measure;
  return unit === 'workingDayEnds'
    ? reckonDayEnds(amount, joined(runs), days)
    : reckonTime(unit, amount * SECONDS_PER_UNIT[unit], joined(runs), days);
}

/** The seconds that the clock ran up to an instant: what averages of resolution times are made from. */
export function secondsRun(runs: readonly Run[], until: Instant): number {
  let total = 0;
  for (const run of runs) {
    if (run.from >= until) break;
    const to = run.to !== null && run.to < until ? run.to : until;
    total += toSeconds(to) - toSeconds(run.from);
  }
  return total;
}

function reckonTime(unit: TimeUnit, target: number, runs: readonly Run[], days: DayBook): Reckoning {
  const tape = new Tape();
  let remaining = target;
  for (const run of runs) {
    tape.stopUntil(run.from);
    if (remaining === 0 && run.from === run.to) continue;
    if (remaining === 0) return tape.reckoning(run.from);
    for (const span of countedSpans(unit, run, days, tape)) {
      const seconds = span.to === null ? Infinity : toSeconds(span.to) - toSeconds(span.from);
      const reachedAt =
        span.to !== null && seconds <= remaining ? span.to : fromSeconds(toSeconds(span.from) + remaining);
      tape.add(span.from, reachedAt, true, 'running');
      remaining -= Math.min(seconds, remaining);
      if (remaining === 0 && reachedAt !== run.to) return tape.reckoning(reachedAt);
      if (remaining === 0) break;
    }
  }
  return tape.reckoning(null);
}

/** The spans of a run that count; what lies before each of them goes on the tape as not counted. */
function* countedSpans(unit: TimeUnit, run: Run, days: DayBook, tape: Tape): Generator<Run> {
  if (unit === 'minutes') {
    yield run;
    return;
  }
  for (const dayRun of daysOf(run, days, unit === 'serviceMinutes' ? 'shifts' : 'whole')) {
    if (!dayRun.day.isPublished) tape.provisional = true;
    for (const { from, to, kind } of stretchesIn(dayRun)) {
      if (kind === 'worked') yield { from, to };
      else tape.add(from, to, false, kind);
    }
  }
}

function reckonDayEnds(target: number, runs: readonly Run[], days: DayBook): Reckoning {
  const tape = new Tape();
  const firstDate = runs[0] && dateIn(runs[0].from, zoneOf(days.calendar, days.zone));
  let remaining = target;
  for (const run of runs) {
    tape.stopUntil(run.from);
    if (remaining === 0 && run.from === run.to) continue;
    if (remaining === 0) return tape.reckoning(run.from);
    for (const dayRun of daysOf(run, days, 'end')) {
      if (!dayRun.day.isPublished) tape.provisional = true;
      const closing = dayRun.day.date === firstDate ? null : countedClosing(dayRun);
      if (closing === null) {
        tape.add(dayRun.from, dayRun.to, false, whyNoDay(dayRun, firstDate));
        continue;
      }
      tape.addDay(dayRun.from, closing);
      remaining -= 1;
      if (remaining === 0 && closing !== run.to) return tape.reckoning(closing);
      if (remaining === 0) break;
      tape.add(closing, dayRun.to, false, 'offShift');
    }
  }
  return tape.reckoning(null);
}

/** The end of the working day, where the clock runs up to it. */
function countedClosing({ day: { closing }, from, to }: DayRun): Instant | null {
  return closing !== null && from < closing && closing <= to ? closing : null;
}

function whyNoDay(
  { day, from }: DayRun,
  firstDate: string | undefined,
): 'firstDay' | 'dayOff' | 'offShift' | 'running' {
  if (day.date === firstDate) return 'firstDay';
  if (day.closing === null) return 'dayOff';
  return day.closing <= from ? 'offShift' : 'running';
}

/** Runs that adjoin as one: to stop and go on at the same instant is no stop. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last?.to === run.from) found[found.length - 1] = { from: last.from, to: run.to };
    else found.push(run);
  }
  return found;
}
