import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered, pactaClient, type PactaClient, PactaError } from '#client/client';
import { sampleParties } from '#templates/parties';
import { startBrowser } from '../support/browser.js';
import { edit, filesOf, newKey, sealedAgain, unpack } from '../support/bundles.js';
import { keyOf, TestStack } from '../support/stack.js';

/**
 * A back-office program that knows nothing but `libs/client` and the guide "Integrate": it takes a contract through a year
 * on the running product, under a manual clock. Nothing of the API's own types is used here.
 */
let stack: TestStack;
let office: PactaClient;
let administrator: PactaClient;
let contract: string;
let data: string;

const MONTHS = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
const at = (date: string, time = '09:00') => `${date}T${time}:00+08:00`;
const params = () => ({ path: { contract } });
const ofPeriod = (period: string) => ({ params: { path: { contract, period } } });
const moveTo = (until: string) =>
  answered(administrator.POST('/api/v1/contracts/{contract}/clock', { params: params(), body: { until } }));

const environment = { ...process.env };

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'pacta-consumer-'));
  // Checkpoints and their key, as in the demonstration.
  Object.assign(process.env, { PACTA_DATA: data, PACTA_DEMO: '1' });
  stack = await TestStack.start();
  office = pactaClient({ url: stack.url, key: keyOf('integration') });
  administrator = pactaClient({ url: stack.url, key: keyOf('administrator') });
});

afterAll(async () => {
  await stack.stop();
  process.env = environment;
  await rm(data, { recursive: true, force: true });
});

it('drafts a contract once, however often it asks under one key, and has it signed', async () => {
  const draft = () =>
    answered(
      office.POST('/api/v1/contracts', {
        headers: { 'Idempotency-Key': 'order-4711' },
        body: {
          template: 'it-support-2025',
          parameters: {
            termStart: '2025-01-01',
            termMonths: 12,
            monthlyFee: '20000.00',
            penaltyPermille: '5',
          },
          parties: sampleParties,
          clientId: 'acme',
          clock: 'manual',
        },
      }),
    );
  const [first, second] = [await draft(), await draft()];
  if (!('id' in first) || !('id' in second)) throw new Error('it was only stored');
  expect(second.id).toBe(first.id);
  contract = first.id;
  await answered(office.POST('/api/v1/contracts/{contract}/send', { params: params(), body: {} }));
  for (const party of ['provider', 'client'] as const) {
    await answered(
      office.POST('/api/v1/contracts/{contract}/signatures', {
        params: params(),
        body: { party, signer: `for the ${party}` },
      }),
    );
  }
  const { status } = await answered(office.GET('/api/v1/contracts/{contract}', { params: params() }));
  expect(status).toBe('active');
});

it('learns by a stable code what it may not do', async () => {
  const wrong = office.POST('/api/v1/contracts/{contract}/payments', {
    params: params(),
    body: { amount: 'much' },
  });
  const refusal = await answered(wrong).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(PactaError);
  expect(refusal).toMatchObject({
    status: 422,
    problem: { code: 'invalidRequest', errors: [{ path: 'amount' }] },
  });
});

