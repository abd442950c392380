import { type Fault } from '#domain/fault';
import { POLICY } from '../../apps/api/src/access/policy.js';
import { activeContract, newContract, rehearsalContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly Fault[];
}

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
  readonly components: { readonly schemas: object };
}

/** Everything a caller can get wrong, over HTTP against the real product. */
let stack: TestStack;
let contract: string;
let address: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = await activeContract(stack);
  address = `/api/v1/contracts/${contract}`;
});

afterAll(() => stack.stop());

const severe = { urgency: 'high', impact: 'high' };

async function problemOf(path: string, body: unknown): Promise<ProblemBody> {
  return (await stack.post<ProblemBody>(path, body)).body;
}

describe('a body', () => {
  it.each([
    ['that is not JSON', '{"urgency": high}', 'application/json', 400, 'malformedJson'],
    ['that is no object', '[1]', 'application/json', 422, 'invalidRequest'],
    ['of another type', 'urgency=high', 'application/x-www-form-urlencoded', 415, 'wrongContentType'],
    ['of plain text', '{}', 'text/plain', 415, 'wrongContentType'],
    ['that is too large', `{"reason": "${'x'.repeat(1_100_000)}"}`, 'application/json', 413, 'bodyTooLarge'],
    ['with half a character', '{"urgency": "\\ud800"}', 'application/json', 422, 'invalidRequest'],
    ['with NUL', '{"urgency": "a\\u0000b"}', 'application/json', 422, 'invalidRequest'],
    [
      'that meddles with prototypes',
      '{"__proto__": {"urgency": "high"}}',
      'application/json',
      422,
      'invalidRequest',
    ],
    [
      'without a bottom',
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      'application/json',
      422,
      'invalidRequest',
    ],
  ])('%s is refused', async (_name, text, type, status, code) => {
    const answer = await stack.call<ProblemBody>('POST', `${address}/requests`, {
      text,
      headers: { 'content-type': type },
    });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer).toMatchObject({ status, body: { status, code, type: `/problems/${code}` } });
  });

  it('may be left out where nothing needs to be said', async () => {
    const answer = await stack.call<ProblemBody>('POST', `${address}/send`, {});
    expect(answer.body.code).toBe('wrongState');
    expect((await stack.call<ProblemBody>('POST', `${address}/send`, { text: '' })).body.code).toBe(
      'wrongState',
    );
  });
});

describe('members', () => {
  it('unknown ones come with the nearest name, and all faults at once', async () => {
    const { errors } = await problemOf(`${address}/requests`, { urgency: 'hihg', impct: 'high' });
    expect(errors?.map(({ path }) => path)).toEqual(['urgency', 'impact', 'impct']);
    expect(errors?.[2]?.problem).toContain('did you mean "impact"?');
    expect(errors?.[0]?.allowed).toBe('allowed are high, medium, low');
  });

  it('all faults of a new contract are said at once, those of its parameters included', async () => {
    const body = newContract(
      { monthlyFe: '1.00', termMonths: 0, zone: 'Mars', penaltyPermille: 5 },
      { clientid: 'x', clock: 'sun' },
    );
    const { errors, code } = await problemOf('/api/v1/contracts', body);
    expect(code).toBe('invalidRequest');
    expect(errors?.map(({ path }) => path).sort()).toEqual(
      [
        'clientid',
        'clock',
        'parameters.monthlyFe',
        'parameters.penaltyPermille',
        'parameters.termMonths',
        'parameters.zone',
      ].sort(),
    );
    expect(errors?.find(({ path }) => path === 'parameters.monthlyFe')?.problem).toContain(
      'did you mean "monthlyFee"?',
    );
  });

  it.each([
    ['template', { template: 'it-suport-2025' }, 'did you mean \\"it-support-2025\\"?'],
    ['parties.client.email', { parties: { client: {}, provider: {} } }, 'is missing'],
    ['id', { id: 'c 1' }, 'allowed is C-'],
    ['clientId', { clientId: 'someone@client.example' }, 'letters, digits'],
  ])('%s is checked', async (path, members, words) => {
    const { errors } = await problemOf('/api/v1/contracts', newContract({}, members));
    expect(JSON.stringify(errors?.filter((fault) => fault.path === path))).toContain(words);
  });

  it.each([
    ['an unknown action, with the nearest', { type: 'respnd' }, 'type', 'did you mean "respond"?'],
    ['an action without a type', {}, 'type', 'is missing'],
    ['a pause without a reason', { type: 'pause' }, 'reason', 'is missing'],
    ['a score that is none', { type: 'rate', score: 6 }, 'score', 'is 6'],
    [
      'an instant without an offset',
      { type: 'respond', at: '2026-01-06T09:00:00' },
      'at',
      'is "2026-01-06T09:00:00"',
    ],
    [
      'a day that is none',
      { type: 'respond', at: '2026-02-30T09:00:00Z' },
      'at',
      'is "2026-02-30T09:00:00Z"',
    ],
  ])('%s', async (_name, body, path, problem) => {
    await stack.post(`${address}/requests`, { ...severe, name: 'ACTED' });
    const { errors, code } = await problemOf(`${address}/requests/ACTED/actions`, body);
    expect(code).toBe('invalidRequest');
    expect(errors).toEqual([expect.objectContaining({ path, problem: expect.stringContaining(problem) })]);
  });

  it.each(['0.00', '-1.00', '1.5', '1e3', '20,000.00', '99999999999999999.00'])(
    '%s is no amount',
    async (amount) => {
      expect((await problemOf(`${address}/payments`, { amount })).errors?.[0]?.path).toBe('amount');
    },
  );

  it('queries and cursors are checked as well', async () => {
    const bad = await stack.get<ProblemBody>('/api/v1/contracts?limit=0&statsu=active');
    expect(bad.body.errors?.map(({ path }) => path)).toEqual(['limit', 'statsu']);
    const cursor = await stack.get<ProblemBody>('/api/v1/contracts?cursor=abc');
    expect(cursor.body.errors?.[0]?.path).toBe('cursor');
  });
});

