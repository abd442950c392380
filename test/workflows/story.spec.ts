import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { demoSealKey } from '#documents/seal/demo-key';
import { instant } from '#domain/time/instant';
import { factsOf } from '#execution/facts-at';
import { hashOfLine, readLedger } from '#persistence/ledger';
import { listDocuments } from '#persistence/queries/documents';
import { wakePaperJobs } from '#persistence/queries/paper-jobs';
import { conductScenario } from '#rehearsal/conduct';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { incidentWorkflowId } from '#workflows/messages';
import { Announcer } from '../../apps/worker/src/papers/announcer.js';
import { Press } from '../../apps/worker/src/papers/press.js';
import { renderPapers } from '../../apps/worker/src/papers/render.js';
import { WorkerSettings } from '../../apps/worker/src/settings.js';
import { Engine } from '../support/engine.js';
import { toldStory } from '../support/story.js';

const CASE = new URL('../cases/rehearsal/09-termination-right.json', import.meta.url);
const START = instant('2025-01-01T00:00:00Z');
const AT_ONCE = { backoff: { baseSeconds: 0, mostSeconds: 0 }, mostAttempts: 3 };

/**
 * A contract by real workflows over a real PostgreSQL, with its real documents. Whoever plants a difference is past the
 * triggers; each is taken back before the next, but for the last ones.
 */
