import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addSeconds, fromSeconds } from '#domain/time/instant';
import { openDatabase } from '#persistence/database';
import { migrate } from '#persistence/migrate';
import { type RunningPostgres, startPostgres } from '#servers/postgres';
import { contractWorkflowId } from '#workflows/messages';
import { Callers } from '../support/callers.js';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { Engine } from '../support/engine.js';
import { LiveContract } from '../support/live.js';
import { WorkerProcess } from '../support/worker-process.js';

const AWAY_SECONDS = 20;
const PATIENCE_SECONDS = 8;
/** Of the pool of one process. */
const MOST_CONNECTIONS = 10;

/** A PostgreSQL of this test's own, killed in the middle of turns; the worker as it is shipped, and a real Temporal. */
describe('a database that goes away for a while', () => {
  let folder: string;
  let postgres: RunningPostgres;
  let engine: Engine;
  let worker: WorkerProcess;
  let terms: Terms;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pacta-away-'));
    await startDatabase();
    await migrate(postgres.url);
    const orm = await openDatabase(postgres.url);
    const database = { url: postgres.url, orm, drop: () => orm.close() };
    engine = await Engine.start({ database, workers: false });
    worker = await WorkerProcess.start(postgres.url, engine.temporal);
    terms = await termsOf();
  });

  afterAll(async () => {
    await worker.stop();
    await engine.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** On the same port as before. */
  async function startDatabase(port?: number): Promise<void> {
    postgres = await startPostgres({
      dataDir: folder,
      log: () => undefined,
      ...(port !== undefined && { port }),
    });
  }

  /** Holds what every turn of a contract needs, so that turns stand still in the middle of their transactions. */
  async function holdTurns(contract: string): Promise<void> {
    const holder = new pg.Client(postgres.url);
    holder.on('error', () => undefined);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from ledger_head where contract_id = $1 for update', [contract]);
  }

  /** Asked on a connection of its own: within a transaction the answer would never change. */
  async function turnsWaiting(): Promise<number> {
    const rows = await engine.orm.em
      .fork()
      .execute<{ count: string }[]>(
        `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
      );
    return Number(rows[0]?.count);
  }

  /** Mostly with every connection that the worker may have; a busy machine may bring fewer before the first give up. */
  async function turnsStandStill(): Promise<void> {
    const enough = Date.now() + PATIENCE_SECONDS * 1000;
    for (;;) {
      const waiting = await turnsWaiting();
      if (waiting === MOST_CONNECTIONS || (waiting > 0 && Date.now() > enough)) return;
      await delay(20);
    }
  }

  it('is waited for: callers get their answers, a deadline is not forgotten, nothing is lost or done twice', async () => {
    const callers = new Callers(engine, terms);
    await callers.begin();
    const before = (await callers.lines()).length;
    // Its term has begun: a timer is about to start it.
    const signedAt = fromSeconds(Date.now() / 1000);
    const live = new LiveContract(engine, await termsOf({ termStart: signedAt.slice(0, 10) }));
    await live.sign(signedAt, addSeconds(signedAt, 3600));

    await holdTurns(callers.contract);
    const at = shanghai('2025-01-06 09:00');
    const requests = Array.from({ length: MOST_CONNECTIONS + 4 }, (_, index) => `R${index}`);
    const told = [
      ...requests.map((request) =>
        callers.tell(request, {
          type: 'request.recorded',
          at,
          severity: SEVERITY.high,
          receivedAt: null,
        }),
      ),
      ...[1, 2, 3].map((amount) =>
        callers.tell(null, {
          type: 'payment.received',
          at: terms.startsAt,
          amount: fen(amount),
          reference: null,
        }),
      ),
    ];
    await turnsStandStill();
    const { port } = postgres;
    await postgres.kill();
    await delay(AWAY_SECONDS * 1000);
    expect(worker.isRunning).toBe(true);
    await startDatabase(port);

    const standpoints = await Promise.all(told);
    expect(standpoints.map((standpoint) => standpoint.answer?.kind)).toEqual(told.map(() => 'applied'));
    const lines = (await callers.lines()).slice(before);
    expect(lines.filter((line) => line.kind === 'request.recorded')).toHaveLength(requests.length);
    expect(lines.filter((line) => line.kind === 'payment.received')).toHaveLength(3);
    expect(await callers.complaints()).toEqual([]);

    while ((await live.row()).status !== 'active') await delay(200);
    expect((await live.ledger()).filter((line) => line.kind === 'contract.activated')).toHaveLength(1);
    expect(await live.faults()).toEqual([]);
    const { status } = await engine.client.workflow.getHandle(contractWorkflowId(live.id)).describe();
    expect(status.name).toBe('RUNNING');
  }, 300_000);
});
