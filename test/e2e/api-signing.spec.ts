import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type z } from 'zod';
import { demoSealKey } from '#documents/seal/demo-key';
import { checkSeal } from '#documents/seal/check-seal';
import { factsAt } from '#execution/facts-at';
import { storeDocument } from '#persistence/queries/documents';
import { linesOfKind } from '#persistence/queries/ledger';
import { sampleParties } from '#templates/parties';
import { ApiKeys } from '../../apps/api/src/access/api-keys.js';
import { createLog } from '#telemetry/log';
import { createApi } from '../../apps/api/src/app.js';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import {
  envelopeList,
  envelopeView,
  type signingLinkView,
} from '../../apps/api/src/signing/envelope-schemas.js';
import { type PressedPaper } from '../../apps/worker/src/papers/paper-press.js';
import { renderPapers } from '../../apps/worker/src/papers/render.js';
import { newContract } from '../support/api-contracts.js';
import { eventually, TestStack } from '../support/stack.js';

/** Signing over HTTP as people do it: links, the page, its forms; against a real PostgreSQL, Temporal, worker and API. */
let stack: TestStack;
let keyFolder: string;

beforeAll(async () => {
  stack = await TestStack.start();
  keyFolder = await mkdtemp(join(tmpdir(), 'pacta-seal-'));
});

afterAll(async () => {
  await stack.stop();
  await rm(keyFolder, { recursive: true });
});

function hashOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

type Envelope = z.infer<typeof envelopeView>;

const LI = {
  party: 'provider',
  name: '李样本',
  title: '服务交付总监',
  email: 'li@provider.example',
} as const;
const WANG = { party: 'client', name: '王示例', title: '经理', email: 'wang@client.example' } as const;

/** A draft of a term that lies ahead. */
async function draft(members: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const term = { termStart: '2027-01-01', termMonths: 12 };
  const drafted = await stack.post<ContractDetail>('/api/v1/contracts', newContract(term, members));
  expect(drafted.status).toBe(201);
  return drafted.body.id;
}

async function sent(
  wish: Readonly<Record<string, unknown>> = {},
  members: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const contract = await draft(members);
  const answer = await stack.post<ContractDetail>(`/api/v1/contracts/${contract}/send`, wish);
  expect(answer).toMatchObject({ status: 200, body: { status: 'signing' } });
  return contract;
}

async function envelopeOf(contract: string): Promise<Envelope> {
  const { body } = await stack.get(`/api/v1/contracts/${contract}/envelopes/contract`, 'auditor');
  return envelopeView.parse(body);
}

function mint(contract: string, signer: string) {
  const address = `/api/v1/contracts/${contract}/envelopes/contract/signers/${signer}/link`;
  return stack.post<z.infer<typeof signingLinkView> & { code?: string }>(address, {});
}

async function linkOf(contract: string, signer: string): Promise<string> {
  const { status, body } = await mint(contract, signer);
  expect(status).toBe(200);
  expect(body.url.startsWith(`${stack.url}/sign/`)).toBe(true);
  return new URL(body.url).pathname;
}

interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
}

interface Visit {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The limits count by address: each test that asks often comes from one of its own. */
  readonly from?: string;
  readonly method?: string;
}

