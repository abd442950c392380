import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { type PortfolioOut } from '../../apps/api/src/desk/portfolio-schemas.js';
import { type QueueItem } from '../../apps/api/src/desk/queue-schemas.js';
import { type RightsItem } from '../../apps/api/src/desk/rights-schemas.js';
import { type WhatIfOut } from '../../apps/api/src/desk/what-if-schemas.js';
import { type MissView } from '../../apps/api/src/misses/misses.service.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { activeContract, newContract, rehearsalContract, signedByBoth } from '../support/api-contracts.js';
import { keyElsewhere, TestStack } from '../support/stack.js';

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What the desk reads, over HTTP: real workflows, a real PostgreSQL; rehearsals, and one contract on the time of day. */
let stack: TestStack;
let contract: string;
let address: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = await rehearsalContract(stack);
  address = `/api/v1/contracts/${contract}`;
  for (const [name, date] of [
    ['JAN', '2025-01-06'],
    ['FEB', '2025-02-06'],
  ] as const) {
    await request(name, `${date}T09:00:00+08:00`, { coreBusinessDown: true });
    await act(name, { type: 'resolve', at: `${date}T11:00:00+08:00` });
  }
  await stack.post(`${address}/clock`, { until: '2025-03-03T09:00:00+08:00' });
  await request('MAR', '2025-03-03T09:00:00+08:00', { coreBusinessDown: true });
  await request('LOW', '2025-03-03T09:00:00+08:00', { urgency: 'low', impact: 'low' });
});

afterAll(() => stack.stop());

const request = (name: string, at: string, severity = {}) =>
  stack.post<RequestDetail>(`${address}/requests`, {
    urgency: 'high',
    impact: 'high',
    name,
    at,
    ...severity,
  });
const act = (name: string, body: object) =>
  stack.post<RequestDetail>(`${address}/requests/${name}/actions`, body);
const queue = async (query = '', role: 'desk' | 'auditor' = 'desk') =>
  (await stack.get<PageOf<QueueItem>>(`/api/v1/desk/queue${query}`, role)).body;
const whatIf = (name: string, query: string) =>
  stack.get<WhatIfOut & { code: string }>(`${address}/requests/${name}/what-if?${query}`, 'desk');

it('says what hangs on each deadline: the money, the caps, the third month', async () => {
  const { items } = await queue();
  expect(items).toMatchObject([
    {
      contract,
      clientId: 'acme',
      clock: 'manual',
      request: 'MAR',
      status: 'open',
      priority: 'critical',
      at: '2025-03-03T01:00:00Z',
      nextDeadline: { kinds: ['response'], dueAt: '2025-03-03T01:15:00Z', secondsLeft: 900 },
      ifMissed: {
        cost: '1200.00',
        penalty: '1200.00',
        capRoom: '21600.00',
        period: '2025-03',
        failsMonth: true,
        streak: 3,
        failedMonthsNeeded: 3,
        decidesTerminationRight: true,
      },
    },
    { request: 'LOW', nextDeadline: { secondsLeft: 28_800 } },
  ]);
});

it('filters, and goes page by page in either order', async () => {
  const names = async (query: string) => (await queue(query)).items.map((item) => item.request);
  expect(await names('?priority=low')).toEqual(['LOW']);
  expect(await names('?dueBefore=2025-03-03T02:00:00Z')).toEqual(['MAR']);
  expect(await names('?clientId=nobody')).toEqual([]);
  expect(await names('?clock=real')).toEqual([]);
  expect(await names(`?contract=${contract}`)).toEqual(['MAR', 'LOW']);
  for (const sort of ['moneyAtRisk', 'dueAt']) {
    const first = await queue(`?sort=${sort}&limit=1`);
    expect(first.items.map((item) => item.request)).toEqual(['MAR']);
    const second = await queue(`?sort=${sort}&limit=1&cursor=${first.next}`);
    expect(second).toMatchObject({ items: [{ request: 'LOW' }], next: null });
  }
  expect(await stack.get('/api/v1/desk/queue?sort=priority', 'desk')).toMatchObject({ status: 422 });
});

it('tells how near the right to terminate is', async () => {
  const { body } = await stack.get<PageOf<RightsItem>>('/api/v1/desk/termination-rights');
  expect(body.items).toMatchObject([
    {
      contract,
      streak: 2,
      periods: ['2025-01', '2025-02'],
      failedMonthsNeeded: 3,
      heldBy: { party: 'client' },
      rights: [],
      monthUnderWay: {
        period: '2025-03',
        closesAt: '2025-03-31T16:00:00Z',
        misses: 0,
        failing: false,
        deadlines: 4,
        streakIfFailed: 3,
        givesRight: false,
        givesRightIfFailed: true,
      },
    },
  ]);
  expect(
    (await stack.get<PageOf<RightsItem>>('/api/v1/desk/termination-rights?open=true')).body.items,
  ).toEqual([]);
});