it.each(MONTHS)(
  'goes through %s: pays, asks for help, hands in the report, accepts the statement',
  async (period) => {
    const request = { params: { path: { contract, request: `R-${period}` } } };
    await moveTo(at(`${period}-04`));
    const invoice = await answered(
      office.GET('/api/v1/contracts/{contract}/invoices/{period}', ofPeriod(period)),
    );
    expect(invoice.dueAt).toBe(new Date(at(`${period}-11`, '00:00')).toISOString().replace('.000', ''));
    await answered(
      office.POST('/api/v1/contracts/{contract}/payments', {
        params: params(),
        body: { amount: invoice.payable, reference: period },
      }),
    );
    await answered(
      office.POST('/api/v1/contracts/{contract}/requests', {
        params: params(),
        body: {
          urgency: 'high',
          impact: 'high',
          coreBusinessDown: true,
          name: `R-${period}`,
          at: at(`${period}-06`),
        },
      }),
    );
    // In March the desk answers an hour late; a critical request has 15 minutes.
    const answeredAt = at(`${period}-06`, period === '2025-03' ? '10:15' : '09:10');
    for (const [type, when] of [
      ['respond', answeredAt],
      ['resolve', at(`${period}-06`, '10:30')],
    ] as const) {
      await answered(
        office.POST('/api/v1/contracts/{contract}/requests/{request}/actions', {
          ...request,
          body: { type, at: when },
        }),
      );
    }
    const [year = '', month = ''] = period.split('-');
    const next =
      month === '12' ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`;
    await moveTo(at(`${next}-03`));
    await answered(
      office.POST('/api/v1/contracts/{contract}/reports/{period}/submission', {
        ...ofPeriod(period),
        body: {},
      }),
    );
    for (const party of ['provider', 'client'] as const) {
      await answered(
        office.POST('/api/v1/contracts/{contract}/statements/{period}/acceptance', {
          ...ofPeriod(period),
          body: { party },
        }),
      );
    }
  },
);

it('finds the year as it went: every invoice paid, one penalty, every report in time', async () => {
  await moveTo(at('2026-02-01'));
  const invoices = await answered(office.GET('/api/v1/contracts/{contract}/invoices', { params: params() }));
  expect(invoices.items.map(({ period }) => period)).toEqual(MONTHS);
  expect(invoices.items.filter(({ status }) => status !== 'paid')).toEqual([]);
  const misses = await answered(office.GET('/api/v1/contracts/{contract}/misses', { params: params() }));
  expect(misses.items.map(({ request, target }) => [request, target])).toEqual([['R-2025-03', 'response']]);
  const reports = await answered(office.GET('/api/v1/contracts/{contract}/reports', { params: params() }));
  expect(reports.items.filter(({ late }) => late)).toEqual([]);
  const after = await answered(office.GET('/api/v1/contracts/{contract}', { params: params() }));
  expect(after.status).toBe('closed');
});

it('proves it: the chain of hashes is whole, and every decision comes out the same again', async () => {
  const chain = await answered(
    office.GET('/api/v1/contracts/{contract}/ledger/verification', { params: params() }),
  );
  expect(chain).toMatchObject({ contract, faults: [] });
  const { items } = await answered(
    office.GET('/api/v1/contracts/{contract}/decisions', { params: { ...params(), query: { limit: 200 } } }),
  );
  expect(items.length).toBeGreaterThan(12);
  for (const { sequence } of items.slice(0, 5)) {
    const verdict = await answered(
      office.GET('/api/v1/contracts/{contract}/decisions/{sequence}/verification', {
        params: { path: { contract, sequence } },
      }),
    );
    expect(verdict).toMatchObject({ same: true, entryIntact: true });
  }
});

describe('the bundle of the year', () => {
  let folder: string;
  const whole = () => join(folder, 'whole.zip');
  const changed = () => join(folder, 'changed.zip');

  beforeAll(async () => {
    folder = await mkdtemp(join(data, 'auditor-'));
    const response = await fetch(`${stack.url}/api/v1/contracts/${contract}/bundle`, {
      headers: { authorization: `Bearer ${keyOf('auditor')}` },
    });
    expect(response.headers.get('content-type')).toBe('application/zip');
    const archive = new Uint8Array(await response.arrayBuffer());
    await writeFile(whole(), archive);
    await unpack(filesOf(archive), folder);
    const files = filesOf(archive);
    edit<{ kind: string }>(files, 'receipts.jsonl', (all) => all.filter(({ kind }) => kind !== 'invoice'));
    await writeFile(changed(), await sealedAgain(files, newKey()));
  });

  it('verifies with nothing but Node', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['verify.js', ...args], { cwd: folder, encoding: 'utf8', env: {} });
    const found = run(whole());
    expect(found.stdout).toMatch(/: whole\n {2}\d{2,} lines, \d{2,} receipts, /);
    expect(found.status).toBe(0);
    const other = run(changed());
    expect(other.stdout).toMatch(/seal\.stranger/);
    expect(other.stdout).toMatch(/receipt\.missing/);
    expect(other.status).toBe(1);
  });

  it('verifies with nothing but a browser, and reads in both languages', async () => {
    const browser = await startBrowser();
    // Said by startBrowser: there is none on this machine.
    if (!browser) return;
    try {
      const page = await browser.newPage();
      await page.goto(`file://${folder}/index.html`);
      await page.setInputFiles('#archive', whole());
      await page.waitForSelector('#result[data-outcome="whole"]');
      expect(await page.textContent('#result')).toContain(': whole');
      await page.setInputFiles('#archive', changed());
      await page.waitForSelector('#result[data-outcome="faulty"]');
      await page.click('#language-en');
      expect(await page.innerText('h2 >> nth=0')).toBe('Verify');
      await page.click('#language-zh-CN');
      expect(await page.innerText('h2 >> nth=0')).toBe('验证');
      expect(await page.locator('details').count()).toBeGreaterThan(20);
    } finally {
      await browser.close();
    }
  });
});
