import { readFileSync } from 'node:fs';
import pg from 'pg';
import { instant } from '#domain/time/instant';
import { exportHistories, hashOfBytes } from '#histories/export-histories';
import { exportedHistories, type ExportedHistory } from '#persistence/queries/workflow-histories';
import { runFacts } from '#temporal/run-events';
import { fetchRun } from '#temporal/runs';
import { conductScenario } from '#rehearsal/conduct';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { carryOut, contractWorkflowId, look } from '#workflows/messages';
import { command } from '../support/contracts.js';
import { Engine } from '../support/engine.js';
import { type History } from '../support/histories.js';
import { toldStory } from '../support/story.js';

type EventId = NonNullable<NonNullable<History['events']>[number]['eventId']>;

const CASE = new URL('../cases/rehearsal/09-termination-right.json', import.meta.url);
const NOW = instant('2026-01-01T00:00:00Z');

/** Contracts by real workflows of a real Temporal, over a real PostgreSQL. */
describe('histories of workflows', () => {
  let engine: Engine;
  let client: pg.Client;

  beforeAll(async () => {
    engine = await Engine.start();
    client = new pg.Client(engine.database.url);
    await client.connect();
  }, 120_000);

  afterAll(async () => {
    await client.end();
    await engine.stop();
  });

  async function conducted(): Promise<string> {
    const { scenario } = readScenario(readFileSync(CASE, 'utf8'));
    if (!scenario?.until) throw new Error('the scenario has faults');
    const made = await scenarioTerms(scenario);
    if ('faults' in made) throw new Error('the terms have faults');
    const result = await conductScenario(engine, { ...scenario, until: scenario.until }, made.terms);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result.contract;
  }

  const exported = (contract: string): Promise<ExportedHistory[]> =>
    exportedHistories(engine.orm.em.fork(), contract);

  const pass = () => exportHistories({ em: engine.orm.em.fork(), client: engine.client, now: NOW }, null);

  /** Exports until nothing more is found: Temporal's list is a moment behind. */
  async function exportAll(contract: string, atLeast: number): Promise<ExportedHistory[]> {
    for (let tries = 0; tries < 100; tries += 1) {
      await pass();
      const rows = await exported(contract);
      if (rows.length >= atLeast) return rows;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return exported(contract);
  }

  it('are exported when a run is over, by several at once, each once, as one chain', async () => {
    const contract = await conducted();
    await Promise.all([pass(), pass(), pass()]);
    const rows = await exportAll(contract, 4);
    const own = rows.filter(({ workflowId }) => workflowId === contractWorkflowId(contract));
    expect(own.length).toBeGreaterThan(2);
    expect(own.map(({ place }) => place)).toEqual(own.map((_, index) => index + 1));
    const ids = own.map(({ runId }) => runId);
    expect(own.map(({ firstRunId }) => firstRunId)).toEqual(ids.map(() => ids[0]));
    expect(own.map(({ previousRunId }) => previousRunId)).toEqual([null, ...ids.slice(0, -1)]);
    expect(own.slice(0, -1).map(({ nextRunId }) => nextRunId)).toEqual(ids.slice(1));
    expect(own.slice(0, -1).every(({ status }) => status === 'continuedAsNew')).toBe(true);
    expect(rows.slice(0, own.length)).toEqual(own);
    expect(rows.slice(own.length).every(({ owner }) => owner.startsWith('request/'))).toBe(true);
    for (const { bytes, sha256, size, events } of rows) {
      expect([hashOfBytes(bytes), bytes.length]).toEqual([sha256, size]);
      expect((JSON.parse(bytes.toString('utf8')) as { events: unknown[] }).events).toHaveLength(events);
    }
    expect(await pass()).toMatchObject({ exported: [], gone: [], failed: [] });
    expect(await exported(contract)).toEqual(rows);
  });

  it('are never on record before those that they follow, however far behind the list is', async () => {
    const contract = await conducted();
    const last = await lastClosedRun(contract);
    const where = { em: engine.orm.em.fork(), client: listingOnly(last), now: NOW };
    const { exported: runs } = await exportHistories(where, new Date(0));
    const rows = await exported(contract);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map(({ place }) => place)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ previousRunId }) => previousRunId)).toEqual([
      null,
      ...rows.slice(0, -1).map(({ runId }) => runId),
    ]);
    expect(rows.at(-1)?.runId).toBe(last);
    expect(runs.map(({ runId }) => runId)).toEqual(rows.map(({ runId }) => runId));
  });

  /** The latest run of the contract that another one followed, as that one says. */
  async function lastClosedRun(contract: string): Promise<string> {
    const workflowId = contractWorkflowId(contract);
    const { runId } = await engine.client.workflow.getHandle(workflowId).describe();
    const run = await fetchRun(engine.client, workflowId, runId);
    const previous = run && runFacts(runId, run.history).previousRunId;
    if (!previous) throw new Error('there are too few runs');
    return previous;
  }

  /** Temporal as it is, but for its list, which knows of one run alone. */
  function listingOnly(runId: string): typeof engine.client {
    const workflow = Object.create(engine.client.workflow, {
      list: {
        value: async function* () {
          for await (const each of engine.client.workflow.list()) if (each.runId === runId) yield each;
        },
      },
    }) as typeof engine.client.workflow;
    return Object.create(engine.client, { workflow: { value: workflow } }) as typeof engine.client;
  }

  it('keep what Temporal keeps encrypted as it is, and refuse to be changed or deleted', async () => {
    const { rows } = await client.query<{ bytes: Buffer }>('select bytes from workflow_history limit 1');
    const history: unknown = JSON.parse(rows[0]?.bytes.toString('utf8') ?? '', withoutNames);
    const encodings = JSON.stringify(history).match(/"encoding":"[^"]*"/g);
    const encrypted = Buffer.from('binary/encrypted').toString('base64');
    expect(new Set(encodings)).toEqual(new Set([`"encoding":"${encrypted}"`]));
    for (const statement of [
      `update workflow_history set status = 'failed'`,
      'delete from workflow_history',
      'truncate workflow_history',
    ])
      await expect(client.query(statement)).rejects.toThrow('what workflows did stays on record');
  });

  describe('in the three-way check', () => {
    let contract: string;
    let workflowId: string;

    async function another(): Promise<readonly ExportedHistory[]> {
      contract = await conducted();
      workflowId = contractWorkflowId(contract);
      return exportAll(contract, 6);
    }

    async function findings(of = contract): Promise<string[]> {
      const { differences } = await toldStory(engine, of);
      // Documents of a rehearsal are made when somebody asks; nobody has.
      return differences
        .filter(({ kind }) => !kind.startsWith('document.'))
        .map(({ kind, where, detail }) => `${kind} ${where}: ${detail}`);
    }

    /** What was changed by whoever owns the database, before and after Temporal has forgotten it. */
    it('speak for runs that Temporal has forgotten; what is lost or changed is named', async () => {
      const all = await another();
      const forgotten = contract;
      const [, torn] = await another();
      const [changed] = await another();
      if (!torn || !changed) throw new Error('there are too few runs');
      await past(`delete from workflow_history where run_id = '${torn.runId}'`);
      expect([await findings(forgotten), await findings(contractOf(torn))]).toEqual([[], []]);

      const bytes = Buffer.from(changed.bytes.toString('utf8').replace('contract', 'contracd'));
      const where = `${changed.workflowId} run ${changed.runId}`;
      const set = (what: string) =>
        past(`update workflow_history set ${what} where run_id = '${changed.runId}'`);
      await past('alter table workflow_history drop constraint workflow_history_hash');
      await past('alter table workflow_history drop constraint workflow_history_size');
      await set(`bytes = '\\x${bytes.toString('hex')}'`);
      const said = `history.changed ${where}: ${changed.sha256} was exported, its bytes are ${hashOfBytes(bytes)}`;
      expect(await findings()).toEqual([said]);
      await set(`sha256 = '${hashOfBytes(bytes)}'`);
      expect(await findings()).toEqual([
        `history.changed ${where}: ${hashOfBytes(bytes)} was exported, Temporal tells ${changed.sha256}`,
      ]);
      await set(`sha256 = '${changed.sha256}'`);

      await deleted([...all, torn, changed]);
      expect(await findings(forgotten)).toEqual([]);
      const { histories } = await toldStory(engine, forgotten);
      expect(histories).toBe(new Set(all.map((row) => row.workflowId)).size);
      expect(await findings()).toEqual([said]);
      await set(`bytes = 'nonsense'`);
      expect((await findings())[0]).toMatch(`${hashOfBytes(Buffer.from('nonsense'))} and no history`);
      const lost = await findings(contractOf(torn));
      expect(lost).toContain(
        `history.runLost ${torn.workflowId} run ${torn.runId}: neither Temporal nor the export has it`,
      );
      expect(lost.some((each) => each.startsWith('ledger.lineUntold'))).toBe(true);
      const { gone, exported: more } = await pass();
      expect([gone, more]).toEqual([[{ workflowId: torn.workflowId, runId: torn.runId }], []]);
    }, 240_000);

    function contractOf({ workflowId: id }: ExportedHistory): string {
      return id.slice('contract/'.length);
    }

    async function deleted(runs: readonly ExportedHistory[]): Promise<void> {
      const { namespace } = engine.temporal;
      for (const { workflowId: id, runId } of runs)
        await engine.client.workflowService.deleteWorkflowExecution({
          namespace,
          workflowExecution: { workflowId: id, runId },
        });
      for (const run of runs) await untilGone(run);
    }

    async function untilGone({ workflowId: id, runId }: ExportedHistory): Promise<void> {
      while ((await fetchRun(engine.client, id, runId)) !== null)
        await new Promise((resolve) => setTimeout(resolve, 100));
    }

    it('say what was done by hand: a signal, a cancel request, an update, a termination, a reset', async () => {
      await another();
      const handle = engine.client.workflow.getHandle(workflowId);
      await handle.signal(look);
      const { runId } = await handle.describe();
      const update = command({ type: 'contract.sent', at: NOW, dueAt: NOW }, { id: 'by-hand' });
      await handle.executeUpdate(carryOut, { args: [update], updateId: 'by-hand' });
      await engine.client.workflowService.resetWorkflowExecution({
        namespace: engine.temporal.namespace,
        workflowExecution: { workflowId, runId },
        reason: 'to see what happens',
        requestId: 'reset-1',
        workflowTaskFinishEventId: await firstTaskOf(runId),
      });
      const reset = await handle.describe();
      expect(reset.runId).not.toBe(runId);
      // What came after the point of the reset is done again.
      await handle.getUpdateHandle('by-hand').result();
      await handle.cancel();
      await handle.terminate('enough of it');
      await past(`delete from command where id = 'by-hand'`);
      const found = await findings();
      const of = (run: string) =>
        found.flatMap((each) => {
          const prefix = `history.interference ${workflowId} run ${run}: `;
          return each.startsWith(prefix) ? [each.slice(prefix.length)] : [];
        });
      const identity = expect.stringContaining(` by ${process.pid}@`);
      expect(of(runId).map((each) => each.split(' ')[0])).toEqual(['signal', 'update', 'termination']);
      expect(of(runId)[0]).toEqual(identity);
      expect(of(runId)[0]).toMatch(/: look$/);
      expect(of(runId)[1]).toMatch(/: by-hand: there is no such command$/);
      const kinds = of(reset.runId).map((each) => each.split(' ')[0]);
      expect(kinds.toSorted()).toEqual(['cancelRequest', 'reset', 'signal', 'termination', 'update']);
      expect(of(reset.runId)[0]).toContain(`to see what happens`);
      expect(of(reset.runId)[0]).toContain(`from the run ${runId}`);
      expect(of(reset.runId).at(-1)).toMatch(/: enough of it$/);
      // Everything else still tells one story.
      expect(found.every((each) => each.startsWith('history.interference'))).toBe(true);
      const rows = (await exportAll(contract, 8)).filter((row) => row.owner === 'contract');
      expect(rows.at(-1)).toMatchObject({ runId: reset.runId, previousRunId: runId, status: 'terminated' });
    });

    async function firstTaskOf(runId: string): Promise<EventId> {
      const { events } = await engine.client.workflow.getHandle(workflowId, runId).fetchHistory();
      const first = events?.find((event) => event.workflowTaskCompletedEventAttributes);
      if (!first?.eventId) throw new Error('no task was completed');
      return first.eventId;
    }

    /** Past the triggers. */
    async function past(statement: string): Promise<void> {
      await client.query('set session_replication_role = replica');
      await client.query(statement);
      await client.query('set session_replication_role = origin');
    }
  });
});

/** By search attributes Temporal finds workflows, and a local activity's marker names it: neither is what was said. */
function withoutNames(member: string, value: unknown): unknown {
  const isOfMarker = member === 'data' && typeof value === 'object';
  return member === 'indexedFields' || isOfMarker ? undefined : value;
}