describe('what-if', () => {
  it('writes nothing, and refuses what the contract would refuse', async () => {
    const before = (await stack.get<PageOf<unknown>>(`${address}/ledger?limit=200`)).body.items.length;
    const answer = await whatIf('MAR', 'event=respond');
    expect(answer).toMatchObject({
      status: 200,
      body: { at: '2025-03-03T01:00:00Z', misses: [], cost: '0.00', nextDeadlineAt: '2025-03-03T05:00:00Z' },
    });
    expect(answer.body.targets[0]).toEqual({
      kind: 'response',
      outcome: 'met',
      dueAt: '2025-03-03T01:15:00Z',
      now: { outcome: 'pending', dueAt: '2025-03-03T01:15:00Z' },
    });
    expect(await whatIf('MAR', 'event=resume')).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    expect(await whatIf('MAR', 'event=pause&reason=lunch')).toMatchObject({
      status: 422,
      body: { code: 'invalidValue' },
    });
    const early = `event=respond&at=${encodeURIComponent('2025-03-01T09:00:00+08:00')}`;
    expect(await whatIf('MAR', early)).toMatchObject({ status: 409, body: { code: 'lateFact' } });
    expect(await whatIf('MAR', 'event=miss&at=2026-03-01T00:00:00Z')).toMatchObject({
      status: 422,
      body: { code: 'afterTerm' },
    });
    expect(await whatIf('NONE', 'event=miss')).toMatchObject({
      status: 404,
      body: { code: 'unknownRequest' },
    });
    expect((await stack.get<PageOf<unknown>>(`${address}/ledger?limit=200`)).body.items).toHaveLength(before);
  });

  it('says what doing it comes to: a miss, its price, the month and the right', async () => {
    const said = (await whatIf('MAR', 'event=miss')).body;
    expect(said).toMatchObject({
      at: '2025-03-03T01:15:00Z',
      cost: '1200.00',
      misses: [{ target: 'response', penalty: '1200.00' }],
      months: [
        { period: '2025-03', asThingsStand: { failed: false }, afterwards: { failed: true, streak: 3 } },
      ],
      terminationRight: { arisenAt: '2025-03-31T16:00:00Z', periods: ['2025-01', '2025-02', '2025-03'] },
    });
    await stack.post(`${address}/clock`, { until: said.at });
    const { body: done } = await stack.get<RequestDetail>(`${address}/requests/MAR`);
    expect(done.targets.map(({ kind, outcome, dueAt }) => ({ kind, outcome, dueAt }))).toEqual(
      said.targets.map(({ kind, outcome, dueAt }) => ({ kind, outcome, dueAt })),
    );
    await act('MAR', { type: 'resolve' });
    await act('LOW', { type: 'respond' });
    await act('LOW', { type: 'resolve' });
    await stack.post(`${address}/clock`, { until: '2025-04-01T08:00:00+08:00' });
    const misses = (await stack.get<PageOf<MissView>>(`${address}/misses`)).body.items;
    expect(misses.at(-1)).toMatchObject({ request: 'MAR', fixed: true, penalty: said.misses[0]?.penalty });
    const { body } = await stack.get<PageOf<RightsItem>>('/api/v1/desk/termination-rights?open=true');
    expect(body.items).toMatchObject([
      {
        contract,
        rights: [
          {
            status: 'open',
            openSince: said.terminationRight?.arisenAt,
            openUntil: '2026-03-31T16:00:00Z',
            periods: said.terminationRight?.periods,
          },
        ],
      },
    ]);
  });
});

describe('the portfolio', () => {
  it('adds up rehearsals, or contracts on the time of day, never both', async () => {
    const rehearsals = (await stack.get<PortfolioOut>('/api/v1/portfolio?clock=manual', 'billing')).body;
    expect(rehearsals).toMatchObject({
      clock: 'manual',
      total: {
        contracts: { active: 1 },
        openRequests: { total: 0 },
        serviceLevel: { met: 0, missed: 0, attainmentPercent: null, failingContracts: 0 },
        penalties: { fixed: '3600.00', accruing: '0.00', cap: '24000.00', capUsed: '3600.00' },
        money: { invoiced: '80000.00', credited: '3600.00', received: '0.00', overdueInvoices: 3 },
      },
      clients: [{ clientId: 'acme' }],
      expiring: [],
    });
    const within = await stack.get<PortfolioOut>('/api/v1/portfolio?clock=manual&expiringWithinDays=300');
    expect(within.body.expiring).toEqual([
      { contract, clientId: 'acme', endsAt: '2025-12-31T16:00:00Z', renewed: false },
    ]);
    expect((await stack.get<PortfolioOut>('/api/v1/portfolio')).body.clients).toEqual([]);
  });

  it('is the sum of its clients, and each sees its own alone', async () => {
    const own = await activeContract(stack);
    await stack.post(`/api/v1/contracts/${own}/requests`, { urgency: 'high', impact: 'high', name: 'R' });
    const present = new Date().toISOString().slice(0, 7);
    const draft = newContract({ termStart: `${present}-01`, termMonths: 12 }, { clientId: 'elsewhere' });
    const other = (await stack.post<ContractDetail>('/api/v1/contracts', draft)).body.id;
    await signedByBoth(stack, other);
    const all = (await stack.get<PortfolioOut>('/api/v1/portfolio')).body;
    expect(all.clients.map(({ clientId }) => clientId)).toEqual(['acme', 'elsewhere']);
    expect(all.total.openRequests).toEqual({ total: 1, byPriority: { critical: 1 } });

    const headers = { authorization: `Bearer ${keyElsewhere('desk')}` };
    const as = <Body>(path: string) => stack.call<Body>('GET', path, { role: null, headers });
    const seen = (await as<PortfolioOut>('/api/v1/portfolio')).body;
    expect(seen.clients.map(({ clientId }) => clientId)).toEqual(['elsewhere']);
    expect(seen.total.openRequests.total).toBe(0);
    expect((await as<PageOf<QueueItem>>('/api/v1/desk/queue')).body.items).toEqual([]);
    expect((await as<PageOf<QueueItem>>(`/api/v1/desk/queue?contract=${own}`)).body.items).toEqual([]);
    const rights = (await as<PageOf<RightsItem>>('/api/v1/desk/termination-rights')).body.items;
    expect(rights.map((item) => item.contract)).not.toContain(own);
    const { items } = await queue('?clock=real', 'auditor');
    expect(items).toMatchObject([{ contract: own, request: 'R', nextDeadline: { kinds: ['response'] } }]);
  });
});