/** A browser of the simplest kind. */
function visit(path: string, { form, headers = {}, from = '127.0.0.1', method }: Visit = {}): Promise<Page> {
  const url = new URL(path, stack.url);
  const body = form === undefined ? undefined : new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      url,
      {
        method: method ?? (form ? 'POST' : 'GET'),
        localAddress: from,
        headers: {
          'user-agent': 'A browser of the tests',
          ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode: status = 0, headers: given } = response;
          resolve({ status, headers: given, text: bytes.toString('utf8'), bytes });
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** What the hidden fields of a form on a page hold. */
function hidden({ text }: Page, act: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*/${act}[?"][\\s\\S]*?</form>`).exec(text)?.[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)" \/>/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );
}

async function signBy(path: string, name: string, visitor: Visit = {}): Promise<Page> {
  const page = await visit(path, visitor);
  return visit(`${path}/sign`, { ...visitor, form: { ...hidden(page, 'sign'), name, consent: 'yes' } });
}

async function pathsOf(contract: string): Promise<string[]> {
  const { signers } = await envelopeOf(contract);
  return Promise.all(signers.map(({ id }) => linkOf(contract, id)));
}

const kinds = ({ steps }: Envelope): string[] =>
  steps.map(({ kind, signer }) => (signer === null ? kind : `${kind} ${signer}`));

describe('a contract is sent', () => {
  it('to the contact person of each party, with the document that they sign stored before', async () => {
    const contract = await sent();
    const envelope = await envelopeOf(contract);
    expect(envelope).toMatchObject({ id: 'contract', subject: 'contract', status: 'open' });
    expect(envelope.remindEveryDays).toBeGreaterThan(0);
    expect(
      envelope.signers.map(({ party, name, title, email, turn, status }) => [
        party,
        name,
        title,
        email,
        turn,
        status,
      ]),
    ).toEqual(
      (['provider', 'client'] as const).map((role) => {
        const { contactPerson, contactTitle, email } = sampleParties[role];
        return [role, contactPerson, contactTitle, email, 1, 'invited'];
      }),
    );
    const { body } = await stack.get(`/api/v1/contracts/${contract}/envelopes`, 'desk');
    expect(envelopeList.parse(body).items).toEqual([envelope]);
    const document = await visit(`/api/v1/contracts/${contract}/envelopes/contract/document`, {
      headers: { 'x-api-key': 'key-of-the-auditor-0123456789' },
    });
    expect(document.headers['content-type']).toBe('application/pdf');
    expect(document.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(hashOf(document.bytes)).toBe(envelope.documentHash);
  });

  it.each<[what: string, wish: object, path: string]>([
    ['nobody of a party', { signers: [LI, { ...LI, email: 'other@provider.example' }] }, 'signers'],
    ['somebody twice', { signers: [LI, WANG, { ...WANG, email: 'WANG@client.example' }] }, 'signers'],
    ['a turn that is none', { signers: [LI, { ...WANG, turn: 0 }] }, 'signers[1].turn'],
    ['an address that is none', { signers: [LI, { ...WANG, email: 'wang' }] }, 'signers[1].email'],
    ['a name of two lines', { signers: [LI, { ...WANG, name: 'a\nb' }] }, 'signers[1].name'],
    ['no title', { signers: [LI, { ...WANG, title: ' ' }] }, 'signers[1].title'],
  ])('not with %s', async (_, wish, path) => {
    const contract = await draft();
    const refused = await stack.post<{ errors: { path: string }[] }>(
      `/api/v1/contracts/${contract}/send`,
      wish,
    );
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((each) => each.path)).toEqual([path]);
    expect(await stack.get(`/api/v1/contracts/${contract}/envelopes/contract`)).toMatchObject({
      status: 404,
      body: { code: 'unknownEnvelope' },
    });
  });

  it('once; sent again under the same key it gets the same answer', async () => {
    const contract = await draft();
    const send = (key: string) => stack.post(`/api/v1/contracts/${contract}/send`, {}, { key });
    const [one, two] = await Promise.all([send('send-once'), send('send-once')]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(await send('send-twice')).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    expect(kinds(await envelopeOf(contract)).filter((kind) => kind === 'sent')).toHaveLength(1);
  });
});

describe('the page', () => {
  it('shows what is signed, by whom and until when, and the first look counts', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const path = await linkOf(contract, 'S2');
    const page = await visit(path);
    expect(page.status).toBe(200);
    const { documentHash, dueAt } = await envelopeOf(contract);
    for (const part of [
      contract,
      WANG.name,
      WANG.title,
      sampleParties.client.fullName,
      documentHash.slice(7),
    ])
      expect(page.text).toContain(part);
    expect(Date.parse(dueAt)).toBeGreaterThan(Date.now());
    expect(page.text).toContain('24:00 (Asia/Shanghai)');
    expect(page.text).toContain('<html lang="zh-CN">');
    expect(page.text).toContain('我已阅读文件全文');
    expect(page.text).toMatch(/服务期限自2027年1月1日/);
    expect(page.text).not.toMatch(/<script|<style| style=| on\w+=|(?:src|href|action)="https?:/i);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    await visit(path);
    const { signers, steps } = await envelopeOf(contract);
    expect(signers[1]).toMatchObject({ status: 'viewed', viewedAt: expect.any(String) });
    expect(steps.filter(({ kind }) => kind === 'viewed')).toEqual([
      expect.objectContaining({
        signer: 'S2',
        by: WANG.name,
        provenance: {
          channel: 'page',
          address: '127.0.0.1',
          userAgent: 'A browser of the tests',
          identity: expect.stringMatching(/^link [0-9a-f]{12}$/),
        },
      }),
    ]);
  });

  it('speaks English when asked to', async () => {
    const path = await linkOf(await sent({ signers: [LI, WANG] }), 'S1');
    const page = await visit(`${path}?lang=en`);
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('I have read the whole document');
    expect(page.text).toContain(`href="${path}" hreflang="zh-CN"`);
    const done = await visit(`${path}/sign?lang=en`, {
      form: { ...hidden(page, 'sign'), name: LI.name, consent: 'yes' },
    });
    expect(done.text).toContain('You have signed');
    expect(done.text).toContain('One person has still to sign');
  });

  it('hands out the document, to read and to keep', async () => {
    const contract = await sent();
    const path = await linkOf(contract, 'S1');
    const { documentHash } = await envelopeOf(contract);
    for (const [query, disposition] of [
      ['', /^inline/],
      ['?download=yes', /^attachment/],
    ] as const) {
      const { bytes, headers } = await visit(`${path}/document${query}`);
      expect(hashOf(bytes)).toBe(documentHash);
      expect(headers['content-disposition']).toMatch(disposition);
      expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
    }
  });

  it('has a label for each field, and one style sheet of its own', async () => {
    const { text } = await visit(await linkOf(await sent(), 'S1'));
    const fields = [...text.matchAll(/<input\s+(?!\s*type="hidden")[^>]*id="([^"]+)"/g)].map(([, id]) => id);
    expect(fields).toEqual(['name', 'consent', 'reason', 'toName', 'toTitle', 'toEmail', 'toReason']);
    for (const id of fields) expect(text).toContain(`for="${id}"`);
    expect([...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address]) => address)).not.toContainEqual(
      expect.stringMatching(/^\/\//),
    );
    const style = await visit('/sign/style.css');
    expect(style.headers['content-type']).toContain('text/css');
    expect(style.text).not.toMatch(/url\(|@import/);
  });

  it('counts no look that nobody took', async () => {
    const contract = await sent();
    const path = await linkOf(contract, 'S1');
    expect((await visit(path, { method: 'HEAD' })).status).toBe(200);
    await visit(path, { headers: { 'sec-purpose': 'prefetch;prerender' } });
    expect((await envelopeOf(contract)).signers[0]?.status).toBe('invited');
  });
});

describe('people sign', () => {
  it('side by side, in any order, and the contract is made with the last one', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const [li = '', wang = ''] = await pathsOf(contract);
    const first = await signBy(wang, WANG.name);
    expect(first.status).toBe(200);
    expect(first.text).toContain('还有 1 人尚未签署');
    const last = await signBy(li, LI.name);
    expect(last.text).toContain('签署完成');
    const envelope = await envelopeOf(contract);
    expect(kinds(envelope)).toEqual([
      'sent',
      'invited S1',
      'invited S2',
      'viewed S2',
      'signed S2',
      'viewed S1',
      'signed S1',
      'completed',
    ]);
    const { body } = await stack.get<ContractDetail>(`/api/v1/contracts/${contract}`);
    expect(body).toMatchObject({ status: 'signed', signing: { completeAt: expect.any(String) } });
    expect(await stack.get(`/api/v1/contracts/${contract}/ledger/verification`)).toMatchObject({
      body: { faults: [] },
    });
  });

  it('in order, several for a party: nobody gets a link before the turn', async () => {
    const zhao = { ...LI, name: '赵样本', email: 'zhao@provider.example', turn: 2 };
    const contract = await sent({ signers: [LI, zhao, { ...WANG, turn: 3 }] });
    for (const early of ['S2', 'S3']) {
      expect(await mint(contract, early)).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    }
    expect(await mint(contract, 'S9')).toMatchObject({ status: 409 });
    for (const [signer, name] of [
      ['S1', LI.name],
      ['S2', zhao.name],
      ['S3', WANG.name],
    ] as const) {
      expect((await envelopeOf(contract)).status).toBe('open');
      expect((await signBy(await linkOf(contract, signer), name)).status).toBe(200);
    }
    expect((await envelopeOf(contract)).status).toBe('completed');
  });

  it.each<[what: string, form: Record<string, string>, said: string]>([
    ['another name', { name: '王', consent: 'yes' }, '输入的姓名与签署人姓名不一致'],
    ['no consent', { name: WANG.name }, '请勾选同意'],
    [
      'another document',
      { name: WANG.name, consent: 'yes', document: `sha256:${'0'.repeat(64)}` },
      '文件与您看到的不一致',
    ],
  ])('not with %s, and can correct it', async (_, form, said) => {
    const contract = await sent({ signers: [LI, WANG] });
    const path = await linkOf(contract, 'S2');
    const page = await visit(path);
    const refused = await visit(`${path}/sign`, { form: { ...hidden(page, 'sign'), ...form } });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(said);
    expect(refused.text).toContain('role="alert"');
    expect(kinds(await envelopeOf(contract))).not.toContain('signed S2');
    const corrected = { ...hidden(refused, 'sign'), name: ` ${WANG.name} `, consent: 'yes' };
    expect((await visit(`${path}/sign`, { form: corrected })).status).toBe(200);
  });

  it('by two clicks at once, once; another page of the same link comes too late', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const path = await linkOf(contract, 'S1');
    const [page, other] = [await visit(path), await visit(path)];
    const form = (of: Page) => ({ ...hidden(of, 'sign'), name: LI.name, consent: 'yes' });
    const [one, two] = await Promise.all([
      visit(`${path}/sign`, { form: form(page) }),
      visit(`${path}/sign`, { form: form(page) }),
    ]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.text).toBe(one.text);
    expect((await visit(`${path}/sign`, { form: form(other) })).status).toBe(404);
    expect(kinds(await envelopeOf(contract)).filter((kind) => kind === 'signed S1')).toHaveLength(1);
  });

  it('from two pages of one link at once, once', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const path = await linkOf(contract, 'S1');
    const pages = [await visit(path), await visit(path), await visit(path)];
    const answers = await Promise.all(
      pages.map((page) =>
        visit(`${path}/sign`, { form: { ...hidden(page, 'sign'), name: LI.name, consent: 'yes' } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
    expect(kinds(await envelopeOf(contract)).filter((kind) => kind === 'signed S1')).toHaveLength(1);
  });

  it('told by a trusted system, as before, and the evidence says from where', async () => {
    const contract = await sent();
    const address = `/api/v1/contracts/${contract}`;
    await stack.post(
      `${address}/signatures`,
      { party: 'provider', signer: 'Li Qiang' },
      { role: 'integration' },
    );
    await stack.post(
      `${address}/signatures`,
      { party: 'client', signer: 'Wang Min' },
      { role: 'integration' },
    );
    const { status, steps } = await envelopeOf(contract);
    expect(status).toBe('completed');
    expect(steps.filter(({ kind }) => kind === 'signed').map(({ provenance }) => provenance)).toEqual(
      [1, 2].map(() => ({
        channel: 'api',
        address: '127.0.0.1',
        userAgent: expect.stringMatching(/\S/),
        identity: 'test-integration',
      })),
    );
  });
});

describe('somebody does not sign', () => {
  it('declines with a reason, and it is over for all', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const [li = '', wang = ''] = await pathsOf(contract);
    const page = await visit(wang);
    const empty = await visit(`${wang}/decline`, { form: { ...hidden(page, 'decline'), reason: '  ' } });
    expect(empty).toMatchObject({ status: 422 });
    const form = { ...hidden(empty, 'decline'), reason: '价格过高 <b>&"\'' };
    const done = await visit(`${wang}/decline`, { form });
    expect(done.text).toContain('您已表示不签署');
    expect(await envelopeOf(contract)).toMatchObject({ status: 'declined' });
    expect((await stack.get<ContractDetail>(`/api/v1/contracts/${contract}`)).body.status).toBe('declined');
    expect((await visit(li)).status).toBe(404);
    expect((await mint(contract, 'S1')).status).toBe(409);
  });

  it('passes it on within the party; the link ends, the delegate signs', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const path = await linkOf(contract, 'S2');
    const page = await visit(path);
    const to = { toName: '孙代理', toTitle: '副经理', toReason: '出差' };
    const own = await visit(`${path}/delegate`, {
      form: { ...hidden(page, 'delegate'), ...to, toEmail: WANG.email.toUpperCase() },
    });
    expect(own.status).toBe(422);
    expect(own.text).toContain('此人已是签署人');
    expect(own.text).toContain('value="孙代理"');
    // Back to the page before, with the address corrected.
    const done = await visit(`${path}/delegate`, {
      form: { ...hidden(page, 'delegate'), ...to, toEmail: 'sun@client.example' },
    });
    expect(done.text).toContain('已转交');
    expect((await visit(path)).status).toBe(404);
    const { signers } = await envelopeOf(contract);
    expect(signers.map(({ id, name, status }) => [id, name, status])).toEqual([
      ['S1', LI.name, 'invited'],
      ['S2', WANG.name, 'delegated'],
      ['S2.1', '孙代理', 'invited'],
    ]);
    expect((await signBy(await linkOf(contract, 'S2.1'), '孙代理')).status).toBe(200);
    expect((await signBy(await linkOf(contract, 'S1'), LI.name)).text).toContain('签署完成');
  });

  it('the sender takes it back: links end', async () => {
    const contract = await sent();
    const path = await linkOf(contract, 'S1');
    const address = `/api/v1/contracts/${contract}/envelopes/contract/withdraw`;
    expect((await stack.post(address, { reason: 'a mistake' }, { role: 'desk' })).status).toBe(403);
    const withdrawn = await stack.post<Envelope>(address, { reason: 'a mistake' }, { role: 'integration' });
    expect(withdrawn).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    expect(withdrawn.body.steps.at(-1)).toMatchObject({
      kind: 'withdrawn',
      by: 'test-integration',
      reason: 'a mistake',
      provenance: { channel: 'api', identity: 'test-integration' },
    });
    expect((await visit(path)).status).toBe(404);
    expect((await stack.get<ContractDetail>(`/api/v1/contracts/${contract}`)).body.status).toBe('withdrawn');
    expect(await stack.post(address, { reason: 'again' })).toMatchObject({ status: 409 });
  });

  it('lets the time to sign pass: reminders as agreed, then nobody can sign', async () => {
    const contract = await sent({ remindEveryDays: 2, mostReminders: 2 }, { clock: 'manual' });
    const path = await linkOf(contract, 'S1');
    const { dueAt } = await envelopeOf(contract);
    const move = (until: string) => stack.post(`/api/v1/contracts/${contract}/clock`, { until });
    await move(dueAt);
    expect((await visit(path)).status).toBe(200);
    await move(new Date(Date.parse(dueAt) + 1000).toISOString().replace('.000', ''));
    const envelope = await envelopeOf(contract);
    expect(envelope.status).toBe('expired');
    expect(envelope.signers.map(({ reminders }) => reminders)).toEqual([2, 2]);
    expect((await visit(path)).status).toBe(404);
    expect((await stack.get<ContractDetail>(`/api/v1/contracts/${contract}`)).body.status).toBe('lapsed');
  });
});

describe('a link that cannot be used', () => {
  it('answers with one and the same page, whyever that is', async () => {
    const from = '127.0.0.2';
    const contract = await sent({ signers: [LI, WANG] });
    const used = await linkOf(contract, 'S1');
    await signBy(used, LI.name);
    const replaced = await linkOf(contract, 'S2');
    await linkOf(contract, 'S2');
    const paths = [used, replaced, `/sign/${'A'.repeat(43)}`, '/sign/none', '/sign/%3Cscript%3E'];
    const pages = await Promise.all(paths.map((path) => visit(path, { from })));
    expect(pages.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.text).toContain('此链接不可用');
    const documents = await Promise.all(paths.map((path) => visit(`${path}/document`, { from })));
    expect(new Set(documents.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(documents[0]?.text).toBe(pages[0]?.text);
    const forms = await Promise.all(
      paths.flatMap((path) =>
        ['sign', 'decline', 'delegate'].map((act) => visit(`${path}/${act}`, { from, form: { name: 'x' } })),
      ),
    );
    expect(new Set(forms.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set([`404 ${pages[0]?.text}`]),
    );
  });

  it('is known to the database by its hash alone', async () => {
    const contract = await sent();
    const token = (await linkOf(contract, 'S1')).split('/').at(-1) ?? '';
    await signBy(`/sign/${token}`, sampleParties.provider.contactPerson);
    const tables = await stack.database.orm.em
      .fork()
      .execute<{ name: string }[]>(
        "select table_name as name from information_schema.tables where table_schema = 'public'",
      );
    for (const { name } of tables) {
      const rows = await stack.database.orm.em
        .fork()
        .execute(`select 1 from "${name}" as row where to_jsonb(row)::text like ?`, [`%${token}%`]);
      expect({ name, rows }).toEqual({ name, rows: [] });
    }
  });

  it('is asked for too often: a page says to wait', async () => {
    const from = '127.0.0.3';
    const path = await linkOf(await sent(), 'S1');
    const pages = [];
    for (let times = 0; times < 31; times++) pages.push(await visit(path, { from }));
    expect(pages.slice(0, 30).every(({ status }) => status === 200)).toBe(true);
    expect(pages[30]).toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } });
    expect(pages[30]?.text).toContain('请求过于频繁');
    expect((await visit(`${path}?lang=en`, { from })).text).toContain('too many requests');
    // The rest of the API has no such limit.
    expect((await visit('/health', { from })).status).toBe(200);
  });

  it('guessing is stopped by address, whatever is guessed', async () => {
    const from = '127.0.0.4';
    const statuses: number[] = [];
    for (let times = 0; times < 125; times++) {
      const token = createHash('sha256').update(String(times)).digest('base64url');
      statuses.push((await visit(`/sign/${token}`, { from })).status);
    }
    expect(statuses.slice(0, 120).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(120)).toEqual([429, 429, 429, 429, 429]);
  });
});

describe('hostile input', () => {
  const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>&\'${7*7}{{7*7}}';

  it('in names and titles is text on the page', async () => {
    const name = `Eve ${EVIL}`.slice(0, 100);
    const contract = await sent({ signers: [LI, { ...WANG, name, title: EVIL.slice(0, 100) }] });
    const path = await linkOf(contract, 'S2');
    const page = await visit(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script|<img/);
    expect(page.text).toContain('&lt;script&gt;');
    const wrong = await visit(`${path}/sign`, { form: { ...hidden(page, 'sign'), name: `${EVIL}!` } });
    expect(wrong.status).toBe(422);
    expect(wrong.text).not.toMatch(/<script|<img/);
    expect((await signBy(path, name)).status).toBe(200);
  });

  it('in a form is a fault, or nothing at all', async () => {
    const contract = await sent();
    const path = await linkOf(contract, 'S1');
    const page = await visit(path);
    for (const reason of ['a\0b', 'two\nlines', 'x'.repeat(501)]) {
      const answer = await visit(`${path}/decline`, { form: { ...hidden(page, 'decline'), reason } });
      expect(answer.status).toBe(422);
    }
    const email = { toName: 'a', toTitle: 'b', toReason: 'c', toEmail: 'a@b\r\nBcc: x@y.example' };
    expect((await visit(`${path}/delegate`, { form: email })).status).toBe(422);
    const polluted = { __proto__: 'x', 'constructor[prototype][a]': 'b', name: 'x' };
    expect((await visit(`${path}/sign`, { form: polluted })).status).toBe(422);
    expect((await envelopeOf(contract)).status).toBe('open');
  });

  it('from another site is refused, from our own page not', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const path = await linkOf(contract, 'S1');
    const page = await visit(path);
    const form = { ...hidden(page, 'sign'), name: LI.name, consent: 'yes' };
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      expect((await visit(`${path}/sign`, { form, headers })).status).toBe(403);
    }
    expect((await envelopeOf(contract)).signers[0]?.status).toBe('viewed');
    const headers = { 'sec-fetch-site': 'same-origin', origin: stack.url };
    expect((await visit(`${path}/sign`, { form, headers })).status).toBe(200);
  });

  it('no other route takes forms', async () => {
    const contract = await draft();
    const answer = await visit(`/api/v1/contracts/${contract}/send`, {
      form: { at: 'x' },
      headers: { 'x-api-key': 'key-of-the-administrator-0123456789' },
    });
    expect(answer.status).toBe(415);
  });
});

