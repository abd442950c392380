import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type ParsedMail, simpleParser } from 'mailparser';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { type Terms } from '#domain/terms';
import { instant } from '#domain/time/instant';
import { mailTransport } from '#mail/settings';
import { type Transport } from '#mail/transport';
import { storeDocument } from '#persistence/queries/documents';
import { findMail, listMails, type NewMail, queueMail, retryMail } from '#persistence/queries/mail';
import { type MintLink } from '../../apps/worker/src/mail/links.js';
import { Postman } from '../../apps/worker/src/mail/postman.js';
import { WorkerSettings } from '../../apps/worker/src/settings.js';
import { termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

const AT_ONCE = { backoff: { baseSeconds: 0, mostSeconds: 0 }, mostAttempts: 8 };
const SETTINGS = new WorkerSettings(['zh-CN', 'en'], AT_ONCE, AT_ONCE);
const NOW = instant('2025-03-01T00:00:00Z');
const FROM = '合同管理 <contracts@provider.example>';
const PDF = Buffer.from('%PDF-1.7\nwhat was issued\n%%EOF');

type Step = 'rcpt' | 'data' | 'accepted';

/** What a server does on a connection instead of taking the mail. */
type Trouble = { at: Step; answer: number } | { at: 'data'; hangUpAfter: number };

/** A real SMTP server on this machine, with its inbox and its bad days. */
class MailServer {
  readonly inbox: string[] = [];
  readonly troubles: Trouble[] = [];
  /** Called when a mail lies in the inbox, before the sender is told. */
  onTaken: () => Promise<void> | void = () => undefined;
  private readonly server: SMTPServer;

  constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, done) => done(this.refusal('rcpt')),
      onData: (stream, _session, done) => {
        const [trouble] = this.troubles;
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => {
          parts.push(part);
          if (trouble && 'hangUpAfter' in trouble && Buffer.concat(parts).length >= trouble.hangUpAfter) {
            this.troubles.shift();
            for (const connection of this.server.connections) socketOf(connection).destroy();
          }
        });
        stream.on('end', () => {
          const refusal = this.refusal('data');
          if (refusal) return done(refusal);
          this.inbox.push(Buffer.concat(parts).toString('utf8'));
          void this.takenOver(done);
          return undefined;
        });
      },
    });
    // Whoever hangs up on it is not its trouble.
    this.server.on('error', () => undefined);
  }

  async listen(): Promise<string> {
    const listening = Promise.withResolvers<void>();
    this.server.listen(0, '127.0.0.1', () => listening.resolve());
    await listening.promise;
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    const closed = Promise.withResolvers<void>();
    this.server.close(() => closed.resolve());
    return closed.promise;
  }

  /** What a mailbox shows: one mail for each Message-ID. */
  async shown(): Promise<ParsedMail[]> {
    const byId = new Map<string, ParsedMail>();
    for (const source of this.inbox) {
      const parsed = await simpleParser(source);
      byId.set(parsed.messageId ?? '', parsed);
    }
    return [...byId.values()];
  }

  private async takenOver(done: (error?: Error | null) => void): Promise<void> {
    await this.onTaken();
    done(this.refusal('accepted'));
  }

  private refusal(at: Step): (Error & { responseCode: number }) | null {
    const [trouble] = this.troubles;
    if (!trouble || !('answer' in trouble) || trouble.at !== at) return null;
    this.troubles.shift();
    return Object.assign(new Error('not now, client@x'), { responseCode: trouble.answer });
  }
}

