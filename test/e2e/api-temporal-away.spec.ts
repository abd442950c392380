import { setTimeout as delay } from 'node:timers/promises';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { activeContract, newContract } from '../support/api-contracts.js';
import { eventually, TestStack } from '../support/stack.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { type OperationSeen, over, resultsOf, upload } from '../support/uploads.js';

interface Stored {
  readonly command: string;
  readonly status: string;
  readonly address: string;
}

/** The API over a network connection to the real Temporal that the test cuts and mends. */
let proxy: TcpProxy;
let stack: TestStack;
let contract: string;
let requests: string;

const severe = { urgency: 'high', impact: 'high' };

beforeAll(async () => {
  proxy = await TcpProxy.to(process.env['PACTA_TEST_TEMPORAL_ADDRESS'] ?? '');
  const patience = new Patience(1_500, 10_000, 1, 300);
  stack = await TestStack.start({ patience, temporalOfApi: proxy.address });
  contract = await activeContract(stack);
  requests = `/api/v1/contracts/${contract}/requests`;
});

afterAll(async () => {
  await stack.stop();
  await proxy.stop();
});

beforeEach(() => proxy.cut());
afterEach(() => proxy.mend());

async function applied(address: string): Promise<void> {
  proxy.mend();
  await eventually(
    () => stack.get<Stored>(address),
    ({ body }) => body.status === 'applied',
  );
}

it('stores a command, says so, and carries it out once Temporal is back', async () => {
  const stored = await stack.post<Stored>(requests, { ...severe, name: 'STORED' }, { key: 'away' });
  expect(stored).toMatchObject({ status: 202, body: { status: 'pending' } });
  expect(stored.headers.get('location')).toBe(stored.body.address);
  expect(stored.headers.get('retry-after')).not.toBeNull();
  expect((await stack.get(`${requests}/STORED`)).status).toBe(404);
  await applied(stored.body.address);
  expect(await stack.get<RequestDetail>(`${requests}/STORED`)).toMatchObject({
    status: 200,
    body: { status: 'open' },
  });
  // The caller who repeats the call now gets its real answer.
  expect(await stack.post(requests, { ...severe, name: 'STORED' }, { key: 'away' })).toMatchObject({
    status: 201,
    body: { request: 'STORED' },
  });
});

it('drafts a contract later under the number it was given', async () => {
  const stored = await stack.post<Stored>('/api/v1/contracts', newContract({}, { id: 'C-LATER-1' }));
  expect(stored.status).toBe(202);
  expect(await stack.post('/api/v1/contracts', newContract({}, { id: 'C-LATER-1' }))).toMatchObject({
    status: 409,
    body: { code: 'duplicateContract' },
  });
  await applied(stored.body.address);
  expect((await stack.get<ContractDetail>('/api/v1/contracts/C-LATER-1')).body.status).toBe('draft');
});

it('counts a fact from when it was told, although a deadline passed before it could be delivered', async () => {
  const { body: recorded } = await (async () => {
    proxy.mend();
    const present = Date.now();
    const at = new Date(present - 30 * 60_000 + 4_000).toISOString().replace(/\.\d+Z/, 'Z');
    return eventually(
      () =>
        stack.post<RequestDetail>(requests, {
          ...severe,
          urgency: 'high',
          impact: 'medium',
          name: 'BRINK',
          at,
        }),
      ({ status }) => status === 201,
    );
  })();
  expect(recorded).toMatchObject({ priority: 'high' });
  proxy.cut();
  const stored = await stack.post<Stored>(`${requests}/BRINK/actions`, { type: 'respond' });
  expect(stored.status).toBe(202);
  await eventually(
    () => stack.get<RequestDetail>(`${requests}/BRINK`),
    ({ body }) => body.targets[0]?.outcome === 'missed',
  );
  await applied(stored.body.address);
  const { body } = await stack.get<RequestDetail>(`${requests}/BRINK`);
  expect(body.targets[0]).toMatchObject({ kind: 'response', outcome: 'met' });
  expect(body.misses).toEqual([]);
});

it('has the lines of an upload wait, and fails none of them', async () => {
  const lines = Array.from({ length: 6 }, (_, index) => newContract({}, { id: `C-BULK-${index + 1}` }));
  const { body } = await upload(stack, lines);
  const seen = () => stack.get<OperationSeen>(`/api/v1/operations/${body.id}`);
  // Their intents are stored by then, and have had no answer.
  await eventually(
    async () =>
      (await stack.database.orm.em.fork().execute(`select 1 from command where contract_id like 'C-BULK-%'`))
        .length,
    (count) => count > 1,
  );
  await delay(2_500);
  expect((await seen()).body).toMatchObject({ status: 'running', succeeded: 0, failed: 0 });
  // What was begun cannot be skipped any more: it will be carried out.
  const { body: cancelled } = await stack.post<OperationSeen>(`/api/v1/operations/${body.id}/cancel`, {});
  expect(cancelled).toMatchObject({ status: 'cancelling', waiting: 0, failed: 0 });
  expect(cancelled.running).toBeGreaterThan(1);
  proxy.mend();
  expect(await over(stack, body.id)).toMatchObject({
    status: 'cancelled',
    succeeded: cancelled.running,
    skipped: cancelled.skipped,
    failed: 0,
  });
  const made = await resultsOf(stack, body.id, '&status=succeeded');
  for (const { address } of made) expect((await stack.get(address ?? '')).status).toBe(200);
});

it('goes on answering reads, and says in its health what is away', async () => {
  expect((await stack.get(`/api/v1/contracts/${contract}`)).status).toBe(200);
  const health = await stack.get('/health');
  expect(health).toMatchObject({ status: 503, body: { status: 'down', postgresql: 'up', temporal: 'down' } });
});
