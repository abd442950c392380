import { createHash } from 'node:crypto';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type z } from 'zod';
import { starterCase } from '#rehearsal/acceptance-starter';
import { loadPackage, loadParsedTemplate } from '#templates/load';
import { copiedTemplate } from '#templates/new-template';
import { ApiKeys } from '../../apps/api/src/access/api-keys.js';
import {
  type amendmentDetail,
  type amendmentList,
  amendmentPreview,
  termsOut,
} from '../../apps/api/src/amendments/amendment-schemas.js';
import { createLog } from '#telemetry/log';
import { createApi } from '../../apps/api/src/app.js';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { WritePath } from '../../apps/api/src/commands/write-path.js';
import { ContractReader } from '../../apps/api/src/contracts/contract-reader.js';
import { type ContractDetail, contractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { type ProblemDocument } from '../../apps/api/src/http/problem.js';
import { RenewalDrafts } from '../../apps/api/src/renewals/renewal-drafts.js';
import { renewalsOut } from '../../apps/api/src/renewals/renewal-schemas.js';
import { Renewer } from '../../apps/api/src/renewals/renewer.js';
import { type envelopeView } from '../../apps/api/src/signing/envelope-schemas.js';
import { activeContract, rehearsalContract, rehearsalOf, signedByBoth } from '../support/api-contracts.js';
import { type Called, TestStack } from '../support/stack.js';

/** Amendments and renewals over HTTP; against a real PostgreSQL, Temporal, worker and API. */
let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

type Amendment = z.infer<typeof amendmentDetail>;
/** What an answer has when it is a problem. */
type Refused = Partial<Pick<ProblemDocument, 'code' | 'errors'>>;

const shanghai = (date: string, time = '00:00') => `${date}T${time}:00+08:00`;
const addressOf = (contract: string) => `/api/v1/contracts/${contract}`;
const moveTo = (contract: string, until: string) =>
  stack.post<ContractDetail>(`${addressOf(contract)}/clock`, { until });
const show = async (contract: string) => contractDetail.parse((await stack.get(addressOf(contract))).body);
const termsAt = async (contract: string, at?: string) => {
  const query = at === undefined ? '' : `?at=${encodeURIComponent(at)}`;
  return termsOut.parse((await stack.get(`${addressOf(contract)}/terms${query}`)).body);
};

function drafted(
  contract: string,
  effectiveDate: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<Called<Amendment & Refused>> {
  const body = { effectiveDate, parameters, reason: '用户增加' };
  return stack.post(`${addressOf(contract)}/amendments`, body);
}

const put = (path: string, body: unknown) =>
  stack.call<Amendment & Refused>('PUT', path, { text: JSON.stringify(body) });

describe('an amendment of a rehearsal', () => {
  let contract: string;
  let address: string;

  beforeAll(async () => {
    contract = await rehearsalContract(stack);
    address = `${addressOf(contract)}/amendments`;
    await moveTo(contract, shanghai('2025-03-10', '09:00'));
  });

  it('cannot be drawn up with faults, and all of them are said at once', async () => {
    const wrong = await drafted(contract, '2025-03-01', { monthlyFees: '25000.00', penaltyPermille: 'much' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalidRequest' } });
    expect(wrong.body.errors?.map(({ path }) => path)).toEqual([
      'parameters.penaltyPermille',
      'parameters.monthlyFees',
      'effectiveDate',
    ]);
    const within = await drafted(contract, '2025-04-15', { monthlyFee: '25000.00' });
    expect(within.body.errors).toEqual([
      {
        path: 'effectiveDate',
        problem: '2025-04-14T16:00:00Z is within a month of the contract',
        allowed: 'allowed: the first of a month; only a change of words may take effect on any day',
      },
    ]);
    const nothing = await drafted(contract, '2025-04-01', { monthlyFee: '20000.00' });
    expect(nothing.body.errors).toMatchObject([{ path: 'parameters', problem: 'change nothing' }]);
    const past = { effectiveDate: '2025-04-01', templateVersion: '9.9.9', reason: 'x' };
    expect((await stack.post<ProblemDocument>(address, past)).body.errors).toMatchObject([
      { path: 'templateVersion' },
    ]);
    expect((await stack.get<z.infer<typeof amendmentList>>(address)).body.items).toEqual([]);
  });

  it('says what it changes, in both languages', async () => {
    const made = await drafted(contract, '2025-07-01', { monthlyFee: '25000.00', responseMediumMinutes: 60 });
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: 'A-1',
        status: 'draft',
        effectiveAt: '2025-06-30T16:00:00Z',
        faults: [],
        changes: {
          monthlyFee: { before: '20000.00', after: '25000.00' },
          totalAmount: { before: '240000.00', after: '270000.00' },
          rules: [],
        },
      },
    });
    const { changes } = made.body;
    expect(changes?.parameters.map(({ parameter }) => parameter).sort()).toEqual([
      'monthlyFee',
      'responseMediumMinutes',
    ]);
    const minutes = changes?.parameters.find(({ parameter }) => parameter === 'responseMediumMinutes');
    expect([minutes?.before?.text.en, minutes?.after?.text.en]).toEqual(['4 hours', '1 hour']);
    expect(minutes?.label['zh-CN']).toMatch(/响应/);
    expect(changes?.months.map(({ period }) => period)).toEqual([
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
    ]);
    expect(changes?.targets).toEqual([{ path: expect.stringMatching(/^medium/), before: 240, after: 60 }]);
    expect(changes?.clauses.map(({ number }) => number)).toEqual(expect.arrayContaining(['2.3', '3.1']));
  });

  it('is changed as a draft and discarded, and its number goes to the next', async () => {
    const wish = { effectiveDate: '2025-08-01', parameters: { monthlyFee: '25000.00' }, reason: 'later' };
    expect(await put(`${address}/A-1`, wish)).toMatchObject({
      status: 200,
      body: {
        effectiveDate: '2025-08-01',
        reason: 'later',
        changes: { totalAmount: { after: '265000.00' } },
      },
    });
    expect(await put(`${address}/A-1`, { ...wish, effectiveDate: '2024-01-01' })).toMatchObject({
      status: 422,
    });
    expect((await stack.get<Amendment>(`${address}/A-1`)).body.effectiveDate).toBe('2025-08-01');
    expect(await stack.call('DELETE', `${address}/A-1`, {})).toMatchObject({
      status: 200,
      body: { id: 'A-1', status: 'discarded' },
    });
    expect(await stack.get(`${address}/A-1`)).toMatchObject({
      status: 404,
      body: { code: 'unknownAmendment' },
    });
    const again = await drafted(contract, '2025-07-01', { monthlyFee: '25000.00' });
    expect(again.body.id).toBe('A-1');
  });

  it('is rehearsed and back-tested before anybody signs it', async () => {
    const request = { urgency: 'medium', impact: 'medium', at: shanghai('2025-03-11', '09:00') };
    await stack.post(`${addressOf(contract)}/requests`, request);
    // Medium: 4 hours to respond, 1 working day to resolve: two misses of 1,200.00.
    await moveTo(contract, shanghai('2025-03-20'));
    const preview = amendmentPreview.parse((await stack.get(`${address}/A-1/preview`)).body);
    expect(preview.without).toMatchObject({
      status: 'closed',
      totalAmount: '240000.00',
      invoiced: '240000.00',
      penaltyCap: '24000.00',
      penalties: '2400.00',
      failedMonths: 1,
    });
    expect(preview.with).toMatchObject({
      totalAmount: '270000.00',
      invoiced: '270000.00',
      penaltyCap: '27000.00',
      penalties: '2400.00',
      credited: '2400.00',
      payable: '267600.00',
    });
    const amounts = preview.invoices.map(
      ({ period, without, with: amended }) => `${period} ${without?.payable} ${amended?.payable}`,
    );
    expect(amounts).toEqual([
      '2025-04 17600.00 17600.00',
      '2025-05 20000.00 20000.00',
      '2025-06 20000.00 20000.00',
      ...['07', '08', '09', '10', '11', '12'].map((month) => `2025-${month} 20000.00 25000.00`),
    ]);
    // Had it held from the beginning: twelve months of 25,000.00, so a miss had cost 1,500.00.
    expect(preview.backtest).toMatchObject({
      reproduced: true,
      differs: [],
      before: { penalties: '2400.00', invoiced: '60000.00' },
      after: { penalties: '3000.00', invoiced: '75000.00' },
    });
    expect((await show(contract)).amendments).toEqual([]);
  });

  it('agreed on elsewhere, is taken over by the running contract at its day', async () => {
    const agreed = await stack.post<Amendment>(`${address}/A-1/agree`, {
      at: shanghai('2025-05-10', '09:00'),
    });
    expect(agreed).toMatchObject({
      status: 200,
      body: { status: 'agreed', agreedAt: '2025-05-10T01:00:00Z' },
    });
    const second = await drafted(contract, '2025-09-01', { monthlyFee: '30000.00' });
    expect(second.body.errors).toMatchObject([
      { path: 'amendment', problem: 'A-1 is agreed and not in effect yet' },
    ]);
    await moveTo(contract, shanghai('2025-06-30', '23:59'));
    expect(await show(contract)).toMatchObject({
      terms: { monthlyFee: '20000.00', totalAmount: '240000.00' },
      amendments: [{ id: 'A-1', status: 'agreed' }],
    });
    await moveTo(contract, shanghai('2025-07-01', '00:01'));
    expect(await show(contract)).toMatchObject({
      terms: { monthlyFee: '25000.00', totalAmount: '270000.00', penaltyCap: '27000.00' },
      amendments: [{ id: 'A-1', status: 'effective', effectiveAt: '2025-06-30T16:00:00Z' }],
    });
    const invoice = await stack.get(`${addressOf(contract)}/invoices/2025-07`);
    expect(invoice.body).toMatchObject({ amount: '25000.00' });
    expect(await put(`${address}/A-1`, { effectiveDate: '2025-10-01', reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'wrongState' },
    });
  });

  it('leaves it always answerable what held when', async () => {
    expect(await termsAt(contract, shanghai('2025-06-30', '23:59'))).toMatchObject({
      amendments: [],
      since: null,
      until: '2025-06-30T16:00:00Z',
      terms: { monthlyFee: '20000.00', totalAmount: '240000.00', penaltyCap: '24000.00' },
    });
    const now = await termsAt(contract);
    expect(now).toMatchObject({
      amendments: [{ id: 'A-1' }],
      since: '2025-06-30T16:00:00Z',
      until: null,
      terms: { monthlyFee: '25000.00', totalAmount: '270000.00', penaltyCap: '27000.00' },
    });
    expect(now.targets['medium']?.[0]).toMatchObject({ kind: 'response', measure: { amount: 240 } });
    const clause = async (at: string) => {
      const path = `${addressOf(contract)}/clauses?language=en&at=${encodeURIComponent(at)}`;
      const { body } = await stack.get<{ clauses: { number: string; text: string }[] }>(path);
      return body.clauses.find(({ number }) => number === '3.1')?.text;
    };
    expect(await clause(shanghai('2025-02-01'))).toContain('20,000.00');
    expect(await clause(shanghai('2025-08-01'))).toContain('25,000.00');
  });

  it('of words only takes effect on any day', async () => {
    const words = await drafted(contract, '2025-07-15', { bankAccountNumber: '1111 2222 3333' });
    expect(words).toMatchObject({ status: 201, body: { id: 'A-2', changes: { months: [], targets: [] } } });
    await stack.post(`${address}/A-2/agree`, {});
    await moveTo(contract, shanghai('2025-07-20'));
    expect(await show(contract)).toMatchObject({
      terms: { totalAmount: '270000.00', parameters: { bankAccountNumber: '1111 2222 3333' } },
      amendments: [{ id: 'A-1' }, { id: 'A-2', status: 'effective' }],
    });
  });

  it('leaves a ledger that folds to what is shown', async () => {
    const { body } = await stack.get(`${addressOf(contract)}/ledger/verification`);
    expect(body).toMatchObject({ contract, faults: [] });
  });
});

describe('an amendment that is signed', () => {
  let contract: string;
  let address: string;

  beforeAll(async () => {
    contract = await rehearsalContract(stack);
    address = `${addressOf(contract)}/amendments`;
    await moveTo(contract, shanghai('2025-02-10', '09:00'));
  });

  const envelope = async (id: string) =>
    (await stack.get<z.infer<typeof envelopeView>>(`${addressOf(contract)}/envelopes/${id}`)).body;

  async function pathOf(id: string, signer: string): Promise<string> {
    const link = `${addressOf(contract)}/envelopes/${id}/signers/${signer}/link`;
    const { status, body } = await stack.post<{ url: string }>(link, {});
    expect(status).toBe(200);
    return new URL(body.url).pathname;
  }

  /** What a browser would send: the hidden fields of the page's form, and what the signer fills in. */
  async function act(path: string, deed: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const page = await (await fetch(`${stack.url}${path}`)).text();
    const form = new RegExp(`<form[^>]*/${deed}[?"][\\s\\S]*?</form>`).exec(page)?.[0] ?? '';
    const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)" \/>/g)];
    const given = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const { status } = await fetch(`${stack.url}${path}/${deed}`, {
      method: 'POST',
      body: new URLSearchParams({ ...given, ...fields }),
    });
    return status;
  }

  it('is sent with its document, by the same links as a contract', async () => {
    await drafted(contract, '2025-04-01', { monthlyFee: '25000.00' });
    const sent = await stack.post<Amendment>(`${address}/A-1/send`, { remindEveryDays: 2 });
    expect(sent).toMatchObject({ status: 200, body: { status: 'signing', envelope: 'A-1', agreedAt: null } });
    const { status, documentHash, subject, signers, remindEveryDays } = await envelope('A-1');
    expect([status, subject, remindEveryDays, signers.length]).toEqual(['open', 'amendment', 2, 2]);
    const document = await fetch(`${stack.url}${addressOf(contract)}/envelopes/A-1/document`, {
      headers: { 'x-api-key': 'key-of-the-auditor-0123456789' },
    });
    const bytes = Buffer.from(await document.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(documentHash);
  });

  it('holds from its day once all have signed', async () => {
    for (const { id, name } of (await envelope('A-1')).signers)
      expect(await act(await pathOf('A-1', id), 'sign', { name, consent: 'yes' })).toBeLessThan(400);
    expect(await envelope('A-1')).toMatchObject({ status: 'completed' });
    expect((await stack.get(`${address}/A-1`)).body).toMatchObject({ status: 'agreed' });
    await moveTo(contract, shanghai('2025-04-02'));
    expect(await show(contract)).toMatchObject({ terms: { totalAmount: '285000.00' } });
  });

  it('declined changes nothing, and its number is not used again', async () => {
    await drafted(contract, '2025-06-01', { monthlyFee: '30000.00' });
    await stack.post(`${address}/A-2/send`, {});
    const [first] = (await envelope('A-2')).signers;
    const path = await pathOf('A-2', first?.id ?? '');
    const declined = { reason: 'too dear', name: first?.name ?? '', consent: 'yes' };
    expect(await act(path, 'decline', declined)).toBeLessThan(400);
    expect((await stack.get(`${address}/A-2`)).body).toMatchObject({ status: 'declined' });
    const again = await drafted(contract, '2025-06-01', { monthlyFee: '26000.00' });
    expect(again.body.id).toBe('A-3');
    await moveTo(contract, shanghai('2025-06-02'));
    expect((await show(contract)).terms.monthlyFee).toBe('25000.00');
    const { body } = await stack.get<z.infer<typeof amendmentList>>(address);
    expect(body.items.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'A-1 effective',
      'A-2 declined',
      'A-3 draft',
    ]);
    // Its day has come meanwhile.
    expect((await stack.get<Amendment>(`${address}/A-3`)).body.faults).toMatchObject([
      { path: 'effectiveDate' },
    ]);
  });

  it('leaves a ledger that folds to what is shown', async () => {
    const { body } = await stack.get(`${addressOf(contract)}/ledger/verification`);
    expect(body).toMatchObject({ contract, faults: [] });
  });
});

