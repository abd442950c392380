import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { foreseenRequestOut } from '../../apps/api/src/requests/foreseen-request-schemas.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { foreseenEndOut } from '../../apps/api/src/termination/foreseen-end-schemas.js';
import { newContract, rehearsalContract } from '../support/api-contracts.js';
import { eventually, TestStack } from '../support/stack.js';

/** What the contract says beforehand is what it does: over HTTP on the running stack, under a manual clock. */
let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

const shanghai = (date: string, time = '00:00') => `${date}T${time}:00+08:00`;
const address = (contract: string) => `/api/v1/contracts/${contract}`;
const linesOf = async (contract: string): Promise<number> =>
  (await stack.get<{ readonly items: readonly unknown[] }>(`${address(contract)}/ledger?limit=200`)).body
    .items.length;

describe('a request', () => {
  let contract: string;

  beforeAll(async () => {
    contract = await rehearsalContract(stack);
    await stack.post(`${address(contract)}/clock`, { until: shanghai('2025-02-10', '09:00') });
  });

  it.each([
    { urgency: 'high', impact: 'high' },
    { urgency: 'low', impact: 'medium' },
    { urgency: 'low', impact: 'low', severeSecurityRisk: true },
  ])('has the priority and the deadlines that were foreseen: $urgency, $impact', async (severity) => {
    const query = new URLSearchParams(Object.entries(severity).map(([name, value]) => [name, String(value)]));
    const before = await linesOf(contract);
    const asked = await stack.get(`${address(contract)}/foreseen-request?${query.toString()}`, 'party');
    const foreseen = foreseenRequestOut.parse(asked.body);
    expect(await linesOf(contract)).toBe(before);
    for (const language of ['zh-CN', 'en'] as const) expect(foreseen.sentences[language][0]).toBeTruthy();
    const { body } = await stack.post<RequestDetail>(`${address(contract)}/requests`, {
      ...severity,
      at: foreseen.at,
    });
    expect(foreseen.priority).toBe(body.priority);
    expect(foreseen.targets).toEqual(body.targets.map(({ kind, dueAt }) => ({ kind, dueAt })));
  });

  it('is refused beforehand where it would be refused, and is not for another client', async () => {
    const severity = 'urgency=high&impact=high';
    const draft = await stack.post<ContractDetail>('/api/v1/contracts', newContract({}, { clock: 'manual' }));
    const early = `${address(draft.body.id)}/foreseen-request?${severity}`;
    expect((await stack.get(early)).status).toBeGreaterThanOrEqual(400);
    expect((await stack.get<{ readonly code: string }>(early)).body.code).toMatch(/beforeTerm|wrongState/);
    const foreign = await stack.post<ContractDetail>(
      '/api/v1/contracts',
      newContract({}, { clock: 'manual', clientId: 'another' }),
    );
    const refused = await stack.get(`${address(foreign.body.id)}/foreseen-request?${severity}`, 'party');
    expect(refused).toMatchObject({ status: 404, body: { code: 'unknownContract' } });
  });
});

describe('an end', () => {
  it('comes to what was foreseen: the day, the months that fall away, the settlement', async () => {
    const contract = await rehearsalContract(stack);
    await stack.post(`${address(contract)}/clock`, { until: shanghai('2025-02-10', '09:00') });
    // A miss, whose penalty nothing is left to be taken off.
    await stack.post(`${address(contract)}/requests`, { urgency: 'high', impact: 'high', name: 'R' });
    await stack.post(`${address(contract)}/clock`, { until: shanghai('2025-02-11', '09:00') });
    const before = await linesOf(contract);
    const end = encodeURIComponent(shanghai('2025-03-16'));
    const asked = await stack.get(
      `${address(contract)}/termination/foreseen?way=agreement&effectiveAt=${end}`,
      'auditor',
    );
    const foreseen = foreseenEndOut.parse(asked.body);
    expect(await linesOf(contract)).toBe(before);
    expect(foreseen).toMatchObject({
      endsAt: '2025-03-15T16:00:00Z',
      lost: { months: 9, fees: '180000.00' },
      lastMonth: 'byDay',
      openRequests: 1,
    });
    expect(foreseen.settlement.refund).not.toBe('0.00');
    await stack.post(`${address(contract)}/termination`, {
      kind: 'agree',
      effectiveAt: shanghai('2025-03-16'),
    });
    await stack.post(`${address(contract)}/clock`, { until: shanghai('2025-03-16') });
    const { body } = await eventually(
      () => stack.get<ContractDetail>(address(contract)),
      (answer) => answer.body.end !== null,
    );
    expect(body.settlement?.refund).toBe(foreseen.settlement.refund);
    expect(body.settlement?.outstanding).toBe(foreseen.settlement.outstanding);
    expect(body.end).toEqual({ kind: 'terminated', at: foreseen.endsAt });
  });

  it('is refused beforehand as it would be', async () => {
    const contract = await rehearsalContract(stack);
    const foreseen = (query: string) =>
      stack.get<{ readonly code: string }>(`${address(contract)}/termination/foreseen?${query}`);
    expect(await foreseen('way=exercise')).toMatchObject({ status: 409, body: { code: 'noRight' } });
    expect(await foreseen('way=agreement')).toMatchObject({ status: 422, body: { code: 'invalidRequest' } });
    const late = encodeURIComponent(shanghai('2027-01-01'));
    expect(await foreseen(`way=agreement&effectiveAt=${late}`)).toMatchObject({
      status: 422,
      body: { code: 'invalidValue' },
    });
  });
});
