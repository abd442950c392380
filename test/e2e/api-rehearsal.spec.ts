import { type ContractDetail, contractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { type MissView, missList } from '../../apps/api/src/misses/misses.service.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { rehearsalContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** A contract under a manual clock, through three failed months to its termination, over HTTP. */
let stack: TestStack;
let contract: string;
let address: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = await rehearsalContract(stack);
  address = `/api/v1/contracts/${contract}`;
});

afterAll(() => stack.stop());

const shanghai = (date: string, time = '00:00') => `${date}T${time}:00+08:00`;
const moveTo = (until: string) => stack.post<ContractDetail>(`${address}/clock`, { until });
const show = async () => contractDetail.parse((await stack.get(address)).body);
const misses = async () => missList.parse((await stack.get(`${address}/misses`)).body).items;

/** A request that misses its response (15 minutes) and is then resolved in time. */
async function failedRequest(name: string, date: string): Promise<void> {
  const body = { urgency: 'high', impact: 'high', coreBusinessDown: true, name, at: shanghai(date, '09:00') };
  const recorded = await stack.post<RequestDetail>(`${address}/requests`, body);
  expect(recorded.body).toMatchObject({
    priority: 'critical',
    recordedAt: new Date(shanghai(date, '09:00')).toISOString().replace('.000', ''),
  });
  await stack.post(`${address}/requests/${name}/actions`, { type: 'respond', at: shanghai(date, '10:00') });
  await stack.post(`${address}/requests/${name}/actions`, { type: 'resolve', at: shanghai(date, '11:00') });
}

it('starts active, with its first invoice once the clock moves', async () => {
  expect(await show()).toMatchObject({
    status: 'active',
    clock: 'manual',
    accountedThrough: '2024-12-31T16:00:00Z',
  });
  await moveTo(shanghai('2025-01-01', '08:00'));
  const { body } = await stack.get<Items<unknown>>(`${address}/invoices`);
  expect(body.items).toMatchObject([
    {
      period: '2025-01',
      amount: '20000.00',
      amountInCapitals: '人民币贰万元整',
      dueAt: '2025-01-10T16:00:00Z',
      status: 'open',
    },
  ]);
});

it('stands in lists where its requests stand, too', async () => {
  interface Listed {
    items: { id: string; accountedThrough: string }[];
  }
  const other = await rehearsalContract(stack);
  const body = { urgency: 'low', impact: 'low', at: '2025-01-02T02:00:00Z' };
  await stack.post(`/api/v1/contracts/${other}/requests`, body);
  const { body: shown } = await stack.get<{ accountedThrough: string }>(`/api/v1/contracts/${other}`);
  const { body: list } = await stack.get<Listed>('/api/v1/contracts');
  expect(shown.accountedThrough).toBe(body.at);
  expect(list.items.find(({ id }) => id === other)?.accountedThrough).toBe(body.at);
});

it('takes a payment for the month it names', async () => {
  const paid = await stack.post(`${address}/payments`, {
    amount: '20000.00',
    reference: '2025-01',
    at: shanghai('2025-01-05'),
  });
  expect(paid).toMatchObject({ status: 201, body: { kind: 'received', amount: '20000.00' } });
  expect((await stack.get<Items<unknown>>(`${address}/invoices/2025-01`)).body).toMatchObject({
    paid: '20000.00',
    status: 'paid',
  });
});

it('shows a miss as accruing until its month closes, then fixed with its decision', async () => {
  await failedRequest('JAN', '2025-01-06');
  expect(await misses()).toMatchObject([
    { request: 'JAN', target: 'response', fixed: false, penalty: '1200.00', decision: null },
  ]);
  expect((await show()).currentMonth).toMatchObject({
    period: '2025-01',
    misses: 1,
    failing: true,
    penaltiesAccruing: '1200.00',
  });
  await moveTo(shanghai('2025-02-01', '08:00'));
  const [miss] = await misses();
  expect(miss).toMatchObject({ fixed: true, penalty: '1200.00', cumulative: '1200.00', capped: false });
  expect((await stack.get(`${miss?.decision}/verification`)).body).toMatchObject({
    same: true,
    entryIntact: true,
  });
  const invoices = (await stack.get<Items<unknown>>(`${address}/invoices`)).body.items;
  expect(invoices[1]).toMatchObject({ period: '2025-02', credited: '1200.00', payable: '18800.00' });
});

it('counts the streak and says when a right could arise', async () => {
  expect((await show()).terminationRight).toMatchObject({
    streak: 1,
    periods: ['2025-01'],
    earliestAt: '2025-03-31T16:00:00Z',
    right: null,
  });
  await failedRequest('FEB', '2025-02-06');
  await failedRequest('MAR', '2025-03-06');
  expect((await show()).terminationRight).toMatchObject({ streak: 2, earliestAt: '2025-03-31T16:00:00Z' });
  expect(await stack.post(`${address}/termination`, { kind: 'exercise' })).toMatchObject({
    status: 409,
    body: { code: 'noRight' },
  });
});