/** What the worker's press makes of the line that the last signature wrote. */
async function pressed(contract: string, kind: string): Promise<readonly PressedPaper[]> {
  const em = stack.database.orm.em.fork();
  const line = (await linesOfKind(em, contract, [kind])).at(-1);
  if (!line) throw new Error(`the ledger of ${contract} has no ${kind}`);
  const facts = await factsAt(em, contract, line.sequence);
  const numbers = { invoice: {}, creditNote: {} };
  const papers = await renderPapers({ facts, numbers, languages: ['zh-CN'], labels: [] }, () =>
    demoSealKey(keyFolder),
  );
  for (const { kind: paper, key, language, mediaType, number, fileName, bytes } of papers) {
    await storeDocument(em, {
      contractId: contract,
      ledgerSequence: line.sequence,
      kind: paper,
      key,
      language,
      mediaType,
      number,
      fileName,
      issuedAt: line.at,
      sha256: hashOf(bytes),
      bytes,
    });
  }
  return papers;
}

describe('the papers of a signing', () => {
  const paper = (contract: string, name: string) =>
    visit(`/api/v1/contracts/${contract}/envelopes/contract/${name}`, {
      headers: { 'x-api-key': 'key-of-the-auditor-0123456789' },
    });

  it('are those that the worker makes from the ledger: what was signed byte for byte, then sealed, then certified', async () => {
    const contract = await sent({ signers: [LI, WANG] });
    const { documentHash } = await envelopeOf(contract);
    const [first] = await pressed(contract, 'contract.sent');
    expect(first).toMatchObject({ kind: 'contract', mediaType: 'application/pdf' });
    expect(first && hashOf(first.bytes)).toBe(documentHash);
    expect((await paper(contract, 'signed')).status).toBe(409);
    for (const [signer, name] of [
      ['S1', LI.name],
      ['S2', WANG.name],
    ] as const) {
      await signBy(await linkOf(contract, signer), name, { from: '127.0.0.7' });
    }
    expect(await paper(contract, 'signed')).toMatchObject({ status: 404 });
    const issued = await pressed(contract, 'contract.signed');
    const signed = await paper(contract, 'signed?lang=zh-CN');
    expect(checkSeal(signed.bytes)).toMatchObject({ kind: 'intact' });
    expect(signed.headers['content-disposition']).toContain('signed');
    const evidence = await paper(contract, 'evidence');
    expect(issued.some(({ bytes }) => evidence.bytes.equals(bytes))).toBe(true);
    expect(await paper(contract, 'signed?lang=en')).toMatchObject({ status: 404 });
    expect(hashOf((await paper(contract, 'document')).bytes)).toBe(documentHash);
  });
});

