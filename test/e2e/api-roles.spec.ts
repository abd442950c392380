import { ROLES, ROUTE_ROLES, type Role } from '../../apps/api/src/access/roles.js';
import { activeContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** Who may do what, over HTTP: each route of the table with each key. */
let stack: TestStack;
let contract: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = await activeContract(stack);
  await stack.post(`/api/v1/contracts/${contract}/requests`, { urgency: 'high', impact: 'high', name: 'R' });
});

afterAll(() => stack.stop());

const guarded = Object.entries(ROUTE_ROLES).filter(([, roles]) => roles !== 'open');
const calls = guarded.flatMap(([route]) => ROLES.map((role) => [role, route] as const));

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
  };
  return { method, path: pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? name) };
}

function call(route: string, role: Role | null) {
  const { method, path } = addressOf(route);
  // A body that is wrong for every write: who may write gets as far as its faults, and nothing is changed.
  return stack.call<{ code?: string }>(method, path, {
    role,
    ...(method !== 'GET' && { text: '{"nothing": "of ours"}' }),
  });
}

it.each(calls)('%s: %s', async (role, route) => {
  const { status, body } = await call(route, role);
  const isRefused = status === 401 || status === 403 || body.code === 'forbidden';
  expect(isRefused).toBe(!(ROUTE_ROLES[route] as readonly Role[]).includes(role));
});

it.each(guarded)('nobody without a key: %s', async (route) => {
  expect(await call(route, null)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

it('takes the key from either header, and no other key', async () => {
  const withHeader = (headers: Record<string, string>) =>
    stack.call('GET', '/api/v1/whoami', { role: null, headers });
  expect(await withHeader({ 'x-api-key': 'key-of-the-desk-0123456789' })).toMatchObject({
    status: 200,
    body: { name: 'test-desk', role: 'desk' },
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