describe('the three-way check', () => {
  let engine: Engine;
  let client: pg.Client;
  let folder: string;
  let contract: string;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    folder = await mkdtemp(join(tmpdir(), 'pacta-story-'));
    engine = await Engine.start();
    client = new pg.Client(engine.database.url);
    await client.connect();
    await client.query('set session_replication_role = replica');
    contract = await conducted();
    await pressAll();
  }, 240_000);

  afterAll(async () => {
    await client.end();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
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

  async function pressAll(): Promise<void> {
    await wakePaperJobs(engine.orm.em.fork(), contract, START);
    const press = new Press(
      engine.orm,
      new Announcer(engine.client),
      {
        facts: factsOf,
        press: (order) => renderPapers(order, () => demoSealKey(folder)),
        end: () => Promise.resolve(),
      },
      new WorkerSettings(['en'], AT_ONCE, AT_ONCE),
    );
    while (await press.work());
    await tellOfDocuments();
  }

  /** The documents of a rehearsal stay untold by themselves; told of, they go the way of any contract's. */
  async function tellOfDocuments(): Promise<void> {
    const em = engine.orm.em.fork();
    const documents = await listDocuments(em, contract);
    for (const [ledgerSequence, own] of Map.groupBy(documents, (document) => document.ledgerSequence))
      await new Announcer(engine.client).announce(em, { contractId: contract, ledgerSequence }, own, START);
  }

  async function kinds(): Promise<string[]> {
    const { differences } = await toldStory(engine, contract);
    return [...new Set(differences.map(({ kind }) => kind))].sort();
  }

  async function findings(): Promise<string[]> {
    const { differences } = await toldStory(engine, contract);
    return differences.map(({ kind, where }) => `${kind} ${where}`);
  }

  /** Plants a change, sees what is found, and takes it back. */
  async function planted(table: string, change: string): Promise<string[]> {
    await client.query(`create temporary table kept as select * from ${table} where contract_id = $1`, [
      contract,
    ]);
    const { rowCount } = await client.query(change, [contract]);
    expect(rowCount).toBeGreaterThan(0);
    const found = await findings();
    await client.query(`delete from ${table} where contract_id = $1`, [contract]);
    await client.query(`insert into ${table} select * from kept`);
    await client.query('drop table kept');
    expect(await findings()).toEqual([]);
    return found;
  }

  it('finds one story, with every invoice and report on paper and in the ledger', async () => {
    const story = await toldStory(engine, contract);
    expect(story.differences).toEqual([]);
    expect(story.documents).toBeGreaterThan(5);
    expect(story.histories).toBeGreaterThan(1);
    const lines = await readLedger(engine.orm.em.fork(), contract);
    expect(lines.filter(({ kind }) => kind === 'document.issued')).toHaveLength(story.documents);
  });

  it('finds a document that was changed, taken away or put in', async () => {
    const first = `from document where contract_id = $1 and kind = 'invoice' order by ledger_sequence limit 1`;
    const place = `(contract_id, ledger_sequence, kind, key, language, media_type)`;
    const named = `(select contract_id, ledger_sequence, kind, key, language, media_type ${first})`;
    const { rows } = await client.query<{ name: string; line: number }>(
      `select kind || ' ' || key || ' ' || language || ' ' || media_type || ' of line ' || ledger_sequence as name,
              ledger_sequence as line ${first}`,
      [contract],
    );
    const name = rows[0]?.name;
    // Even who is past the triggers is held up by what the table asks of each row.
    await client.query('alter table document drop constraint document_hash, drop constraint document_size');
    expect(
      await planted('document', `update document set bytes = bytes || '\\x00' where ${place} in ${named}`),
    ).toEqual([`document.changed ${name}`]);
    expect(await planted('document', `delete from document where ${place} in ${named}`)).toEqual([
      `document.missing line ${rows[0]?.line}`,
      `document.lost ${name}`,
    ]);
    expect(
      await planted(
        'document',
        `insert into document select contract_id, 1, kind, key, language, media_type, number, sha256, file_name, size,
                issued_at, bytes ${first}`,
      ),
    ).toEqual([`document.withoutEvent ${name?.replace(/\d+$/, '1')}`]);
  });

  it('finds a receipt and a request of the read model that were changed', async () => {
    expect(
      await planted(
        'incident',
        `update incident set priority = 'low' where contract_id = $1 and request = 'A'`,
      ),
    ).toEqual(['readModel.differs contract']);
    expect(
      await planted(
        'decision_receipt',
        `update decision_receipt set period = '2031-01' where contract_id = $1 and kind = 'month'
            and period = '2025-01'`,
      ),
    ).toEqual([expect.stringMatching(/^receipt.differs \d+-month$/)]);
  });

  it('finds amounts that were changed in what is shown', async () => {
    const { rows } = await client.query('select state from contract where id = $1', [contract]);
    await client.query(
      `update contract set state = jsonb_set(state, '{invoices,0,credited}', '7') where id = $1`,
      [contract],
    );
    expect(await kinds()).toEqual(['readModel.differs', 'totals.differ']);
    await client.query('update contract set state = $2 where id = $1', [
      contract,
      JSON.stringify(rows[0].state),
    ]);
    expect(await findings()).toEqual([]);
  });

  it('finds a ledger that was written anew as a whole, by what the workflows saw', async () => {
    const lines = await readLedger(engine.orm.em.fork(), contract);
    const place = lines.findIndex(({ kind }) => kind === 'request.recorded');
    const receivedAt = START;
    let previousHash = lines[place]?.previousHash ?? '';
    for (const line of lines.slice(place)) {
      const isForged = line.sequence === place + 1;
      const event = isForged ? { ...(line.event as object), receivedAt } : (line.event ?? null);
      const payload = isForged ? { ...(line.payload as object), receivedAt } : line.payload;
      const next = { ...line, request: line.request ?? null, event, payload, previousHash };
      previousHash = hashOfLine(next);
      await client.query(
        `update ledger_entry set payload = $3, event = $4, previous_hash = $5, hash = $6
          where contract_id = $1 and sequence = $2`,
        [
          contract,
          line.sequence,
          JSON.stringify(payload),
          event && JSON.stringify(event),
          next.previousHash,
          previousHash,
        ],
      );
    }
    await client.query('update ledger_head set hash = $2 where contract_id = $1', [contract, previousHash]);
    expect(await kinds()).toEqual(['history.stateDiffers', 'readModel.differs', 'receipt.differs']);
  });

  it('finds that Temporal no longer has the history of a request', async () => {
    const workflowId = incidentWorkflowId(contract, 'A');
    const { namespace } = engine.temporal;
    const runs = engine.client.workflow.list({ query: `WorkflowId = '${workflowId}'` });
    for await (const { runId } of runs) {
      await engine.client.workflowService.deleteWorkflowExecution({
        namespace,
        workflowExecution: { workflowId, runId },
      });
    }
    for (let tries = 0; tries < 100 && !(await findings()).includes('history.absent request/A'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await findings()).toContain('history.absent request/A');
  });
});
