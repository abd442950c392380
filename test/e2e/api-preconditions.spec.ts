import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { activeContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** `ETag`, `If-Match` and `If-None-Match`, over HTTP against the real product. */
let stack: TestStack;
let contract: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = `/api/v1/contracts/${await activeContract(stack)}`;
});

afterAll(() => stack.stop());

interface Problem {
  readonly code?: string;
  readonly errors?: readonly { readonly path: string }[];
}

const tagOf = async (path: string) => (await stack.get(path)).headers.get('etag') ?? '';
const change = <Body = Problem>(path: string, body: unknown, tag: string) =>
  stack.call<Body>('POST', path, { text: JSON.stringify(body), headers: { 'if-match': tag } });

async function newRequest(): Promise<string> {
  const { body } = await stack.post<RequestDetail>(`${contract}/requests`, {
    urgency: 'high',
    impact: 'high',
  });
  return `${contract}/requests/${body.request}`;
}

it('carries a change out at the version that was looked at, and refuses it at any other', async () => {
  const request = await newRequest();
  const tag = await tagOf(request);
  expect(tag).toMatch(/^"\d+\.[\w-]{22}"$/);
  expect((await change(`${request}/actions`, { type: 'respond' }, tag)).status).toBe(200);
  const stale = await change(`${request}/actions`, { type: 'resolve' }, tag);
  expect([stale.status, stale.body.code, stale.body.errors?.[0]?.path]).toEqual([
    412,
    'preconditionFailed',
    'If-Match',
  ]);
  const after = await stack.get<RequestDetail>(request);
  expect(after.body.status).toBe('open');
  expect(
    (await change(`${request}/actions`, { type: 'resolve' }, after.headers.get('etag') ?? '')).status,
  ).toBe(200);
});

it('lets one of many through that looked at the same version', async () => {
  const request = await newRequest();
  const tag = await tagOf(request);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => change(`${request}/actions`, { type: 'respond' }, tag)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
});

it('compares a change of the contract with the contract', async () => {
  const tag = await tagOf(contract);
  const payment = { amount: '1.00', reference: 'a' };
  expect((await change(`${contract}/payments`, payment, '"0"')).body.code).toBe('preconditionFailed');
  expect((await change(`${contract}/payments`, payment, tag)).status).toBeLessThan(300);
  expect((await change(`${contract}/payments`, payment, tag)).body.code).toBe('preconditionFailed');
  expect((await change(`${contract}/payments`, payment, '*')).status).toBeLessThan(300);
});

it('takes the version alone as well', async () => {
  const request = await newRequest();
  const [, version] = /^"(\d+)\./.exec(await tagOf(request)) ?? [];
  expect((await change(`${request}/actions`, { type: 'respond' }, `"${version}"`)).status).toBe(200);
});

it.each(['12', 'W/"12"', '"x"', '"1", "2"', '"1.short"'])('refuses %s as no ETag of these', async (tag) => {
  const answer = await change(`${contract}/payments`, { amount: '1.00' }, tag);
  expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([
    422,
    'invalidRequest',
    'If-Match',
  ]);
});

/** What has a version of its own beside contracts and requests: made, then changed twice by what was read once. */
const VERSIONED: Readonly<Record<string, () => Promise<{ address: string; change: Change }>>> = {
  account: async () => {
    const made = await stack.post<{ id: string }>('/api/v1/accounts', {
      login: 'versions',
      name: 'Versions',
      role: 'desk',
    });
    return { address: `/api/v1/accounts/${made.body.id}`, change: ['POST', '/disabling', {}] };
  },
  key: async () => {
    const made = await stack.post<{ id: string }>('/api/v1/keys', { name: 'versions', role: 'desk' });
    return { address: `/api/v1/keys/${made.body.id}`, change: ['POST', '/rotation', { overlapMinutes: 5 }] };
  },
  webhook: async () => {
    const wish = { url: 'https://hooks.example.com/pacta', description: 'versions' };
    const made = await stack.post<{ id: string }>('/api/v1/webhooks', wish);
    return { address: `/api/v1/webhooks/${made.body.id}`, change: ['DELETE', '', {}] };
  },
  amendment: async () => {
    const wish = { effectiveDate: await farDay(), parameters: { penaltyPermille: '6' }, reason: 'higher' };
    const made = await stack.post<{ id: string }>(`${contract}/amendments`, wish);
    return {
      address: `${contract}/amendments/${made.body.id}`,
      change: ['PUT', '', { ...wish, reason: 'higher still' }],
    };
  },
};

type Change = readonly [method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown];

/** The first day of the contract's second month to come. */
async function farDay(): Promise<string> {
  const { body } = await stack.get<{ items: { from: string; status: string }[] }>(`${contract}/months`);
  const ahead = body.items.filter(({ status }) => status === 'ahead')[1];
  return dateIn(ahead?.from as Instant, 'Asia/Shanghai');
}

it.each(Object.entries(VERSIONED))('changes %s only at the version that was looked at', async (_, make) => {
  const { address, change: asked } = await make();
  const [method, path, body] = asked;
  const tag = await tagOf(address);
  expect(tag).toMatch(/^"\d+\.[\w-]{22}"$/);
  const send = (ifMatch: string) =>
    stack.call<Problem>(method, `${address}${path}`, {
      text: JSON.stringify(body),
      headers: { 'if-match': ifMatch },
    });
  expect((await send(tag)).status).toBe(200);
  const stale = await send(tag);
  expect([stale.status, stale.body.code]).toEqual([412, 'preconditionFailed']);
  expect(await tagOf(address)).not.toBe(tag);
});

it('sends nothing twice: 304 for what the caller has, another tag once it has changed', async () => {
  const request = await newRequest();
  for (const address of [request, contract, `${contract}/requests`, '/api/v1/templates', '/api/v1/whoami']) {
    const tag = await tagOf(address);
    const again = await stack.call('GET', address, { headers: { 'if-none-match': `"other", ${tag}` } });
    expect([address, again.status, again.headers.get('etag'), again.body]).toEqual([address, 304, tag, '']);
  }
  const tag = await tagOf(request);
  await change(`${request}/actions`, { type: 'respond' }, tag);
  const after = await stack.call('GET', request, { headers: { 'if-none-match': tag } });
  expect(after.status).toBe(200);
  expect(after.headers.get('etag')).not.toBe(tag);
});

it('never calls a refusal unchanged', async () => {
  const answer = await stack.call('GET', `${contract}/requests/none`, { headers: { 'if-none-match': '*' } });
  expect([answer.status, answer.headers.get('etag')]).toEqual([404, null]);
});
