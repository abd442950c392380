import { contractDetail, contractPage } from '../../apps/api/src/contracts/contract-schemas.js';
import { decisionView, verificationView } from '../../apps/api/src/decisions/decision-schemas.js';
import { missList } from '../../apps/api/src/misses/misses.service.js';
import { obligationList, type ObligationView } from '../../apps/api/src/obligations/obligations.service.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { timelineView } from '../../apps/api/src/timeline/timeline-schemas.js';
import { rehearsalContract, rehearsalOf } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

interface Items<Item> {
  readonly items: readonly Item[];
}
interface ChargeSeen {
  readonly amount: string;
  readonly decision: string | null;
}
interface ProblemSeen {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly allowed: string }[];
}

/** What the reference contract does not have, over HTTP: obligations, charges, quarters, interest, attainment. */
let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

const shanghai = (date: string, time = '00:00') => `${date}T${time}:00+08:00`;

describe('a contract of one delivery', () => {
  let address: string;

  beforeAll(async () => {
    const contract = await rehearsalOf(stack, 'goods-supply-2025', {
      termStart: '2025-01-01',
      termMonths: 12,
      deliveryDate: '2025-03-10',
      price: '100000.00',
    });
    address = `/api/v1/contracts/${contract}`;
  });

  const show = async () => contractDetail.parse((await stack.get(address)).body);
  const delivery = async () =>
    obligationList.parse((await stack.get(`${address}/obligations`, 'auditor')).body).items[0];
  const charges = async () => (await stack.get<Items<ChargeSeen>>(`${address}/charges`)).body.items;
  const moveTo = (until: string) => stack.post(`${address}/clock`, { until });

  it('shows what it owes, and offers nothing that it does not know', async () => {
    expect(await show()).toMatchObject({
      terms: { monthlyFee: null, penaltyPermille: null, penaltyCap: null, failedMonthsForTermination: null },
      penaltyCap: null,
      caps: [{ consequence: 'lateDelivery', window: 'each', amount: '5000.00', used: null, left: null }],
      terminationRight: { failedMonthsNeeded: null, delayDaysNeeded: 30, right: null },
      actions: [
        'sendAmendment',
        'recordAmendment',
        'pay',
        'proposeWaiver',
        'waive',
        'sendTermination',
        'agreeTermination',
        'performObligation',
        'excuseObligation',
      ],
    });
    expect(await delivery()).toMatchObject({
      obligation: 'delivery',
      clause: '1.2',
      dueDate: '2025-03-10',
      dueAt: '2025-03-10T16:00:00Z',
      missed: false,
      daysLate: 0,
    });
    const request = { urgency: 'high', impact: 'high' };
    expect(await stack.post<ProblemSeen>(`${address}/requests`, request)).toMatchObject({
      status: 403,
      body: { code: 'notAllowed' },
    });
  });

  it('tells in its timeline when it is due, and what comes of a delay', async () => {
    const { upcoming } = timelineView.parse((await stack.get(`${address}/timeline`)).body);
    expect(upcoming.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['obligationOverdue', 'delayRight']),
    );
  });

  it('a delay is missed, accrues, and is fixed at the close of the month', async () => {
    // A rehearsal stands where something happened last.
    await stack.post(`${address}/payments`, { amount: '100.00', at: shanghai('2025-03-12', '10:00') });
    expect(await delivery()).toMatchObject({
      missed: true,
      daysLate: 2,
      charged: '0.00',
      accruing: '500.00',
    });
    expect(await charges()).toMatchObject([
      { consequence: 'lateDelivery', owedBy: 'provider', fixed: false, amount: '500.00', decision: null },
    ]);
    await moveTo(shanghai('2025-04-01', '10:00'));
    expect(await delivery()).toMatchObject({ charged: '1500.00', accruing: '0.00' });
    const [fixed] = await charges();
    expect(fixed).toMatchObject({ fixed: true, times: 3, full: '1500.00', amount: '1500.00' });
    const decision = decisionView.parse((await stack.get(fixed?.decision ?? '')).body);
    expect(decision).toMatchObject({ kind: 'charge.fixed', clause: '2.1' });
    const verified = await stack.get(`${fixed?.decision}/verification`, 'auditor');
    expect(verificationView.parse(verified.body)).toMatchObject({ same: true, entryIntact: true });
    expect(await show()).toMatchObject({ owed: { byProvider: '1500.00', credited: '0.00' } });
  });

  it('is excused by somebody else than the desk, which moves its due day on', async () => {
    const excuse = { days: 7, reason: 'a flood closed the road' };
    const excuses = `${address}/obligations/delivery/excuses`;
    expect(await stack.post(excuses, excuse, { role: 'desk' })).toMatchObject({ status: 403 });
    const faulty = await stack.post<ProblemSeen>(excuses, { days: 0 });
    expect(faulty.body.errors?.map(({ path }) => path).toSorted()).toEqual(['days', 'reason']);
    const excused = await stack.post<ObligationView>(excuses, excuse);
    expect(excused).toMatchObject({
      status: 201,
      body: { dueAt: '2025-03-17T16:00:00Z', excusedDays: 7, charged: '1000.00' },
    });
  });

  it('is performed once, by the desk as well', async () => {
    const performance = (obligation: string, role: 'desk' | 'auditor' = 'desk') =>
      stack.post<ObligationView & ProblemSeen>(
        `${address}/obligations/${obligation}/performance`,
        { at: shanghai('2025-04-02', '10:00') },
        { role },
      );
    expect((await performance('delivery', 'auditor')).status).toBe(403);
    const none = await performance('dispatch');
    expect(none).toMatchObject({ status: 404, body: { code: 'unknownObligation' } });
    expect(none.body.errors?.[0]).toMatchObject({ path: 'obligation', allowed: 'allowed: delivery' });
    expect(await performance('delivery')).toMatchObject({
      status: 200,
      body: { performedAt: '2025-04-02T02:00:00Z', daysLate: 16, charged: '1500.00', accruing: '0.00' },
    });
    expect(await performance('delivery')).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    expect((await show()).actions).not.toContain('performObligation');
  });

  it('is invoiced when it has been performed, less the penalty', async () => {
    await moveTo(shanghai('2025-04-03'));
    const { body } = await stack.get<Items<unknown>>(`${address}/invoices`);
    expect(body.items).toMatchObject([
      { amount: '100000.00', credited: '1500.00', interest: '0.00', payable: '98500.00', paid: '100.00' },
    ]);
  });

  it('its miss is waived by the name of the obligation', async () => {
    const wrong = { request: 'delivery', target: 'dispatch', reason: 'agreed' };
    const refused = await stack.post<ProblemSeen>(`${address}/waivers`, wrong);
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalidRequest' } });
    expect(refused.body.errors?.[0]?.allowed).toContain('delivery');
    await stack.post(`${address}/waivers`, { ...wrong, target: 'delivery' });
    const waived = await stack.post(
      `${address}/waivers/approval`,
      { ...wrong, target: 'delivery' },
      { role: 'reviewer' },
    );
    expect(waived).toMatchObject({
      status: 201,
      body: { request: 'delivery', waiver: { reason: 'agreed' } },
    });
    expect((await delivery())?.charged).toBe('0.00');
    expect(missList.parse((await stack.get(`${address}/misses`)).body).items).toHaveLength(1);
  });

  it('its ledger folds to what is shown, every entry with a sentence', async () => {
    const { body } = await stack.get(`${address}/ledger/verification`, 'auditor');
    expect(body).toMatchObject({ faults: [] });
    const { past } = timelineView.parse((await stack.get(`${address}/timeline?limit=200`)).body);
    expect(past.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['obligation.missed', 'obligation.excused', 'obligation.performed']),
    );
    for (const { kind, text } of past.items) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toBe(kind);
    }
  });
});