describe('evidence', () => {
  const evidence = (contract: string, lang = 'zh-CN') =>
    visit(`/api/v1/contracts/${contract}/envelopes/contract/evidence?lang=${lang}`, {
      headers: { 'x-api-key': 'key-of-the-auditor-0123456789' },
    });

  it('is there for each way to end, in both languages, and not before', async () => {
    const from = '127.0.0.5';
    const signed = await sent({ signers: [LI, WANG] });
    expect((await evidence(signed)).status).toBe(409);
    for (const [signer, name] of [
      ['S1', LI.name],
      ['S2', WANG.name],
    ] as const) {
      await signBy(await linkOf(signed, signer), name, { from });
    }
    const declined = await sent();
    await stack.post(`/api/v1/contracts/${declined}/decline`, { party: 'client', reason: 'too dear' });
    const withdrawn = await sent();
    await stack.post(`/api/v1/contracts/${withdrawn}/envelopes/contract/withdraw`, { reason: 'a mistake' });
    for (const contract of [signed, declined, withdrawn]) {
      for (const lang of ['zh-CN', 'en']) {
        const { status, headers, bytes } = await evidence(contract, lang);
        expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'application/pdf' });
        expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
        expect((await evidence(contract, lang)).bytes.equals(bytes)).toBe(true);
      }
    }
  });

  it('of what the contract becomes active by is the same page step by step', async () => {
    const present = new Date().toISOString().slice(0, 7);
    const drafted = await stack.post<ContractDetail>(
      '/api/v1/contracts',
      newContract({ termStart: `${present}-01`, termMonths: 12 }),
    );
    const contract = drafted.body.id;
    await stack.post(`/api/v1/contracts/${contract}/send`, { signers: [LI, WANG] });
    for (const [signer, name] of [
      ['S2', WANG.name],
      ['S1', LI.name],
    ] as const) {
      await signBy(await linkOf(contract, signer), name, { from: '127.0.0.6' });
    }
    const { body } = await eventually(
      () => stack.get<ContractDetail>(`/api/v1/contracts/${contract}`),
      ({ body: { status } }) => status === 'active',
    );
    expect(body.status).toBe('active');
    expect((await envelopeOf(contract)).steps.every(({ by }) => by.trim() !== '')).toBe(true);
  });
});

