import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type PlacedEvent } from './scenario.js';

/** What is wrong with the place of an event in the scenario's time; null when nothing is. */
export function outsideScenario(
  terms: Terms,
  placed: PlacedEvent,
  until: Instant | null,
): Pick<Fault, 'problem' | 'allowed'> | null {
  if (placed.at < terms.startsAt)
    return { problem: 'is before the start of the term', allowed: `allowed is ${terms.startsAt} or later` };
  if (until !== null && placed.at > until)
    return { problem: 'is after until', allowed: `allowed is at most ${until}` };
  return null;
}
