import { parseYuan } from '#domain/money/fen';
import { plainDate, addDays, type PlainDate } from '#domain/time/dates';
import { instant } from '#domain/time/instant';
import { dateIn, startOfDay } from '#domain/time/zone';
import { numberFor, seriesOf } from '#persistence/queries/paper-numbers';
import { type BankLineView, bankLinePage, type statementView } from '../../apps/api/src/bank/bank-schemas.js';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { type z } from 'zod';
import { sampleParties } from '#templates/parties';
import { activeContract, newContract, rehearsalContract, signedByBoth } from '../support/api-contracts.js';
import { eventually, TestStack } from '../support/stack.js';

interface PaymentList {
  readonly items: readonly {
    readonly amount: string;
    readonly reference: string;
    readonly countsAt: string;
  }[];
}

interface Refused {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string }[];
}

/** Over HTTP, against a real PostgreSQL, Temporal, worker and API. */
let stack: TestStack;
let contract: string;
let period: string;

const ZONE = 'Asia/Shanghai';
const CLIENT = '上海示例制造股份有限公司';
let files = 0;

beforeAll(async () => {
  stack = await TestStack.start({ patience: new Patience(4_000) });
  contract = await activeContract(stack);
  period = await invoiceOf(contract);
});

afterAll(() => stack.stop());

/** The first invoice of a contract, once it is issued. */
async function invoiceOf(id: string): Promise<string> {
  const { body } = await eventually(
    () => stack.get<{ items: { period: string }[] }>(`/api/v1/contracts/${id}/invoices`),
    (answer) => answer.body.items.length > 0,
  );
  return body.items[0]?.period ?? '';
}

const today = (): PlainDate => dateIn(instant(`${new Date().toISOString().slice(0, 19)}Z`), ZONE);

interface Row {
  readonly day?: string;
  readonly amount: string;
  readonly currency?: string;
  readonly payer?: string;
  readonly text?: string;
}

/** A statement of rows, each under a number of its own. */
function csvOf(rows: readonly Row[]): string {
  files += 1;
  const lines = rows.map(({ day = today(), amount, currency = 'CNY', payer = CLIENT, text = '' }, index) =>
    [day, amount, currency, payer, text, `F${files}-${index}`].join(','),
  );
  return ['Date,Amount,Currency,Payer,Reference,Transaction id', ...lines].join('\n');
}

async function taken(rows: readonly Row[]): Promise<BankLineView[]> {
  const content = csvOf(rows);
  const prefix = `F${files}-`;
  const body = { format: 'csv', content, account: '6222 0200' };
  const { status } = await stack.post('/api/v1/bank/statements', body, { role: 'integration' });
  expect(status).toBe(201);
  const page = bankLinePage.parse((await stack.get('/api/v1/bank/lines?limit=200', 'auditor')).body);
  const mine = page.items.filter(({ bankReference }) => bankReference?.startsWith(prefix));
  return mine.toSorted((a, b) => (String(a.bankReference) < String(b.bankReference) ? -1 : 1));
}

async function lineOf(row: Row): Promise<BankLineView> {
  const [line] = await taken([row]);
  if (!line) throw new Error('the statement brought no line');
  return line;
}

const book = (line: BankLineView, body: object, key?: string) =>
  stack.post<BankLineView & Refused>(
    `/api/v1/bank/lines/${line.line}/book`,
    body,
    key === undefined ? {} : { key },
  );

const paymentsOf = async (id: string) =>
  (await stack.get<PaymentList>(`/api/v1/contracts/${id}/payments`)).body.items;

