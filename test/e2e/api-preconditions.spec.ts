import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { activeContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** `ETag` and `If-Match`, over HTTP against the real product. */
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
  expect(tag).toMatch(/^"\d+"$/);
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

it.each(['12', 'W/"12"', '"x"', '"1", "2"'])('refuses %s as no ETag of these', async (tag) => {
  const answer = await change(`${contract}/payments`, { amount: '1.00' }, tag);
  expect([answer.status, answer.body.code, answer.body.errors?.[0]?.path]).toEqual([
    422,
    'invalidRequest',
    'If-Match',
  ]);
});