it('trouble on our side is a page as well, and the link can still be used', async () => {
  const contract = await sent({ signers: [LI, WANG] });
  const path = await linkOf(contract, 'S1');
  const { em } = stack.database.orm;
  const rename = (from: string, to: string) => em.fork().execute(`alter table ${from} rename to ${to}`);
  await rename('document', 'document_away');
  const page = await visit(`${path}/document`);
  const english = await visit(`${path}/document?lang=en`);
  await rename('document_away', 'document');
  expect(page).toMatchObject({ status: 500, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(page.text).toMatch(/问题出在我们这里.*编号：[0-9a-f-]{36}/s);
  expect(english.text).toContain('Something went wrong');
  expect((await signBy(path, LI.name, { from: '127.0.0.8' })).status).toBe(200);
});

// The last one: a second API sets the level of what is logged for both.
it('nothing of a signer gets into the log', async () => {
  const contract = await sent({ signers: [LI, WANG] });
  const path = await linkOf(contract, 'S1');
  const keys = ApiKeys.read(JSON.stringify([{ name: 'a', role: 'auditor', key: '0123456789' }]));
  const { database, client } = stack;
  const written: string[] = [];
  const log = createLog('debug', { write: (line) => void written.push(line) });
  const app = await createApi({ orm: database.orm, client, keys, patience: new Patience() }, { log });
  try {
    const send = (method: 'GET' | 'POST', url: string, form?: Record<string, string>) =>
      app.inject({
        method,
        url,
        remoteAddress: '203.0.113.99',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Agent-Smith' },
        ...(form && { payload: new URLSearchParams(form).toString() }),
      });
    await send('GET', path);
    await send('POST', `${path}/sign`, { name: 'Somebody Else' });
    await send('POST', `${path}/delegate`, {
      toName: '孙代理',
      toTitle: '副经理',
      toEmail: 'sun@provider.example',
      toReason: '出差',
    });
    await send('POST', `${path}/decline`, { reason: 'a secret reason' });
    await send('GET', `/sign/${'x'.repeat(500)}`);
  } finally {
    await app.close();
  }
  expect((await envelopeOf(contract)).signers[0]?.status).toBe('delegated');
  const lines = written.join('');
  expect(lines).toContain('POST /sign/:token/delegate 200');
  const secrets = [
    path.split('/').at(-1) ?? '',
    'Somebody',
    '孙代理',
    'sun@',
    '出差',
    'secret',
    '203.0.113',
    'Agent-',
  ];
  for (const secret of secrets) expect(lines).not.toContain(secret);
});
