import { type EntityManager } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { type Standpoint } from '#domain/command';
import { type StoryDifference } from '#execution/story/difference';
import { type ToldHistory } from '#execution/story/histories';
import { commandsOf } from '#persistence/queries/commands';
import { findContract } from '#persistence/queries/contracts';
import { payloadValue, standpointOf } from '#temporal/payload-text';
import { allRuns, type FoundRun, type MissingRun } from './contract-runs.js';
import { interferences, type Told } from './interference.js';

/**
 * What the histories of a contract and of each of its requests tell, those that Temporal keeps and those that were
 * exported; and what is wrong with them, or was done to the workflows by hand. Throws a ValueError where a key is missing
 * by which they were encrypted.
 */
export async function toldHistories(
  em: EntityManager,
  contract: string,
  client: Client,
): Promise<ToldHistory[]> {
  const { found, missing } = await allRuns({ em, client, contract });
  const told = await toldBy(em, client, contract);
  const histories: ToldHistory[] = [];
  for (const [first, ...others] of groups([...found, ...missing])) {
    const standpoints: Standpoint[] = [];
    const remarks: StoryDifference[] = [];
    for (const run of [first, ...others]) {
      const part = isFound(run) ? await partOf(client, run, told) : { standpoints: [], remarks: [lost(run)] };
      standpoints.push(...part.standpoints);
      remarks.push(...part.remarks);
    }
    histories.push({ workflowId: first.workflowId, owner: first.owner, standpoints, remarks });
  }
  return histories;
}

/** What the contract was told by commands, to tell from it what was done by hand. */
export async function toldBy(em: EntityManager, client: Client, contract: string): Promise<Told> {
  const row = await findContract(em, contract);
  const commands = await commandsOf(em, contract);
  return {
    contract,
    clock: row?.clock ?? 'real',
    commands,
    read: (payload) => payloadValue(client, payload),
  };
}

type Group = [FoundRun | MissingRun, ...(FoundRun | MissingRun)[]];

function groups(runs: readonly (FoundRun | MissingRun)[]): Group[] {
  return [...Map.groupBy(runs, ({ workflowId }) => workflowId).values()] as Group[];
}

function isFound(run: FoundRun | MissingRun): run is FoundRun {
  return 'history' in run;
}

type Part = Pick<ToldHistory, 'standpoints' | 'remarks'>;

async function partOf(client: Client, run: FoundRun, told: Told): Promise<Part> {
  const changed = changes(run);
  try {
    const marks = await interferences(run.runId, run.history.events, told);
    const remarks = marks.map(({ kind, eventId, at, identity, detail }): StoryDifference => {
      const text = `${kind} at ${at}, event ${eventId}, by ${identity ?? 'nobody named'}: ${detail}`;
      return { kind: 'history.interference', where: nameOf(run), detail: text };
    });
    return { standpoints: await standpointsOf(client, run), remarks: [...changed, ...remarks] };
  } catch (error) {
    // What was changed need not be readable any more; what was not is.
    if (changed.length === 0) throw error;
    return { standpoints: [], remarks: changed };
  }
}

async function standpointsOf(client: Client, { history }: FoundRun): Promise<Standpoint[]> {
  const read = await Promise.all(history.events.map((event) => standpointOf(client, event)));
  return read.filter((standpoint) => standpoint !== null);
}

/** Where the export is not what was exported, or Temporal tells another history of the run. */
function changes(run: FoundRun): StoryDifference[] {
  const { exported, liveHash } = run;
  if (!exported) return [];
  const { sha256, reckoned } = exported;
  if (sha256 !== reckoned) return [changed(run, `${sha256} was exported, its bytes are ${reckoned}`)];
  if (liveHash !== null && liveHash !== sha256)
    return [changed(run, `${sha256} was exported, Temporal tells ${liveHash}`)];
  const wrong = (['status', 'events', 'firstRunId', 'previousRunId', 'nextRunId'] as const).filter(
    (member) => run.facts[member] !== exported[member],
  );
  return wrong.map((member) =>
    changed(run, `${member} is ${exported[member] ?? 'none'}, its events say ${run.facts[member] ?? 'none'}`),
  );
}

function changed(run: FoundRun, detail: string): StoryDifference {
  return { kind: 'history.changed', where: nameOf(run), detail };
}

/** A run that nobody has; one whose row is there and whose bytes are no history was changed. */
function lost(run: MissingRun): StoryDifference {
  const { exported } = run;
  if (!exported)
    return { kind: 'history.runLost', where: nameOf(run), detail: 'neither Temporal nor the export has it' };
  const detail = `${exported.sha256} was exported, its bytes are ${exported.reckoned} and no history`;
  return { kind: 'history.changed', where: nameOf(run), detail };
}

function nameOf({ workflowId, runId }: FoundRun | MissingRun): string {
  return `${workflowId} run ${runId}`;
}
