import { entrySentence, type ToldEntry } from '#narration/sentences';
import { statementOut, type StatementOut } from '../../apps/api/src/statements/statement-schemas.js';
import { terminationOut, type TerminationOut } from '../../apps/api/src/termination/termination-schemas.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { rehearsalContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** Statements, waivers by two people, and the ways to end, over HTTP on the running stack, under a manual clock. */
let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

const shanghai = (date: string, time = '00:00') => `${date}T${time}:00+08:00`;
const RESPONSE = 'miss/R/response@2025-01-06T01:15:00Z';

/** A contract with a critical request of January that nobody answered. */
async function withMisses(parameters: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const address = `/api/v1/contracts/${await rehearsalContract(stack, parameters)}`;
  await missed(address, 'R', '2025-01-06');
  return address;
}

async function missed(address: string, name: string, date: string): Promise<void> {
  const body = { urgency: 'high', impact: 'high', name, at: shanghai(date, '09:00') };
  expect((await stack.post<RequestDetail>(`${address}/requests`, body)).status).toBe(201);
}

const moveTo = (address: string, until: string) => stack.post(`${address}/clock`, { until: shanghai(until) });

/** Signs on the page of a link, as a browser would. */
async function signThrough(url: string, name: string): Promise<number> {
  const page = await (await fetch(url)).text();
  const form = /<form[^>]*\/sign[?"][\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)" \/>/g)];
  const body = new URLSearchParams(hidden.map(([, field = '', value = '']) => [field, value]));
  body.set('name', name);
  body.set('consent', 'yes');
  return (await fetch(`${url}/sign`, { method: 'POST', body })).status;
}

describe('a monthly statement', () => {
  let address: string;
  const statement = async (): Promise<StatementOut> =>
    statementOut.parse((await stack.get(`${address}/statements/2025-01`, 'auditor')).body);

  beforeAll(async () => {
    address = await withMisses();
    await moveTo(address, '2025-02-05');
  });

  it('has the misses, charges and invoice lines of its month, and until when it can be answered', async () => {
    expect(await statement()).toMatchObject({
      answerBy: '2025-02-10T16:00:00Z',
      open: true,
      lines: [
        { line: RESPONSE, kind: 'miss', amount: '1200.00', heldOut: false },
        { line: 'miss/R/workaround@2025-01-06T05:00:00Z', kind: 'miss', amount: '1200.00' },
        { line: 'invoice/2025-01/fee', kind: 'fee', amount: '20000.00' },
      ],
      accepted: { client: null, provider: null },
    });
  });

  it('is contested line by line, and what is contested is held out', async () => {
    const at = shanghai('2025-02-05');
    const contest = { line: RESPONSE, party: 'provider', reason: 'the line was down', at };
    expect(
      (await stack.post(`${address}/statements/2025-01/contests`, contest, { role: 'desk' })).status,
    ).toBe(403);
    const contested = await stack.post(`${address}/statements/2025-01/contests`, contest, {
      role: 'integration',
    });
    expect(contested).toMatchObject({ status: 200, body: { contested: 1, heldOutPenalties: '1200.00' } });
    await stack.post(
      `${address}/statements/2025-01/acceptance`,
      { party: 'client', at },
      { role: 'integration' },
    );
    const { accepted, lines } = await statement();
    expect(accepted.client).toBe('2025-02-04T16:00:00Z');
    expect(lines[0]).toMatchObject({ heldOut: true, contests: [{ party: 'provider', decided: null }] });
  });

  it('a decision needs the fact to have been put right, and somebody else', async () => {
    const decide = (decision: string, role: 'administrator' | 'reviewer' = 'administrator') =>
      stack.post(
        `${address}/statements/2025-01/decisions`,
        { line: RESPONSE, decision, reason: 'seen' },
        { role },
      );
    expect(await decide('waived')).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    const waiver = { request: 'R', target: 'response', reason: 'the line was down' };
    await stack.post(`${address}/waivers`, waiver, { role: 'integration' });
    expect((await stack.post(`${address}/waivers/approval`, waiver, { role: 'reviewer' })).status).toBe(201);
    expect(await decide('waived')).toMatchObject({
      status: 200,
      body: { contested: 0, heldOutPenalties: '0.00', lines: [{ amount: '0.00' }, {}, {}] },
    });
  });

  it('can no longer be contested after its day', async () => {
    await moveTo(address, '2025-02-12');
    const contest = { line: 'invoice/2025-01/fee', party: 'client', reason: 'too late' };
    expect(await stack.post(`${address}/statements/2025-01/contests`, contest)).toMatchObject({
      status: 409,
      body: { code: 'wrongState' },
    });
  });

  it('stands in a ledger that folds to what is shown, every entry with a sentence', async () => {
    const { body } = await stack.get(`${address}/ledger/verification`, 'auditor');
    expect(body).toMatchObject({ faults: [] });
    const { body: ledger } = await stack.get<{ items: ToldEntry[] }>(`${address}/ledger?limit=200`);
    for (const entry of ledger.items) expect(entrySentence(entry, 'Asia/Shanghai').en).not.toBe(entry.kind);
  });
});

