import { activeContract } from '../support/api-contracts.js';
import { type CallOptions, TestStack } from '../support/stack.js';

/** People who sign in: accounts, sessions and their limits, over HTTP, on a real PostgreSQL and Temporal. */
interface Account {
  id: string;
  login: string;
  role: string;
  oneTimePassword: string;
  oneTimeUntil: string | null;
  disabledAt: string | null;
}

interface Answer {
  code?: string;
  detail?: string;
}

const PASSWORD = 'a long walk by the river';
const COOKIE = '__Host-pacta_session';

let stack: TestStack;
let contract: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = await activeContract(stack);
});

afterAll(() => stack.stop());

const make = (body: object) => stack.post<Account & Answer>('/api/v1/accounts', body);

const as = <Body>(cookie: string, method: string, path: string, options: CallOptions = {}) =>
  stack.call<Body & Answer>(method, path, {
    role: null,
    ...options,
    headers: { cookie: `other=1; ${COOKIE}=${cookie}`, ...options.headers },
  });

const tryIn = (login: string, password: string, headers: Record<string, string> = {}) =>
  stack.call<Answer & { id: string; mustChangePassword: boolean }>('POST', '/api/v1/sessions', {
    role: null,
    text: JSON.stringify({ login, password }),
    headers,
  });

/** Signs in, and gives the cookie. */
async function enter(login: string, password: string): Promise<string> {
  const { status, headers } = await tryIn(login, password);
  expect(status).toBe(201);
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  return /^__Host-pacta_session=([\w-]{43});/.exec(cookie)?.[1] ?? '';
}

const choose = (cookie: string, currentPassword: string, newPassword: string) =>
  as(cookie, 'PUT', '/api/v1/sessions/current/password', {
    text: JSON.stringify({ currentPassword, newPassword }),
  });

/** An account whose owner has chosen a password. */
async function settled(login: string, role: string, members: object = {}): Promise<Account> {
  const { body } = await make({ login, name: `Of ${login}`, role, ...members });
  const cookie = await enter(login, body.oneTimePassword);
  expect((await choose(cookie, body.oneTimePassword, PASSWORD)).status).toBe(200);
  return body;
}

const statusOf = async (cookie: string) => (await as(cookie, 'GET', '/api/v1/whoami')).status;

describe('an account', () => {
  it('is entered with a password that somebody gave, and opens nothing until its owner has chosen one', async () => {
    const { status, body } = await make({ login: 'chen', name: 'Chen Wei', role: 'desk' });
    expect(status).toBe(201);
    const cookie = await enter('CHEN', body.oneTimePassword);
    expect(await as(cookie, 'GET', '/api/v1/contracts')).toMatchObject({
      status: 403,
      body: { code: 'passwordChangeNeeded' },
    });
    expect((await as(cookie, 'GET', '/api/v1/sessions/current')).body).toMatchObject({
      login: 'chen',
      mustChangePassword: true,
    });
    expect((await choose(cookie, body.oneTimePassword, PASSWORD)).status).toBe(200);
    const who = await as(cookie, 'GET', '/api/v1/whoami');
    expect(who.body).toMatchObject({ name: 'account:chen', role: 'desk', clients: null });
    expect(await tryIn('chen', body.oneTimePassword)).toMatchObject({ status: 401 });
  });

  it('does what its role does, and stands in the ledger by its login', async () => {
    await settled('desk.lin', 'desk');
    const cookie = await enter('desk.lin', PASSWORD);
    const text = JSON.stringify({ urgency: 'high', impact: 'high', name: 'R-LIN' });
    const made = await as(cookie, 'POST', `/api/v1/contracts/${contract}/requests`, { text });
    expect(made.status).toBe(201);
    expect((await as(cookie, 'POST', `/api/v1/contracts/${contract}/payments`, { text: '{}' })).status).toBe(
      403,
    );
    const { body } = await stack.get<{ items: { actor: string }[] }>(
      `/api/v1/contracts/${contract}/ledger?limit=200`,
    );
    expect(body.items.map(({ actor }) => actor)).toContain('account:desk.lin');
  });

  it('is limited to its clients', async () => {
    await settled('portal', 'party', { clients: ['elsewhere'] });
    const cookie = await enter('portal', PASSWORD);
    expect(await as(cookie, 'GET', `/api/v1/contracts/${contract}`)).toMatchObject({
      status: 404,
      body: { code: 'unknownContract' },
    });
  });

  it('gets another role at once, is disabled with its sessions, and is opened again', async () => {
    const { id } = await settled('moving', 'desk');
    const cookie = await enter('moving', PASSWORD);
    const change = { name: 'Moved', role: 'billing' };
    const put = await stack.call('PUT', `/api/v1/accounts/${id}`, { text: JSON.stringify(change) });
    expect(put).toMatchObject({ status: 200, body: { name: 'Moved', role: 'billing' } });
    expect((await as(cookie, 'GET', '/api/v1/whoami')).body).toMatchObject({ role: 'billing' });
    const disabled = await stack.post<Account>(`/api/v1/accounts/${id}/disabling`, {});
    expect(disabled.body).toMatchObject({ disabledBy: 'test-administrator' });
    expect(await statusOf(cookie)).toBe(401);
    expect((await tryIn('moving', PASSWORD)).status).toBe(401);
    const listed = await stack.get<{ items: Account[] }>('/api/v1/accounts?disabled=true&role=billing');
    expect(listed.body.items.map(({ login }) => login)).toEqual(['moving']);
    await stack.post(`/api/v1/accounts/${id}/enabling`, {});
    expect(await statusOf(cookie)).toBe(401);
    await enter('moving', PASSWORD);
  });

  it('gets a new password from an administrator, which ends its sessions', async () => {
    const { id } = await settled('forgetful', 'desk');
    const cookie = await enter('forgetful', PASSWORD);
    const { body } = await stack.post<Account>(`/api/v1/accounts/${id}/password-reset`, {});
    expect(await statusOf(cookie)).toBe(401);
    expect((await tryIn('forgetful', PASSWORD)).status).toBe(401);
    await enter('forgetful', body.oneTimePassword);
  });

  it.each([
    ['an auditor without an end', { login: 'a1', name: 'a', role: 'auditor' }, 422, 'expiresAt'],
    ['a party without clients', { login: 'a1', name: 'a', role: 'party' }, 422, 'clients'],
    ['a login that is an address', { login: 'a@b.example', name: 'a', role: 'desk' }, 422, 'login'],
    ['a login in capitals', { login: 'Chen', name: 'a', role: 'desk' }, 422, 'login'],
    ['a login that is taken', { login: 'chen', name: 'a', role: 'desk' }, 409, 'login'],
  ])('refuses %s, naming the member', async (_name, body, status, member) => {
    const refused = await make(body);
    expect(refused.status).toBe(status);
    expect(refused.body.detail).toContain(member);
  });
});

