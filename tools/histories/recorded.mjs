import { hostname } from 'node:os';

/** The histories of a workflow's runs, from the first on. */
export async function runsOf(client, workflowId) {
  const latest = await client.workflow.getHandle(workflowId).fetchHistory();
  let runId = latest.events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId;
  const runs = [];
  while (runId) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    runs.push(history);
    runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  return runs;
}

/** A protobuf message as JSON that the SDK encodes again: numbers for longs and enums, base64 for bytes. */
export function plain(value, key = '') {
  // Where it was recorded is nobody's business.
  if (key === 'identity') return 'recorder';
  if (key === 'stackTrace') return '';
  if (typeof value === 'string') return value.replaceAll(hostname(), 'recorder');
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if ('low' in value && 'high' in value) return value.toNumber();
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member, name)]));
}
