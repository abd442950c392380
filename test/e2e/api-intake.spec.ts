import { createHash } from 'node:crypto';
import { sampleParties } from '#templates/parties';
import { type AttachmentOut, type MailTaken } from '../../apps/api/src/intake/intake-schemas.js';
import { type RequestDetail } from '../../apps/api/src/requests/request-schemas.js';
import { activeContract, rehearsalContract } from '../support/api-contracts.js';
import { type Called, keyElsewhere, keyOf, TestStack } from '../support/stack.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

/** What comes in by hotline, mailbox and portal, over HTTP: real workflows, a real PostgreSQL. */
let stack: TestStack;
let contract: string;
let address: string;

beforeAll(async () => {
  stack = await TestStack.start();
  contract = await activeContract(stack);
  address = `/api/v1/contracts/${contract}`;
});

afterAll(() => stack.stop());

const CLIENT = sampleParties.client.email;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

interface MailParts {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly headers?: readonly string[];
}

function mail({
  id = 'm-1@acme.example',
  from = CLIENT,
  to = 'support@provider.example',
  headers = [],
}: MailParts): string {
  return [
    ...headers,
    `From: Wang Min <${from}>`,
    `To: ${to}`,
    `Message-ID: <${id}>`,
    'Subject: secret subject',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'secret text',
    '--b',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="shot.png"',
    'Content-Transfer-Encoding: base64',
    '',
    PNG.toString('base64'),
    '--b',
    'Content-Type: application/pdf',
    'Content-Disposition: attachment; filename="virus.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('MZ\u0090\u0000').toString('base64'),
    '--b--',
    '',
  ].join('\r\n');
}

type Told = MailTaken & { code: string; detail: string };

const sendMail = (
  text: string,
  query = 'urgency=medium&impact=medium',
  headers: Record<string, string> = {},
): Promise<Called<Told>> =>
  stack.call('POST', `/api/v1/intake/mail?${query}`, {
    role: null,
    text,
    headers: {
      'content-type': 'message/rfc822',
      authorization: `Bearer ${keyOf('integration')}`,
      ...headers,
    },
  });
const ledgerLength = async () =>
  (await stack.get<Items<unknown>>(`${address}/ledger?limit=200`)).body.items.length;

describe('a notice', () => {
  it('has its channel and the gap to its record beside the clock, which starts at the record', async () => {
    const recordedAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 60_000);
    const at = recordedAt.toISOString().replace('.000', '');
    const receivedAt = new Date(recordedAt.getTime() - 600_000).toISOString().replace('.000', '');
    const body = { urgency: 'high', impact: 'high', name: 'HOTLINE', at, receivedAt, channel: 'hotline' };
    const recorded = await stack.post<RequestDetail>(`${address}/requests`, body);
    expect(recorded.body).toMatchObject({
      receivedAt,
      recordedAt: at,
      channel: 'hotline',
      recordingGapSeconds: 600,
    });
    expect(recorded.body.targets[0]?.segments[0]?.from).toBe(at);
    const { body: ledger } = await stack.get<Items<{ kind: string; payload: object }>>(
      `${address}/ledger?limit=200`,
    );
    expect(ledger.items.find(({ kind }) => kind === 'request.recorded')?.payload).toMatchObject({
      channel: 'hotline',
      receivedAt,
      recordingGapSeconds: 600,
    });
    expect((await stack.get(`${address}/ledger/verification`)).body).toMatchObject({ faults: [] });
  });

  it('is neither from before the term nor from after its record', async () => {
    const severity = { urgency: 'low', impact: 'low', channel: 'portal' };
    const early = await stack.post(`${address}/requests`, {
      ...severity,
      receivedAt: '2020-01-01T00:00:00Z',
    });
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'beforeTerm', errors: [{ path: 'receivedAt' }] },
    });
    const late = await stack.post(`${address}/requests`, { ...severity, receivedAt: '2999-01-01T00:00:00Z' });
    expect(late).toMatchObject({ status: 422, body: { code: 'invalidValue' } });
    expect(await stack.post(`${address}/requests`, { ...severity, channel: 'fax' })).toMatchObject({
      status: 422,
    });
  });

  it('has its gap in the report of its month, where its channel was told', async () => {
    const rehearsal = `/api/v1/contracts/${await rehearsalContract(stack)}`;
    const severity = { urgency: 'low', impact: 'low' };
    await stack.post(`${rehearsal}/requests`, {
      ...severity,
      at: '2025-01-06T09:10:00+08:00',
      receivedAt: '2025-01-06T09:00:00+08:00',
      channel: 'hotline',
    });
    await stack.post(`${rehearsal}/requests`, {
      ...severity,
      at: '2025-01-06T10:00:00+08:00',
      channel: 'portal',
    });
    await stack.post(`${rehearsal}/requests`, { ...severity, at: '2025-02-06T10:00:00+08:00' });
    await stack.post(`${rehearsal}/clock`, { until: '2025-03-02T00:00:00+08:00' });
    const { body } = await stack.get<Items<{ intake: unknown }>>(`${rehearsal}/reports`);
    expect(body.items.map(({ intake }) => intake)).toEqual([
      { byChannel: { hotline: 1, portal: 1 }, received: 1, averageGapSeconds: 600, longestGapSeconds: 600 },
      null,
    ]);
  });
});

