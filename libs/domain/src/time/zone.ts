import { Temporal } from 'temporal-polyfill';
import { type PlainDate } from './dates.js';
import { fromSeconds, toSeconds, type Instant } from './instant.js';

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
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  return fromSeconds(zoned.epochMilliseconds / 1000);
}

/** The day of an instant in the zone. */
export function dateIn(at: Instant, zone: string): PlainDate {
  const zoned = Temporal.Instant.fromEpochMilliseconds(toSeconds(at) * 1000).toZonedDateTimeISO(zone);
  return zoned.toPlainDate().toString() as PlainDate;
}