it('only the administrator draws one up, and everybody reads it', async () => {
  const contract = await rehearsalContract(stack);
  const body = { effectiveDate: '2025-04-01', parameters: { monthlyFee: '1.00' }, reason: 'x' };
  for (const role of ['desk', 'integration', 'reviewer', 'auditor'] as const)
    expect(await stack.post(`${addressOf(contract)}/amendments`, body, { role })).toMatchObject({
      status: 403,
    });
  expect(await stack.get(`${addressOf(contract)}/amendments`, 'auditor')).toMatchObject({ status: 200 });
});

it('a draft asked for twice under one key is one draft', async () => {
  const contract = await rehearsalContract(stack);
  const body = { effectiveDate: '2025-04-01', parameters: { monthlyFee: '1.00' }, reason: 'x' };
  const ask = () =>
    stack.post<Amendment>(`${addressOf(contract)}/amendments`, body, { key: `one-${contract}` });
  const [one, two] = await Promise.all([ask(), ask()]);
  expect([one.status, two.status, one.body.id, two.body.id]).toEqual([201, 201, 'A-1', 'A-1']);
  const other = await stack.post<Amendment>(`${addressOf(contract)}/amendments`, body);
  expect(other.body.id).toBe('A-2');
});

it('of a contract on a real clock lies ahead of the present', async () => {
  const contract = await activeContract(stack);
  const past = await drafted(contract, '2026-01-01', { monthlyFee: '25000.00' });
  expect(past.body.errors).toMatchObject([{ path: 'effectiveDate' }]);
  const next = await show(contract);
  const day = new Date(Date.parse(next.terms.endsAt) - 40 * 86_400_000).toISOString().slice(0, 10);
  expect(await drafted(contract, day, { bankAccountNumber: '1111' })).toMatchObject({ status: 201 });
  expect(await stack.post(`${addressOf(contract)}/amendments/A-1/agree`, {})).toMatchObject({
    status: 200,
    body: { status: 'agreed' },
  });
  expect(await termsAt(contract, next.terms.endsAt)).toMatchObject({ amendments: [{ id: 'A-1' }] });
  expect(await termsAt(contract)).toMatchObject({ amendments: [] });
});

