import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { type Owner } from '#domain/command';
import { CONTRACT_WORKFLOW, INCIDENT_WORKFLOW } from '#workflows/messages';
import { historyText } from './history-json.js';
import { type RunHistory } from './run-events.js';

/** gRPC's status code. */
const NOT_FOUND = 5;

/** A run of an owner's workflow, as Temporal lists it. */
export interface ListedRun {
  readonly workflowId: string;
  readonly runId: string;
  readonly contractId: string;
  readonly owner: Owner;
  readonly isOpen: boolean;
  /** ISO with milliseconds. */
  readonly startedAt: string;
}

/** A history as text, to the letter, and read. */
export interface FetchedHistory {
  readonly text: string;
  readonly history: RunHistory;
}

/** Whose workflow it is; null where it is no workflow of a contract or a request. */
export function ownerOf(workflowId: string): { readonly contractId: string; readonly owner: Owner } | null {
  const [kind, contractId, ...rest] = workflowId.split('/');
  if (!contractId) return null;
  if (kind === CONTRACT_WORKFLOW && rest.length === 0) return { contractId, owner: { kind: 'contract' } };
  const request = rest.join('/');
  if (kind !== INCIDENT_WORKFLOW || request === '') return null;
  return { contractId, owner: { kind: 'incident', request } };
}

/**
 * Runs that are over as Temporal's list shows them, which may be a while behind; all that it keeps, or those that ended
 * since an instant.
 */
export function closedRuns(client: Client, since: Date | null): AsyncGenerator<ListedRun> {
  const ended = since ? `CloseTime >= '${since.toISOString()}'` : `ExecutionStatus != 'Running'`;
  const types = `(WorkflowType = '${CONTRACT_WORKFLOW}' OR WorkflowType = '${INCIDENT_WORKFLOW}')`;
  return listed(client, `${types} AND ${ended}`);
}

/** The runs of a contract and its requests that Temporal's list shows. */
export function runsOfContract(client: Client, contract: string): AsyncGenerator<ListedRun> {
  return listed(client, `ContractId = '${contract}'`);
}

async function* listed(client: Client, query: string): AsyncGenerator<ListedRun> {
  for await (const { workflowId, runId, status, startTime } of client.workflow.list({ query })) {
    const whose = ownerOf(workflowId);
    if (!whose) continue;
    const isOpen = status.name === 'RUNNING';
    yield { workflowId, runId, ...whose, isOpen, startedAt: startTime.toISOString() };
  }
}

/** The history of a run as it is now; null where Temporal does not have it any more. */
export async function fetchRun(
  client: Client,
  workflowId: string,
  runId: string,
): Promise<FetchedHistory | null> {
  try {
    const text = historyText(await client.workflow.getHandle(workflowId, runId).fetchHistory());
    return { text, history: JSON.parse(text) as RunHistory };
  } catch (error) {
    // A namespace that is not there answers with the same code: what is gone is said by the run itself.
    if (!isGrpcServiceError(error) || error.code !== NOT_FOUND) throw error;
    if ((await latestRun(client, workflowId, runId)) === null) return null;
    throw error;
  }
}

/** The latest run of a workflow, which no list has to know yet, or the given one; null where Temporal keeps none. */
export async function latestRun(client: Client, workflowId: string, runId?: string): Promise<string | null> {
  try {
    return (await client.workflow.getHandle(workflowId, runId).describe()).runId;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
