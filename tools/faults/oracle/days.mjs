import { readFileSync } from 'node:fs';

const HOUR = 3600;
export const DAY = 24 * HOUR;
/** Shanghai has had no summer time since 1991. */
const OFFSET = 8 * HOUR;

const calendar = JSON.parse(
  readFileSync(new URL('../../../rules/calendars/CN.json', import.meta.url), 'utf8'),
);
const off = new Set(Object.values(calendar.years).flatMap(({ offDays }) => offDays));
const makeUp = new Set(Object.values(calendar.years).flatMap(({ makeUpDays }) => makeUpDays));

/** Seconds since 1970 of an instant with an offset. */
export function seconds(instant) {
  return Date.parse(instant) / 1000;
}

/** `2025-01-06T01:15:00Z` */
export function instant(atSeconds) {
  return new Date(atSeconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** The date of an instant in Shanghai. */
export function dateOf(atSeconds) {
  return instant(atSeconds + OFFSET).slice(0, 10);
}

/** The first second of a date in Shanghai. */
export function startOf(date) {
  return Date.parse(`${date}T00:00:00Z`) / 1000 - OFFSET;
}

/** The month `2025-01`, so many months on. */
export function monthAfter(month, months) {
  const [year, number] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function isWorkingDay(date) {
  if (makeUp.has(date)) return true;
  if (off.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** When so much time of working days has passed from `from` on, or null where `to` comes first; with what is left then. */
export function afterWorkingTime(from, to, wanted) {
  let left = wanted;
  for (let at = from; at < to;) {
    const next = startOf(dateOf(at)) + DAY;
    const span = Math.min(next, to) - at;
    if (isWorkingDay(dateOf(at))) {
      if (left <= span) return { at: at + left, left: 0 };
      left -= span;
    }
    at += span;
  }
  return { at: null, left };
}
