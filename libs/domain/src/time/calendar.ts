import { dayOfWeek, yearOf, type PlainDate } from './dates.js';

/**
 * A working-day calendar as data: what the State Council's yearly notices say. Saturdays and Sundays are off, the
 * `offDays` are off as well, the `makeUpDays` (调休) are worked although they fall on a weekend.
 */
export interface WorkCalendar {
  readonly id: string;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** One published year. Dates are in the contract's zone. */
export interface CalendarYear {
  readonly notice: string;
  readonly publishedOn: PlainDate;
  readonly offDays: readonly PlainDate[];
  readonly makeUpDays: readonly PlainDate[];
}

/** Whether the year of the day is published. Deadlines that reach an unpublished one are provisional. */
export function isPublished(calendar: WorkCalendar, date: PlainDate): boolean {
  return String(yearOf(date)) in calendar.years;
}

/** Whether the day is a working day. In an unpublished year, provisionally, each Monday to Friday is one. */
export function isWorkingDay(calendar: WorkCalendar, date: PlainDate): boolean {
  const year = calendar.years[String(yearOf(date))];
  if (year?.makeUpDays.includes(date)) return true;
  if (year?.offDays.includes(date)) return false;
  return dayOfWeek(date) <= 5;
}