describe('a mail', () => {
  let first: Called<Told>;

  it('becomes a request of the contract whose client wrote it, with its files', async () => {
    const sentAt = new Date(Date.now() - 120_000);
    const headers = [`Received: from a by b; ${sentAt.toUTCString().replace('GMT', '+0000')}`];
    first = await sendMail(mail({ headers }));
    expect(first).toMatchObject({
      status: 201,
      body: {
        outcome: 'recorded',
        reason: null,
        repeated: false,
        contract,
        priority: 'medium',
        refused: [{ fileName: 'virus.pdf', size: 5, reason: 'type' }],
      },
    });
    const { body: request } = await stack.get<RequestDetail>(first.body.address ?? '');
    expect(request.channel).toBe('mailbox');
    expect(request.recordingGapSeconds).toBeGreaterThanOrEqual(119);
    expect(first.body.attachments).toMatchObject([
      { source: 'original', mediaType: 'message/rfc822', sha256: sha256(Buffer.from(mail({ headers }))) },
      { source: 'mail', mediaType: 'image/png', fileName: 'shot.png', sha256: sha256(PNG) },
    ]);
  });

  it('is one request however often it comes, also twice at once, from whoever hands it on', async () => {
    const before = await ledgerLength();
    const again = await sendMail(mail({}), 'urgency=high&impact=high');
    expect(again).toMatchObject({ status: 200, body: { repeated: true, request: first.body.request } });
    const other = { authorization: `Bearer ${keyOf('administrator')}` };
    expect(await sendMail(mail({}), undefined, other)).toMatchObject({
      status: 200,
      body: { repeated: true },
    });
    expect(await ledgerLength()).toBe(before);
    const both = await Promise.all([1, 2, 3].map(() => sendMail(mail({ id: 'm-2@acme.example' }))));
    // Who comes while the first is on its way is told to wait: 202, as with any command.
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(both.every(({ status }) => [200, 201, 202].includes(status))).toBe(true);
    const last = await sendMail(mail({ id: 'm-2@acme.example' }));
    const named = both.flatMap(({ body }) => body.request ?? []);
    expect(new Set([...named, last.body.request])).toEqual(new Set([last.body.request]));
    const { body } = await stack.get<Items<RequestDetail>>(`${address}/requests`);
    const requests = body.items.map(({ request }) => request).filter((request) => request !== 'HOTLINE');
    expect(requests).toEqual([first.body.request, last.body.request]);
  });

  it('that a machine wrote is ignored, and says so', async () => {
    const before = await ledgerLength();
    const headers = ['Auto-Submitted: auto-replied'];
    expect(await sendMail(mail({ id: 'auto@acme.example', headers }))).toMatchObject({
      status: 200,
      body: { outcome: 'ignored', reason: 'autoReply', request: null },
    });
    expect(await sendMail(mail({ id: 'b@acme.example', headers: ['Return-Path: <>'] }))).toMatchObject({
      body: { outcome: 'ignored', reason: 'bounce' },
    });
    expect(await ledgerLength()).toBe(before);
  });

  it('is refused where it belongs to no contract, says nothing of itself, or is none', async () => {
    const refused = async (parts: MailParts, headers = {}) =>
      (await sendMail(mail(parts), undefined, headers)).body;
    expect(await refused({ id: 'x@y', from: 'stranger@elsewhere.example' })).toMatchObject({
      code: 'unroutableMail',
    });
    const named = { id: 'x@y', to: `support+${contract.toLowerCase()}@provider.example` };
    expect(await refused({ ...named, from: 'stranger@elsewhere.example' })).toMatchObject({
      code: 'unroutableMail',
    });
    const elsewhere = { authorization: `Bearer ${keyElsewhere('desk')}` };
    expect(await refused(named, elsewhere)).toMatchObject({ code: 'unroutableMail' });
    expect((await sendMail(`X: ${'a'.repeat(9_000_000)}\r\n\r\n`)).body).toMatchObject({
      code: 'invalidRequest',
    });
    expect(await refused({ id: 'y@x', from: 'a\u0000b@c.example' })).toMatchObject({
      code: 'unroutableMail',
    });
    expect(await refused({ id: 'with space' })).toMatchObject({ code: 'invalidRequest' });
    expect(await sendMail(mail({}), 'urgency=medium')).toMatchObject({ status: 422 });
    expect(await sendMail('x'.repeat(11_000_000))).toMatchObject({
      status: 413,
      body: { code: 'bodyTooLarge' },
    });
    expect(await sendMail('{}', undefined, { 'content-type': 'application/json' })).toMatchObject({
      status: 415,
    });
    const text = await stack.call('POST', `${address}/requests`, {
      text: mail({}),
      headers: { 'content-type': 'message/rfc822' },
    });
    expect(text).toMatchObject({ status: 415 });
  });

  it('names its contract where the client has several', async () => {
    const second = await activeContract(stack);
    expect((await sendMail(mail({ id: 'm-3@acme.example' }))).body).toMatchObject({ code: 'unroutableMail' });
    const to = `support+${second}@provider.example`;
    const taken = await sendMail(mail({ id: 'm-3@acme.example', to }));
    expect(taken).toMatchObject({ status: 201, body: { contract: second } });
    // The same id is another mail of another contract.
    const other = await sendMail(mail({ to }));
    expect(other).toMatchObject({ status: 201, body: { contract: second } });
  });

  it('whose request the contract refuses changes nothing', async () => {
    const to = `support+${contract}@provider.example`;
    const headers = ['Received: from a by b; Wed, 01 Jan 2020 00:00:00 +0000'];
    expect(await sendMail(mail({ id: 'old@x', to, headers }))).toMatchObject({
      status: 422,
      body: { code: 'beforeTerm' },
    });
    expect(await sendMail(mail({ id: 'old@x', to }))).toMatchObject({ status: 201 });
  });

  it('leaves nothing of its content with Temporal but ciphertext, and nothing in the ledger', async () => {
    const em = stack.database.orm.em.fork();
    const tables = ['ledger_entry', 'command', 'incident'];
    for (const table of tables) {
      const rows = await em.execute(
        `select 1 from ${table} t where t::text ~ 'secret (subject|text)|Wang Min <'`,
      );
      expect(rows).toEqual([]);
    }
  });
});

