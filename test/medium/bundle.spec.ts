import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { AuditKeys } from '#audit/audit-keys';
import { type Checkpoint } from '#audit/checkpoint';
import { CheckpointFolder } from '#audit/checkpoint-folder';
import { fingerprint, publicKeyText } from '#audit/keys';
import { contentHash } from '#decisions/hash';
import { instant } from '#domain/time/instant';
import { decideAgain } from '#evidence/bundle/decide-again';
import { exportBundle, verifierFile } from '#evidence/bundle/export-bundle';
import { takeCheckpoint } from '#evidence/take-checkpoint';
import { type LedgerLine } from '#persistence/ledger';
import { storeDocument } from '#persistence/queries/documents';
import { keepHistory } from '#persistence/queries/workflow-histories';
import { type DecisionReceipt } from '#receipts/receipt';
import { type FindingKind } from '#verifier/finding';
import { type BundleReport, verifyArchive, verifyFiles } from '#verifier/verify';
import {
  edit,
  type Files,
  filesOf,
  newKey,
  put,
  rehashed,
  relinked,
  resealedReceipt,
  sealedAgain,
  signedByAnother,
  text,
  unpack,
} from '../support/bundles.js';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

const NOW = instant('2026-01-01T00:00:00Z');

/** A bundle of a real PostgreSQL's contract, and whoever tampers with it afterwards. */
describe('a bundle', () => {
  let database: MigratedDatabase;
  let folder: string;
  let office: Office;
  let archive: Uint8Array<ArrayBuffer>;
  const key = newKey();
  const other = newKey();
  const ownKey = fingerprint(publicKeyText(key));

  const settings = () => ({
    folder: new CheckpointFolder(join(folder, 'checkpoints')),
    keys: new AuditKeys([key]),
    everySeconds: 3600,
  });

  async function exported(): Promise<Uint8Array<ArrayBuffer>> {
    const wish = { contract: office.contract, exportedAt: NOW, exportedBy: 'auditor', unfinished: [] };
    const parts: Uint8Array[] = [];
    for await (const part of await exportBundle(database.orm.em.fork(), settings(), wish))
      parts.push(part as Uint8Array);
    return new Uint8Array(Buffer.concat(parts));
  }

  /** Two months: a request that is missed, documents that the ledger tells of, two runs of the workflow. */
  async function twoMonths(): Promise<void> {
    const recordedAt = shanghai('2025-01-06 09:00');
    await office.moveThrough(recordedAt);
    const fact = {
      type: 'request.recorded',
      at: recordedAt,
      severity: SEVERITY.critical,
      receivedAt: null,
    } as const;
    await office.tellRequest('R-1', fact);
    await office.moveThrough(shanghai('2025-01-20 09:00'));
    await office.tellRequest('R-1', { type: 'request.resolved', at: shanghai('2025-01-20 10:00') });
    await takeCheckpoint(database.orm.em.fork(), settings(), NOW, true);
    await office.moveThrough(shanghai('2025-03-02'));
    await issue('invoice', '2025-02', 'what was issued');
    for (const [run, previousRunId] of [
      ['run-1', null],
      ['run-2', 'run-1'],
    ] as const)
      await keepRun(run, previousRunId);
  }

  async function issue(kind: string, period: string, content: string): Promise<void> {
    const lines = await office.ledger();
    const source = lines.find((line) => line.kind === 'invoice.issued')?.sequence ?? 1;
    const bytes = Buffer.from(content);
    const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const named = { kind, key: period, language: 'en', mediaType: 'application/pdf', number: null } as const;
    const stored = {
      ...named,
      ledgerSequence: source,
      fileName: `${kind}.pdf`,
      issuedAt: NOW,
      sha256,
      bytes,
    };
    await storeDocument(database.orm.em.fork(), { contractId: office.contract, ...stored });
    const document = { ...named, size: bytes.length, documentHash: sha256, fileName: stored.fileName };
    const at = (await office.state()).through;
    await office.tell({ type: 'documents.issued', at, source, documents: [document] } as never);
  }

  async function keepRun(runId: string, previousRunId: string | null): Promise<void> {
    const bytes = Buffer.from(JSON.stringify({ events: [{ eventId: '1' }, { eventId: '2' }] }));
    await keepHistory(database.orm.em.fork(), {
      workflowId: `contract/${office.contract}`,
      runId,
      contractId: office.contract,
      owner: 'contract',
      firstRunId: 'run-1',
      previousRunId,
      nextRunId: null,
      events: 2,
      status: 'completed',
      startedAt: `2025-01-0${runId.slice(-1)}T00:00:00.000Z`,
      closedAt: `2025-01-0${runId.slice(-1)}T00:00:01.000Z`,
      sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      size: bytes.length,
      exportedAt: NOW,
      bytes,
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pacta-bundle-'));
    database = await migratedDatabase();
    const terms = await termsOf();
    await Office.signed(database.orm, terms, 'real');
    office = await Office.signed(database.orm, terms, 'real');
    await takeCheckpoint(database.orm.em.fork(), settings(), NOW, true);
    await twoMonths();
    archive = await exported();
  });

  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const tampered = (change: (files: Files) => void): Files => {
    const files = filesOf(archive);
    change(files);
    return files;
  };
  const kindsOf = ({ findings }: BundleReport) => [...new Set(findings.map(({ kind }) => kind))].sort();
  const lines = (files: Files, change: (lines: LedgerLine[]) => readonly LedgerLine[]) =>
    edit<LedgerLine>(files, 'ledger.jsonl', change);
  const receipts = (files: Files, change: (receipts: DecisionReceipt[]) => readonly DecisionReceipt[]) =>
    edit<DecisionReceipt>(files, 'receipts.jsonl', change);
  const firstOf = (files: Files, prefix: string) =>
    [...files.keys()].find((path) => path.startsWith(prefix)) ?? '';

  it('is whole, and is what any program reads', async () => {
    const report = await verifyArchive(archive, { key: ownKey });
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({
      contract: office.contract,
      counts: { documents: 1, runs: 2, checkpoints: 3 },
    });
    expect(report.counts.receipts).toBeGreaterThan(3);
    expect(report.proved?.line).toBe(report.counts.lines);
    expect(Object.keys(unzipSync(archive)).sort()).toEqual([...filesOf(archive).keys()].sort());
  });

  it('is the same to the byte where nothing has happened since', async () => {
    expect(Buffer.compare(await exported(), archive)).toBe(0);
  });

  it('decides all of it again, the same to the letter, from its own files', async () => {
    const files = filesOf(archive);
    const again = await decideAgain(text(files, 'ledger.jsonl'), text(files, 'receipts.jsonl'));
    expect(again.differences).toEqual([]);
    const changed = tampered((one) =>
      receipts(one, ([first, ...rest]) =>
        first ? [resealedReceipt({ ...first, clause: '9.9' }), ...rest] : [],
      ),
    );
    const differs = await decideAgain(text(changed, 'ledger.jsonl'), text(changed, 'receipts.jsonl'));
    expect(differs.differences).toEqual([expect.stringContaining('clause: "9.9" then')]);
  });

  it('tells its ledger in both languages, and nothing in it becomes markup', () => {
    const page = text(filesOf(archive), 'index.html');
    expect(page).toContain('<script src="verify.js"></script>');
    expect(page).toContain('lang="zh-CN"');
    expect(page).not.toContain('<script>');
  });

  /** What somebody does to the files, and what must be named, whoever seals them again. */
  const plants: readonly (readonly [string, (files: Files) => void, readonly FindingKind[]])[] = [
    [
      'a flipped entry',
      (files) => lines(files, (all) => all.with(3, { ...all[3], actor: 'x' } as LedgerLine)),
      ['ledger.changed'],
    ],
    [
      'an entry with a hash that fits it',
      (files) => lines(files, (all) => all.with(3, rehashed({ ...all[3], actor: 'x' } as LedgerLine))),
      ['ledger.unlinked'],
    ],
    [
      'a whole chain that fits',
      (files) =>
        lines(files, ([first, ...rest]) => (first ? relinked([{ ...first, actor: 'x' }, ...rest]) : [])),
      ['ledger.replaced', 'receipt.unfounded'],
    ],
    ['a dropped entry', (files) => lines(files, (all) => all.toSpliced(4, 1)), ['ledger.missing']],
    [
      'entries in another order',
      (files) => lines(files, ([a, b, c, ...rest]) => (a && b && c ? [a, c, b, ...rest] : [])),
      ['ledger.missing', 'ledger.order'],
    ],
    ['a ledger that ends early', (files) => lines(files, (all) => all.slice(0, -2)), ['ledger.cut']],
    [
      'a line that is no JSON',
      (files) => put(files, 'ledger.jsonl', `${text(files, 'ledger.jsonl')}x\n`),
      ['ledger.unreadable'],
    ],
    [
      'a flipped receipt',
      (files) => receipts(files, (all) => all.with(0, { ...all[0], clause: '9' } as DecisionReceipt)),
      ['receipt.changed'],
    ],
    [
      'another amount with a hash that fits',
      (files) =>
        receipts(files, (all) =>
          all.map((receipt) =>
            receipt.kind === 'invoice'
              ? resealedReceipt({
                  ...receipt,
                  arithmetic: receipt.arithmetic.map((step) => ({ ...step, result: '1.00' })),
                })
              : receipt,
          ),
        ),
      ['receipt.reckoning'],
    ],
    [
      'a condition turned round',
      (files) =>
        receipts(files, (all) =>
          all.map((receipt) =>
            resealedReceipt({
              ...receipt,
              conditions: receipt.conditions.map((each) => ({ ...each, result: !each.result })),
            }),
          ),
        ),
      ['receipt.condition'],
    ],
    [
      'a receipt left out',
      (files) => receipts(files, (all) => all.filter(({ kind }) => kind !== 'miss')),
      ['receipt.missing'],
    ],
    [
      'a receipt twice',
      (files) => receipts(files, (all) => [...all, ...all.slice(0, 1)]),
      ['receipt.repeated'],
    ],
    ['other rules', (files) => put(files, firstOf(files, 'rules/'), '{"id":"other"}'), ['rules.changed']],
    ['a calendar left out', (files) => void files.delete(firstOf(files, 'calendars/')), ['rules.missing']],
    ['another document', (files) => put(files, firstOf(files, 'documents/'), 'other'), ['document.changed']],
    ['a document left out', (files) => void files.delete(firstOf(files, 'documents/')), ['document.missing']],
    [
      'a document that nobody issued',
      (files) =>
        edit<{ sha256: string; file: string }>(files, 'documents.jsonl', (all) => [
          ...all,
          { ...(all[0] ?? { file: '' }), sha256: contentHash('x') },
        ]),
      ['document.untold'],
    ],
    [
      'another history',
      (files) => put(files, firstOf(files, 'histories/'), '{"events":[]}'),
      ['history.changed'],
    ],
    ['a run left out', (files) => edit(files, 'histories.jsonl', (all) => all.slice(1)), ['history.missing']],
    [
      'a flipped checkpoint',
      (files) =>
        edit<Checkpoint>(files, 'checkpoints.jsonl', (all) =>
          all.with(0, { ...all[0], size: 9 } as Checkpoint),
        ),
      ['checkpoint.changed', 'checkpoint.unlinked'],
    ],
    [
      'a checkpoint left out',
      (files) => edit(files, 'checkpoints.jsonl', (all) => all.toSpliced(1, 1)),
      ['checkpoint.missing', 'proof.broken'],
    ],
    [
      'the last checkpoint left out',
      (files) => edit(files, 'checkpoints.jsonl', (all) => all.slice(0, -1)),
      ['checkpoint.missing'],
    ],
    ['no proofs', (files) => put(files, 'proofs.jsonl', ''), ['proof.missing']],
    [
      'a proof of something else',
      (files) =>
        edit<{ hash: string }>(files, 'proofs.jsonl', (all) =>
          all.map((one) => ({ ...one, hash: contentHash(1) })),
        ),
      ['proof.broken'],
    ],
  ];

  it.each(plants)('names %s, whether sealed again by its own key or by another', async (_, plant, kinds) => {
    const files = tampered(plant);
    const byItself = await verifyArchive(await sealedAgain(files, key));
    expect(kindsOf(byItself)).toEqual(expect.arrayContaining([...kinds]));
    expect(kindsOf(byItself).filter((kind) => kind.startsWith('seal.'))).toEqual([]);
    const byAnother = await verifyArchive(await sealedAgain(files, other));
    expect(kindsOf(byAnother)).toEqual(expect.arrayContaining([...kinds, 'seal.stranger']));
  });

  it('names all of it where several things were done', async () => {
    const files = tampered((one) => {
      for (const name of [
        'a flipped entry',
        'a dropped entry',
        'another document',
        'other rules',
        'another history',
        'a receipt twice',
      ])
        plants.find(([plant]) => plant === name)?.[1](one);
    });
    expect(kindsOf(await verifyArchive(await sealedAgain(files, other)))).toEqual(
      expect.arrayContaining([
        'document.changed',
        'history.changed',
        'ledger.changed',
        'ledger.missing',
        'receipt.repeated',
        'rules.changed',
        'seal.stranger',
      ]),
    );
  });

  it('shows another key where everything was signed anew, and names it against the one that was told', async () => {
    const files = tampered((one) =>
      edit<Checkpoint>(one, 'checkpoints.jsonl', (all) => signedByAnother(all, other)),
    );
    const again = await sealedAgain(files, other);
    const report = await verifyArchive(again);
    expect(report.keys).toEqual([fingerprint(publicKeyText(other))]);
    expect(kindsOf(await verifyArchive(again, { key: ownKey }))).toEqual(['seal.otherKey']);
  });

  it.each([
    ['left out', (files: Files): void => void files.delete('receipts.jsonl'), 'file.missing'],
    ['added', (files: Files) => put(files, 'note.txt', 'x'), 'file.unknown'],
    ['changed', (files: Files) => put(files, 'verify.js', 'x'), 'file.changed'],
    ['without a manifest', (files: Files): void => void files.delete('manifest.json'), 'manifest.unreadable'],
  ] as const)('names a file that was %s', async (_, change, kind) => {
    expect(kindsOf(await verifyFiles(tampered(change)))).toContain(kind);
  });

  it('has no byte that can be flipped unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const flipped = archive.slice();
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        expect((await verifyArchive(flipped)).findings).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('cannot be cut short unseen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), async (length) => {
        expect((await verifyArchive(archive.slice(0, length))).findings).not.toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('verifies by its own file in a bare Node, from the archive and from the folder', async () => {
    const place = await mkdtemp(join(folder, 'auditor-'));
    const files = filesOf(archive);
    expect(text(files, 'verify.js')).toBe(await readFile(verifierFile(), 'utf8'));
    await writeFile(join(place, 'verify.js'), files.get('verify.js') ?? '');
    await writeFile(join(place, 'whole.zip'), archive);
    const changed = tampered((one) => put(one, firstOf(one, 'documents/'), 'other'));
    await writeFile(join(place, 'changed.zip'), await sealedAgain(changed, other));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['verify.js', ...args], { cwd: place, encoding: 'utf8', env: {} });
    expect(run('whole.zip', '--key', ownKey)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(': whole'),
    });
    await unpack(files, join(place, 'unpacked'));
    expect(run('unpacked')).toMatchObject({ status: 0, stdout: expect.stringContaining(': whole') });
    const found = run('changed.zip');
    expect(found.status).toBe(1);
    expect(found.stdout).toMatch(/document\.changed .*seal\.stranger/s);
    expect(run('nothing.zip').status).toBe(2);
  });
});