describe('a session', () => {
  it('ends when its owner leaves', async () => {
    await settled('leaving', 'desk');
    const cookie = await enter('leaving', PASSWORD);
    const left = await as(cookie, 'DELETE', '/api/v1/sessions/current');
    expect(left.status).toBe(200);
    expect(left.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect(await as(cookie, 'GET', '/api/v1/whoami')).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
  });

  it('ends where the password is changed in another', async () => {
    await settled('twice', 'desk');
    const [here, elsewhere] = [await enter('twice', PASSWORD), await enter('twice', PASSWORD)];
    expect(await choose(here, 'not the password', 'another long password')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'currentPassword' }] },
    });
    for (const poor of ['short', 'aaaaaaaaaaaa', PASSWORD])
      expect((await choose(here, PASSWORD, poor)).body).toMatchObject({ errors: [{ path: 'newPassword' }] });
    expect((await choose(here, PASSWORD, 'another long password')).status).toBe(200);
    expect([await statusOf(here), await statusOf(elsewhere)]).toEqual([200, 401]);
  });

  it('ends without use after an hour, and after twelve in any case', async () => {
    await settled('idle', 'desk');
    const em = stack.database.orm.em.fork();
    for (const past of [
      "seen_at = now() - interval '61 minutes'",
      "expires_at = now() - interval '1 minute'",
    ]) {
      const cookie = await enter('idle', PASSWORD);
      expect(await statusOf(cookie)).toBe(200);
      await em.execute(
        `update session set ${past} where account_id = (select id from account where login = 'idle')`,
      );
      expect(await statusOf(cookie)).toBe(401);
    }
    const day = await em.execute<{ hours: number }[]>(
      'select distinct extract(epoch from expires_at - created_at)::int / 3600 as hours from session where expires_at > now()',
    );
    expect(day).toEqual([{ hours: 12 }]);
  });

  it('changes nothing for a page of another site, nor lets one sign in', async () => {
    await settled('target', 'desk');
    const cookie = await enter('target', PASSWORD);
    const crossSite = { 'sec-fetch-site': 'cross-site' };
    const text = JSON.stringify({ urgency: 'high', impact: 'high', name: 'R-FORGED' });
    const path = `/api/v1/contracts/${contract}/requests`;
    for (const headers of [crossSite, { origin: 'https://evil.example' }])
      expect(await as(cookie, 'POST', path, { text, headers })).toMatchObject({
        status: 403,
        body: { code: 'crossOrigin' },
      });
    expect((await stack.get(`${path}/R-FORGED`)).status).toBe(404);
    expect((await as(cookie, 'DELETE', '/api/v1/sessions/current', { headers: crossSite })).status).toBe(403);
    expect(await statusOf(cookie)).toBe(200);
    expect(await tryIn('target', PASSWORD, crossSite)).toMatchObject({ status: 403 });
    const ours = { 'sec-fetch-site': 'same-origin', origin: stack.url };
    expect((await as(cookie, 'POST', path, { text, headers: ours })).status).toBe(201);
  });

  it('is on record with its beginning and its end, and keys have none', async () => {
    await settled('recorded', 'desk');
    await as(await enter('recorded', PASSWORD), 'DELETE', '/api/v1/sessions/current');
    const log = await stack.get<{ items: { route: string }[] }>('/api/v1/access-log?caller=account:recorded');
    expect(log.body.items.map(({ route }) => route)).toEqual([
      'DELETE /api/v1/sessions/current',
      'POST /api/v1/sessions',
      'PUT /api/v1/sessions/current/password',
      'POST /api/v1/sessions',
    ]);
    expect(await stack.get('/api/v1/sessions/current')).toMatchObject({
      status: 404,
      body: { code: 'noSession' },
    });
  });
});