describe('a file of a request', () => {
  const upload = (
    bytes: Uint8Array,
    fileName: string,
    options: { role?: 'desk' | 'party'; name?: string } = {},
  ) =>
    fetch(
      `${stack.url}${address}/requests/${options.name ?? 'HOTLINE'}/attachments?fileName=${encodeURIComponent(fileName)}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${keyOf(options.role ?? 'desk')}`,
          'content-type': 'application/octet-stream',
        },
        body: Buffer.from(bytes),
      },
    );

  it('is kept once by its hash, listed, and handed out to be saved', async () => {
    const made = await upload(PNG, '截图 "1".png', { role: 'party' });
    expect(made.status).toBe(201);
    const file = (await made.json()) as AttachmentOut;
    expect(file).toMatchObject({
      sha256: sha256(PNG),
      mediaType: 'image/png',
      source: 'upload',
      addedBy: 'test-party',
    });
    const again = await upload(PNG, 'other.png');
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(file);
    const { body } = await stack.get<Items<AttachmentOut>>(
      `${address}/requests/HOTLINE/attachments`,
      'auditor',
    );
    expect(body.items).toEqual([file]);
    const got = await fetch(`${stack.url}${file.address}`, {
      headers: { authorization: `Bearer ${keyOf('desk')}` },
    });
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PNG);
    expect(got.headers.get('content-type')).toBe('image/png');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('content-security-policy')).toContain('sandbox');
    expect(got.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/,
    );
    const [contents] = await stack.database.orm.em
      .fork()
      .execute<{ count: number }[]>('select count(*)::int as count from file_content where sha256 = ?', [
        sha256(PNG),
      ]);
    expect(contents?.count).toBe(1);
  });

  it('is refused by what it is, whatever it is called; so is one too many or too large', async () => {
    const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
    expect(await codeOf(await upload(Buffer.from('MZ\u0090\u0000'), 'good.png'))).toBe(
      'attachmentTypeNotAllowed',
    );
    expect(await codeOf(await upload(Buffer.from(''), 'empty.txt'))).toBe('invalidRequest');
    expect(await codeOf(await upload(Buffer.alloc(11_000_000, 'x'), 'large.txt'))).toBe('bodyTooLarge');
    expect(await codeOf(await upload(PNG, 'a.png', { name: 'NONE' }))).toBe('unknownRequest');
    const missing = await stack.get<{ code: string }>(
      `${address}/requests/HOTLINE/attachments/${'0'.repeat(64)}`,
    );
    expect(missing).toMatchObject({ status: 404, body: { code: 'unknownAttachment' } });
    for (let index = 1; index < 50; index++)
      expect((await upload(Buffer.from(`file ${index}`), `${index}.txt`)).status).toBe(201);
    expect(await codeOf(await upload(Buffer.from('one too many'), 'x.txt'))).toBe('tooManyAttachments');
  });
});
