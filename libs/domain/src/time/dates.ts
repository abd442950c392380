import { isRealDate } from './instant.js';

/** A day of the calendar without a zone, `2025-01-31`. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** A month of the calendar, `2025-01`. */
export type Period = string & { readonly __brand: 'Period' };

const PERIOD = /^\d{4}-(0[1-9]|1[0-2])$/;
const SECONDS_PER_DAY = 86_400;

/** Parses `YYYY-MM-DD`; null when the calendar has no such day. */
export function parsePlainDate(text: string): PlainDate | null {
  return isRealDate(text) ? (text as PlainDate) : null;
}

/** The date of a literal this code base itself wrote. Throws on any other text. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new RangeError(`not a date: ${text}`);
  return parsed;
}

/** Parses `YYYY-MM`; null when it is no month. */
export function parsePeriod(text: string): Period | null {
  return PERIOD.test(text) ? (text as Period) : null;
}

/** The month that owns a day. */
export function periodOf(date: PlainDate): Period {
  return date.slice(0, 7) as Period;
}

/** Day of the month, 1 to 31. */
export function dayOfMonth(date: PlainDate): number {
  return Number(date.slice(8));
}

/** Day of the week, 1 = Monday to 7 = Sunday. */
export function dayOfWeek(date: PlainDate): number {
  return ((epochDay(date) + 3) % 7) + 1;
}

/** The year, 2025. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** The date that many days later (or earlier, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date((epochDay(date) + days) * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10) as PlainDate;
}

/** Days from the first date (included) to the second (excluded). */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDay(to) - epochDay(from);
}

/** Number of days the month has, 28 to 31. */
export function daysInPeriod(period: Period): number {
  return daysBetween(firstDay(period), firstDay(nextPeriod(period)));
}

/** The first day of a month. */
export function firstDay(period: Period): PlainDate {
  return `${period}-01` as PlainDate;
}

/** The day of that number in the month, or the month's last day where it has no such day. */
export function dayInPeriod(period: Period, day: number): PlainDate {
  return addDays(firstDay(period), Math.min(day, daysInPeriod(period)) - 1);
}

/** The month after. */
export function nextPeriod(period: Period): Period {
  return addPeriods(period, 1);
}

/** The month that many months later. */
export function addPeriods(period: Period, months: number): Period {
  const index = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + months;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Period;
}

/**
 * The first day after a term of whole months: the corresponding day N months later, or, where that month has no
 * such day, the first of the month after, since the term then ends with the month's last day (Civil Code art. 202).
 * Always counted from the start, so that the 31st does not drift to the 28th.
 */
export function termEndDate(start: PlainDate, months: number): PlainDate {
  const period = addPeriods(periodOf(start), months);
  return dayOfMonth(start) <= daysInPeriod(period)
    ? dayInPeriod(period, dayOfMonth(start))
    : firstDay(nextPeriod(period));
}

function epochDay(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / (SECONDS_PER_DAY * 1000);
}