describe('guessing', () => {
  const waiting = `select failures, extract(epoch from blocked_until - tried_at)::int as wait from sign_in_throttle
                   where blocked_until > tried_at`;

  it('is answered alike for an unknown login and a wrong password', async () => {
    await settled('known', 'desk');
    const [unknown, wrong] = [
      await tryIn('nobody', 'not the password'),
      await tryIn('known', 'not the password'),
    ];
    expect(unknown.status).toBe(401);
    expect({ ...unknown, headers: null }).toEqual({ ...wrong, headers: null });
  });

  it('waits twice as long each time from the fifth, all processes together, though many try at once', async () => {
    await settled('guessed', 'desk');
    const em = stack.database.orm.em.fork();
    await em.execute('delete from sign_in_throttle');
    const guesses = Array.from({ length: 12 }, (_, index) => tryIn('guessed', `guess number ${index}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    // What was let through was counted, each one, before its password was looked at.
    const [counted] = await em.execute<{ failures: number; wait: number }[]>(waiting);
    expect(counted?.failures).toBe(statuses.filter((status) => status === 401).length);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    await em.execute(`update sign_in_throttle set blocked_until = tried_at + interval '1 hour'`);
    // Another process knows as much, and nothing helps before the time has come.
    await stack.restartApi();
    const blocked = await tryIn('guessed', PASSWORD);
    expect(blocked).toMatchObject({ status: 429, body: { code: 'tooManyRequests' } });
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(3000);
    await em.execute('delete from sign_in_throttle');
    const waits: number[] = [];
    for (let failures = 1; failures <= 16; failures += 1) {
      expect((await tryIn('guessed', 'one guess more')).status).toBe(401);
      const [row] = await em.execute<{ wait: number }[]>(waiting);
      waits.push(row?.wait ?? 0);
      // The wait is over.
      await em.execute('update sign_in_throttle set blocked_until = tried_at');
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    await enter('guessed', PASSWORD);
    // Its owner has come: the next failure is free again.
    expect((await tryIn('guessed', 'not the password')).status).toBe(401);
    expect((await tryIn('guessed', PASSWORD)).status).toBe(201);
  });

  it('from one address is limited over all logins', async () => {
    await stack.database.orm.em.fork().execute('delete from sign_in_throttle');
    const statuses: number[] = [];
    for (let index = 0; index < 31; index += 1)
      statuses.push((await tryIn(`login-${index}`, 'not the password')).status);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
    expect(statuses[30]).toBe(429);
    await stack.database.orm.em.fork().execute('delete from sign_in_throttle');
  });
});

it('keeps hashes, never a password or a cookie', async () => {
  const { body } = await make({ login: 'kept', name: 'Kept', role: 'desk' });
  const cookie = await enter('kept', body.oneTimePassword);
  await choose(cookie, body.oneTimePassword, PASSWORD);
  const em = stack.database.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const rows = await Promise.all(tables.map(({ name }) => em.execute(`select * from "${name}"`)));
  const dump = JSON.stringify(rows);
  expect(dump).toContain('"kept"');
  for (const secret of [body.oneTimePassword, cookie, PASSWORD]) expect(dump).not.toContain(secret);
});
