import { reckon } from '#domain/sla/clock';
import { type Measure } from '#domain/terms';
import { isWorkingDay, type WorkCalendar, zoneOf } from '#domain/time/calendar';
import { addDays, dayOfWeek, plainDate, type PlainDate } from '#domain/time/dates';
import { addSeconds, type Instant, toSeconds } from '#domain/time/instant';
import { startOfDay } from '#domain/time/zone';

const HOUR = 3600;
const DAY = 86_400;
const FORTNIGHT_DAYS = 14;
const FRIDAY = 5;
/** Long measures are tried at every 29th hour: prime to 24, so that each hour of the day still has its turn. */
const SPARSE_HOURS = 29;
const MANY_MINUTES = 20_000;
const MANY_DAYS = 20;

/** When a measure is due, for each start; null for starts that were left out. */
export type Dues = readonly (Instant | null)[];

/**
 * The starts at which deadlines are tried under one calendar in one zone: hour by hour through the fortnight that holds
 * most of holidays, weekends, make-up days and days with other shifts, and through one around each change of the clocks.
 */
export class StartBook {
  readonly starts: readonly Instant[];
  private readonly known = new Map<string, Dues>();

  constructor(
    private readonly calendar: WorkCalendar,
    private readonly zone: string,
  ) {
    const days = [fullestFortnight(calendar), ...clockChanges(calendar, zone)];
    this.starts = [...new Set(days.flatMap((day) => hoursFrom(day, zone)))];
  }

  /** Throws a `RangeError` at a calendar by which nothing is worked for ten years. */
  duesOf(measure: Measure): Dues {
    const key = `${measure.unit} ${measure.amount}`;
    const known = this.known.get(key);
    if (known) return known;
    const isLong =
      measure.unit !== 'minutes' && measure.amount > (isInDays(measure) ? MANY_DAYS : MANY_MINUTES);
    const days = { calendar: this.calendar, zone: this.zone };
    const dues = this.starts.map((from, index) => {
      return isLong && index % SPARSE_HOURS !== 0 ? null : reckon(measure, [{ from, to: null }], days).dueAt;
    });
    this.known.set(key, dues);
    return dues;
  }
}

function isInDays({ unit }: Measure): boolean {
  return unit === 'workingDays' || unit === 'workingDayEnds';
}

function hoursFrom(day: PlainDate, zone: string): Instant[] {
  const from = startOfDay(day, zone);
  const hours = (toSeconds(startOfDay(addDays(day, FORTNIGHT_DAYS), zone)) - toSeconds(from)) / HOUR;
  return Array.from({ length: Math.ceil(hours) }, (_, hour) => addSeconds(from, hour * HOUR));
}

/** The first of the fortnights with most kinds of days, within the published years. */
function fullestFortnight(calendar: WorkCalendar): PlainDate {
  const kindsOf = kindsByDay(calendar);
  const days = publishedDays(calendar);
  let [best, most] = [days[0] ?? plainDate('2025-01-01'), -1];
  for (const [index, day] of days.slice(0, -FORTNIGHT_DAYS).entries()) {
    const kinds = new Set(days.slice(index, index + FORTNIGHT_DAYS).flatMap(kindsOf));
    if (kinds.size > most) [best, most] = [day, kinds.size];
  }
  return best;
}

function publishedDays({ years }: WorkCalendar): PlainDate[] {
  return Object.keys(years)
    .toSorted()
    .flatMap((year) => {
      const [first, next] = [plainDate(`${year}-01-01`), plainDate(`${Number(year) + 1}-01-01`)];
      const days: PlainDate[] = [];
      for (let day = first; day < next; day = addDays(day, 1)) days.push(day);
      return days;
    });
}

function kindsByDay(calendar: WorkCalendar): (day: PlainDate) => string[] {
  const years = Object.values(calendar.years);
  const [off, makeUp] = [years.flatMap((year) => year.offDays), years.flatMap((year) => year.makeUpDays)];
  const special = years.flatMap((year) => Object.keys(year.specialDays));
  const maintained = calendar.maintenance.map(({ from }) => from.slice(0, 10));
  const kinds: readonly [string, ReadonlySet<string>][] = [
    ['holiday', new Set(off.filter((day) => dayOfWeek(day) <= FRIDAY))],
    ['makeUp', new Set<string>(makeUp)],
    ['special', new Set(special)],
    ['maintenance', new Set(maintained)],
  ];
  return (day) => [
    isWorkingDay(calendar, day) ? 'worked' : 'weekend',
    ...kinds.filter(([, days]) => days.has(day)).map(([kind]) => kind),
  ];
}

/** A week before each day that is not 24 hours long in the first published year, by the contract's zone or the calendar's. */
function clockChanges(calendar: WorkCalendar, zone: string): PlainDate[] {
  const days = publishedDays({ ...calendar, years: firstYear(calendar) });
  const zones = [...new Set([zone, zoneOf(calendar, zone)])];
  return days
    .filter((day) => zones.some((each) => secondsOf(day, each) !== DAY))
    .map((day) => addDays(day, -FORTNIGHT_DAYS / 2));
}

function firstYear({ years }: WorkCalendar): WorkCalendar['years'] {
  const [year] = Object.keys(years).toSorted();
  const known = year === undefined ? undefined : years[year];
  return year === undefined || known === undefined ? {} : { [year]: known };
}

function secondsOf(day: PlainDate, zone: string): number {
  return toSeconds(startOfDay(addDays(day, 1), zone)) - toSeconds(startOfDay(day, zone));
}
