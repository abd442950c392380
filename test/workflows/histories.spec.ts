import { readFileSync } from 'node:fs';
import pg from 'pg';
import { instant } from '#domain/time/instant';
import { exportHistories, hashOfBytes } from '#histories/export-histories';
import { exportedHistories, type ExportedHistory } from '#persistence/queries/workflow-histories';
import { conductScenario } from '#rehearsal/conduct';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { contractWorkflowId } from '#workflows/messages';
import { Engine } from '../support/engine.js';

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
});

/** By search attributes Temporal finds workflows, and a local activity's marker names it: neither is what was said. */
function withoutNames(member: string, value: unknown): unknown {
  const isOfMarker = member === 'data' && typeof value === 'object';
  return member === 'indexedFields' || isOfMarker ? undefined : value;
}
