import { type EntityManager } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { type Owner, ownerName } from '#domain/command';
import {
  type ExportedRun,
  exportedRuns,
  historyBytes,
  type RunKey,
} from '#persistence/queries/workflow-histories';
import { incidentsOf } from '#persistence/store';
import { type RunFacts, runFacts, type RunHistory } from '#temporal/run-events';
import { fetchRun, latestRun, ownerOf, runsOfContract } from '#temporal/runs';
import { workflowIdOf } from '#workflows/messages';
import { hashOfBytes } from './export-histories.js';

/** A run with its history, from wherever it can be had. */
export interface FoundRun extends RunKey {
  readonly owner: Owner;
  readonly facts: RunFacts;
  readonly history: RunHistory;
  readonly exported: ExportedRun | null;
  /** What Temporal tells of it now; null where Temporal no longer has it, or was not asked. */
  readonly liveHash: string | null;
}

/** A run that something names and nobody has, or whose stored history cannot be read. */
export interface MissingRun extends RunKey {
  readonly owner: Owner;
  readonly exported: ExportedRun | null;
}

export interface ContractRuns {
  readonly found: readonly FoundRun[];
  readonly missing: readonly MissingRun[];
}

interface Whereabouts {
  readonly em: EntityManager;
  readonly client: Client;
  readonly contract: string;
}

/**
 * All runs of a contract and its requests: those that Temporal keeps as it tells them now, the others as they were
 * exported. Each owner's are in order, the contract's first. The list of Temporal may be behind, so that the latest run
 * of each owner is asked for beside it, and every run that another one names.
 */
export async function allRuns(where: Whereabouts): Promise<ContractRuns> {
  const owners = await ownersOf(where);
  const exported = await exportedRuns(where.em, where.contract);
  const search = new Search(where, new Map(exported.map((run) => [run.runId, run])));
  for (const { workflowId, runId } of exported) await search.take({ workflowId, runId });
  for await (const { workflowId, runId } of runsOfContract(where.client, where.contract))
    await search.take({ workflowId, runId });
  for (const owner of owners) {
    const workflowId = workflowIdOf(where.contract, owner);
    const runId = await latestRun(where.client, workflowId);
    if (runId) await search.take({ workflowId, runId });
  }
  return search.result(owners);
}

async function ownersOf({ em, contract }: Whereabouts): Promise<Owner[]> {
  const requests = await incidentsOf(em, contract);
  return [{ kind: 'contract' }, ...requests.map(({ request }) => ({ kind: 'incident', request }) as const)];
}

class Search {
  private readonly seen = new Set<string>();
  private readonly found: FoundRun[] = [];
  private readonly missing: MissingRun[] = [];

  constructor(
    private readonly where: Whereabouts,
    private readonly exported: ReadonlyMap<string, ExportedRun>,
  ) {}

  /** Takes a run, and then every run that it names. */
  async take(first: RunKey): Promise<void> {
    const left = [first.runId];
    for (let runId = left.pop(); runId; runId = left.pop()) {
      if (this.seen.has(runId)) continue;
      this.seen.add(runId);
      const facts = await this.look({ workflowId: first.workflowId, runId });
      if (!facts) continue;
      const { firstRunId, previousRunId, nextRunId } = facts;
      left.push(...[firstRunId, previousRunId, nextRunId].filter((name) => name !== null));
    }
  }

  private async look({ workflowId, runId }: RunKey): Promise<RunFacts | null> {
    const owner = ownerOf(workflowId)?.owner;
    if (!owner) return null;
    const exported = this.exported.get(runId) ?? null;
    const live = await fetchRun(this.where.client, workflowId, runId);
    const history = live?.history ?? (exported && (await this.stored(runId)));
    if (!history) {
      this.missing.push({ workflowId, runId, owner, exported });
      return null;
    }
    const facts = runFacts(runId, history);
    const liveHash = live && hashOfBytes(Buffer.from(live.text, 'utf8'));
    this.found.push({ workflowId, runId, owner, facts, history, exported, liveHash });
    return facts;
  }

  /** Null where the stored bytes are no history any more: they were changed. */
  private async stored(runId: string): Promise<RunHistory | null> {
    const bytes = await historyBytes(this.where.em, this.where.contract, runId);
    return bytes && historyIn(bytes);
  }

  result(owners: readonly Owner[]): ContractRuns {
    const places = new Map(owners.map((owner, place) => [ownerName(owner), place]));
    const placeOf = ({ owner }: FoundRun): number => places.get(ownerName(owner)) ?? owners.length;
    const found = this.found.toSorted(
      (a, b) => placeOf(a) - placeOf(b) || Date.parse(a.facts.startedAt) - Date.parse(b.facts.startedAt),
    );
    return { found, missing: this.missing };
  }
}

/** The history that bytes are; null where they are none. */
export function historyIn(bytes: Buffer): RunHistory | null {
  try {
    const history = JSON.parse(bytes.toString('utf8')) as RunHistory;
    return runFacts('', history).events > 0 ? history : null;
  } catch {
    return null;
  }
}
