import { setTimeout as delay } from 'node:timers/promises';

const { connectClient } = await import('#temporal/connection');
const { payloadKeys } = await import('#temporal/payload-keys');
const { dataConverterOf } = await import('#temporal/data-converter');
const { workflowBundle } = await import('#temporal/bundle');
const { quietRuntime } = await import('#temporal/workers');

const AT_ONCE = 20;
const LOOK_MILLISECONDS = 500;

/** A client of Temporal's, past every link. Close it. */
export function temporalClient({ address, namespace, payloadKeysText }) {
  return connectClient({ address, namespace, payloadKeys: payloadKeys(payloadKeysText) });
}

/**
 * Waits until every workflow waits for something to come, or is over: no task, no activity under way. Gives after how
 * many seconds, and which ones were still busy when the time was over.
 *
 * @param {number} seconds how long it may take
 */
export async function untilAllWait(client, seconds) {
  const startedAt = Date.now();
  for (;;) {
    const busy = await busyWorkflows(client);
    const tookSeconds = (Date.now() - startedAt) / 1000;
    if (busy.length === 0 || tookSeconds > seconds) return { busy, seconds: tookSeconds };
    await delay(LOOK_MILLISECONDS);
  }
}

async function busyWorkflows(client) {
  const ids = [];
  for await (const { workflowId, runId } of client.workflow.list({ query: 'ExecutionStatus = "Running"' }))
    ids.push({ workflowId, runId });
  const busy = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const some = ids.slice(first, first + AT_ONCE);
    busy.push(
      ...(await Promise.all(some.map((each) => whyBusy(client, each)))).filter((why) => why !== null),
    );
  }
  return busy;
}

async function whyBusy(client, execution) {
  const { namespace } = client.options;
  const told = await client.workflowService.describeWorkflowExecution({ namespace, execution });
  const activities = told.pendingActivities?.length ?? 0;
  if (!told.pendingWorkflowTask && activities === 0) return null;
  const last = told.pendingActivities?.[0]?.lastFailure?.message ?? '';
  return `${execution.workflowId}: ${told.pendingWorkflowTask ? 'a task' : `${activities} activities`} ${last}`;
}

/**
 * Replays every history that the server has through today's workflow code. Gives how many there were, and those that
 * went another way.
 *
 * @param {{ payloadKeysText: string }} settings what the payloads are encrypted by
 */
export async function replayAll(client, { payloadKeysText }) {
  const { Worker } = await import('@temporalio/worker');
  quietRuntime(() => undefined);
  const histories = client.workflow.list().intoHistories({ concurrency: 5 });
  const options = {
    workflowBundle: await workflowBundle(),
    dataConverter: dataConverterOf(payloadKeys(payloadKeysText)),
  };
  const faults = [];
  let count = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    count += 1;
    if (error) faults.push(`${workflowId}: ${error.message}`);
  }
  return { count, faults };
}
