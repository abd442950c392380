import { type Command } from '#domain/command';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { rebuildContract } from '#execution/verify';
import { oneStory } from '#histories/one-story';
import { Incident } from '#persistence/entities/incident';
import { beginMissing, sendCommand } from '#temporal/dispatch';
import { Callers } from '../support/callers.js';
import { describeWithCluster, startCluster, type TestCluster } from '../support/cluster.js';
import { command, SEVERITY, termsOf } from '../support/contracts.js';
import { Engine, freshNamespace, type RunningWorkers, runWorkers } from '../support/engine.js';
import { eventually } from '../support/eventually.js';
import { migratedDatabase } from '../support/migrated-database.js';
import { copyDatabase, dropDatabases, restoreDatabase } from '../support/servers/database.js';

/** A production Temporal server and a product database, each put back to an instant of its own. */
describeWithCluster('databases that are put back from backups of different instants', () => {
  let temporal: TestCluster;
  let engine: Engine;
  let workers: RunningWorkers;
  let terms: Terms;
  let product: string;
  const copyOf = (name: string): string => `${name}_copy`;

  beforeAll(async () => {
    const [started, database] = await Promise.all([startCluster(), migratedDatabase()]);
    temporal = started;
    product = new URL(database.url).pathname.slice(1);
    engine = await Engine.start({
      temporal: await freshNamespace(temporal.cluster.address),
      database,
      workers: false,
    });
    workers = await runWorkers(engine.temporal, engine.orm);
    terms = await termsOf();
  }, 120_000);

  afterAll(async () => {
    await workers.stop();
    await engine.stop();
    await temporal.stop();
    await dropDatabases([product, ...temporal.databases].map(copyOf));
  }, 60_000);

  /** Nobody works while Temporal is down, and nobody goes on from what he remembers of it. */
  async function whileTemporalIsDown(work: (database: string) => Promise<void>): Promise<void> {
    await workers.stop();
    await temporal.cluster.stop();
    for (const database of temporal.databases) await work(database);
    await temporal.cluster.restart();
    workers = await runWorkers(engine.temporal, engine.orm);
  }

  it('are found to differ wherever they do; Temporal the older one catches up, the read model is made anew', async () => {
    const callers = new Callers(engine, terms);
    const { contract } = callers;
    const at = terms.startsAt;
    const to = { contract, owner: { kind: 'contract' }, clock: 'manual', clientId: 'C-SAMPLE' } as const;
    const pay = (amount: number): Command =>
      command({ type: 'payment.received', at, amount: fen(amount), reference: null });
    const send = (told: Command) => sendCommand(engine.client, to, told);
    const differences = async (): Promise<string[]> => {
      const story = await oneStory(engine.orm.em.fork(), contract, engine.client);
      return story.differences.map(({ kind, where }) => `${kind} ${where}`);
    };
    await callers.begin();
    await callers.tell('R-1', { type: 'request.recorded', at, severity: SEVERITY.high, receivedAt: null });
    const [first, second] = [pay(100), pay(200)];

    await whileTemporalIsDown((database) => copyDatabase(database, copyOf(database)));
    await send(first);
    await copyDatabase(product, copyOf(product));
    await send(second);
    const whole = (await callers.lines()).length;
    expect(await differences()).toEqual([]);

    // The product's is older than Temporal's: what it has lost is still told by the history.
    await restoreDatabase(product, copyOf(product));
    expect(await callers.lines()).toHaveLength(whole - 1);
    expect(await differences()).toContainEqual(expect.stringContaining('history.lineLost'));
    // Temporal still has the answer, and gives it without anything being written.
    await send(second);
    expect(await callers.lines()).toHaveLength(whole - 1);

    // Temporal's is put back to before the product's.
    await whileTemporalIsDown((database) => restoreDatabase(database, copyOf(database)));
    // The line of the first is in no history any more: its stored command is the proof of it.
    expect(await differences()).toEqual([]);
    // Sent again, the first finds its answer, and the second is carried out.
    expect((await send(first)).written).toEqual([]);
    expect((await send(second)).answer).toMatchObject({ kind: 'applied' });
    expect(await callers.lines()).toHaveLength(whole);
    expect(await differences()).toEqual([]);

    // A request that began after the backup of Temporal has no workflow there.
    await callers.tell('R-2', { type: 'request.recorded', at, severity: SEVERITY.low, receivedAt: null });
    await whileTemporalIsDown((database) => restoreDatabase(database, copyOf(database)));
    expect(await differences()).toContainEqual('history.absent request/R-2');
    const request = { ...to, owner: { kind: 'incident', request: 'R-2' } } as const;
    expect(await beginMissing(engine.client, request)).toBe(true);
    expect(await beginMissing(engine.client, request)).toBe(false);
    for (const told of [first, second]) expect((await send(told)).written).toEqual([]);
    expect(await eventually(differences, (left) => left.length === 0)).toEqual([]);

    // A part of the read model is of another instant.
    await engine.orm.em.fork().nativeDelete(Incident, { contractId: contract });
    expect(await differences()).toContainEqual(expect.stringContaining('readModel.differs'));
    expect(await engine.orm.em.fork().transactional((em) => rebuildContract(em, contract))).toBe(2);
    expect(await differences()).toEqual([]);
    expect(await callers.complaints()).toEqual([]);
  }, 120_000);
});
