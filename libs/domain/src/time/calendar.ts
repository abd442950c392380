import { dayOfWeek, yearOf, type PlainDate } from './dates.js';
import { type Instant } from './instant.js';
import { dayIn, instantAt, type Span } from './zone.js';

/** A stretch of a working day by the wall clock, `09:00` to `12:00`; `24:00` is the end of the day. */
export interface Shift {
  readonly from: string;
  readonly to: string;
}

/** The shifts of each day of the week, 1 = Monday to 7 = Sunday; a day without one is not worked. */
export type Week = Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Shift[]>>;

/**
 * A working-day calendar as data: what the State Council's yearly notices say, or the desk's own hours. Without a
 * `week`, Mondays to Fridays are worked whole; the `offDays` are off, the `makeUpDays` (调休) are worked although they
 * fall on a day off.
 */
export interface WorkCalendar {
  readonly id: string;
  /** The version of the calendar that a contract was made with. */
  readonly version: string;
  /** Where its days and shifts are read; null for the contract's own zone. */
  readonly zone: string | null;
  readonly week: Week | null;
  /** The shifts of a make-up day; null for those of Monday. */
  readonly makeUpShifts: readonly Shift[] | null;
  /** Announced maintenance, in which no clock that counts working time runs; in order, not overlapping. */
  readonly maintenance: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** One published year. Dates are in the calendar's zone. */
export interface CalendarYear {
  readonly notice: string;
  readonly publishedOn: PlainDate;
  readonly offDays: readonly PlainDate[];
  readonly makeUpDays: readonly PlainDate[];
  /** Days with shifts of their own, such as a half day before a holiday. */
  readonly specialDays: Readonly<Record<PlainDate, readonly Shift[]>>;
}

/** A part of a day, and why work is done in it or not. */
export interface Stretch extends Span {
  readonly kind: 'worked' | 'offShift' | 'maintenance' | 'dayOff';
}

/** A working day without shifts of its own is worked whole. */
const WHOLE_DAY: readonly Shift[] = [{ from: '00:00', to: '24:00' }];
const NO_SHIFTS: readonly Shift[] = [];
const MONDAY = 1;
const FRIDAY = 5;

/** Whether the year of the day is published. Deadlines that reach an unpublished one are provisional. */
export function isPublished(calendar: WorkCalendar, date: PlainDate): boolean {
  return String(yearOf(date)) in calendar.years;
}

/**
 * The shifts of the day, in order; none on a day off. In an unpublished year, provisionally, each day has those of its
 * day of the week.
 */
export function shiftsOf(calendar: WorkCalendar, date: PlainDate): readonly Shift[] {
  const year = calendar.years[String(yearOf(date))];
  const special = year?.specialDays[date];
  if (special !== undefined) return special;
  if (year?.makeUpDays.includes(date)) return calendar.makeUpShifts ?? weekdayShifts(calendar, MONDAY);
  if (year?.offDays.includes(date)) return NO_SHIFTS;
  return weekdayShifts(calendar, dayOfWeek(date));
}

/** Whether the day is a working day: one with at least one shift. */
export function isWorkingDay(calendar: WorkCalendar, date: PlainDate): boolean {
  return shiftsOf(calendar, date).length > 0;
}

/** Where the days and shifts of a calendar are read: its own zone, or that of the contract. */
export function zoneOf(calendar: WorkCalendar, contractZone: string): string {
  return calendar.zone ?? contractZone;
}

/**
 * The shifts of the day as they really were, in order and apart. Of a shift across a change of the clocks counts what
 * passed: an hour that comes twice is two, one that is skipped is none. A shift that is skipped whole is left out.
 */
export function shiftSpansOf(calendar: WorkCalendar, date: PlainDate, contractZone: string): Span[] {
  const zone = zoneOf(calendar, contractZone);
  return shiftsOf(calendar, date)
    .map(({ from, to }) => ({ from: instantAt(date, from, zone), to: instantAt(date, to, zone) }))
    .filter(({ from, to }) => from < to);
}

/** The day without a gap: its shifts, what lies between them, and the maintenance that cuts them. */
export function shiftStretchesOf(calendar: WorkCalendar, date: PlainDate, contractZone: string): Stretch[] {
  return stretches(calendar, date, contractZone, shiftSpansOf(calendar, date, contractZone));
}

/** As `shiftStretchesOf`, where a working day is worked whole whatever its shifts are. */
export function wholeDayStretchesOf(
  calendar: WorkCalendar,
  date: PlainDate,
  contractZone: string,
): Stretch[] {
  const day = dayIn(date, zoneOf(calendar, contractZone));
  return stretches(calendar, date, contractZone, isWorkingDay(calendar, date) ? [day] : []);
}

/** The instants `[from, to)` of the day in which work is done: its shifts, less the maintenance. */
export function workSpansOf(calendar: WorkCalendar, date: PlainDate, contractZone: string): Span[] {
  return shiftStretchesOf(calendar, date, contractZone)
    .filter(({ kind }) => kind === 'worked')
    .map(({ from, to }) => ({ from, to }));
}

function weekdayShifts({ week }: WorkCalendar, weekday: number): readonly Shift[] {
  if (week === null) return weekday <= FRIDAY ? WHOLE_DAY : NO_SHIFTS;
  return week[weekday as keyof Week];
}

function stretches(
  calendar: WorkCalendar,
  date: PlainDate,
  contractZone: string,
  worked: readonly Span[],
): Stretch[] {
  const day = dayIn(date, zoneOf(calendar, contractZone));
  if (!isWorkingDay(calendar, date)) return [{ ...day, kind: 'dayOff' }];
  const windows = calendar.maintenance.filter(({ from, to }) => from < day.to && to > day.from);
  const found: Stretch[] = [];
  let at = day.from;
  const reach = (to: Instant, kind: Stretch['kind']): void => {
    if (at >= to) return;
    found.push({ from: at, to, kind });
    at = to;
  };
  for (const span of worked) {
    reach(span.from, 'offShift');
    for (const { from, to } of windows) {
      if (from >= span.to || to <= span.from) continue;
      reach(from, 'worked');
      reach(to < span.to ? to : span.to, 'maintenance');
    }
    reach(span.to, 'worked');
  }
  reach(day.to, 'offShift');
  return found;
}
