import { type Client, type WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { type Standpoint } from '#domain/command';

export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** The histories of a workflow's runs, from the first on: each run that continued as new names the next. */
export async function historiesOf(client: Client, workflowId: string): Promise<History[]> {
  const latest = await client.workflow.getHandle(workflowId).fetchHistory();
  const [started] = latest.events ?? [];
  let runId = started?.workflowExecutionStartedEventAttributes?.firstExecutionRunId;
  const histories: History[] = [];
  while (runId) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    histories.push(history);
    const last = history.events?.at(-1);
    runId = last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return histories;
}

/** Where the owner stood after each turn, as the markers of a history say, and its activities during an outage. */
export function standpointsIn(history: Pick<History, 'events'>): Standpoint[] {
  return (history.events ?? []).flatMap((event) => {
    const marker = event.markerRecordedEventAttributes?.details?.['result'];
    const result = marker ?? event.activityTaskCompletedEventAttributes?.result;
    const payload = result?.payloads?.[0];
    return payload ? [defaultPayloadConverter.fromPayload<Standpoint>(payload)] : [];
  });
}
