import { type Measure } from '../terms.js';
import { isPublished, isWorkingDay, type WorkCalendar } from '../time/calendar.js';
import { addDays } from '../time/dates.js';
import { fromSeconds, toSeconds, type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';

/** A stretch of time in which a clock runs; `to` is null while it still does. */
export interface Run {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A stretch of a deadline's proof. The counted ones sum to the target, to the second. */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  readonly counted: boolean;
  readonly why: 'running' | 'stopped' | 'dayOff';
}

/** When a target is due, and the segments that prove it. `dueAt` is null while the clock stands still. */
export interface Reckoning {
  readonly dueAt: Instant | null;
  /** The count reaches a year whose calendar is not published yet. */
  readonly provisional: boolean;
  readonly segments: readonly Segment[];
}

/** Where working days are looked up. */
export interface DayBook {
  readonly calendar: WorkCalendar;
  readonly zone: string;
}

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_DAY = 86_400;

/** What a measure counts to, in seconds: a working day counts 24 hours (clause 2.4). */
export function measureSeconds(measure: Measure): number {
  return measure.amount * (measure.unit === 'minutes' ? SECONDS_PER_MINUTE : SECONDS_PER_DAY);
}

/**
 * The earliest instant at which the counted time reaches the measure (clauses 2.3, 2.4): Friday 24:00, not Monday 00:00.
 * A stop at the very deadline is in time: the deadline is then the instant at which the clock runs again.
 */
export function reckon(measure: Measure, runs: readonly Run[], days: DayBook): Reckoning {
  const tape = new Tape();
  let remaining = measureSeconds(measure);
  for (const run of runs) {
    tape.stopUntil(run.from);
    if (remaining === 0 && run.from === run.to) continue;
    if (remaining === 0) return tape.reckoning(run.from);
    for (const span of spansOf(measure, run, days, tape)) {
      const seconds = span.to === null ? Infinity : toSeconds(span.to) - toSeconds(span.from);
      const reachedAt = fromSeconds(toSeconds(span.from) + Math.min(seconds, remaining));
      tape.add(span.from, reachedAt, true, 'running');
      remaining -= Math.min(seconds, remaining);
      if (remaining === 0 && reachedAt !== run.to) return tape.reckoning(reachedAt);
      if (remaining === 0) break;
    }
  }
  return tape.reckoning(null);
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

function* spansOf(measure: Measure, run: Run, days: DayBook, tape: Tape): Generator<Run> {
  if (measure.unit === 'minutes') {
    yield run;
    return;
  }
  let date = dateIn(run.from, days.zone);
  let from = run.from;
  while (run.to === null || from < run.to) {
    const nextDate = addDays(date, 1);
    const midnight = startOfDay(nextDate, days.zone);
    const to = run.to !== null && run.to < midnight ? run.to : midnight;
    if (!isPublished(days.calendar, date)) tape.provisional = true;
    if (isWorkingDay(days.calendar, date)) yield { from, to };
    else tape.add(from, to, false, 'dayOff');
    date = nextDate;
    from = to;
  }
}

/** Collects segments in order, joining like with like. */
class Tape {
  provisional = false;
  private readonly segments: Segment[] = [];

  add(from: Instant, to: Instant, counted: boolean, why: Segment['why']): void {
    if (from === to) return;
    const last = this.segments.at(-1);
    if (last && last.to === from && last.why === why)
      this.segments[this.segments.length - 1] = { ...last, to };
    else this.segments.push({ from, to, counted, why });
  }

  stopUntil(at: Instant): void {
    const last = this.segments.at(-1);
    if (last && last.to < at) this.add(last.to, at, false, 'stopped');
  }

  reckoning(dueAt: Instant | null): Reckoning {
    return { dueAt, provisional: dueAt !== null && this.provisional, segments: this.segments };
  }
}