it('a report of a month has its figures, and is submitted late or in time', async () => {
  const report = await stack.get<{ priorities: { priority: string }[] }>(`${address}/reports/2025-01`);
  expect(report.body).toMatchObject({
    received: 1,
    resolved: 1,
    unresolved: 0,
    late: true,
    submittedAt: null,
  });
  expect(report.body.priorities.find(({ priority }) => priority === 'critical')).toMatchObject({
    targetsMissed: 1,
    averageResponseSeconds: 3600,
  });
  const submitted = await stack.post(`${address}/reports/2025-02/submission`, {
    knowledgeBaseContributions: 3,
  });
  expect(submitted).toMatchObject({ status: 200, body: { late: true, knowledgeBaseContributions: 3 } });
});

it('a waiver takes the streak back, and its lack gives the right', async () => {
  await moveTo(shanghai('2025-04-01', '08:00'));
  const months = (await stack.get<Items<{ status: string; assessment: unknown }>>(`${address}/months`)).body
    .items;
  expect(months.slice(0, 4).map(({ status }) => status)).toEqual(['closed', 'closed', 'closed', 'underWay']);
  expect(months[2]?.assessment).toMatchObject({ failed: true, streak: 3 });
  const { terminationRight, actions } = await show();
  expect(terminationRight.right).toMatchObject({
    arisenAt: '2025-03-31T16:00:00Z',
    periods: ['2025-01', '2025-02', '2025-03'],
    exercisable: true,
  });
  expect(actions).toContain('exerciseTermination');
});

it('the desk waives nothing, two people have to, and their names stand in the waiver', async () => {
  const waiver = { request: 'JAN', target: 'response', reason: 'the notice came by a channel not agreed on' };
  expect(await stack.post(`${address}/waivers`, waiver, { role: 'desk' })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  });
  expect(await stack.post(`${address}/waivers/approval`, waiver)).toMatchObject({
    status: 409,
    body: { code: 'wrongState' },
  });
  expect(await stack.post<MissView>(`${address}/waivers`, waiver)).toMatchObject({
    status: 201,
    body: { waiver: null, proposedWaiver: { by: 'test-administrator', reason: waiver.reason } },
  });
  expect(await stack.post(`${address}/waivers/approval`, waiver)).toMatchObject({
    status: 403,
    body: { code: 'notAllowed', errors: [{ allowed: 'allowed: a second person' }] },
  });
  const given = await stack.post<MissView>(`${address}/waivers/approval`, waiver, { role: 'reviewer' });
  expect(given).toMatchObject({
    status: 201,
    body: {
      penalty: '0.00',
      waiver: { by: 'test-reviewer', reason: waiver.reason },
      proposedWaiver: null,
    },
  });
  expect(await stack.post(`${address}/waivers`, waiver)).toMatchObject({
    status: 409,
    body: { code: 'alreadyWaived' },
  });
  expect((await show()).terminationRight).toMatchObject({ streak: 2, right: null });
});

it('a right that has arisen ends the contract when it is exercised, and a settlement is drawn up', async () => {
  await failedRequest('APR', '2025-04-07');
  await moveTo(shanghai('2025-05-01', '08:00'));
  expect((await show()).terminationRight.right).toMatchObject({ periods: ['2025-02', '2025-03', '2025-04'] });
  const ended = await stack.post<ContractDetail>(`${address}/termination`, {
    kind: 'exercise',
    at: shanghai('2025-05-02', '12:00'),
  });
  expect(ended.body).toMatchObject({
    status: 'terminated',
    end: { kind: 'terminated', at: '2025-05-02T04:00:00Z' },
    nextDeadline: expect.anything(),
  });
  expect(ended.body.settlement).toMatchObject({ refund: '18709.68' });
  expect(
    await stack.post(`${address}/requests`, { urgency: 'low', impact: 'low', at: shanghai('2025-05-03') }),
  ).toMatchObject({ status: 422, body: { code: 'afterTerm' } });
});

it('closes when everything is paid, both ways', async () => {
  const { settlement } = await show();
  await stack.post(`${address}/payments`, { amount: settlement?.outstanding, at: shanghai('2025-05-05') });
  const due = (await show()).settlement?.payoutDue;
  const tooMuch = await stack.post(`${address}/payouts`, { amount: '9999999.00' });
  expect(tooMuch).toMatchObject({ status: 422, body: { code: 'invalidValue' } });
  expect(await stack.post(`${address}/payouts`, { amount: due })).toMatchObject({
    status: 201,
    body: { kind: 'paidOut', amount: due },
  });
  await moveTo(shanghai('2025-07-01'));
  expect(await show()).toMatchObject({
    status: 'closed',
    settlement: { outstanding: '0.00', payoutDue: '0.00' },
  });
});

it('leaves a ledger that folds to what is shown', async () => {
  const { body } = await stack.get(`${address}/ledger/verification`);
  expect(body).toMatchObject({ contract, faults: [] });
});
