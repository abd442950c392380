import { createHash } from 'node:crypto';
import { instant } from '#domain/time/instant';
import { storeDocument } from '#persistence/queries/documents';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { POLICY, type Reach } from '../../apps/api/src/access/policy.js';
import { ROLES, type Role } from '../../apps/api/src/access/roles.js';
import { activeContract, newContract } from '../support/api-contracts.js';
import { keyElsewhere, TestStack } from '../support/stack.js';

const PATIENCE_MILLISECONDS = 3_000;

/** Who may do what, over HTTP: each route of the policy with each role, and with the ids of another client. */
let stack: TestStack;
let contract: string;

beforeAll(async () => {
  // No worker makes documents here: an archive that waits for them gives up soon.
  stack = await TestStack.start({ patience: new Patience(PATIENCE_MILLISECONDS) });
  contract = await activeContract(stack);
  await stack.post(`/api/v1/contracts/${contract}/requests`, { urgency: 'high', impact: 'high', name: 'R' });
});

afterAll(() => stack.stop());

const guarded = Object.entries(POLICY)
  .filter(([, { reach }]) => reach !== 'open')
  .map(([route, policy]) => ({ route, ...policy }));
const calls = guarded.flatMap((policy) => ROLES.map((role) => ({ role, ...policy })));
const ofReach = (...wanted: readonly Reach[]) => calls.filter(({ reach }) => wanted.includes(reach));

function addressOf(route: string): { method: string; path: string } {
  const [method = '', pattern = ''] = route.split(' ');
  const values: Record<string, string> = {
    contract,
    request: 'R',
    template: 'it-support-2025',
    version: '0.0.0',
    period: '2026-01',
    sequence: '1',
    command: '0'.repeat(40),
    key: 'K-0123456789ab',
    webhook: 'W-0123456789ab',
    operation: 'O-0123456789abcdef',
    delivery: `D-${'0'.repeat(32)}`,
  };
  const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? name);
  // A stream ends when it is told to.
  return { method, path: path.endsWith('/changes') ? `${path}?forSeconds=1` : path };
}

function call(route: string, role: Role | null, headers = {}) {
  const { method, path } = addressOf(route);
  // A body that is wrong for every write: who may write gets as far as its faults, and nothing is changed.
  return stack.call<{ code?: string; detail?: string }>(method, path, {
    role,
    headers,
    ...(method !== 'GET' && { text: '{"nothing": "of ours"}' }),
  });
}

const elsewhere = (route: string, role: Role) =>
  call(route, null, { authorization: `Bearer ${keyElsewhere(role)}` });

it.each(calls)('$role: $route', async ({ role, route, roles }) => {
  const { status, body } = await call(route, role);
  const isRefused = status === 401 || status === 403 || body.code === 'forbidden';
  expect(isRefused).toBe(!roles.includes(role));
  expect(body.code).not.toBe('unknownContract');
});

