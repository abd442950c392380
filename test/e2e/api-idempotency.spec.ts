import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { activeContract, newContract, rehearsalContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** `Idempotency-Key`, over HTTP against the real product. */
let stack: TestStack;
let requests: string;

beforeAll(async () => {
  stack = await TestStack.start();
  requests = `/api/v1/contracts/${await activeContract(stack)}/requests`;
});

afterAll(() => stack.stop());

const severe = { urgency: 'high', impact: 'high' };

it('a repeat gets the same answer, and nothing happens twice', async () => {
  const first = await stack.post<RequestDetail>(requests, severe, { key: 'once' });
  const repeat = await stack.post<RequestDetail>(
    requests,
    { impact: 'high', urgency: 'high' },
    { key: 'once' },
  );
  expect(repeat).toMatchObject({ status: 201, body: first.body });
  expect(repeat.headers.get('location')).toBe(first.headers.get('location'));
  const { body } = await stack.get<{ items: unknown[] }>(requests);
  expect(body.items).toHaveLength(1);
});

it('a repeat after a restart of the API gets the same answer', async () => {
  const first = await stack.post<RequestDetail>(requests, severe, { key: 'restart' });
  await stack.restartApi();
  expect(await stack.post(requests, severe, { key: 'restart' })).toMatchObject({
    status: 201,
    body: first.body,
  });
});

it('calls at the same time get one answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => stack.post<RequestDetail>(requests, severe, { key: 'race' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

it('contracts drafted at the same time under one key are one contract', async () => {
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      stack.post<ContractDetail>('/api/v1/contracts', newContract(), { key: 'draft' }),
    ),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
});

it('another body, or another address, under the same key is refused', async () => {
  await stack.post(requests, severe, { key: 'other' });
  const problem = { status: 409, body: { code: 'idempotencyKeyReused' } };
  expect(await stack.post(requests, { urgency: 'low', impact: 'low' }, { key: 'other' })).toMatchObject(
    problem,
  );
  expect(
    await stack.post(`${requests}/I-000001/actions`, { type: 'respond' }, { key: 'other' }),
  ).toMatchObject(problem);
});

it('keys belong to who sends them', async () => {
  const mine = await stack.post<RequestDetail>(requests, severe, { key: 'shared', role: 'desk' });
  const theirs = await stack.post<RequestDetail>(requests, severe, { key: 'shared', role: 'integration' });
  expect(theirs.status).toBe(201);
  expect(theirs.body.request).not.toBe(mine.body.request);
});

it('a refusal of the contract is kept as well', async () => {
  const action = `${requests}/I-000001/actions`;
  const refused = await stack.post(action, { type: 'close' }, { key: 'refusal' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'wrongState' } });
  await stack.post(action, { type: 'resolve' });
  const repeat = await stack.post(action, { type: 'close' }, { key: 'refusal' });
  expect(repeat).toMatchObject({ status: 409, body: refused.body });
  expect(repeat.headers.get('content-type')).toContain('application/problem+json');
});

it('moving a clock takes a key too', async () => {
  const clock = `/api/v1/contracts/${await rehearsalContract(stack)}/clock`;
  const first = await stack.post(clock, { until: '2025-01-20T00:00:00Z' }, { key: 'clock' });
  await stack.post(clock, { until: '2025-02-20T00:00:00Z' });
  expect(await stack.post(clock, { until: '2025-01-20T00:00:00Z' }, { key: 'clock' })).toMatchObject({
    status: 200,
    body: first.body,
  });
});

it.each(['', 'x'.repeat(201)])('a key of %p is none', async (key) => {
  expect(await stack.post(requests, severe, { key })).toMatchObject({
    status: 422,
    body: { code: 'invalidRequest' },
  });
});
