/**
 * An instant: ISO 8601 in UTC with whole seconds, `2025-01-06T01:15:00Z`. The one spelling makes instants of
 * equal form, so that comparing the strings compares the instants.
 */
export type Instant = string & { readonly __brand: 'Instant' };

const ISO_INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/** ISO counts a year 0, calendars and databases do not. */
const NO_YEAR = '0000-';

/** Parses an ISO instant with an offset (`…+08:00` or `…Z`); null when it is none, or names no whole second. */
export function parseInstant(text: string): Instant | null {
  const parts = ISO_INSTANT.exec(text);
  if (!parts || !isRealDate(text.slice(0, 10)) || Number(parts[4]) > 23) return null;
  if (Number(parts[7] ?? 0) !== 0) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return null;
  const at = fromSeconds(milliseconds / 1000);
  // An offset can lead out of the years of four digits, whose spelling sorts as they do; there is no year 0.
  return /^\d{4}-/.test(at) && !at.startsWith(NO_YEAR) ? at : null;
}

/** The instant of a literal this code base itself wrote. Throws on any other text. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new RangeError(`not an instant with whole seconds: ${text}`);
  return parsed;
}

/** Whole seconds since 1970-01-01T00:00:00Z; a fraction is cut off, as the second has begun. */
export function fromSeconds(seconds: number): Instant {
  return `${new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19)}Z` as Instant;
}

/** Seconds since 1970-01-01T00:00:00Z. */
export function toSeconds(at: Instant): number {
  return Date.parse(at) / 1000;
}

/** The instant that many seconds later (or earlier, when negative). */
export function addSeconds(at: Instant, seconds: number): Instant {
  return fromSeconds(toSeconds(at) + seconds);
}

/** The earlier of two instants; null stands for "never". */
export function earlier<A extends Instant | null>(a: A, b: A): A {
  if (a === null) return b;
  if (b === null) return a;
  return a <= b ? a : b;
}

/** Whether `YYYY-MM-DD` names a day of the calendar: 2025-02-30 is none. */
export function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith(NO_YEAR)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text;
}

/** The later of two instants. */
export function later(a: Instant, b: Instant): Instant {
  return a >= b ? a : b;
}