describe('a contract invoiced by the quarter, with late interest', () => {
  it('says which months an invoice covers, and asks for interest with the next', async () => {
    const parameters = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '3000.00' };
    const contract = await rehearsalOf(stack, 'maintenance-2025', parameters);
    const address = `/api/v1/contracts/${contract}`;
    await stack.post(`${address}/payments`, { amount: '9000.00', at: shanghai('2025-03-01', '10:00') });
    await stack.post(`${address}/clock`, { until: shanghai('2025-04-01', '10:00') });
    const { body } = await stack.get<Items<unknown>>(`${address}/invoices`);
    expect(body.items).toMatchObject([
      {
        period: '2025-01',
        months: ['2025-01', '2025-02', '2025-03'],
        status: 'paid',
        interest: '0.00',
        interestThrough: '2025-03-01',
      },
      {
        period: '2025-04',
        amount: '9000.00',
        interest: '148.50',
        payable: '9148.50',
        outstanding: '9148.50',
      },
    ]);
    const charged = (await stack.get<Items<ChargeSeen>>(`${address}/charges`)).body.items;
    expect(charged[0]).toMatchObject({ on: 'latePayment', owedBy: 'client', key: '2025-01/2025-01-16' });
    expect(contractDetail.parse((await stack.get(address)).body)).toMatchObject({
      owed: { interest: '148.50', byProvider: '0.00' },
      caps: [{ consequence: 'lateInterest', window: 'term', used: '148.50' }],
    });
  });
});

