import { continueAsNew } from '@temporalio/workflow';
import { type Standpoint } from '#domain/command';
import { type OwnerInput } from './messages.js';
import { serve } from './service.js';
import { delayOf } from './spread.js';

const SPREAD_MILLISECONDS = 2_000;

/**
 * A service request, from its record to its close: responses, workarounds, pauses and resolutions as they are told, and
 * a miss at the instant a deadline passes. It ends when the request is closed or the contract is; a later command for
 * it (a reopening, a rating) starts it again.
 */
export async function incident(input: OwnerInput): Promise<Standpoint> {
  const { end, standpoint } = await serve(input, {
    delayMilliseconds: delayOf(JSON.stringify(input.owner), SPREAD_MILLISECONDS),
    afterTurn: () => false,
    isBusy: () => false,
  });
  if (end === 'over') return standpoint;
  return continueAsNew<typeof incident>({
    ...input,
    standpoint: { ...standpoint, written: [], endedRequests: [], answer: null },
  });
}
