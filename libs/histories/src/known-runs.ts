import { type EntityManager } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { type Owner, ownerName } from '#domain/command';
import {
  type ExportedRun,
  exportedRuns,
  historyBytes,
  type RunKey,
} from '#persistence/queries/workflow-histories';
import { type RunHistory } from '#temporal/run-events';
import { fetchRun, runsOfContract } from '#temporal/runs';
import { historyIn } from './contract-runs.js';

/** How long Temporal is waited for: what was exported can be told without it. */
const ANSWER_MILLISECONDS = 5_000;

/** A run that is known without its history. */
export interface KnownRun extends RunKey {
  /** `contract`, or `request/NAME`. */
  readonly owner: string;
  /** Null while it is in Temporal alone. */
  readonly exported: ExportedRun | null;
  /** ISO: it has no event of its own before. */
  readonly startedAt: string;
  /** Null while it is open, or not exported. */
  readonly closedAt: string | null;
}

export interface KnownRuns {
  /** In the order in which they began. */
  readonly runs: readonly KnownRun[];
  /** False while Temporal does not answer: runs that are not exported yet are left out then. */
  readonly isComplete: boolean;
}

/** Where runs and their histories are looked for. */
export interface Whereabouts {
  readonly em: EntityManager;
  readonly client: Client;
  readonly contract: string;
}

/** The runs of a contract and its requests: what was exported, and what Temporal's list shows beside it. */
export async function knownRuns({ em, client, contract }: Whereabouts): Promise<KnownRuns> {
  const exported = await exportedRuns(em, contract);
  const ids = new Set(exported.map(({ runId }) => runId));
  const listed = await patiently(client, async () => {
    const runs: KnownRun[] = [];
    for await (const { workflowId, runId, owner, startedAt } of runsOfContract(client, contract))
      if (!ids.has(runId)) runs.push(liveRun(workflowId, runId, owner, startedAt));
    return runs;
  });
  const runs = [...exported.map((run): KnownRun => ({ ...run, exported: run })), ...(listed ?? [])].sort(
    (a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt),
  );
  return { runs, isComplete: listed !== null };
}

function liveRun(workflowId: string, runId: string, owner: Owner, startedAt: string): KnownRun {
  return { workflowId, runId, owner: ownerName(owner), exported: null, startedAt, closedAt: null };
}

/** The history of a run, as bytes and read; null where nobody has it now, no history where its bytes were changed. */
export async function historyOf(
  { em, client, contract }: Whereabouts,
  { workflowId, runId, exported }: Pick<KnownRun, 'workflowId' | 'runId' | 'exported'>,
): Promise<{ readonly bytes: Buffer; readonly history: RunHistory | null } | null> {
  if (exported) {
    const bytes = await historyBytes(em, contract, runId);
    return bytes && { bytes, history: historyIn(bytes) };
  }
  const live = await patiently(client, () => fetchRun(client, workflowId, runId));
  return live && { bytes: Buffer.from(live.text, 'utf8'), history: live.history };
}

/** Null where Temporal does not answer in time. */
export async function patiently<Value>(
  client: Client,
  ask: () => Promise<Value>,
  milliseconds: number = ANSWER_MILLISECONDS,
): Promise<Value | null> {
  try {
    return await client.withAbortSignal(AbortSignal.timeout(milliseconds), ask);
  } catch (error) {
    if (isAway(error)) return null;
    throw error;
  }
}

/** gRPC: canceled, deadline exceeded, unavailable. */
const AWAY: readonly unknown[] = [1, 4, 14];

function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && AWAY.includes(error.code)) return true;
  if ('name' in error && error.name === 'AbortError') return true;
  return 'cause' in error && isAway(error.cause);
}