describe('a contract with service credits on attainment', () => {
  it('shows the attainment of a month, and the room under each cap', async () => {
    const parameters = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00' };
    const contract = await rehearsalOf(stack, 'tiered-support-2025', parameters);
    const address = `/api/v1/contracts/${contract}`;
    const low = { urgency: 'low', impact: 'low', at: shanghai('2025-01-06', '09:00') };
    for (const name of ['MET', 'MISSED'])
      await stack.post<RequestDetail>(`${address}/requests`, { ...low, name });
    await stack.post(`${address}/requests/MET/actions`, {
      type: 'respond',
      at: shanghai('2025-01-06', '09:10'),
    });
    for (const name of ['MET', 'MISSED'])
      await stack.post(`${address}/requests/${name}/actions`, {
        type: 'resolve',
        at: shanghai('2025-01-06', '17:00'),
      });
    const seen = await stack.get<RequestDetail>(`${address}/requests/MET`);
    expect(seen.body.targets[0]?.measure.unit).toBe('serviceMinutes');
    await stack.post(`${address}/clock`, { until: shanghai('2025-01-20') });
    // Of four targets one was missed.
    expect(contractDetail.parse((await stack.get(address)).body).currentMonth).toMatchObject({
      misses: 1,
      failing: true,
    });
    await stack.post(`${address}/clock`, { until: shanghai('2025-02-01', '10:00') });
    const months = (await stack.get<Items<unknown>>(`${address}/months`)).body.items;
    expect(months[0]).toMatchObject({
      assessment: {
        failed: true,
        received: 2,
        attainmentPercent: '75.0',
        attainment: { p3: { met: 3, missed: 1, percent: '75.0' } },
      },
    });
    expect(contractDetail.parse((await stack.get(address)).body)).toMatchObject({
      owed: { byProvider: '4000.00', credited: '4000.00' },
      caps: [
        { window: 'month', used: '0.00', left: '4000.00' },
        { window: 'rolling12Months', used: '4000.00', left: '20000.00' },
      ],
      terminationRight: { streak: 1, periods: ['2025-01'] },
    });
  });
});

describe('the buttons of the reference contract follow its terms', () => {
  it('no pause where pauses are forbidden, no reopening where a new request is wanted', async () => {
    const contract = await rehearsalContract(stack, { pauses: 'forbidden', reopening: 'newRequest' });
    const requests = `/api/v1/contracts/${contract}/requests`;
    const at = shanghai('2025-01-06', '09:00');
    const recorded = await stack.post<RequestDetail>(requests, {
      urgency: 'low',
      impact: 'low',
      name: 'R',
      at,
    });
    expect(recorded.body).toMatchObject({ pauseReasons: [] });
    expect(recorded.body.actions).not.toContain('pause');
    const act = (body: object) => stack.post<RequestDetail>(`${requests}/R/actions`, { ...body, at });
    expect(await act({ type: 'pause', reason: 'waitingForClient' })).toMatchObject({
      status: 403,
      body: { code: 'notAllowed' },
    });
    const resolved = await act({ type: 'resolve' });
    expect(resolved.body.actions).not.toContain('reopen');
    expect(await act({ type: 'reopen' })).toMatchObject({ status: 403, body: { code: 'notAllowed' } });
  });

  it('penalties settled separately are paid out during the term', async () => {
    const contract = await rehearsalContract(stack, { penaltiesSettled: 'separately' });
    const address = `/api/v1/contracts/${contract}`;
    const body = { urgency: 'high', impact: 'high', name: 'R', at: shanghai('2025-01-06', '09:00') };
    await stack.post(`${address}/requests`, body);
    await stack.post(`${address}/requests/R/actions`, {
      type: 'resolve',
      at: shanghai('2025-01-06', '10:00'),
    });
    await stack.post(`${address}/clock`, { until: shanghai('2025-02-01', '10:00') });
    expect(contractDetail.parse((await stack.get(address)).body)).toMatchObject({
      actions: expect.arrayContaining(['payOut']),
      owed: { byProvider: '1200.00', credited: '0.00', paidOut: '0.00' },
    });
    expect(await stack.post(`${address}/payouts`, { amount: '1200.01' })).toMatchObject({ status: 422 });
    expect(await stack.post(`${address}/payouts`, { amount: '1200.00' })).toMatchObject({ status: 201 });
    const listed = contractPage.parse((await stack.get('/api/v1/contracts?clientId=acme&limit=1')).body);
    expect(listed.items[0]).toMatchObject({ id: contract, penaltiesUsed: '1200.00', failedMonthsStreak: 1 });
  });
});
