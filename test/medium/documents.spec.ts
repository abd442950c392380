import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import { type Command } from '#domain/command';
import { type ContractState } from '#domain/contract/state';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { instant, type Instant } from '#domain/time/instant';
import { factsAt, factsOf } from '#execution/facts-at';
import { hashOfLine, type LedgerLine } from '#persistence/ledger';
import {
  documentOfHash,
  listDocuments,
  type NewDocument,
  storeDocument,
} from '#persistence/queries/documents';
import { listMails } from '#persistence/queries/mail';
import {
  claimPaperJob,
  enqueuePapers,
  unfinishedPaperJobs,
  wakePaperJobs,
} from '#persistence/queries/paper-jobs';
import { archiveOf } from '../../apps/api/src/documents/archive.js';
import { type Announcer, RefusedDocument } from '../../apps/worker/src/papers/announcer.js';
import { type PressedPaper, type PressOrder } from '../../apps/worker/src/papers/paper-press.js';
import { Press } from '../../apps/worker/src/papers/press.js';
import { WorkerSettings } from '../../apps/worker/src/settings.js';
import { draftOf, SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

const AT_ONCE = { backoff: { baseSeconds: 0, mostSeconds: 0 }, mostAttempts: 3 };
const SETTINGS = new WorkerSettings(['zh-CN', 'en'], AT_ONCE, AT_ONCE);
const LATER = instant('2099-01-01T00:00:00Z');
const STATES: Instant = shanghai('2025-01-01');

/** A real PostgreSQL with a database of its own; contracts are told things turn by turn, without workflows. */
describe('documents', () => {
  let database: MigratedDatabase;
  let client: pg.Client;
  let terms: Terms;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await migratedDatabase();
    client = new pg.Client(database.url);
    await client.connect();
    terms = await termsOf();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const em = () => database.orm.em.fork();

  async function enqueue(lines: readonly LedgerLine[]): Promise<void> {
    await em().transactional((tx) => enqueuePapers(tx, lines));
  }

  async function clearJobs(): Promise<void> {
    await client.query('delete from paper_job');
  }

  /** A contract of three months, with a payment, a missed target and a report, and the jobs of its ledger. */
  async function threeMonths(clock: 'real' | 'manual' = 'real'): Promise<Office> {
    const office = await Office.signed(database.orm, terms, clock);
    await office.moveThrough(shanghai('2025-01-06 09:00'));
    await office.tellRequest('A', {
      type: 'request.recorded',
      at: shanghai('2025-01-06 09:00'),
      severity: SEVERITY.high,
      receivedAt: null,
    });
    await office.moveThrough(shanghai('2025-01-07 09:00'));
    await office.tellRequest('A', { type: 'request.resolved', at: shanghai('2025-01-07 10:00') });
    await office.moveThrough(shanghai('2025-03-01 00:00'));
    await enqueue(await office.ledger());
    return office;
  }

  /** Documents named by what was ordered; it tells what it was asked for, and may stumble. */
  class TestPress {
    readonly pressed: string[] = [];

    constructor(private readonly stumble: (line: LedgerLine) => Promise<void> | void = () => undefined) {}

    readonly facts = factsOf;

    async press({ facts, numbers, languages }: PressOrder): Promise<PressedPaper[]> {
      const { line, contract } = facts;
      await this.stumble(line);
      this.pressed.push(`${contract}/${line.sequence}`);
      const { period } = line.payload as { period?: string };
      const kind = line.kind === 'invoice.issued' ? 'invoice' : line.kind;
      return languages.map((language) => ({
        kind,
        key: period ?? null,
        language,
        mediaType: 'application/pdf',
        number: kind === 'invoice' ? (numbers.invoice[period ?? ''] ?? null) : null,
        fileName: `${kind}.${language}.pdf`,
        bytes: Buffer.from(`\0\xff\\x27' ${contract} ${line.sequence} ${language}`, 'latin1'),
      }));
    }

    end(): Promise<void> {
      return Promise.resolve();
    }
  }

  class TestAnnouncer {
    readonly told: string[] = [];

    constructor(private readonly stumble: () => void = () => undefined) {}

    announce: Announcer['announce'] = async (_em, { contractId, ledgerSequence }, documents) => {
      await delay(2);
      this.stumble();
      for (const { language } of documents) this.told.push(`${contractId}/${ledgerSequence}/${language}`);
    };
  }

  function pressOf(press = new TestPress(), announcer = new TestAnnouncer()): Press {
    return new Press(database.orm, announcer as unknown as Announcer, press, SETTINGS);
  }

  async function drain(...presses: readonly Press[]): Promise<void> {
    await Promise.all(
      presses.map(async (press) => {
        while (await press.work());
      }),
    );
  }

  function document(office: Office, over: Partial<NewDocument> = {}): NewDocument {
    const bytes = Buffer.from('what was issued');
    return {
      contractId: office.contract,
      ledgerSequence: 1,
      kind: 'contract',
      key: null,
      language: 'en',
      mediaType: 'application/pdf',
      number: null,
      fileName: 'contract.pdf',
      issuedAt: STATES,
      sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      bytes,
      ...over,
    };
  }

  describe('a stored document', () => {
    it('stays as it is, also for a superuser', async () => {
      const office = await Office.signed(database.orm, terms, 'real');
      await storeDocument(em(), document(office));
      for (const [statement, operation] of [
        [`update document set file_name = 'other.pdf'`, 'UPDATE'],
        ['delete from document', 'DELETE'],
        ['truncate document', 'TRUNCATE'],
        ['truncate contract cascade', 'TRUNCATE'],
      ] as const) {
        await expect(client.query(statement)).rejects.toThrow(`${operation} of `);
      }
      const found = await documentOfHash(em(), document(office).sha256);
      expect(found?.bytes.toString()).toBe('what was issued');
      expect(found?.key).toBeNull();
    });

    it('has the hash of its bytes, or is not stored', async () => {
      const office = await Office.signed(database.orm, terms, 'real');
      const wrong = `sha256:${'0'.repeat(64)}`;
      await expect(storeDocument(em(), document(office, { sha256: wrong }))).rejects.toThrow('document_hash');
      await expect(storeDocument(em(), document(office, { ledgerSequence: 99 }))).rejects.toThrow('ledger');
      expect(await listDocuments(em(), office.contract)).toEqual([]);
    });

    it('is the first of its name, and two of other names may have the same bytes', async () => {
      const office = await Office.signed(database.orm, terms, 'real');
      const first = document(office);
      const bytes = Buffer.from('set by a newer version');
      const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      await Promise.all([storeDocument(em(), first), storeDocument(em(), first)]);
      await storeDocument(em(), { ...first, bytes, sha256 });
      await storeDocument(em(), { ...first, ledgerSequence: 2 });
      const stored = await listDocuments(em(), office.contract);
      expect(stored.map((each) => [each.ledgerSequence, each.sha256])).toEqual([
        [1, first.sha256],
        [2, first.sha256],
      ]);
    });
  });

  describe('the jobs of a turn', () => {
    it('are there for the lines that bring paper about, once, and only if the turn is', async () => {
      await clearJobs();
      const office = await threeMonths();
      const lines = await office.ledger();
      const jobs = await unfinishedPaperJobs(em(), office.contract);
      const kinds = jobs.map(({ ledgerSequence }) => lines[ledgerSequence - 1]?.kind);
      expect(kinds.filter((kind) => kind === 'contract.signed')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'invoice.issued')).toHaveLength(3);
      expect(kinds.filter((kind) => kind === 'report.drawnUp')).toHaveLength(2);
      expect(kinds).not.toContain('target.missed');
      await enqueue(lines);
      expect(await unfinishedPaperJobs(em(), office.contract)).toHaveLength(jobs.length);

      await clearJobs();
      const failing = em().transactional(async (tx) => {
        await enqueuePapers(tx, lines);
        throw new Error('the turn fails');
      });
      await expect(failing).rejects.toThrow('the turn fails');
      expect(await unfinishedPaperJobs(em(), office.contract)).toEqual([]);
    });

    it('sleep for a rehearsal, until somebody asks for a line; no letter is ever queued', async () => {
      await clearJobs();
      const office = await threeMonths('manual');
      const press = new TestPress();
      const announcer = new TestAnnouncer();
      await drain(pressOf(press, announcer));
      expect(press.pressed).toEqual([]);

      const invoice = (await office.ledger()).find(({ kind }) => kind === 'invoice.issued');
      await wakePaperJobs(em(), office.contract, STATES, invoice?.sequence);
      await drain(pressOf(press, announcer));
      expect(press.pressed).toEqual([`${office.contract}/${invoice?.sequence}`]);
      expect(await listDocuments(em(), office.contract)).toHaveLength(2);
      expect(announcer.told).toEqual([]);
      expect(await listMails(em(), office.contract)).toEqual([]);
    });
  });

  describe('the facts as of a line', () => {
    /** What stood in the rows after each turn. */
    async function history(): Promise<{ office: Office; stood: Map<number, ContractState> }> {
      const office = await Office.signed(database.orm, terms, 'real');
      const stood = new Map<number, ContractState>();
      const note = async (): Promise<void> => {
        const last = (await office.ledger()).findLast(({ owner }) => owner === 'contract');
        if (last) stood.set(last.sequence, await office.state());
      };
      const tell = async (body: Command['body']): Promise<void> => {
        await office.moveThrough(body.at);
        await office.tell(body);
        await note();
      };
      await note();
      await office.moveThrough(shanghai('2025-01-06 09:00'));
      await note();
      const recorded = { type: 'request.recorded', severity: SEVERITY.high, receivedAt: null } as const;
      // A miss in each month: at the end of the third the client may terminate.
      for (const [index, month] of ['01', '02', '03'].entries()) {
        const at = shanghai(`2025-${month}-06 10:00`);
        await office.moveThrough(at);
        await note();
        await office.tellRequest(`R${index + 1}`, { ...recorded, at });
        await tell({
          type: 'payment.received',
          at: shanghai(`2025-${month}-10 10:00`),
          amount: fen(20_000_00),
          reference: `2025-${month}`,
        });
        await office.moveThrough(shanghai(`2025-${month}-28`));
        await note();
      }
      await office.moveThrough(shanghai('2025-04-01'));
      await note();
      await tell({ type: 'termination.exercised', at: shanghai('2025-04-02 09:00'), by: 'client' });
      return { office, stood };
    }

    it('are what stood in the rows then, whatever has happened since', async () => {
      const { office, stood } = await history();
      expect(stood.size).toBeGreaterThan(5);
      for (const [sequence, state] of stood) {
        const facts = await factsAt(em(), office.contract, sequence);
        expect({ sequence, state: facts.state }).toEqual({ sequence, state });
        expect(facts.line.sequence).toBe(sequence);
        expect(hashOfLine(facts.line)).toBe(facts.line.hash);
      }
      const last = Math.max(...stood.keys());
      const facts = await factsAt(em(), office.contract, last);
      expect(facts.payments).toEqual(
        ['01', '02', '03'].map((month) => ({
          at: shanghai(`2025-${month}-10 10:00`),
          amount: 2_000_000,
          reference: `2025-${month}`,
        })),
      );
      expect(facts.requests.map(({ request }) => request)).toEqual(['R1', 'R2', 'R3']);
      expect(facts.state.status).toBe('terminated');
      const first = await factsAt(em(), office.contract, 1);
      expect([first.state.status, first.requests, first.payments]).toEqual(['draft', [], []]);
    });

    it('are the same for every line of a step', async () => {
      const { office } = await history();
      const lines = (await office.ledger()).filter(({ owner }) => owner === 'contract');
      const last = lines.at(-1)?.ownerVersion;
      const ended = lines.filter(({ ownerVersion }) => ownerVersion === last);
      expect(ended.length).toBeGreaterThan(2);
      const states = await Promise.all(
        ended.map(async ({ sequence }) => (await factsAt(em(), office.contract, sequence)).state),
      );
      for (const state of states) expect(state).toEqual(await office.state());
    });

    it('have the terms and the text in force then, and what an amendment changes', async () => {
      const office = await Office.signed(database.orm, terms, 'real');
      const amended = await termsOf({ penaltyPermille: '3' });
      const text = { 'zh-CN': { title: '新文本', clauses: [] }, en: { title: 'New text', clauses: [] } };
      const [at, effectiveAt] = [shanghai('2025-01-15 10:00'), shanghai('2025-02-01')];
      await office.moveThrough(at);
      const agreed = {
        type: 'amendment.agreed',
        at,
        amendment: 'A-1',
        effectiveAt,
        reason: 'agreed',
      } as const;
      const { answer } = await office.tell({ ...agreed, terms: amended, text });
      expect(answer).toMatchObject({ kind: 'applied' });
      await office.moveThrough(shanghai('2025-03-01'));
      const lines = await office.ledger();
      const factsOfKind = (kind: string) => {
        return factsAt(em(), office.contract, lines.findLast((line) => line.kind === kind)?.sequence ?? 0);
      };
      const before = await factsOfKind('amendment.agreed');
      expect(before.amendment).toMatchObject({ id: 'A-1', effectiveAt, reason: 'agreed' });
      expect(before.amendment?.before.terms).toEqual(terms);
      expect(before.amendment?.after).toEqual({ terms: amended, text });
      expect([before.terms.parameters['penaltyPermille'], before.text.en.title]).toEqual(['5', 'Contract']);
      const after = await factsOfKind('invoice.issued');
      expect(after.amendment).toBeNull();
      expect([after.terms.parameters['penaltyPermille'], after.text.en.title]).toEqual(['3', 'New text']);
    });

    it('are not to be had of a ledger that does not add up, or of a line that is not there', async () => {
      const office = await threeMonths();
      await expect(factsAt(em(), office.contract, 999)).rejects.toThrow('has no line 999');
      await client.query('alter table ledger_entry disable trigger all');
      await client.query(
        `update ledger_entry set payload = jsonb_set(payload, '{payable}', '"1.00"')
          where contract_id = $1 and kind = 'invoice.issued'`,
        [office.contract],
      );
      await client.query('alter table ledger_entry enable trigger all');
      await expect(factsAt(em(), office.contract, 9)).rejects.toThrow('does not add up');
      await clearJobs();
    });
  });

  describe('the press', () => {
    it('with three of them at work: nothing twice, nothing lost, in the order of each ledger', async () => {
      await clearJobs();
      const offices = await Promise.all(Array.from({ length: 6 }, () => threeMonths()));
      const wanted = await Promise.all(offices.map(({ contract }) => unfinishedPaperJobs(em(), contract)));
      const presses = Array.from({ length: 3 }, () => new TestPress(() => delay(Math.random() * 5)));
      const announcer = new TestAnnouncer();
      await drain(...presses.map((press) => pressOf(press, announcer)));

      const jobs = wanted.flat().map(({ contractId, ledgerSequence }) => `${contractId}/${ledgerSequence}`);
      expect(jobs.length).toBeGreaterThan(40);
      expect(presses.flatMap(({ pressed }) => pressed).sort()).toEqual(jobs.sort());
      const twoEach = jobs.flatMap((job) => [`${job}/en`, `${job}/zh-CN`]);
      expect([...announcer.told].sort()).toEqual(twoEach.sort());
      for (const { contract } of offices) {
        expect(await unfinishedPaperJobs(em(), contract)).toEqual([]);
        const told = announcer.told.filter((each) => each.startsWith(`${contract}/`));
        const sequences = told.map((each) => Number(each.split('/')[1]));
        expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
        const documents = await listDocuments(em(), contract);
        expect(documents).toHaveLength(told.length);
        const letters = await listMails(em(), contract);
        expect(new Set(letters.map(({ key }) => key)).size).toBe(letters.length);
        expect(letters.filter(({ template }) => template === 'invoice')).toHaveLength(3);
      }
      const { rows } = await client.query(
        `select number from document where kind = 'invoice' and language = 'en' and contract_id = any($1)`,
        [offices.map(({ contract }) => contract)],
      );
      expect(new Set(rows.map(({ number }) => number as string)).size).toBe(18);
    });

    it('letters carry the document of their line, a reminder that of the invoice it is about', async () => {
      await clearJobs();
      const office = await threeMonths();
      await drain(pressOf());
      const documents = await listDocuments(em(), office.contract);
      const letters = await listMails(em(), office.contract);
      const invoice = documents.find(({ kind, key, language }) => {
        return kind === 'invoice' && key === '2025-01' && language === 'zh-CN';
      });
      const about = letters.filter(({ key }) => key.includes('/invoice/2025-01/'));
      expect(about.map(({ key, template, attachments }) => [key, template, attachments])).toEqual([
        [`${office.contract}/invoice/2025-01/it@client.example`, 'invoice', [invoice?.sha256]],
        [`${office.contract}/invoice/2025-01/overdue/it@client.example`, 'paymentOverdue', [invoice?.sha256]],
        [
          `${office.contract}/invoice/2025-01/reminded/it@client.example`,
          'paymentReminder',
          [invoice?.sha256],
        ],
      ]);
      expect(about[0]?.data).toEqual({
        contract: office.contract,
        name: '王示例',
        period: '2025-01',
        payable: '20000.00',
        dueBy: '2025-01-10 24:00',
      });
    });

    it('takes again what somebody was at whose connection broke', async () => {
      await clearJobs();
      const office = await threeMonths();
      const reached = Promise.withResolvers<void>();
      const hanging = new TestPress(async () => {
        reached.resolve();
        await delay(300);
      });
      const dying = pressOf(hanging).work();
      await reached.promise;
      const other = new TestPress();
      await drain(pressOf(other));
      expect(other.pressed).toEqual([]);
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
      );
      expect(rowCount).toBe(1);
      await dying;
      await drain(pressOf(other));
      const jobs = new Set(other.pressed);
      expect(jobs.size).toBe(other.pressed.length);
      expect(await unfinishedPaperJobs(em(), office.contract)).toEqual([]);
      expect(await listDocuments(em(), office.contract)).toHaveLength(jobs.size * 2);
    });

    it('gives up what fails for good, with its error, and goes on with the rest', async () => {
      await clearJobs();
      const office = await threeMonths();
      const press = new TestPress(({ kind, payload }) => {
        const { period } = payload as { period?: string };
        if (kind === 'invoice.issued' && period === '2025-02')
          throw new Error('a glyph is missing\nat line 1');
      });
      await drain(pressOf(press));
      const left = await unfinishedPaperJobs(em(), office.contract);
      expect(left.map(({ status, attempts, error }) => ({ status, attempts, error }))).toEqual([
        { status: 'failed', attempts: 3, error: 'a glyph is missing' },
      ]);
      const invoices = (await listDocuments(em(), office.contract)).filter(({ kind }) => kind === 'invoice');
      expect(invoices.map(({ key }) => key)).toEqual(['2025-01', '2025-01', '2025-03', '2025-03']);
      // Its number stays its own: the series has no gap.
      expect(
        [...new Set(invoices.map(({ number }) => Number(number?.slice(-4))))].map(
          (n, _, [first = 0]) => n - first,
        ),
      ).toEqual([0, 2]);
    });

    it('tells the contract until it is heard, and not again once the contract has refused', async () => {
      await clearJobs();
      const office = await threeMonths();
      let failures = 12;
      const deaf = new TestAnnouncer(() => {
        if (failures-- > 0) throw new Error('no connection');
      });
      const press = new TestPress();
      await drain(pressOf(press, deaf));
      expect(await unfinishedPaperJobs(em(), office.contract)).toEqual([]);
      expect(new Set(press.pressed).size).toBe(press.pressed.length);

      await clearJobs();
      await enqueue((await office.ledger()).filter(({ kind }) => kind === 'contract.sent'));
      const refusing = new TestAnnouncer(() => {
        throw new RefusedDocument('wrongState: no');
      });
      await drain(pressOf(press, refusing));
      const [job] = await unfinishedPaperJobs(em(), office.contract);
      expect(job).toMatchObject({ status: 'failed', error: 'wrongState: no' });
    });

    // The planner then puts the table outside of a loop, and what seeks the due job into it.
    it('takes one job at a time, also where the table was last looked at when it was all but empty', async () => {
      await clearJobs();
      await threeMonths();
      await client.query(
        'delete from paper_job where ledger_sequence > (select min(ledger_sequence) from paper_job)',
      );
      await client.query('vacuum analyze paper_job');
      await threeMonths();
      await em().transactional(async (tx) => {
        for (const join of ['hashjoin', 'mergejoin']) await tx.execute(`set local enable_${join} = off`);
        expect(await claimPaperJob(tx, LATER, { baseSeconds: 10, mostSeconds: 30 })).not.toBeNull();
        const counted = await tx.execute('select attempts from paper_job where attempts > 0');
        expect(counted).toEqual([{ attempts: 1 }]);
      });
      await clearJobs();
    });

    it('waits longer after each failure', async () => {
      await clearJobs();
      const office = await Office.signed(database.orm, terms, 'real');
      const backoff = { baseSeconds: 10, mostSeconds: 30 };
      const claimed: (string | undefined)[] = [];
      let now = LATER;
      for (const expected of ['00:10', '00:20', '00:30', '00:30']) {
        const job = await claimPaperJob(em(), now, backoff);
        claimed.push(job?.contractId);
        expect(await claimPaperJob(em(), now, backoff)).toBeNull();
        const { rows } = await client.query(
          `select to_char(next_at - $1::timestamptz, 'MI:SS') as wait, next_at from paper_job where attempts > 0`,
          [now],
        );
        expect(rows).toEqual([{ wait: expected, next_at: expect.any(Date) as Date }]);
        now = instant((rows[0] as { next_at: Date }).next_at.toISOString().replace('.000', ''));
      }
      expect(new Set(claimed)).toEqual(new Set([office.contract]));
      await clearJobs();
    });
  });

  describe('the archive', () => {
    async function bytesOf(office: Office): Promise<Buffer> {
      const chunks: Buffer[] = [];
      for await (const chunk of await archiveOf(em(), office.contract, [])) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    }

    it('has each document and the ledger, with hashes that fit, and is the same twice', async () => {
      await clearJobs();
      const office = await threeMonths();
      await drain(pressOf());
      const bytes = await bytesOf(office);
      expect((await bytesOf(office)).equals(bytes)).toBe(true);
      const files = unzipSync(bytes);
      const read = (name: string) => files[name] ?? new Uint8Array();
      const hash = (name: string) => `sha256:${createHash('sha256').update(read(name)).digest('hex')}`;
      const manifest = JSON.parse(strFromU8(read('manifest.json'))) as {
        documents: { file: string; sha256: string }[];
        ledger: { entries: number; head: string; sha256: string };
      };
      const stored = await listDocuments(em(), office.contract);
      expect(manifest.documents.map(({ sha256 }) => sha256)).toEqual(stored.map(({ sha256 }) => sha256));
      for (const { file, sha256 } of manifest.documents) expect(hash(file)).toBe(sha256);
      const lines = strFromU8(read('ledger.jsonl'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as LedgerLine);
      expect(manifest.ledger).toMatchObject({
        entries: lines.length,
        head: lines.at(-1)?.hash,
        sha256: hash('ledger.jsonl'),
      });
      for (const line of lines) expect(hashOfLine(line)).toBe(line.hash);
      expect(Object.keys(files)).toHaveLength(stored.length + 2);
    });
  });

  it('a draft alone brings nothing about', async () => {
    await clearJobs();
    const office = new Office(database.orm, terms);
    await office.tell(draftOf(terms, 'real', terms.startsAt));
    await enqueue(await office.ledger());
    expect(await unfinishedPaperJobs(em(), office.contract)).toEqual([]);
  });
});