it.each(guarded)('nobody without a key: $route', async ({ route }) => {
  expect(await call(route, null)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

it.each(ofReach('contract'))('$role of another client: $route', async ({ role, route, roles }) => {
  const { status, body } = await elsewhere(route, role);
  expect([status, body.code]).toEqual(roles.includes(role) ? [404, 'unknownContract'] : [403, 'forbidden']);
});

it.each(ofReach('whole'))('$role of one client only: $route', async ({ role, route }) => {
  expect(await elsewhere(route, role)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
});

it('a contract of another client is refused in the words of one that is not there', async () => {
  const words = async (id: string) => {
    const headers = { authorization: `Bearer ${keyElsewhere('desk')}` };
    const { body } = await stack.call<object>('GET', `/api/v1/contracts/${id}/months`, {
      role: null,
      headers,
    });
    return JSON.stringify(body).replaceAll(id, 'ID');
  };
  expect(await words(contract)).toBe(await words('NO-SUCH-CONTRACT'));
});

describe('who is limited to another client', () => {
  const as = <Body>(method: string, path: string, text?: string) =>
    stack.call<Body>(method, path, {
      role: null,
      headers: { authorization: `Bearer ${keyElsewhere('administrator')}` },
      ...(text !== undefined && { text }),
    });

  it('sees no contract and no request in the lists, whichever filter is set', async () => {
    const filters = ['', '?clientId=acme', '?status=active', '?clock=manual'];
    for (const filter of filters)
      expect((await as('GET', `/api/v1/contracts${filter}`)).body).toEqual({ items: [], next: null });
    for (const filter of ['', '?sort=recorded', '?clock=manual'])
      expect((await as('GET', `/api/v1/requests${filter}`)).body).toEqual({ items: [], next: null });
    expect((await stack.get<{ items: unknown[] }>('/api/v1/contracts')).body.items).toHaveLength(1);
    expect((await stack.get<{ items: unknown[] }>('/api/v1/requests?sort=recorded')).body.items).toHaveLength(
      1,
    );
  });

  it('finds no document by its hash, and no command', async () => {
    const em = stack.database.orm.em.fork();
    const [command] = await em.execute<{ id: string }[]>('select id from command limit 1');
    const bytes = Buffer.from('of acme');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await storeDocument(em, {
      contractId: contract,
      ledgerSequence: 1,
      kind: 'contract',
      key: null,
      language: 'en',
      mediaType: 'application/pdf',
      number: null,
      fileName: 'contract.pdf',
      sha256: `sha256:${sha256}`,
      issuedAt: instant('2026-01-01T00:00:00Z'),
      bytes,
    });

    for (const path of [`/api/v1/commands/${command?.id}`, `/api/v1/documents/by-hash/${sha256}`]) {
      expect((await stack.get(path)).status).toBe(200);
      expect(await as('GET', path)).toMatchObject({ status: 404 });
    }
  });

  it('neither drafts a contract of that client nor plays its facts again', async () => {
    const draft = await as<{ code: string; detail: string }>(
      'POST',
      '/api/v1/contracts',
      JSON.stringify(newContract()),
    );
    expect(draft).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(draft.body.detail).toContain('elsewhere');
    const amendment = { parameters: { penaltyPermille: '6' } };
    const backtest = (body: object) =>
      as('POST', '/api/v1/backtests', JSON.stringify({ ...body, amendment }));
    expect(await backtest({ contract })).toMatchObject({ status: 404, body: { code: 'unknownContract' } });
    expect(await backtest({ all: true })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const own = await as(
      'POST',
      '/api/v1/contracts',
      JSON.stringify(newContract({}, { clientId: 'elsewhere' })),
    );
    expect(own.status).toBe(201);
  });
});

describe('a party', () => {
  const asParty = (path: string, body: object) =>
    stack.post<{ code: string; detail: string }>(`/api/v1/contracts/${contract}${path}`, body, {
      role: 'party',
    });

  it('sees its own contracts in the lists', async () => {
    const { body } = await stack.get<{ items: { id: string }[] }>('/api/v1/contracts', 'party');
    expect(body.items.map(({ id }) => id)).toEqual([contract]);
  });

  it('asks for help, and has no say in when it was or in what the provider does', async () => {
    const made = await asParty('/requests', { urgency: 'low', impact: 'low', name: 'P-1' });
    expect(made.status).toBe(201);
    const at = '2026-01-05T09:00:00+08:00';
    for (const body of [{ at }, { receivedAt: at }, { lateReason: 'because' }]) {
      const refused = await asParty('/requests', { urgency: 'low', impact: 'low', ...body });
      expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(refused.body.detail).toContain(Object.keys(body)[0]);
    }
    expect(await asParty('/requests/P-1/actions', { type: 'respond' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden', detail: expect.stringContaining('close, reopen, rate') as string },
    });
  });

  it('speaks for the client alone', async () => {
    const refused = await asParty('/termination/notice', { party: 'provider' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const objected = await asParty('/renewals/objection', { party: 'provider', reason: 'no' });
    expect(objected).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

it('takes the key from either header, and no other key', async () => {
  const withHeader = (headers: Record<string, string>) =>
    stack.call('GET', '/api/v1/whoami', { role: null, headers });
  expect(await withHeader({ 'x-api-key': 'key-of-the-desk-0123456789' })).toMatchObject({
    status: 200,
    body: { name: 'test-desk', role: 'desk', clients: null },
  });
  expect(await withHeader({ authorization: 'bearer key-of-the-desk-0123456789' })).toMatchObject({
    status: 200,
  });
  for (const key of ['key-of-the-desk-012345678', '', 'key-of-the-desk-01234567890']) {
    const refused = await withHeader({ authorization: `Bearer ${key}` });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(JSON.stringify(refused.body)).not.toContain('key-of');
  }
});

it('is open where it must be', async () => {
  for (const path of ['/health', '/problems', '/api/docs', '/api/docs/openapi.json']) {
    expect((await stack.call('GET', path, { role: null })).status).toBe(200);
  }
});
