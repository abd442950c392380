import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { bareCommand, LIFE, signed, tellRequest, termsFromThisMonth } from './contracts.mjs';

const BARE_QUEUE = 'bench-bare';
/** The least that a request is owed within, so that no timer fires. */
const TIMER_MILLISECONDS = 900_000;

/** Signed contracts for requests to be made of. */
export async function signedContracts(client, count) {
  const terms = await termsFromThisMonth();
  const ids = Array.from({ length: count }, () => `B-${randomUUID()}`);
  for (const id of ids) await signed(client, id, terms);
  return ids;
}

/** A request's whole life by the product. */
export async function productLife(client, contract, request = randomUUID()) {
  for (const type of LIFE) await tellRequest(client, contract, request, type);
  return `incident/${contract}/${request}`;
}

/** As many updates of a workflow that does nothing, the first of which starts it. */
export async function bareLife(client, steps = LIFE.length) {
  const workflowId = `bare/${randomUUID()}`;
  for (const type of LIFE.slice(0, steps)) await bareUpdate(client, workflowId, type);
  return workflowId;
}

export function bareUpdate(client, workflowId, type) {
  const command = bareCommand(type);
  return client.workflow.executeUpdateWithStart('step', {
    args: [command],
    updateId: command.id,
    startWorkflowOperation: new WithStartWorkflowOperation('request', {
      workflowId,
      taskQueue: BARE_QUEUE,
      args: [LIFE.length, TIMER_MILLISECONDS],
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  });
}

/** Does `count` pieces of work in `lanes` side by side; how many were done a second. */
export async function perSecond(count, lanes, work) {
  let next = 0;
  const start = performance.now();
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (count * 1000) / (performance.now() - start);
}

/** The events of a workflow's latest run. */
export async function eventsOf(client, workflowId) {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return events.length;
}
