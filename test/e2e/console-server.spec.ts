import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDemoAccounts, demoAccounts } from '../../apps/cli/src/start/demo-accounts.js';
import { activeContract } from '../support/api-contracts.js';
import { keyElsewhere, keyOf, TestStack } from '../support/stack.js';

/** What the console stands on, over HTTP, on the running product: its files, the doors of the demonstration, changes as they happen. */
let stack: TestStack;
let contract: string;
let folder: string;
const environment = { ...process.env };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pacta-console-'));
  process.env['PACTA_COOKIE_SECURE'] = 'no';
  stack = await TestStack.start();
  contract = await activeContract(stack);
});

afterAll(async () => {
  await stack.stop();
  process.env = environment;
  await rm(folder, { recursive: true, force: true });
});

describe('the files of the console', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${stack.url}${path}`, { headers, redirect: 'manual' });

  it('are behind the address that is printed', async () => {
    const { status, headers } = await get('/');
    expect([status, headers.get('location')]).toEqual([302, '/console/']);
  });

  it.each([
    '/console/',
    '/console/contracts/C-2026-0001',
    '/console/templates/it-support-2025/1.0.0',
    '/console/sign-in?to=%2F',
  ])('start at %s with a page that takes nothing from elsewhere', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'",
    );
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<div id="root">');
  });

  it('are kept by browsers, and come compressed', async () => {
    const page = await (await get('/console/')).text();
    const script = /src="(\/console\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
    const response = await get(script, { 'accept-encoding': 'br' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/console/assets/none.js', '/console/..%2f..%2fpackage.json', '/console/.built-from.js'])(
    'do not have %s',
    async (path) => {
      const { status, headers } = await get(path);
      expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    },
  );
});

describe('the doors of the demonstration', () => {
  const doors = () => stack.call<{ roles: string[] }>('GET', '/api/v1/sessions/demo', { role: null });
  const enter = (headers: Record<string, string> = {}) =>
    stack.call<{ role: string; code?: string }>('POST', '/api/v1/sessions/demo', {
      role: null,
      text: JSON.stringify({ role: 'desk' }),
      headers,
    });

  it('are not there elsewhere', async () => {
    expect((await doors()).body).toEqual({ roles: [] });
    expect(await enter()).toMatchObject({ status: 404, body: { code: 'notFound' } });
  });

  describe('in the demonstration', () => {
    beforeAll(async () => {
      Object.assign(process.env, { PACTA_DEMO: '1', PACTA_DATA: folder });
      await addDemoAccounts(stack.database.url, await demoAccounts(folder));
    });

    it('lead in as a role, with the session that its account has', async () => {
      expect((await doors()).body.roles).toContain('auditor');
      const { status, body, headers } = await enter();
      expect([status, body.role]).toEqual([201, 'desk']);
      const [cookie = ''] = headers.getSetCookie();
      const session = await stack.call('GET', '/api/v1/sessions/current', {
        role: null,
        headers: { cookie: cookie.split(';')[0] ?? '' },
      });
      expect(session).toMatchObject({ status: 200, body: { role: 'desk', clients: null } });
    });

    it('are closed to pages of other sites', async () => {
      expect(await enter({ 'sec-fetch-site': 'cross-site' })).toMatchObject({
        status: 403,
        body: { code: 'crossOrigin' },
      });
    });

    it('are closed to a name that was made to lead here', async () => {
      const answer = await new Promise<string>((resolve, reject) => {
        const call = httpRequest(
          `${stack.url}/api/v1/sessions/demo`,
          { headers: { host: 'evil.example' } },
          (response) => {
            response.setEncoding('utf8').on('data', resolve);
          },
        );
        call.on('error', reject).end();
      });
      expect(JSON.parse(answer)).toEqual({ roles: [] });
    });
  });
});

describe('the stream of changes', () => {
  /** Listens for a while, and has what came so far. */
  function listen(key: string, seconds: number): { text: string; done: Promise<void> } {
    const heard = { text: '', done: Promise.resolve() };
    heard.done = (async () => {
      const response = await fetch(`${stack.url}/api/v1/changes?forSeconds=${seconds}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      for await (const part of response.body ?? []) heard.text += Buffer.from(part).toString('utf8');
    })();
    return heard;
  }

  it('tells whoever reaches it that a contract has changed, and ends by itself', async () => {
    const [ours, others] = [listen(keyOf('desk'), 6), listen(keyElsewhere('desk'), 6)];
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await stack.post(`/api/v1/contracts/${contract}/requests`, {
      urgency: 'low',
      impact: 'low',
      name: 'R-live',
    });
    await Promise.all([ours.done, others.done]);
    expect(ours.text).toContain('event: change');
    expect(ours.text).toMatch(new RegExp(`"contract":"${contract}","sequence":\\d+`));
    expect(others.text).not.toContain('change');
  });

  it('is not for long', async () => {
    const { status } = await stack.get('/api/v1/changes?forSeconds=601');
    expect(status).toBe(422);
  });
});