describe('an amendment to another version of the template', () => {
  const id = 'ours-maintenance';

  async function published(version: string, words: string): Promise<void> {
    const shipped = await loadPackage('maintenance-2025');
    const parsed = await loadParsedTemplate('maintenance-2025');
    const starter = await starterCase(parsed.value, parsed.calendars);
    if ('faults' in starter) throw new Error(JSON.stringify(starter.faults));
    const { files } = copiedTemplate(shipped, 'maintenance-2025', id);
    const rest = Object.entries(files).filter(([path]) => !path.startsWith('acceptance/'));
    const worded = rest.map(([path, text]): [string, string] =>
      path.startsWith('clauses/') ? [path, `${text.trimEnd()}\n\n${words}\n`] : [path, text],
    );
    const manifest = JSON.parse(files['template.json'] ?? '{}') as Record<string, unknown>;
    const whole = {
      ...Object.fromEntries(worded),
      'template.json': JSON.stringify({ ...manifest, version }),
      'acceptance/quiet.json': JSON.stringify({ ...starter.scenario, template: id }),
      'acceptance/quiet.expected.json': JSON.stringify(starter.expected),
    };
    expect((await stack.post('/api/v1/templates', { files: whole })).status).toBe(201);
    const transitions = `/api/v1/templates/${id}/versions/${version}/transitions`;
    await stack.post(transitions, { action: 'submit' });
    expect(await stack.post(transitions, { action: 'approve' }, { role: 'reviewer' })).toMatchObject({
      status: 200,
    });
  }

  it('changes its words, and keeps the parameters that were agreed on', async () => {
    await published('1.0.0', 'The first wording.');
    const term = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00' };
    const contract = await rehearsalOf(stack, id, term);
    await published('1.1.0', 'The second wording.');
    await moveTo(contract, shanghai('2025-02-10'));
    const before = (await show(contract)).terms.parameters;
    const body = { effectiveDate: '2025-04-15', templateVersion: '1.1.0', reason: 'clearer words' };
    const made = await stack.post<Amendment>(`${addressOf(contract)}/amendments`, body);
    expect(made).toMatchObject({
      status: 201,
      body: { template: { id, version: '1.1.0' }, changes: { parameters: [], months: [] } },
    });
    expect(made.body.changes?.clauses).toHaveLength(1);
    const preview = await stack.get(`${addressOf(contract)}/amendments/A-1/preview`);
    expect(preview).toMatchObject({ status: 200, body: { backtest: { changed: false, reproduced: true } } });
    await stack.post(`${addressOf(contract)}/amendments/A-1/agree`, {});
    await moveTo(contract, shanghai('2025-05-02'));
    const now = await termsAt(contract);
    expect(now).toMatchObject({ template: { version: '1.1.0' }, terms: { parameters: before } });
    expect(await termsAt(contract, shanghai('2025-03-01'))).toMatchObject({ template: { version: '1.0.0' } });
  }, 300_000);
});

