import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type Payload } from '@temporalio/common';
import { type Owner, type Standpoint } from '#domain/command';
import { workflowIdOf } from '#workflows/messages';

/** What the runs of one owner's workflow tell: where it stood after each turn, from the first run to the last. */
export interface WorkflowStory {
  readonly workflowId: string;
  readonly owner: Owner;
  readonly standpoints: readonly Standpoint[];
}

/** One run's history as Temporal keeps it, as far as a story is told by it. */
export interface RunHistory {
  readonly events?: readonly RunEvent[] | null;
}

interface RunEvent {
  readonly markerRecordedEventAttributes?: {
    readonly details?: Record<string, { readonly payloads?: Payload[] | null }> | null;
  } | null;
  readonly activityTaskCompletedEventAttributes?: {
    readonly result?: { readonly payloads?: Payload[] | null } | null;
  } | null;
}

/** Reads the histories of an owner's workflow that Temporal still keeps; null where it keeps none. */
export async function workflowStory(
  client: Client,
  contract: string,
  owner: Owner,
): Promise<WorkflowStory | null> {
  const workflowId = workflowIdOf(contract, owner);
  const standpoints: Standpoint[] = [];
  const runs = await runsOf(client, workflowId);
  for (const runId of runs) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    standpoints.push(...(await standpointsIn(client, history as RunHistory)));
  }
  return runs.length > 0 ? { workflowId, owner, standpoints } : null;
}

/** Where the owner stood after each turn: the results of its activities, local or not. */
export async function standpointsIn(client: Client, { events }: RunHistory): Promise<Standpoint[]> {
  const results = (events ?? []).flatMap((event) => {
    const local = event.markerRecordedEventAttributes?.details?.['result'];
    return (local ?? event.activityTaskCompletedEventAttributes?.result)?.payloads?.[0] ?? [];
  });
  const told = await Promise.all(results.map((payload) => decoded(client, payload)));
  return told.filter(isStandpoint);
}

/**
 * The runs of a workflow, the earliest first. A workflow that was over and was told something later has begun again: its
 * runs are more than one chain, so the list is asked as well as the chain, whose latest run the list may not show yet.
 */
async function runsOf(client: Client, workflowId: string): Promise<string[]> {
  const begun = new Map<string, number>();
  const query = `WorkflowId = '${workflowId}'`;
  for await (const { runId, startTime } of client.workflow.list({ query }))
    begun.set(runId, startTime.getTime());
  try {
    const { runId, startTime } = await client.workflow.getHandle(workflowId).describe();
    begun.set(runId, startTime.getTime());
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  return chained(client, workflowId, begun);
}

/** Every run that another one continued from, as far as it is kept. */
async function chained(client: Client, workflowId: string, begun: Map<string, number>): Promise<string[]> {
  for (const runId of begun.keys()) {
    const handle = client.workflow.getHandle(workflowId, runId);
    const { events } = await handle.fetchHistory();
    const earlier = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!earlier || begun.has(earlier)) continue;
    const startTime = await startOf(client, workflowId, earlier);
    // Added while it is walked over: the walk comes to it too.
    if (startTime !== null) begun.set(earlier, startTime);
  }
  return [...begun].sort(([, a], [, b]) => a - b).map(([runId]) => runId);
}

async function startOf(client: Client, workflowId: string, runId: string): Promise<number | null> {
  try {
    return (await client.workflow.getHandle(workflowId, runId).describe()).startTime.getTime();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

async function decoded(client: Client, payload: Payload): Promise<unknown> {
  const { payloadConverter, payloadCodecs } = client.options.loadedDataConverter;
  let payloads = [payload];
  for (const codec of payloadCodecs) payloads = await codec.decode(payloads);
  const [plain] = payloads;
  return plain ? payloadConverter.fromPayload<unknown>(plain) : null;
}

function isStandpoint(value: unknown): value is Standpoint {
  return typeof value === 'object' && value !== null && 'stateHash' in value && 'written' in value;
}
