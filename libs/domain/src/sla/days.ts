import {
  isPublished,
  shiftSpansOf,
  shiftStretchesOf,
  wholeDayStretchesOf,
  zoneOf,
  type Stretch,
  type WorkCalendar,
} from '../time/calendar.js';
import { addDays, type PlainDate } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, dayIn } from '../time/zone.js';
import { type DayBook, type Run } from './reckoning.js';

/** A day of a calendar as clocks need it. */
interface Day {
  readonly date: PlainDate;
  readonly next: PlainDate;
  readonly from: Instant;
  readonly to: Instant;
  readonly isPublished: boolean;
  /** The end of the last shift; null where no work is done on the day. */
  readonly closing: Instant | null;
  /** The whole day as it is counted; none where only its end is. */
  readonly stretches: readonly Stretch[];
}

/** What of a day is counted: its shifts, the whole of a working day, or only the end of its last shift. */
export type DayKind = 'shifts' | 'whole' | 'end';

/** The part of a day in which a clock runs. */
export interface DayRun {
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
}

const MOST_DAYS_KEPT = 4000;
/** Ten years, leap days included. */
const MOST_IDLE_DAYS = 3653;

/** Days worked out before. A calendar never changes, so that they only spare the work. */
const kept = new WeakMap<WorkCalendar, Map<string, Day>>();

/**
 * The days of a run, in order, cut to it; endless where the run is open. Throws a `RangeError` at a calendar by which
 * nothing is worked for ten years, so that no clock waits for ever.
 */
export function* daysOf(run: Run, book: DayBook, kind: DayKind): Generator<DayRun> {
  if (run.from === run.to) return;
  let day = dayOf(book, dateIn(run.from, zoneOf(book.calendar, book.zone)), kind);
  let idle = 0;
  while (run.to === null || day.from < run.to) {
    idle = day.closing === null ? idle + 1 : 0;
    if (idle > MOST_IDLE_DAYS)
      throw new RangeError(
        `the calendar ${book.calendar.id} has no working day in the ten years to ${day.date}`,
      );
    const from = day.from < run.from ? run.from : day.from;
    const to = run.to !== null && run.to < day.to ? run.to : day.to;
    if (from < to) yield { day, from, to };
    day = dayOf(book, day.next, kind);
  }
}

/** The stretches of a day that lie in its run, cut to it. */
export function* stretchesIn({ day, from, to }: DayRun): Generator<Stretch> {
  for (const stretch of day.stretches) {
    if (stretch.to <= from || stretch.from >= to) continue;
    const isWhole = stretch.from >= from && stretch.to <= to;
    yield isWhole
      ? stretch
      : {
          from: stretch.from < from ? from : stretch.from,
          to: stretch.to > to ? to : stretch.to,
          kind: stretch.kind,
        };
  }
}

function dayOf(book: DayBook, date: PlainDate, kind: DayKind): Day {
  const days = kept.get(book.calendar) ?? new Map<string, Day>();
  if (days.size === 0) kept.set(book.calendar, days);
  const name = `${date} ${kind} ${book.zone}`;
  const known = days.get(name);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS_KEPT) days.clear();
  const day = makeDay(book, date, kind);
  days.set(name, day);
  return day;
}

function makeDay({ calendar, zone }: DayBook, date: PlainDate, kind: DayKind): Day {
  return {
    ...dayIn(date, zoneOf(calendar, zone)),
    date,
    next: addDays(date, 1),
    isPublished: isPublished(calendar, date),
    closing: shiftSpansOf(calendar, date, zone).at(-1)?.to ?? null,
    stretches: stretchesOf(calendar, date, zone, kind),
  };
}

function stretchesOf(
  calendar: WorkCalendar,
  date: PlainDate,
  zone: string,
  kind: DayKind,
): readonly Stretch[] {
  if (kind === 'end') return [];
  return kind === 'shifts'
    ? shiftStretchesOf(calendar, date, zone)
    : wholeDayStretchesOf(calendar, date, zone);
}