describe('a line that pays an invoice', () => {
  it('is proposed, booked by a person, and paid once, however often and by however many it is asked', async () => {
    const line = await lineOf({ amount: '20000.00', text: `${contract} ${period}` });
    expect(line).toMatchObject({ status: 'open', rest: '20000.00', account: '62220200' });
    expect(line.proposals[0]).toMatchObject({
      parts: [{ contract, period, amount: '20000.00' }],
      rest: '0.00',
      reasons: ['referenceNamesContract', 'amountIsOutstanding', 'payerIsClient', 'referenceNamesPeriod'],
    });
    expect(await paymentsOf(contract)).toEqual([]);

    const wish = { contract, reference: period };
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => book(line, wish)),
      ...['one', 'two', 'two'].map((key) => book(line, wish, key)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    for (const { body } of [...answers, await book(line, { contract })]) {
      expect(body).toMatchObject({
        status: 'booked',
        booked: '20000.00',
        rest: '0.00',
        proposals: [],
        bookings: [{ contract, amount: '20000.00', status: 'applied', bookedBy: 'test-administrator' }],
      });
    }
    expect(await paymentsOf(contract)).toMatchObject([{ amount: '20000.00', reference: period }]);
    const { body: invoice } = await stack.get<{ status: string }>(
      `/api/v1/contracts/${contract}/invoices/${period}`,
    );
    expect(invoice.status).toBe('paid');
  });

  it('cannot be booked otherwise afterwards', async () => {
    const [line] = (await stack.get<{ items: BankLineView[] }>('/api/v1/bank/lines?status=booked')).body
      .items;
    if (!line) throw new Error('nothing is booked');
    const decided = { status: 409, body: { code: 'bankLineDecided' } };
    expect(await book(line, { contract, reference: '2031-01' })).toMatchObject(decided);
    expect(await book(line, { contract: await activeContract(stack) })).toMatchObject(decided);
    expect(await stack.post(`/api/v1/bank/lines/${line.line}/ignore`, { reason: 'no' })).toMatchObject(
      decided,
    );
  });

  it('is named by the number of the invoice, which the booking understands', async () => {
    const other = await activeContract(stack);
    const month = await invoiceOf(other);
    const series = seriesOf('invoice', instant(`${month}-10T00:00:00Z`), ZONE);
    const number = await stack.database.orm.em
      .fork()
      .transactional((em) => numberFor(em, { series, contract: other, kind: 'invoice', key: month }));
    const line = await lineOf({ amount: '500.00', payer: 'somebody', text: `part of ${number}` });
    expect(line.proposals).toMatchObject([
      { parts: [{ contract: other, number, amount: '500.00' }], reasons: ['referenceNamesInvoice'] },
    ]);
    expect((await book(line, { contract: other, reference: number })).status).toBe(200);
    expect(await paymentsOf(other)).toMatchObject([{ amount: '500.00', reference: month }]);
  });

  it('of an earlier day needs a reason, as any payment told late; until then it stays open', async () => {
    const other = await activeContract(stack);
    const yesterday = addDays(today(), -1);
    const line = await lineOf({ day: yesterday, amount: '100.00' });
    expect(await book(line, { contract: other }, 'late')).toMatchObject({
      status: 409,
      body: { code: 'lateFact' },
    });
    // The same key gets the same answer; another attempt is another booking.
    expect(await book(line, { contract: other }, 'late')).toMatchObject({
      status: 409,
      body: { code: 'lateFact' },
    });
    const refused = await stack.get<BankLineView>(`/api/v1/bank/lines/${line.line}`);
    expect(refused.body).toMatchObject({ status: 'open', rest: '100.00', bookings: [{ status: 'refused' }] });
    const done = await book(line, { contract: other, lateReason: 'the statement came today' });
    expect(done).toMatchObject({ status: 200, body: { status: 'booked' } });
    expect(done.body.bookings.map(({ status }) => status)).toEqual(['refused', 'applied']);
    const [payment] = await paymentsOf(other);
    const end = startOfDay(today(), ZONE);
    expect(Date.parse(payment?.countsAt ?? '') - Date.parse(end)).toBe(-1000);
  });

  it('of a day to come cannot be booked yet', async () => {
    const line = await lineOf({ day: addDays(today(), 2), amount: '100.00' });
    expect(await book(line, { contract })).toMatchObject({ status: 422, body: { code: 'atInFuture' } });
  });

  it('pays two contracts of a client in parts', async () => {
    const [one, two] = [await activeContract(stack), await activeContract(stack)];
    await Promise.all([invoiceOf(one), invoiceOf(two)]);
    const line = await lineOf({ amount: '40000.00', text: `${one} ${two}` });
    const sum = line.proposals.find(
      ({ parts }) => parts.map((part) => part.contract).join() === `${one},${two}`,
    );
    expect(sum).toMatchObject({
      rest: '0.00',
      reasons: ['referenceNamesContract', 'payerIsClient', 'amountIsSum'],
    });
    expect(await book(line, { contract: one, amount: '40000.01' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'amount' }] },
    });
    const first = await book(line, { contract: one, amount: '20000.00' });
    expect(first.body).toMatchObject({ status: 'open', rest: '20000.00' });
    expect(first.body.proposals[0]).toMatchObject({ parts: [{ contract: two, amount: '20000.00' }] });
    expect((await book(line, { contract: two })).body).toMatchObject({ status: 'booked', rest: '0.00' });
  });

  it('is not given to two contracts, whoever asks at the same time', async () => {
    const others = [await activeContract(stack), await activeContract(stack)];
    const lines = await taken([1, 2, 3, 4].map((yuan) => ({ amount: `${yuan}.00` })));
    const answers = await Promise.all(
      lines.map((line) => Promise.all(others.map((other) => book(line, { contract: other })))),
    );
    for (const both of answers) expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const payments = (await Promise.all(others.map(paymentsOf))).flat();
    expect(payments.map(({ amount }) => amount).toSorted()).toEqual(['1.00', '2.00', '3.00', '4.00']);
  });

  it('is paid once also where the worker was away when it was booked', async () => {
    const other = await activeContract(stack);
    const line = await lineOf({ amount: '300.00' });
    await stack.stopWorker();
    const pending = await book(line, { contract: other }, 'away');
    expect(pending).toMatchObject({ status: 202, body: { status: 'pending' } });
    const shown = await stack.get<BankLineView>(`/api/v1/bank/lines/${line.line}`);
    expect(shown.body).toMatchObject({ status: 'booked', bookings: [{ status: 'pending' }] });
    await stack.startWorker();
    expect(await book(line, { contract: other }, 'away')).toMatchObject({
      status: 200,
      body: { bookings: [{ status: 'applied' }] },
    });
    expect(await paymentsOf(other)).toMatchObject([{ amount: '300.00' }]);
  });
});

