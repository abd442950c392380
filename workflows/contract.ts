import {
  continueAsNew,
  getExternalWorkflowHandle,
  log,
  upsertSearchAttributes,
  type SearchAttributes,
} from '@temporalio/workflow';
import { type Standpoint } from '#domain/command';
import { incidentWorkflowId, look, type OwnerInput } from './messages.js';
import { serve } from './service.js';
import { delayOf } from './spread.js';

const SPREAD_MILLISECONDS = 20_000;

/**
 * A contract, for its whole life: draft, signing, active (each month: invoice, assessment of the month before, report
 * due, payment due, reminders), termination or expiry, settlement, closed. What each of these means is the core's to
 * say; the workflow sees to it that it happens, in order, once, at its time. Each month it continues as new.
 */
export async function contract(input: OwnerInput): Promise<Standpoint> {
  let status = input.standpoint?.status;
  const telling = new Set<Promise<void>>();
  const { end, standpoint } = await serve(input, {
    delayMilliseconds: delayOf(input.contract, SPREAD_MILLISECONDS),
    afterTurn(turn) {
      if (turn.status !== status) showStatus(turn.status);
      status = turn.status;
      for (const request of turn.endedRequests) {
        const told: Promise<void> = tellEnded(input, request).finally(() => telling.delete(told));
        telling.add(told);
      }
      return turn.written.some((entry) => entry.kind === 'month.assessed');
    },
    isBusy: () => telling.size > 0,
  });
  if (end === 'over') return standpoint;
  return continueAsNew<typeof contract>({
    ...input,
    movesAlarmBack: true,
    standpoint: { ...standpoint, written: [], endedRequests: [], answer: null },
  });
}

/** Makes contracts findable by their status in Temporal's UI. */
function showStatus(status: Standpoint['status']): void {
  const attributes: SearchAttributes = { ContractStatus: [status] };
  upsertSearchAttributes(attributes);
}

/** The turn has ended the request already, in its transaction; its workflow only needs to see it. */
async function tellEnded(input: OwnerInput, request: string): Promise<void> {
  try {
    await getExternalWorkflowHandle(incidentWorkflowId(input.contract, request)).signal(look);
  } catch {
    log.debug('the request has no workflow running', { request });
  }
}
