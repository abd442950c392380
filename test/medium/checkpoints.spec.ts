import { type KeyObject } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { AuditKeys } from '#audit/audit-keys';
import { type Checkpoint, checkpointFaults, signCheckpoint } from '#audit/checkpoint';
import { CheckpointFolder } from '#audit/checkpoint-folder';
import { isIncluded } from '#audit/heads';
import { fingerprint, newKeyPem, privateKeyOf, publicKeyText } from '#audit/keys';
import { compareCheckpoints } from '#evidence/compare-checkpoints';
import { takeCheckpoint } from '#evidence/take-checkpoint';
import { addSeconds, instant, type Instant } from '#domain/time/instant';
import { hashOfLine } from '#persistence/ledger';
import { shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

const start = instant('2026-01-01T00:00:00Z');
const hour = 3600;

/** Checkpoints in a real folder over a real PostgreSQL: whoever has the database is not trusted. */
describe('checkpoints', () => {
  let database: MigratedDatabase;
  let superuser: pg.Client;
  let path: string;
  const key = privateKeyOf(newKeyPem());
  const other = privateKeyOf(newKeyPem());

  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'pacta-checkpoints-'));
    database = await migratedDatabase();
    superuser = new pg.Client(database.url);
    await superuser.connect();
  });

  afterEach(async () => {
    await superuser.end();
    await database.drop();
    await rm(path, { recursive: true, force: true });
  });

  const settings = (...keys: KeyObject[]) => ({
    folder: new CheckpointFolder(path),
    keys: new AuditKeys(keys.length > 0 ? keys : [key]),
    everySeconds: hour,
  });
  const take = (at: Instant, insist = false, ...keys: KeyObject[]) =>
    takeCheckpoint(database.orm.em.fork(), settings(...keys), at, insist);
  const compared = async () =>
    (await compareCheckpoints(database.orm.em.fork(), new CheckpointFolder(path))).faults;
  const signed = async () => Office.signed(database.orm, await termsOf(), 'manual');

  /** What only someone can do who may do everything with the database. */
  async function tamper(table: string, statement: string, parameters: unknown[] = []): Promise<void> {
    await superuser.query(`alter table ${table} disable trigger all`);
    await superuser.query(statement, parameters);
    await superuser.query(`alter table ${table} enable trigger all`);
  }

  it('are written when due: the first at once, then where a ledger has grown, else once a day', async () => {
    const office = await signed();
    expect(await take(start)).toMatchObject({ isNew: true, checkpoint: { sequence: 1, size: 1 } });
    expect((await take(addSeconds(start, 2 * hour))).isNew).toBe(false);
    await office.moveContract({ until: office.terms.startsAt, stage: 'all' });
    expect((await take(addSeconds(start, hour - 1))).isNew).toBe(false);
    expect((await take(addSeconds(start, hour - 1), true)).isNew).toBe(true);
    expect((await take(addSeconds(start, 24 * hour))).isNew).toBe(false);
    expect(await take(addSeconds(start, 25 * hour))).toMatchObject({ isNew: true, backwards: [] });
    expect(await compared()).toEqual([]);
  });

  it('prove what each of them saw of a ledger, also after it has grown', async () => {
    const offices = [await signed(), await signed(), await signed()];
    await take(start);
    const [first] = offices;
    await first?.moveContract({ until: first.terms.startsAt, stage: 'all' });
    await take(start, true);
    const folder = new CheckpointFolder(path);
    for (const sequence of [1, 2]) {
      const { checkpoint, heads } = await folder.read(sequence);
      // The second file has only what changed.
      expect(heads).toHaveLength(sequence === 1 ? 3 : 1);
      const tree = await folder.headsAt(sequence);
      for (const office of offices) {
        const proof = tree.proofOf(office.contract);
        const line = (await office.ledger())[(proof?.head.sequence ?? 0) - 1];
        expect(proof && isIncluded(proof, checkpoint)).toBe(true);
        expect(line?.hash).toBe(proof?.head.hash);
      }
    }
  });

  it('are written once, however many processes do it', async () => {
    await signed();
    const taken = await Promise.all(Array.from({ length: 5 }, () => take(start)));
    expect(taken.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await readdir(path)).toEqual(['00000001.json']);
  });

  it('go on where a process died after it had written the file', async () => {
    await signed();
    await take(start);
    await tamper('checkpoint_note', 'delete from checkpoint_note');
    expect(await compared()).toEqual([
      'the database knows the checkpoints up to 0 of 1: it was rolled back, or is just being written',
    ]);
    await signed();
    expect((await take(start, true)).checkpoint.sequence).toBe(2);
    expect(await compared()).toEqual([]);
  });

  it('are not written where files are gone, or others stand in their place', async () => {
    await signed();
    await take(start);
    await signed();
    await take(start, true);
    const file = join(path, '00000002.json');
    const text = await readFile(file, 'utf8');
    await rm(file);
    await expect(take(start, true)).rejects.toThrow('checkpoint 2 was written, and');
    expect(await compared()).toEqual([
      'checkpoints 2 to 2 are missing: the database noted that they were written',
    ]);
    await writeFile(file, text.replace('"size":2', '"size":3'));
    await expect(take(start, true)).rejects.toThrow('another stands in its place');
  });

  it('are handed over to a new key by the old one', async () => {
    await signed();
    await take(start);
    await expect(take(start, true, other)).rejects.toThrow('name another key as the next signer');
    expect((await take(start, false, key, other)).checkpoint).toMatchObject({
      publicKey: publicKeyText(key),
      nextPublicKey: publicKeyText(other),
    });
    await signed();
    expect((await take(start, true, other)).checkpoint.publicKey).toBe(publicKeyText(other));
    const report = await compareCheckpoints(database.orm.em.fork(), new CheckpointFolder(path));
    expect(report).toMatchObject({
      faults: [],
      keys: [key, other].map((one) => fingerprint(publicKeyText(one))),
    });
    await signed();
    await expect(take(start, true, key)).rejects.toThrow('name another key as the next signer');
  });

  describe('find', () => {
    let office: Office;
    beforeEach(async () => {
      office = await Office.opened(database.orm, await termsOf());
      await take(start);
      await office.moveThrough(shanghai('2025-02-10'));
      await signed();
      await take(start, true);
    });

    it('a ledger that was cut off together with its head', async () => {
      const length = (await office.ledger()).length;
      await tamper('ledger_entry', 'delete from ledger_entry where contract_id = $1 and sequence > $2', [
        office.contract,
        length - 2,
      ]);
      await superuser.query(
        `update ledger_head h set sequence = $2, hash = (select hash from ledger_entry e
           where e.contract_id = h.contract_id and e.sequence = $2) where contract_id = $1`,
        [office.contract, length - 2],
      );
      expect(await compared()).toEqual([
        `${office.contract}: cut off or rolled back: checkpoint 2 saw ${length} entries, there are ${length - 2}`,
      ]);
      // The next one is written all the same, and says so.
      expect((await take(start, true)).backwards).toEqual([office.contract]);
      expect(await compared()).toContain(
        `checkpoint 3 saw a shorter or another ledger than the one before it: ${office.contract}`,
      );
    });

    it('a ledger that was written anew, with every hash right', async () => {
      const lines = await office.ledger();
      let previousHash = lines[1]?.previousHash ?? '';
      for (const line of lines.slice(1)) {
        const forged = { ...line, actor: line.sequence === 2 ? 'nobody' : line.actor, previousHash };
        previousHash = hashOfLine(forged);
        await tamper(
          'ledger_entry',
          'update ledger_entry set actor = $3, previous_hash = $4, hash = $5 where contract_id = $1 and sequence = $2',
          [office.contract, line.sequence, forged.actor, forged.previousHash, previousHash],
        );
      }
      await superuser.query('update ledger_head set hash = $2 where contract_id = $1', [
        office.contract,
        previousHash,
      ]);
      // The chain is whole again; only the receipts that were kept beside it notice.
      const noticed = (await office.verify()).faults;
      expect(noticed.filter((fault) => !fault.startsWith('decision '))).toEqual([]);
      const faults = await compared();
      expect(faults).toHaveLength(2);
      expect(faults[0]).toMatch(
        new RegExp(
          `^${office.contract}: another ledger stands in its place: entry \\d+ is not the one that checkpoint 1 saw$`,
        ),
      );
    });

    it('a contract that is gone as if it had never been', async () => {
      const { length } = await office.ledger();
      await tamper('ledger_entry', 'delete from ledger_entry where contract_id = $1', [office.contract]);
      await superuser.query('delete from ledger_head where contract_id = $1', [office.contract]);
      expect(await compared()).toContain(
        `${office.contract}: the whole ledger is gone: checkpoint 2 saw ${length} entries`,
      );
      await take(start, true);
      expect(await compared()).toContain(
        `checkpoint 3 does not see a contract any more that the one before it saw: ${office.contract}`,
      );
    });

    it('a changed entry behind which nothing was hashed anew', async () => {
      await tamper(
        'ledger_entry',
        `update ledger_entry set clause = '9.9' where contract_id = $1 and sequence = 3`,
        [office.contract],
      );
      expect(await compared()).toEqual([`${office.contract}: line 3 was changed: its hash is wrong`]);
    });

    it('a checkpoint that is missing, changed, or has other heads in its file', async () => {
      const file = join(path, '00000001.json');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/"root":"sha256:./, '"root":"sha256:x'));
      expect(await compared()).toContain('checkpoint 1 cannot be read: its file was changed');
      await writeFile(file, text.replace('"sequence":1,"previous"', '"sequence":7,"previous"'));
      expect(await compared()).toEqual(
        expect.arrayContaining([
          'checkpoint 1 was changed: its signature does not fit',
          'checkpoint 1 does not have the number that it should have',
        ]),
      );
      await writeFile(file, text.replace(`"contract":"${office.contract}"`, '"contract":"C-other"'));
      expect(await compared()).toContain(
        'checkpoint 1 does not fit the heads in its file: they were changed',
      );
      await rm(file);
      expect(await compared()).toEqual(
        expect.arrayContaining([
          'checkpoint 1 is missing',
          'checkpoint 2 does not follow the one before it: that one, or this one, was replaced',
        ]),
      );
    });

    it('all checkpoints signed again by another key', async () => {
      const folder = new CheckpointFolder(path);
      let previous: Checkpoint | null = null;
      const forged: Checkpoint[] = [];
      for (const sequence of [1, 2]) {
        const file = await folder.read(sequence);
        const tree = await folder.headsAt(sequence);
        previous = signCheckpoint({ previous, tree, at: instant(file.checkpoint.at), key: other });
        forged.push(previous);
        await writeFile(
          join(path, `0000000${sequence}.json`),
          JSON.stringify({ ...file, checkpoint: previous }),
        );
      }
      expect(checkpointFaults(forged)).toEqual([]);
      expect(await compared()).toEqual(
        [1, 2].map((one) => `checkpoint ${one} was replaced: the database noted another one`),
      );
      const { keys } = await compareCheckpoints(database.orm.em.fork(), folder);
      expect(keys).toEqual([fingerprint(publicKeyText(other))]);
    });
  });
});