describe('a line that pays nothing', () => {
  it('is ignored with a reason, once', async () => {
    const line = await lineOf({ amount: '7.00', payer: 'the bank', text: 'interest' });
    const ignore = (reason: string) =>
      stack.post<BankLineView>(`/api/v1/bank/lines/${line.line}/ignore`, { reason });
    for (const answer of [await ignore('interest'), await ignore('interest')]) {
      expect(answer).toMatchObject({
        status: 200,
        body: { status: 'ignored', ignored: { by: 'test-administrator', reason: 'interest' } },
      });
    }
    expect(await ignore('another')).toMatchObject({ status: 409, body: { code: 'bankLineDecided' } });
    expect(await book(line, { contract })).toMatchObject({ status: 409, body: { code: 'bankLineDecided' } });
  });

  it('is shown as not ours, and cannot be booked: debits and other currencies', async () => {
    const lines = await taken([{ amount: '-5.00' }, { amount: '20000.00', currency: 'USD' }]);
    expect(
      lines.map(({ status, foreignReason, proposals }) => [status, foreignReason, proposals.length]),
    ).toEqual([
      ['foreign', 'debit', 0],
      ['foreign', 'currency', 0],
    ]);
    for (const line of lines) {
      expect(await book(line, { contract })).toMatchObject({
        status: 409,
        body: { code: 'bankLineDecided' },
      });
    }
  });

  it('is not booked on a rehearsal, nor on a contract that is not there', async () => {
    const line = await lineOf({ amount: '1.00' });
    const rehearsal = await rehearsalContract(stack);
    expect(await book(line, { contract: rehearsal })).toMatchObject({
      status: 409,
      body: { code: 'clockIsManual' },
    });
    expect(await book(line, { contract: 'C-0' })).toMatchObject({
      status: 404,
      body: { code: 'unknownContract' },
    });
    expect(line.proposals.some(({ parts }) => parts.some((part) => part.contract === rehearsal))).toBe(false);
    expect(await stack.get('/api/v1/bank/lines/L0')).toMatchObject({
      status: 404,
      body: { code: 'unknownBankLine' },
    });
  });
});

