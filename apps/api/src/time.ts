import { fromSeconds, type Instant } from '#domain/time/instant';

/** The time of day, its fraction of a second cut off. */
export function now(): Instant {
  return fromSeconds(Date.now() / 1000);
}

/** The later of two instants. */
export function later(a: Instant, b: Instant): Instant {
  return a >= b ? a : b;
}
