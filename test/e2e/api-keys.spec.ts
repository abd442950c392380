import { setTimeout as delay } from 'node:timers/promises';
import { activeContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** Keys that are made over the API, on a real PostgreSQL: they live, are rotated, end, and what auditors read is logged. */
interface Key {
  id: string;
  name: string;
  secret: string;
  expiresAt: string | null;
  usedAt: string | null;
}

let stack: TestStack;
let contract: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = await activeContract(stack);
});

afterAll(() => stack.stop());

const make = (body: object) => stack.post<Key & { code?: string; detail?: string }>('/api/v1/keys', body);
const inSeconds = (seconds: number) =>
  new Date(Date.now() + seconds * 1000).toISOString().replace(/\.\d+/, '');
const withKey = <Body>(secret: string, path: string, method = 'GET', text?: string) =>
  stack.call<Body>(method, path, {
    role: null,
    headers: { authorization: `Bearer ${secret}` },
    ...(text !== undefined && { text }),
  });

it('opens what its role and its clients reach, and is shown without its secret afterwards', async () => {
  const { status, body } = await make({ name: 'mailbox', role: 'integration', clients: ['acme'] });
  expect(status).toBe(201);
  expect(body.secret).toMatch(/^pacta_[\w-]{43}$/);
  const who = await withKey(body.secret, '/api/v1/whoami');
  expect(who.body).toMatchObject({ name: 'mailbox', role: 'integration', clients: ['acme'] });
  expect((await withKey(body.secret, `/api/v1/contracts/${contract}`)).status).toBe(200);
  expect((await withKey(body.secret, '/api/v1/bank/lines')).status).toBe(403);
  const shown = await stack.get<Key>(`/api/v1/keys/${body.id}`);
  expect(shown.body.usedAt).not.toBeNull();
  expect(JSON.stringify(shown.body)).not.toContain(body.secret);
  expect(JSON.stringify((await stack.get('/api/v1/keys')).body)).not.toContain('pacta_');
});

it('keeps a hash, never the secret', async () => {
  const { body } = await make({ name: 'hashed', role: 'desk' });
  const dump = JSON.stringify([
    await stack.database.orm.em.fork().execute('select * from access_key'),
    await stack.database.orm.em.fork().execute('select * from access_secret'),
    await stack.database.orm.em.fork().execute('select * from idempotency_key'),
  ]);
  expect(dump).toContain('hashed');
  expect(dump).not.toContain(body.secret.slice('pacta_'.length));
});

it('is rotated with an overlap, or without', async () => {
  const { body: first } = await make({ name: 'rotating', role: 'desk' });
  const rotate = (overlapMinutes: number) =>
    stack.post<Key>(`/api/v1/keys/${first.id}/rotation`, { overlapMinutes });
  const { body: second } = await rotate(60);
  expect(second.secret).not.toBe(first.secret);
  for (const { secret } of [first, second])
    expect((await withKey(secret, '/api/v1/whoami')).body).toMatchObject({ name: 'rotating' });
  const { body: third } = await rotate(0);
  for (const { secret } of [first, second])
    expect((await withKey(secret, '/api/v1/whoami')).status).toBe(401);
  expect((await withKey(third.secret, '/api/v1/whoami')).status).toBe(200);
});

it('ends when it is revoked, and stays ended', async () => {
  const { body } = await make({ name: 'revoked', role: 'desk' });
  await stack.post(`/api/v1/keys/${body.id}/revocation`, {});
  expect((await withKey(body.secret, '/api/v1/whoami')).status).toBe(401);
  expect(await stack.post(`/api/v1/keys/${body.id}/rotation`, {})).toMatchObject({ status: 404 });
  const shown = await stack.get(`/api/v1/keys/${body.id}`);
  expect(shown.body).toMatchObject({
    revokedBy: 'test-administrator',
    revokedAt: expect.any(String) as string,
  });
});

it('ends by itself', async () => {
  const { body } = await make({ name: 'brief', role: 'auditor', expiresAt: inSeconds(2) });
  expect((await withKey(body.secret, '/api/v1/whoami')).status).toBe(200);
  await delay(3000);
  expect((await withKey(body.secret, '/api/v1/whoami')).status).toBe(401);
});

it.each([
  ['an auditor without an end', { name: 'a', role: 'auditor' }, 422, 'expiresAt'],
  ['a party without clients', { name: 'a', role: 'party' }, 422, 'clients'],
  [
    'an end that has passed',
    { name: 'a', role: 'desk', expiresAt: '2020-01-01T00:00:00Z' },
    422,
    'expiresAt',
  ],
  ['a role that is none', { name: 'a', role: 'root' }, 422, 'role'],
  ['a name of the settings', { name: 'test-desk', role: 'desk' }, 409, 'name'],
])('refuses %s, naming the member', async (_name, body, status, member) => {
  const refused = await make(body);
  expect(refused.status).toBe(status);
  expect(refused.body.detail).toContain(member);
});

it('gives a name once, though two ask at the same time', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => make({ name: 'contested', role: 'desk' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('duplicateKey');
});

describe('what an auditor reads', () => {
  type Log = { items: { caller: string; route: string; ids: object }[]; next: string | null };

  it('is on record, the latest first; what others read is not', async () => {
    const { body } = await make({ name: 'auditing', role: 'auditor', expiresAt: inSeconds(3600) });
    await withKey(body.secret, `/api/v1/contracts/${contract}/ledger`);
    await withKey(body.secret, `/api/v1/contracts/${contract}`);
    await withKey(body.secret, `/api/v1/contracts/${contract}/termination`, 'POST', '{}');
    await stack.get(`/api/v1/contracts/${contract}/months`);
    const { body: log } = await stack.get<Log>('/api/v1/access-log?caller=auditing');
    expect(log.items).toMatchObject([
      { route: 'GET /api/v1/contracts/:contract', ids: { contract } },
      { route: 'GET /api/v1/contracts/:contract/ledger', ids: { contract } },
    ]);
    const { body: ofContract } = await stack.get<Log>(`/api/v1/access-log?contract=${contract}&limit=1`);
    expect(ofContract.items).toHaveLength(1);
    const { body: rest } = await stack.get<Log>(
      `/api/v1/access-log?contract=${contract}&limit=1&cursor=${ofContract.next}`,
    );
    expect(rest).toMatchObject({ items: [{ route: 'GET /api/v1/contracts/:contract/ledger' }], next: null });
  });

  it('stays on record', async () => {
    const em = stack.database.orm.em.fork();
    await expect(em.execute('delete from access_log')).rejects.toThrow('stays on record');
    await expect(em.execute("update access_log set caller = 'nobody'")).rejects.toThrow('stays on record');
    await expect(em.execute('truncate access_log')).rejects.toThrow('stays on record');
  });
});