describe('a statement', () => {
  const post = (body: object, key?: string) =>
    stack.post<z.infer<typeof statementView> & Refused>(
      '/api/v1/bank/statements',
      body,
      key === undefined ? {} : { key },
    );

  it('counts each line once, whatever it is sent as, and answers a key alike', async () => {
    const rows = csvOf([{ amount: '11.00' }, { amount: '-12.00' }]);
    const body = { format: 'csv', content: rows, account: '6222-1' };
    const first = await post(body, 'statement');
    expect(first).toMatchObject({
      status: 201,
      body: { lines: 2, new: 1, foreign: 1, known: 0, accounts: ['6222-1'] },
    });
    expect((await post(body, 'statement')).body).toEqual(first.body);
    const base64 = { ...body, encoding: 'base64', content: Buffer.from(rows, 'utf8').toString('base64') };
    expect((await post(base64)).body).toMatchObject({
      new: 0,
      known: 2,
      contentHash: first.body.contentHash,
    });
  });

  it.each([
    ['a line that is wrong', { content: 'Date,Amount\n2025-02-30,1.00', account: '1' }, 'line 2, Date'],
    ['no account', { content: 'Date,Amount\n2025-02-28,1.00' }, 'account'],
    ['a preset there is not', { content: 'Date,Amount', preset: 'chine' }, 'preset'],
    ['no base64', { content: '??', encoding: 'base64' }, 'content'],
    ['entities', { content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', format: 'camt.053' }, 'content'],
  ])('with %s is refused whole', async (_name, members, path) => {
    expect(await post({ format: 'csv', ...members })).toMatchObject({
      status: 422,
      body: { code: 'invalidRequest', errors: [{ path }] },
    });
  });

  it('is not the desk’s', async () => {
    const body = { format: 'csv', content: 'Date,Amount' };
    const answer = await stack.post('/api/v1/bank/statements', body, { role: 'desk' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

describe('the reconciliation', () => {
  it('adds up, and what is booked is what the contracts were paid', async () => {
    const { body } = await stack.get<{ items: Record<string, string | number | boolean>[] }>(
      '/api/v1/bank/reconciliation',
      'auditor',
    );
    const yuan = (text: unknown): number =>
      (String(text).startsWith('-') ? -1 : 1) * (parseYuan(String(text).replace('-', '')) ?? NaN);
    for (const sums of body.items) {
      const parts = ['booked', 'ignored', 'open', 'foreign'].map((name) => yuan(sums[name]));
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(yuan(sums['imported']));
      expect(sums['addsUp']).toBe(true);
    }
    const { body: all } = await stack.get<{ items: { id: string }[] }>('/api/v1/contracts?limit=200');
    const payments = (await Promise.all(all.items.map(({ id }) => paymentsOf(id)))).flat();
    const paid = payments.reduce((sum, { amount }) => sum + yuan(amount), 0);
    expect(paid).toBeGreaterThan(0);
    expect(body.items.reduce((sum, sums) => sum + yuan(sums['booked']), 0)).toBe(paid);
  });
});

describe('the Chinese e-invoice', () => {
  it('says what is missing, and invents nothing', async () => {
    const { taxpayerId: _, ...client } = sampleParties.client;
    const parties = { ...sampleParties, client };
    const { body } = await stack.post<{ id: string }>(
      '/api/v1/contracts',
      newContract({ termStart: '2025-01-01' }, { clock: 'manual', parties }),
    );
    await signedByBoth(stack, body.id);
    await stack.post(`/api/v1/contracts/${body.id}/clock`, { until: '2025-01-02T00:00:00+08:00' });
    const invoice = await stack.get(`/api/v1/contracts/${body.id}/invoices/2025-01/e-invoice`, 'auditor');
    expect(invoice).toMatchObject({
      status: 200,
      body: { buyer: { taxpayerId: null }, missing: ['购买方统一社会信用代码'] },
    });
  });

  it('has the fields of an invoice', async () => {
    const address = `/api/v1/contracts/${contract}/invoices/${period}/e-invoice`;
    expect(await stack.get(address, 'auditor')).toMatchObject({
      status: 200,
      body: {
        type: '增值税专用发票',
        currency: 'CNY',
        net: '18867.92',
        tax: '1132.08',
        gross: '20000.00',
        issuedOn: plainDate(today()),
        buyer: { name: CLIENT, taxpayerId: '91310115MA1EXAMPLE' },
        seller: { name: '上海示例信息技术服务有限公司', bankAccount: '0000 0000 0000 0000 000' },
        missing: [],
      },
    });
    const csv = await stack.get<string>(`${address}?format=csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.body).toContain(
      '*信息技术服务*技术支持服务费,3040203000000000000,,项,1,18867.92,18867.92,6%,1132.08',
    );
    expect(await stack.get(`${address}?kind=creditNote`)).toMatchObject({
      status: 404,
      body: { code: 'unknownPeriod' },
    });
  });
});
