/**
 * How many seconds after the attempt before it the next one comes; the first comes at once. After the last the delivery
 * is dead. The guide "Webhooks" and the document of the API publish this table.
 */
export const RETRY_SECONDS = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 36_000] as const;

/** A delay is up to this much longer, at random: what failed together does not come back together. */
const MOST_JITTER = 0.1;

/** The table in words: `at once, 5 s, 5 min, …`. */
export function retryTableText(seconds: readonly number[] = RETRY_SECONDS): string {
  return seconds.map(delayText).join(', ');
}

/** After how many seconds a delivery that failed `tries` times is tried again; null when it is given up. */
export function nextDelaySeconds(
  seconds: readonly number[],
  tries: number,
  random: () => number = Math.random,
): number | null {
  const delay = seconds[tries];
  return delay === undefined ? null : Math.round(delay * (1 + MOST_JITTER * random()));
}

function delayText(seconds: number): string {
  if (seconds === 0) return 'at once';
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3_600 ? `${seconds / 60} min` : `${seconds / 3_600} h`;
}