describe('mail', () => {
  let database: MigratedDatabase;
  let client: pg.Client;
  let terms: Terms;
  let office: Office;
  let hash: string;
  let server: MailServer;
  let transport: Transport;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await migratedDatabase();
    client = new pg.Client(database.url);
    await client.connect();
    terms = await termsOf();
    office = await Office.signed(database.orm, terms, 'real');
    hash = `sha256:${createHash('sha256').update(PDF).digest('hex')}`;
    await storeDocument(em(), {
      contractId: office.contract,
      ledgerSequence: 1,
      kind: 'invoice',
      key: '2025-03',
      language: 'zh-CN',
      mediaType: 'application/pdf',
      number: null,
      fileName: 'invoice-2025-03.pdf',
      issuedAt: NOW,
      sha256: hash,
      bytes: PDF,
    });
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  beforeEach(async () => {
    server = new MailServer();
    transport = transportTo({ PACTA_SMTP_URL: await server.listen(), PACTA_MAIL_FROM: FROM });
  });

  afterEach(() => server.close());

  const em = () => database.orm.em.fork();

  function transportTo(env: Record<string, string>): Transport {
    const made = mailTransport(env);
    if (!made) throw new Error('no transport');
    return made;
  }

  const noLink: MintLink = () => Promise.reject(new Error('no link is asked for'));

  function postman(way: Transport = transport, mintLink = noLink): Postman {
    return new Postman(database.orm, way, mintLink, SETTINGS);
  }

  async function drain(...postmen: readonly Postman[]): Promise<void> {
    await Promise.all(
      postmen.map(async (each) => {
        while (await each.work());
      }),
    );
  }

  let numbered = 0;

  function invoiceMail(over: Partial<NewMail> = {}): NewMail {
    numbered += 1;
    const recipient = over.recipient ?? 'it@client.example';
    return {
      contractId: office.contract,
      key: `${office.contract}/invoice/2025-03/${numbered}/${recipient}`,
      recipient,
      language: 'zh-CN',
      template: 'invoice',
      data: {
        contract: office.contract,
        name: '王 <示例> & Co.',
        period: '2025-03',
        payable: '20000.00',
        dueBy: '2025-03-10 24:00',
      },
      attachments: [hash],
      ...over,
    };
  }

  async function queued(mail = invoiceMail()): Promise<string> {
    expect(await queueMail(em(), mail, NOW)).toBe(true);
    const rows = await listMails(em(), mail.contractId);
    return rows.find(({ key }) => key === mail.key)?.id ?? '';
  }

  it('arrives as it was meant: addresses, both bodies, the document byte for byte', async () => {
    const id = await queued();
    await drain(postman());
    const [mail, ...others] = await server.shown();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(`2025-03 账单（合同 ${office.contract}）`);
    expect(mail?.from?.text).toBe('"合同管理" <contracts@provider.example>');
    expect([mail?.to].flat().map((each) => each?.text)).toEqual(['it@client.example']);
    expect(mail?.text).toContain('尊敬的王 <示例> & Co.：');
    expect(mail?.html).toContain('尊敬的王 &lt;示例&gt; &amp; Co.：');
    expect(mail?.date).toEqual(new Date(NOW));
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      ['invoice-2025-03.pdf', 'application/pdf'],
    ]);
    expect(mail?.attachments[0]?.content.equals(PDF)).toBe(true);
    const row = await findMail(em(), office.contract, id);
    expect(row).toMatchObject({ status: 'sent', attempts: 1, error: null, messageId: mail?.messageId });
  });

  it('gets through a server that refuses twice, hangs up in the middle, hangs up before its answer: one mail', async () => {
    server.troubles.push(
      { at: 'rcpt', answer: 451 },
      { at: 'data', answer: 452 },
      { at: 'data', hangUpAfter: 600 },
      // Taken, but the sender is told otherwise.
      { at: 'accepted', answer: 421 },
    );
    const id = await queued();
    await drain(postman());
    expect(server.troubles).toEqual([]);
    expect(await findMail(em(), office.contract, id)).toMatchObject({ status: 'sent', attempts: 5 });
    expect(server.inbox).toHaveLength(2);
    expect(await server.shown()).toHaveLength(1);
    // Not only the Message-ID: nothing in a repeat is otherwise.
    expect(new Set(server.inbox.map(withoutTrace)).size).toBe(1);
  });

  it('is repeated, and still one mail, when who delivered it dies before it could say so', async () => {
    const id = await queued();
    server.onTaken = async () => {
      server.onTaken = () => undefined;
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
      );
      expect(rowCount).toBe(1);
    };
    await postman().work();
    expect(await findMail(em(), office.contract, id)).toMatchObject({ status: 'queued' });
    await drain(postman());
    expect(await findMail(em(), office.contract, id)).toMatchObject({ status: 'sent' });
    expect(server.inbox).toHaveLength(2);
    expect(await server.shown()).toHaveLength(1);
  });

  it('is given up at once when the server refuses it for good, and sent when somebody says so again', async () => {
    server.troubles.push({ at: 'rcpt', answer: 550 });
    const id = await queued();
    await drain(postman());
    const failed = await findMail(em(), office.contract, id);
    expect(failed).toMatchObject({ status: 'failed', attempts: 1 });
    expect(failed?.error).toContain('550');
    expect(server.inbox).toEqual([]);

    expect(await retryMail(em(), id, NOW)).toBe(true);
    await drain(postman());
    const [mail] = await server.shown();
    expect(mail?.messageId).toBe(failed?.messageId);
    expect(await retryMail(em(), id, NOW)).toBe(false);
  });

  it('is given up after so many attempts, and the others go their way', async () => {
    const id = await queued(invoiceMail({ attachments: [`sha256:${'0'.repeat(64)}`] }));
    const hole = await queued(invoiceMail({ data: { contract: office.contract } }));
    const good = await queued();
    await drain(postman());
    expect(await findMail(em(), office.contract, id)).toMatchObject({ status: 'failed', attempts: 1 });
    expect(await findMail(em(), office.contract, hole)).toMatchObject({
      status: 'failed',
      attempts: 8,
      error: 'the letter invoice lacks name',
    });
    expect(await findMail(em(), office.contract, good)).toMatchObject({ status: 'sent' });
  });

  it('with four postmen at work: each letter once', async () => {
    const mails = Array.from({ length: 60 }, (_, index) => {
      return invoiceMail({ recipient: `client-${index}@client.example` });
    });
    await Promise.all(mails.flatMap((mail) => [queueMail(em(), mail, NOW), queueMail(em(), mail, NOW)]));
    server.onTaken = () => delay(Math.random() * 5);
    await drain(...Array.from({ length: 4 }, () => postman()));
    expect(server.inbox).toHaveLength(60);
    const addresses = (await server.shown()).flatMap(({ to }) => [to].flat().map((each) => each?.text));
    expect(addresses.sort()).toEqual(mails.map(({ recipient }) => recipient).sort());
  });

  it('is queued once under its key, and not at all for a rehearsal', async () => {
    const mail = invoiceMail();
    expect(await queueMail(em(), mail, NOW)).toBe(true);
    expect(await queueMail(em(), { ...mail, data: { other: 'x' } }, NOW)).toBe(false);
    const rehearsal = await Office.signed(database.orm, terms, 'manual');
    expect(await queueMail(em(), invoiceMail({ contractId: rehearsal.contract }), NOW)).toBe(false);
    expect(await listMails(em(), rehearsal.contract)).toEqual([]);
    await expect(queueMail(em(), invoiceMail({ contractId: 'nobody' }), NOW)).rejects.toThrow('no contract');
    await drain(postman());
  });

  it('stays what it is: nobody changes, unsends or deletes it', async () => {
    const id = await queued();
    await expect(client.query('delete from mail where id = $1', [id])).rejects.toThrow('refused');
    await expect(client.query('truncate mail')).rejects.toThrow('refused');
    await expect(client.query(`update mail set recipient = 'x' where id = $1`, [id])).rejects.toThrow(
      'refused',
    );
    // A refusal is told before its row is let go: whoever comes then would pass over the letter.
    await client.query('select 1');
    await drain(postman());
    await expect(
      client.query(`update mail set status = 'queued', sent_at = null where id = $1`, [id]),
    ).rejects.toThrow('refused');
  });

  it('carries a link that is made for the delivery and stored nowhere', async () => {
    const minted: string[] = [];
    const mintLink: MintLink = (contract, envelope, signer) => {
      const link = `https://pacta.example/sign/token-${minted.length}-of-${signer}`;
      minted.push(`${contract} ${envelope} ${signer}`);
      return Promise.resolve(link);
    };
    server.troubles.push({ at: 'rcpt', answer: 451 });
    await queued(
      invoiceMail({
        template: 'signingInvitation',
        attachments: [],
        data: {
          contract: office.contract,
          name: '王示例',
          document: '服务合同',
          dueBy: '2025-03-10 24:00',
          envelope: 'contract',
          signer: 'S1',
        },
      }),
    );
    await drain(postman(transport, mintLink));
    expect(minted).toEqual(Array.from({ length: 2 }, () => `${office.contract} contract S1`));
    const [mail] = await server.shown();
    expect(mail?.text).toContain('签署链接：https://pacta.example/sign/token-1-of-S1\n');
    const { rows } = await client.query(
      `select count(*)::int as n from mail where mail::text like '%token-%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  describe('to a folder', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pacta-mail-'));
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('is a file of its name, whole, and the same mail again is the same file', async () => {
      const way = transportTo({ PACTA_MAIL_FOLDER: join(folder, 'deep', 'mail') });
      const mail = invoiceMail({ recipient: '../../etc/passwd@client.example' });
      const id = await queued(mail);
      await drain(postman(way));
      const files = await readdir(join(folder, 'deep', 'mail'));
      expect(files).toHaveLength(1);
      expect(files[0]).toMatch(/^[\w@.-]+\.eml$/);
      const path = join(folder, 'deep', 'mail', files[0] ?? '');
      const source = await readFile(path);
      const parsed = await simpleParser(source);
      expect(parsed.attachments[0]?.content.equals(PDF)).toBe(true);
      expect(parsed.from?.text).toBe('"Pacta" <pacta@localhost>');

      await client.query('alter table mail disable trigger all');
      await client.query(`update mail set status = 'queued', sent_at = null where id = $1`, [id]);
      await client.query('alter table mail enable trigger all');
      await drain(postman(way));
      expect(await readdir(join(folder, 'deep', 'mail'))).toEqual(files);
      expect((await readFile(path)).equals(source)).toBe(true);
    });

    it('waits when the folder cannot be written to', async () => {
      const way = transportTo({ PACTA_MAIL_FOLDER: join(folder, 'a-file', 'mail') });
      await writeFile(join(folder, 'a-file'), '');
      const id = await queued();
      await postman(way).work();
      expect(await findMail(em(), office.contract, id)).toMatchObject({ status: 'queued', attempts: 1 });
      await drain(postman());
    });
  });

  describe('the settings', () => {
    it.each([
      [{ PACTA_SMTP_URL: 'http://x', PACTA_MAIL_FROM: FROM }, 'PACTA_SMTP_URL: is not smtp://'],
      [{ PACTA_SMTP_URL: 'smtp://secret:pass@', PACTA_MAIL_FROM: FROM }, 'PACTA_SMTP_URL: is not smtp://'],
      [{ PACTA_SMTP_URL: 'smtp://h:25' }, 'PACTA_MAIL_FROM: is needed'],
      [
        { PACTA_SMTP_URL: 'smtp://h:25', PACTA_MAIL_FROM: 'x\r\nBcc: y@z' },
        'PACTA_MAIL_FROM: is not an address',
      ],
      [
        { PACTA_SMTP_URL: 'smtp://h:25', PACTA_MAIL_FOLDER: '/tmp/x', PACTA_MAIL_FROM: FROM },
        'PACTA_MAIL_FOLDER: is set beside',
      ],
    ])('%j is refused, without a secret in the message', (env, message) => {
      expect(() => mailTransport(env)).toThrow(message);
      expect(() => mailTransport(env)).not.toThrow('secret');
    });

    it('no way out is no fault: mail waits', async () => {
      expect(mailTransport({ PACTA_SMTP_URL: '', PACTA_MAIL_FOLDER: ' ' })).toBeNull();
      const id = await queued();
      const nobody = new Postman(database.orm, null, noLink, SETTINGS);
      expect(await nobody.work()).toBe(false);
      expect(await findMail(em(), office.contract, id)).toMatchObject({ status: 'queued', attempts: 0 });
      await drain(postman());
    });
  });
});

/** smtp-server names it, but its types do not. */
function socketOf(connection: object): Socket {
  const { _socket: socket } = connection as { readonly _socket?: Socket };
  if (!socket) throw new Error('the connection has no socket');
  return socket;
}

/** A mail without what servers on its way put on top. */
function withoutTrace(source: string): string {
  return source.replace(/^Received:.*\r?\n(?:[ \t].*\r?\n)*/gm, '');
}
