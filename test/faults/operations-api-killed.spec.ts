import { setTimeout as delay } from 'node:timers/promises';
import { readLedger } from '#persistence/ledger';
import { ApiProcess } from '../support/api-process.js';
import { newContract } from '../support/api-contracts.js';
import { Engine } from '../support/engine.js';
import { eventually } from '../support/eventually.js';
import { type OperationSeen, type ResultSeen } from '../support/uploads.js';

const LINES = 60;
const KILLS = 4;
const OVER_SECONDS = 150;

/** The API as it is shipped, killed with `kill -9` while it works through an upload; the worker goes on. */
describe('an API that is killed in the middle of an operation', () => {
  let engine: Engine;
  let apis: ApiProcess[];

  beforeAll(async () => {
    engine = await Engine.start();
    // Two replicas: what one leaves behind, the other may find.
    apis = await Promise.all([startApi(), startApi()]);
  });

  afterAll(async () => {
    await Promise.all(apis.map((api) => api.stop()));
    await engine.stop();
  });

  const startApi = () => ApiProcess.start(engine.database.url, engine.temporal);
  const api = () => apis[0] as ApiProcess;
  const seen = (id: string) => api().call<OperationSeen>('GET', `/api/v1/operations/${id}`);

  async function uploaded(): Promise<string> {
    const lines = Array.from({ length: LINES }, (_, index) =>
      newContract({}, { reference: `order-${index + 1}` }),
    );
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const headers = { 'content-type': 'application/x-ndjson', 'idempotency-key': 'an upload' };
    const path = '/api/v1/operations/contract-starts?then=send';
    return (await api().call<OperationSeen>('POST', path, headers, body)).id;
  }

  it('starts and sends the contract of every line exactly once', async () => {
    const id = await uploaded();
    for (let kill = 1; kill <= KILLS; kill++) {
      await eventually(
        () => seen(id),
        ({ succeeded }) => succeeded >= kill * 2,
      );
      // At whatever step of its lines it is.
      await delay(kill * 37);
      await Promise.all(apis.map((each) => each.kill()));
      apis = await Promise.all([startApi(), startApi()]);
      // Whoever does not know whether the upload arrived sends it again.
      expect(await uploaded()).toBe(id);
    }
    expect((await seen(id)).status).toBe('running');
    const done = await eventually(
      () => seen(id),
      ({ status }) => status === 'completed',
      OVER_SECONDS,
    );
    expect(done).toMatchObject({ total: LINES, succeeded: LINES, failed: 0 });

    const { items } = await api().call<{ items: ResultSeen[] }>(
      'GET',
      `/api/v1/operations/${id}/results?limit=200`,
    );
    const contracts = items.map(({ contract }) => contract ?? '');
    const em = engine.orm.em.fork();
    const made = await em.execute<{ id: string; status: string }[]>('select id, status from contract');
    expect(made.map((row) => row.id).sort()).toEqual(contracts.sort());
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set(['signing']));
    for (const contract of contracts) {
      const kinds = (await readLedger(em, contract)).map(({ kind }) => kind);
      for (const kind of ['contract.drafted', 'contract.sent'])
        expect(kinds.filter((each) => each === kind)).toEqual([kind]);
    }
    // Some line was really taken from whoever was killed.
    const [again] = await em.execute<{ count: number }[]>(
      'select count(*)::int as count from operation_line where attempts > 1',
    );
    expect(again?.count).toBeGreaterThan(0);
  }, 400_000);
});
