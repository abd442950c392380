import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { Callers } from '../support/callers.js';
import { describeWithCluster, startCluster, type TestCluster } from '../support/cluster.js';
import { termsOf } from '../support/contracts.js';
import { Engine, freshNamespace } from '../support/engine.js';

/** A production Temporal server over PostgreSQL, killed with `kill -9` and started again; its workers stay. */
describeWithCluster('a production Temporal server', () => {
  let temporal: TestCluster;
  let engine: Engine;
  let terms: Terms;

  beforeAll(async () => {
    temporal = await startCluster();
    engine = await Engine.start({ temporal: await freshNamespace(temporal.cluster.address) });
    terms = await termsOf();
  }, 120_000);

  afterAll(async () => {
    await engine.stop();
    await temporal.stop();
  });

  it('runs a contract, and goes on with it after it was killed', async () => {
    const callers = new Callers(engine, terms);
    await callers.begin();
    const begun = (await callers.lines()).length;
    const pay = () =>
      callers.tell(null, { type: 'payment.received', at: terms.startsAt, amount: fen(100), reference: null });
    await pay();
    expect(await temporal.cluster.kill()).toMatchObject({ signal: 'SIGKILL' });
    const told = pay();
    await temporal.cluster.restart();
    await told;
    const paid = (await callers.lines()).slice(begun).filter(({ kind }) => kind === 'payment.received');
    expect(paid).toHaveLength(2);
    expect(await callers.complaints()).toEqual([]);
  }, 120_000);
});