describe('what the contract refuses', () => {
  it.each([
    ['requests', { ...severe, at: '2099-01-01T00:00:00Z' }, 422, 'atInFuture'],
    ['requests', { ...severe, at: '2001-01-01T00:00:00Z' }, 422, 'beforeTerm'],
    ['requests/NONE/actions', { type: 'respond' }, 404, 'unknownRequest'],
    ['waivers', { request: 'NONE', target: 'response', reason: 'x' }, 404, 'unknownRequest'],
    ['termination', { kind: 'exercise' }, 409, 'noRight'],
    ['termination', { kind: 'agree', effectiveAt: '2001-01-01T00:00:00Z' }, 422, 'invalidValue'],
    ['reports/2001-01/submission', {}, 404, 'unknownPeriod'],
    ['clock', { until: '2099-01-01T00:00:00Z' }, 409, 'clockIsReal'],
    ['payouts', { amount: '1.00' }, 409, 'wrongState'],
  ])('%s %j', async (route, body, status, code) => {
    expect(await problemOf(`${address}/${route}`, body)).toMatchObject({ status, code });
  });

  it('a fact before a deadline that has fired needs a reason, and then corrects', async () => {
    const rehearsal = `/api/v1/contracts/${await rehearsalContract(stack)}`;
    await stack.post(`${rehearsal}/requests`, { ...severe, name: 'LATE', at: '2025-01-06T09:00:00+08:00' });
    await stack.post(`${rehearsal}/clock`, { until: '2025-01-06T10:00:00+08:00' });
    const fact = { type: 'respond', at: '2025-01-06T09:10:00+08:00' };
    expect(await problemOf(`${rehearsal}/requests/LATE/actions`, fact)).toMatchObject({
      status: 409,
      code: 'lateFact',
    });
    const told = await stack.post(`${rehearsal}/requests/LATE/actions`, {
      ...fact,
      lateReason: 'the log of the hotline',
    });
    expect(told).toMatchObject({
      status: 200,
      body: {
        targets: expect.arrayContaining([expect.objectContaining({ kind: 'response', outcome: 'met' })]),
      },
    });
  });

  it('a name that is taken', async () => {
    const named = { ...severe, name: 'TWICE' };
    expect((await stack.post(`${address}/requests`, named)).status).toBe(201);
    expect(await problemOf(`${address}/requests`, named)).toMatchObject({
      status: 409,
      code: 'duplicateRequest',
    });
  });
});

describe('addresses', () => {
  it.each([
    ['/api/v1/contracts/C-1999-0001', 'unknownContract', 404],
    ['/api/v1/contracts/%00', 'notFound', 404],
    ['/api/v1/contracts/%zz', 'badRequest', 400],
    ['/api/v1/contrcts', 'notFound', 404],
    ['/api/v1/templates/none', 'unknownTemplate', 404],
    [`/api/v1/commands/${'0'.repeat(40)}`, 'unknownCommand', 404],
  ])('%s', async (path, code, status) => {
    const answer = await stack.get<ProblemBody>(path);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('of entries that are none', async () => {
    expect(await stack.get(`${address}/decisions/1`)).toMatchObject({
      status: 404,
      body: { code: 'unknownDecision' },
    });
    expect(await stack.get(`${address}/decisions/9999`)).toMatchObject({
      status: 404,
      body: { code: 'unknownEntry' },
    });
    expect(await stack.get(`${address}/invoices/2001-01`)).toMatchObject({
      status: 404,
      body: { code: 'unknownPeriod' },
    });
  });

  it('of problems are pages that explain them', async () => {
    const page = await stack.call<string>('GET', '/problems/lateFact', { role: null });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.body).toContain('<h1>The fact comes too late</h1>');
  });

  it('of the API are all in its OpenAPI document, which is whole', async () => {
    const { body } = await stack.call<OpenApi>('GET', '/api/docs/openapi.json', { role: null });
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const open = /^(GET \/($|console|problems|api\/docs)|(GET|POST) \/sign\/)/;
    expect(described.sort()).toEqual(
      Object.keys(POLICY)
        .filter((route) => !open.test(route))
        .sort(),
    );
    const refs = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(refs.length).toBeGreaterThan(10);
    expect(refs.filter((name) => !((name ?? '') in body.components.schemas))).toEqual([]);
    // What takes its time is answered with an operation to follow, and with nothing else.
    const { '/api/v1/operations/contract-starts': bulk, ...others } = body.paths;
    expect(Object.keys(bulk?.['post']?.responses ?? {})).toContain('202');
    const operations = Object.values(others).flatMap((methods) => Object.values(methods));
    for (const { responses } of operations)
      expect(Object.keys(responses).some((status) => /^20[01]$/.test(status))).toBe(true);
  });

  it('of the documentation are open', async () => {
    expect((await stack.call<string>('GET', '/api/docs', { role: null })).body).toContain(
      'swagger-ui-bundle.js',
    );
    expect((await stack.call('GET', '/api/docs/assets/swagger-ui.css', { role: null })).status).toBe(200);
    expect((await stack.call('GET', '/api/docs/assets/..%2fpackage.json', { role: null })).status).toBe(404);
  });
});