describe('the tracker of the ways to end', () => {
  it('shows streak, deciding requests and the notice, and takes a right that is given up', async () => {
    const address = await withMisses();
    await missed(address, 'F', '2025-02-06');
    await missed(address, 'M', '2025-03-06');
    await moveTo(address, '2025-04-02');
    const tracker = terminationOut.parse((await stack.get(`${address}/termination`, 'auditor')).body);
    expect(tracker.tracker).toMatchObject({
      failedMonthsNeeded: 3,
      streak: 3,
      months: [
        { period: '2025-01', misses: [{ request: 'R', target: 'response', penalty: '1200.00' }, {}] },
        { period: '2025-02', misses: [{ request: 'F' }, {}] },
        { period: '2025-03', misses: [{ request: 'M' }, {}] },
      ],
    });
    expect(tracker.rights).toMatchObject([{ ground: 'failedMonths', exercisable: true }]);
    expect(tracker.notice?.en).toContain(
      'clause 2.6 has given us the right to terminate since 2025-03-31 24:00',
    );
    expect(tracker.notice?.['zh-CN']).toContain('2025-01、2025-02、2025-03 连续 3 个月服务水平未达标');
    const given = await stack.post<TerminationOut>(`${address}/termination/right-waiver`, {
      reason: 'amends made',
    });
    expect(given).toMatchObject({ status: 200, body: { notice: null, rights: [{ exercisable: false }] } });
    expect(await stack.post(`${address}/termination`, { kind: 'exercise' })).toMatchObject({
      status: 409,
      body: { code: 'noRight' },
    });
  });

  it('ends a contract by notice when its days are over, with a refund and a settlement', async () => {
    const address = await withMisses({ noticeTermination: 'client', noticeTerminationDays: 30 });
    await moveTo(address, '2025-03-10');
    const notice = await stack.post<TerminationOut>(`${address}/termination/notice`, {
      party: 'client',
      at: shanghai('2025-03-10'),
    });
    expect(notice).toMatchObject({
      status: 200,
      body: { given: { by: 'client', endsAt: '2025-04-09T16:00:00Z' }, endsAt: '2025-04-09T16:00:00Z' },
    });
    await moveTo(address, '2025-04-12');
    expect((await stack.get(address)).body).toMatchObject({
      status: 'terminated',
      settlement: { at: '2025-04-09T16:00:00Z', refund: '14000.00' },
    });
  });

  it('ends a contract by an agreement that both have signed', async () => {
    const address = await withMisses();
    const agreement = {
      effectiveAt: shanghai('2025-03-01'),
      reason: 'the client builds its own desk',
      at: shanghai('2025-02-03'),
    };
    const sent = await stack.post<TerminationOut>(`${address}/termination/agreements`, agreement);
    expect(sent).toMatchObject({
      status: 200,
      body: { agreements: [{ agreement: 'T-1', status: 'signing' }], endsAt: '2025-12-31T16:00:00Z' },
    });
    const { body: envelope } = await stack.get<{
      documentHash: string;
      signers: { id: string; name: string }[];
    }>(`${address}/envelopes/T-1`);
    const { status } = await stack.get(`${address}/documents/${envelope.documentHash}`);
    expect(status).toBe(200);
    for (const { id, name } of envelope.signers) {
      const link = await stack.post<{ url: string }>(`${address}/envelopes/T-1/signers/${id}/link`, {});
      expect(await signThrough(link.body.url, name)).toBe(200);
    }
    const { body } = await stack.get<TerminationOut>(`${address}/termination`);
    expect(body).toMatchObject({
      agreements: [{ agreement: 'T-1', status: 'agreed' }],
      endsAt: '2025-02-28T16:00:00Z',
    });
  });

  it('refuses a notice where the contract gives nobody that right', async () => {
    const address = await withMisses();
    expect(await stack.post(`${address}/termination/notice`, { party: 'client' })).toMatchObject({
      status: 409,
      body: { code: 'noRight' },
    });
  });
});
