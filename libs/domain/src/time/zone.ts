import { Temporal } from 'temporal-polyfill';
import { addDays, type PlainDate } from './dates.js';
import { addSeconds, fromSeconds, toSeconds, type Instant } from './instant.js';

/** A stretch of time: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const SECONDS_PER_DAY = 86_400;
/** How much of a kind is kept at most; a year of a contract needs some hundreds. */
const MOST_KEPT = 20_000;

/**
 * What was worked out before, by what was asked. The rules of a zone do not change while a process runs, so that the
 * answer is the same with or without it: it only spares the work.
 */
const keptInstants = new Map<string, Instant>();
const keptDays = new Map<string, Span>();

/** Whether the zone is one of the IANA database, such as `Asia/Shanghai`. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** The instant at which the day begins in the zone. Where clocks skip midnight, the first instant of the day. */
export function startOfDay(date: PlainDate, zone: string): Instant {
  return keep(keptInstants, `${date} ${zone}`, () =>
    instantOf(Temporal.PlainDate.from(date).toZonedDateTime(zone)),
  );
}

/** The day in the zone, from its first instant to that of the next one: 23 to 25 hours, as its clocks are put. */
export function dayIn(date: PlainDate, zone: string): Span {
  return keep(keptDays, `${date} ${zone}`, () => ({
    from: startOfDay(date, zone),
    to: startOfDay(addDays(date, 1), zone),
  }));
}

/**
 * The first instant of the day at which the zone's clocks show the time `HH:MM` or a later one; `24:00` is the day's
 * end. A time that the clocks skip begins where they skip it; a time that comes twice begins when it first comes. So
 * stretches of a day that follow one another never overlap, whatever the clocks do.
 */
export function instantAt(date: PlainDate, time: string, zone: string): Instant {
  const { from, to } = dayIn(date, zone);
  if (time === '00:00') return from;
  if (time === '24:00') return to;
  if (toSeconds(to) - toSeconds(from) === SECONDS_PER_DAY) return addSeconds(from, secondsOf(time));
  return keep(keptInstants, `${date}T${time} ${zone}`, () => instantOnLongOrShortDay(date, time, zone));
}

/** The day of an instant in the zone: the last one that has begun by then. */
export function dateIn(at: Instant, zone: string): PlainDate {
  // No zone is a day or more away from UTC, so that only three days come into question.
  const inUtc = at.slice(0, 10) as PlainDate;
  const next = addDays(inUtc, 1);
  // After the last day of the year 9999 comes none that could be written.
  if (next > inUtc && startOfDay(next, zone) <= at) return next;
  return startOfDay(inUtc, zone) <= at ? inUtc : addDays(inUtc, -1);
}

/** On a day on which the clocks change, a time may come twice or not at all. */
function instantOnLongOrShortDay(date: PlainDate, time: string, zone: string): Instant {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const first = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (first.toPlainDateTime().equals(wall)) return instantOf(first);
  const afterwards = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  return instantOf(afterwards.add({ seconds: 1 }).getTimeZoneTransition('previous') ?? afterwards);
}

function instantOf(zoned: Temporal.ZonedDateTime): Instant {
  return fromSeconds(zoned.epochMilliseconds / 1000);
}

function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
}

function keep<Value>(kept: Map<string, Value>, asked: string, work: () => Value): Value {
  const known = kept.get(asked);
  if (known !== undefined) return known;
  const found = work();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(asked, found);
  return found;
}
