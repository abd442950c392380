import { type DueDayTerms } from '../terms.js';
import { isWorkingDay, type WorkCalendar } from '../time/calendar.js';
import { addDays, type PlainDate } from '../time/dates.js';
import { addSeconds, type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';

/** What a due day is read by: the contract's decisions, its calendar and its zone. */
export interface DueDayBook {
  readonly dueDays: DueDayTerms;
  readonly calendar: WorkCalendar;
  readonly zone: string;
}

/** "By the day" includes the day, to 24:00 in the contract's zone (clauses 2.5 and 3.2). */
export function endOfDay(date: PlainDate, zone: string): Instant {
  return startOfDay(addDays(date, 1), zone);
}

/** The day that ends at an instant, or runs at it: at 00:00 the day before, of which that is the 24:00. */
export function dayBefore(at: Instant, zone: string): PlainDate {
  return dateIn(addSeconds(at, -1), zone);
}

/** The due day after it has moved where it is no working day: on, back, or not at all (Civil Code art. 203). */
export function rolled(date: PlainDate, { dueDays, calendar }: DueDayBook): PlainDate {
  if (dueDays.roll === 'stays') return date;
  const step = dueDays.roll === 'next' ? 1 : -1;
  let moved = date;
  while (!isWorkingDay(calendar, moved)) moved = addDays(moved, step);
  return moved;
}

/** The instant by which something due on a day is due: with that day to its 24:00, or before it begins. */
export function dueInstant(date: PlainDate, book: DueDayBook): { date: PlainDate; at: Instant } {
  const moved = rolled(date, book);
  const { included } = book.dueDays;
  return {
    date: moved,
    at: included === 'inclusive' ? endOfDay(moved, book.zone) : startOfDay(moved, book.zone),
  };
}