describe('a renewal', () => {
  let other: NestFastifyApplication;

  /** Another process of the API over the same database: what the clock of either brings about, both set about. */
  beforeAll(async () => {
    const keys = ApiKeys.read(
      JSON.stringify([{ name: 'other', role: 'administrator', key: 'the-other-key' }]),
    );
    const parts = { orm: stack.database.orm, client: stack.client, keys, patience: new Patience() };
    other = await createApi(parts, { log: createLog('error') });
  });

  afterAll(() => other.close());

  const twoAtOnce = async (): Promise<void> => {
    const renewer = other.get(Renewer);
    const rival = new Renewer(
      stack.database.orm,
      other.get(ContractReader),
      other.get(RenewalDrafts),
      other.get(WritePath),
    );
    await Promise.all([renewer.work(), rival.work()]);
  };
  const renewals = async (contract: string) =>
    renewalsOut.parse((await stack.get(`${addressOf(contract)}/renewals`)).body);

  it('by agreement is a contract of its own, linked once both have signed', async () => {
    const parent = await rehearsalContract(stack);
    await moveTo(parent, shanghai('2025-06-01'));
    const wrong = await stack.post<ProblemDocument>(`${addressOf(parent)}/renewals`, {
      parameters: { termStart: '2026-02-01' },
    });
    expect(wrong.body.errors).toMatchObject([{ path: 'parameters.termStart' }]);
    const wish = { termMonths: 24, parameters: { monthlyFee: '21000.00' } };
    const made = await stack.post<ContractDetail>(`${addressOf(parent)}/renewals`, wish);
    expect(made).toMatchObject({
      status: 201,
      body: {
        id: `${parent}-R1`,
        status: 'draft',
        renews: parent,
        terms: { startsAt: '2025-12-31T16:00:00Z', endsAt: '2027-12-31T16:00:00Z', totalAmount: '504000.00' },
      },
    });
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({
      outcome: 'open',
      renewedBy: null,
      items: [{ id: `${parent}-R1`, status: 'draft', termStart: '2026-01-01' }],
    });
    await signedByBoth(stack, `${parent}-R1`);
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({ outcome: 'renewed', renewedBy: `${parent}-R1` });
    expect((await show(parent)).renewedBy).toBe(`${parent}-R1`);
    const longer = await drafted(parent, '2025-09-01', { termMonths: 18 });
    expect(longer.body.errors).toEqual([
      {
        path: 'parameters',
        problem: `moves the end of the term, on which ${parent}-R1 begins`,
        allowed: 'allowed: an end at 2025-12-31T16:00:00Z',
      },
    ]);
    expect(await stack.post(`${addressOf(parent)}/renewals`, {})).toMatchObject({ status: 409 });
    expect(await renewals(`${parent}-R1`)).toMatchObject({ renews: parent, renewedBy: null, items: [] });
  });

  it('that was declined binds nobody, and the next one has the next number', async () => {
    const parent = await rehearsalContract(stack);
    await stack.post(`${addressOf(parent)}/renewals`, {});
    const first = `${parent}-R1`;
    await stack.post(`${addressOf(first)}/send`, {});
    await stack.post(`${addressOf(first)}/decline`, { party: 'client', reason: 'too dear' });
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({ renewedBy: null, items: [{ status: 'declined' }] });
    const next = await stack.post<ContractDetail>(`${addressOf(parent)}/renewals`, {});
    expect(next.body.id).toBe(`${parent}-R2`);
  });

  const automatic = {
    renewalMode: 'automatic',
    renewalNoticeDays: 30,
    renewalTermMonths: 6,
    renewalCarriesOver: 'streakAndCap',
  };

  it('by its clause goes on by the terms in force, once, and takes over streak and cap', async () => {
    const parent = await rehearsalContract(stack, automatic);
    await moveTo(parent, shanghai('2025-03-01'));
    await drafted(parent, '2025-07-01', { monthlyFee: '25000.00' });
    await stack.post(`${addressOf(parent)}/amendments/A-1/agree`, {});
    await moveTo(parent, shanghai('2025-12-01'));
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({
      outcome: 'open',
      noticeAt: '2025-12-01T16:00:00Z',
      items: [],
    });
    const request = { urgency: 'medium', impact: 'medium', at: shanghai('2025-12-05', '09:00') };
    await stack.post(`${addressOf(parent)}/requests`, request);
    // Whether the API has seen to it by itself meanwhile is a matter of its clock.
    expect((await renewals(parent)).outcome).toMatch(/^(arisen|renewed)$/);
    await twoAtOnce();
    await twoAtOnce();
    const child = `${parent}-R1`;
    expect(await renewals(parent)).toMatchObject({
      outcome: 'renewed',
      renewedBy: child,
      items: [{ id: child, status: 'signed' }],
    });
    expect(await show(child)).toMatchObject({
      renews: parent,
      status: 'signed',
      terms: {
        startsAt: '2025-12-31T16:00:00Z',
        endsAt: '2026-06-30T16:00:00Z',
        monthlyFee: '25000.00',
        totalAmount: '150000.00',
      },
    });
    await twoAtOnce();
    expect((await show(child)).terminationRight.streak).toBe(0);
    await moveTo(parent, shanghai('2026-01-02'));
    await twoAtOnce();
    // December failed with two misses: 5 permille of 270,000.00 each.
    expect(await show(child)).toMatchObject({
      status: 'active',
      terminationRight: { streak: 1, periods: ['2025-12'] },
      penaltyCap: { cap: '15000.00', used: '2700.00', left: '12300.00' },
    });
    const lines = await stack.get<{ items: { kind: string; actor: string }[] }>(`${addressOf(child)}/ledger`);
    expect(lines.body.items.map(({ kind }) => kind).filter((kind) => kind === 'opening.taken')).toHaveLength(
      1,
    );
    for (const contract of [parent, child]) {
      const { body } = await stack.get(`${addressOf(contract)}/ledger/verification`);
      expect(body).toMatchObject({ contract, faults: [] });
    }
    const tested = await stack.post(`/api/v1/backtests`, {
      contract: child,
      amendment: { parameters: { penaltyPermille: '6' } },
    });
    expect(tested).toMatchObject({ status: 200, body: { reproduced: true, differs: [] } });
  });

  it('by its clause is finished by whoever comes next where a process died half-way', async () => {
    const parent = await rehearsalContract(stack, automatic);
    await moveTo(parent, shanghai('2025-12-02'));
    const writes = other.get(WritePath);
    const dying = {
      write: (...[call, plan, view]: Parameters<WritePath['write']>) => {
        if (call.key === null) throw new Error('the process has died');
        return writes.write(call, plan, view);
      },
    } as WritePath;
    const [reader, drafts] = [other.get(ContractReader), other.get(RenewalDrafts)];
    await new Renewer(stack.database.orm, reader, drafts, dying).work();
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({
      renewedBy: `${parent}-R1`,
      items: [{ id: `${parent}-R1`, status: 'signed' }],
    });
  });

  it('by its clause waits while the parties sign one of their own, and comes where they do not', async () => {
    const parent = await rehearsalContract(stack, automatic);
    await moveTo(parent, shanghai('2025-11-30'));
    await stack.post(`${addressOf(parent)}/renewals`, { parameters: { monthlyFee: '30000.00' } });
    const own = `${parent}-R1`;
    await stack.post(`${addressOf(own)}/send`, {});
    await moveTo(parent, shanghai('2025-12-02'));
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({ outcome: 'arisen', items: [{ status: 'signing' }] });
    await stack.post(`${addressOf(own)}/decline`, { party: 'client', reason: 'too dear' });
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({
      renewedBy: `${parent}-R2`,
      items: [
        { id: own, status: 'declined' },
        { id: `${parent}-R2`, status: 'signed' },
      ],
    });
    expect((await show(`${parent}-R2`)).terms.monthlyFee).toBe('20000.00');
    expect(await show(`${parent}-R2`)).toMatchObject({ renews: parent });
  });

  it('does not come where a party objects in time', async () => {
    const parent = await rehearsalContract(stack, automatic);
    const objection = { party: 'client', reason: 'we build our own desk', at: shanghai('2025-11-20') };
    expect(await stack.post(`${addressOf(parent)}/renewals/objection`, objection)).toMatchObject({
      status: 200,
      body: { objection: { by: 'client' }, outcome: 'open' },
    });
    expect(await stack.post(`${addressOf(parent)}/renewals/objection`, objection)).toMatchObject({
      status: 409,
    });
    await moveTo(parent, shanghai('2026-01-02'));
    await twoAtOnce();
    expect(await renewals(parent)).toMatchObject({ outcome: 'noRenewal', renewedBy: null, items: [] });
  });
});
