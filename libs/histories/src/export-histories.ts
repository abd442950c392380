import { createHash } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { ownerName } from '#domain/command';
import { type Instant } from '#domain/time/instant';
import {
  exportedAmong,
  keepHistory,
  type NewHistory,
  linkedUnexported,
  type RunKey,
  unexported,
} from '#persistence/queries/workflow-histories';
import { runFacts } from '#temporal/run-events';
import { closedRuns, type FetchedHistory, fetchRun, type ListedRun, ownerOf } from '#temporal/runs';

const BATCH = 200;

/** What one pass of the export did. */
export interface ExportPass {
  readonly exported: readonly RunKey[];
  /** Runs that Temporal no longer has, and nobody exported in time. */
  readonly gone: readonly RunKey[];
  /** Runs that could not be had now: the next pass tries again. */
  readonly failed: readonly { readonly run: RunKey; readonly why: string }[];
}

interface Whereabouts {
  readonly em: EntityManager;
  readonly client: Client;
  readonly now: Instant;
}

type Outcome = 'exported' | 'known' | 'open' | 'gone';

/**
 * Exports the histories of runs that are over and not exported yet. With `since` it asks Temporal's list for those that
 * ended since then; without, for all, and follows what the exported ones say of runs before and after them, which no
 * list is needed for. No run is on record before those that it follows, as far as Temporal has them: so that what is read
 * meanwhile has no gap. Twice, and by several processes at once, is the same as once.
 */
export async function exportHistories(where: Whereabouts, since: Date | null): Promise<ExportPass> {
  const pass = new Pass(where);
  let batch: ListedRun[] = [];
  for await (const run of closedRuns(where.client, since)) {
    batch.push(run);
    if (batch.length < BATCH) continue;
    await pass.take(await unexported(where.em, batch));
    batch = [];
  }
  if (batch.length > 0) await pass.take(await unexported(where.em, batch));
  if (since === null) await pass.follow();
  return pass;
}

class Pass implements ExportPass {
  readonly exported: RunKey[] = [];
  readonly gone: RunKey[] = [];
  readonly failed: { readonly run: RunKey; readonly why: string }[] = [];

  constructor(private readonly where: Whereabouts) {}

  async take(runs: readonly RunKey[]): Promise<void> {
    for (const run of runs) await this.tried(run);
  }

  /** Runs that exported ones name, until none leads further. */
  async follow(): Promise<void> {
    const seen = new Set<string>();
    for (;;) {
      const linked = await linkedUnexported(this.where.em);
      const left = linked.filter(({ runId }) => !seen.has(runId));
      if (left.length === 0) return;
      for (const { workflowId, runId } of left) {
        seen.add(runId);
        if ((await this.tried({ workflowId, runId })) === 'gone') this.gone.push({ workflowId, runId });
      }
    }
  }

  private async tried(run: RunKey): Promise<Outcome | null> {
    try {
      return await this.export(run);
    } catch (error) {
      this.failed.push({ run, why: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }

  /** Exports one run, if it is over, behind those that it follows. */
  private async export(run: RunKey): Promise<Outcome> {
    const first = await this.fetched(run);
    if (typeof first === 'string') return first;
    const chain = [first, ...(await this.followedBy(first))];
    let outcome: Outcome = 'known';
    for (const row of chain.toReversed()) {
      outcome = (await keepHistory(this.where.em, row)) ? 'exported' : 'known';
      if (outcome === 'exported') this.exported.push({ workflowId: row.workflowId, runId: row.runId });
    }
    return outcome;
  }

  /** The runs that are not on record and that a run follows, the nearest first; what Temporal lost is left out. */
  private async followedBy(run: NewHistory): Promise<NewHistory[]> {
    const { workflowId } = run;
    const found: NewHistory[] = [];
    const seen = new Set([run.runId]);
    let left = await this.before(run);
    for (let runId = left.shift(); runId; runId = left.shift()) {
      if (seen.has(runId)) continue;
      seen.add(runId);
      const row = await this.fetched({ workflowId, runId });
      if (typeof row === 'string') continue;
      found.push(row);
      left = [...(await this.before(row)), ...left];
    }
    return found;
  }

  private async before({ workflowId, previousRunId, firstRunId }: NewHistory): Promise<string[]> {
    const named = [previousRunId, firstRunId].filter((runId) => runId !== null);
    const known = await exportedAmong(this.where.em, workflowId, named);
    return named.filter((runId) => !known.has(runId));
  }

  /** What says whether a run is over is its own last event: a list may be behind. */
  private async fetched(run: RunKey): Promise<NewHistory | 'open' | 'gone'> {
    const { client, now } = this.where;
    const fetched = await fetchRun(client, run.workflowId, run.runId);
    if (!fetched) return 'gone';
    return exportOf(run, fetched, now) ?? 'open';
  }
}

function exportOf(
  { workflowId, runId }: RunKey,
  { text, history }: FetchedHistory,
  exportedAt: Instant,
): NewHistory | null {
  const whose = ownerOf(workflowId);
  const { status, closedAt, ...facts } = runFacts(runId, history);
  if (!whose || !status || !closedAt) return null;
  const bytes = Buffer.from(text, 'utf8');
  return {
    workflowId,
    runId,
    contractId: whose.contractId,
    owner: ownerName(whose.owner),
    ...facts,
    status,
    closedAt,
    sha256: hashOfBytes(bytes),
    size: bytes.length,
    exportedAt,
    bytes,
  };
}

/** `sha256:` and the hex digest of the very bytes. */
export function hashOfBytes(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
