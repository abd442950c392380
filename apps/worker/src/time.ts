import { fromSeconds, type Instant } from '#domain/time/instant';

/** The time of day, its fraction of a second cut off. */
export function now(): Instant {
  return fromSeconds(Date.now() / 1000);
}
