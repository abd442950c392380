import { isCancellation, proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow';
import { type Command, type Limit, type Standpoint } from '#domain/command';
import { addSeconds, fromSeconds, type Instant } from '#domain/time/instant';
import { type Activities } from './activities.js';
import { type OwnerInput } from './messages.js';

const local = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumAttempts: 3, initialInterval: '200 milliseconds' },
});

const durable = proxyActivities<Activities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** The time of day as the workflow sees it: the server's, the same in a replay. */
export function now(): Instant {
  return fromSeconds(Date.now() / 1000);
}

/**
 * Takes one turn. A local activity spares a trip to the queue; one that keeps failing would fill the history, so that
 * after a few attempts the same call is made as a regular activity, which waits out an outage of the database.
 */
export async function takeTurn(
  input: OwnerInput,
  command: Command | null,
  limit: Limit,
): Promise<Standpoint> {
  const turn = { contract: input.contract, owner: input.owner, now: now(), limit, command };
  try {
    return await local.takeTurn(turn);
  } catch (error) {
    // What a local activity failed with comes bare, not within an ActivityFailure.
    if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error;
    return durable.takeTurn(turn);
  }
}

/**
 * A deadline is looked at when it has been over for so long: what happens in its very second comes before it (a response
 * then is in time), and may still be on its way.
 */
export const GRACE_SECONDS = 2;

/** Everything whose time is over: up to now, less the grace. */
export function untilOver(): Limit {
  return { until: addSeconds(now(), -GRACE_SECONDS), stage: 'all' };
}
