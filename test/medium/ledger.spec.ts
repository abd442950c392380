import { type MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { type Receipt } from '#domain/decision';
import { consequencesOn, serviceOf } from '#domain/terms';
import { rebuildContract } from '#execution/verify';
import { verifyReceipt } from '#decisions/verify';
import { chainFaults, hashOfLine, type LedgerLine } from '#persistence/ledger';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

/** A real PostgreSQL with a database of its own; contracts are told things turn by turn, without workflows. */
describe('the ledger', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let superuser: pg.Client;

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
    superuser = new pg.Client(database.url);
    await superuser.connect();
  });

  afterAll(async () => {
    await superuser.end();
    await database.drop();
  });

  /** A contract two months old, with a missed target: about twenty lines. */
  async function twoMonths(): Promise<Office> {
    const office = await Office.opened(orm, await termsOf());
    await office.tellRequest('A', {
      type: 'request.recorded',
      at: shanghai('2025-01-06 09:00'),
      severity: SEVERITY.high,
      receivedAt: null,
    });
    await office.moveThrough(shanghai('2025-01-07 09:00'));
    await office.tellRequest('A', { type: 'request.resolved', at: shanghai('2025-01-07 10:00') });
    await office.moveThrough(shanghai('2025-03-01'));
    return office;
  }

  /** What only someone can do who may do everything with the database. */
  async function tamper(statement: string, parameters: unknown[]): Promise<void> {
    await superuser.query('alter table ledger_entry disable trigger all');
    const { rowCount } = await superuser.query(statement, parameters);
    await superuser.query('alter table ledger_entry enable trigger all');
    expect(rowCount).toBe(1);
  }

  it.each([
    ['update', `update ledger_entry set actor = 'somebody else'`, 'UPDATE of ledger_entry is refused'],
    ['delete', `delete from ledger_entry`, 'DELETE of ledger_entry is refused'],
    ['truncate', `truncate ledger_entry cascade`, 'TRUNCATE of ledger_entry is refused'],
    ['truncate by a table it refers to', `truncate contract cascade`, 'TRUNCATE of ledger_entry is refused'],
  ])('refuses %s, also from a superuser', async (_, statement, message) => {
    const office = await twoMonths();
    const before = await office.ledger();
    await expect(superuser.query(statement)).rejects.toThrow(`the ledger is append-only: ${message}`);
    expect(await office.ledger()).toEqual(before);
  });

  it('is one chain per contract without gaps, and says who, when and by which clause', async () => {
    const [one, other] = [await twoMonths(), await twoMonths()];
    for (const office of [one, other]) {
      const lines = await office.ledger();
      expect(lines.map((line) => line.sequence)).toEqual(lines.map((_, index) => index + 1));
      expect(chainFaults(lines)).toEqual([]);
      expect(await office.verify()).toEqual({ contract: office.contract, lines: lines.length, faults: [] });
    }
    const miss = (await one.ledger()).find((line) => line.kind === 'target.missed');
    expect(miss).toMatchObject({
      at: shanghai('2025-01-06 09:30'),
      actor: 'system',
      clause: '2.3',
      request: 'A',
    });
  });

  it('shows a changed line by its own hash', async () => {
    const office = await twoMonths();
    await tamper(
      `update ledger_entry set payload = payload || '{"amount": "1.00"}' where contract_id = $1 and sequence = 6`,
      [office.contract],
    );
    const { faults } = await office.verify();
    expect(faults).toEqual(['line 6 was changed: its hash is wrong']);
    await expect(orm.em.fork().transactional((em) => rebuildContract(em, office.contract))).rejects.toThrow(
      'is broken: line 6 was changed',
    );
  });

  it('shows a changed line that was given a new hash by the line after it', async () => {
    const office = await twoMonths();
    const line = lineAt(await office.ledger(), 6);
    const forged = { ...line, actor: 'somebody else' };
    await tamper(`update ledger_entry set actor = $2, hash = $3 where contract_id = $1 and sequence = 6`, [
      office.contract,
      forged.actor,
      hashOfLine(forged),
    ]);
    expect((await office.verify()).faults).toEqual(['line 7 does not follow the line before it']);
  });

  it('shows a removed line, in the middle and at the end', async () => {
    const office = await twoMonths();
    const { length } = await office.ledger();
    await tamper('delete from ledger_entry where contract_id = $1 and sequence = $2', [
      office.contract,
      length,
    ]);
    expect((await office.verify()).faults).toEqual([
      `the ledger ends with line ${length - 1}, its head says ${length}`,
    ]);
    await tamper('delete from ledger_entry where contract_id = $1 and sequence = $2', [office.contract, 3]);
    expect((await office.verify()).faults).toContain('line 3 is missing: found 4');
  });

  it('shows a forged amount by folding the events again, even where the whole chain was hashed anew', async () => {
    const office = await twoMonths();
    const lines = await office.ledger();
    const place = lines.findIndex((line) => line.kind === 'penalty.fixed');
    const fixed = lineAt(lines, place + 1);
    const forged = { ...fixed, payload: { ...(fixed.payload as object), penalty: '0.01' } };
    let previousHash = fixed.previousHash;
    for (const line of [forged, ...lines.slice(place + 1)]) {
      const next = { ...line, previousHash };
      previousHash = hashOfLine(next);
      await tamper(
        `update ledger_entry set payload = $3, previous_hash = $4, hash = $5 where contract_id = $1 and sequence = $2`,
        [office.contract, line.sequence, JSON.stringify(line.payload), next.previousHash, previousHash],
      );
    }
    await superuser.query('update ledger_head set hash = $2 where contract_id = $1', [
      office.contract,
      previousHash,
    ]);
    expect(chainFaults(await office.ledger())).toEqual([]);
    const at = shanghai('2025-02-01');
    expect((await office.verify()).faults).toEqual([
      `line ${place + 1}: penalty.fixed at ${at} was written, the core now gives penalty.fixed at ${at}`,
    ]);
  });

  it('holds the receipt of every decision, and each can be checked by running the rules again', async () => {
    const office = await twoMonths();
    const receipts = (await office.ledger()).flatMap(({ payload }) => receiptIn(payload) ?? []);
    // One classification, and three missed targets of a request of high priority.
    expect(receipts.map((receipt) => receipt.clause)).toEqual(['2.2', '2.6', '2.6', '2.6']);
    const priority = serviceOf(office.terms).rules;
    const penalty = consequencesOn(office.terms, 'miss')[0]?.rules;
    if (!penalty) throw new Error('a miss costs nothing');
    for (const receipt of receipts) {
      const rules = receipt.clause === '2.2' ? priority : penalty;
      expect(await verifyReceipt(rules, receipt)).toEqual({ same: true, differences: [] });
      const forged = { ...receipt, outcome: { permille: '1' } };
      expect((await verifyReceipt(rules, forged)).same).toBe(false);
    }
  });
});

function lineAt(lines: readonly LedgerLine[], sequence: number): LedgerLine {
  const line = lines[sequence - 1];
  if (!line) throw new Error(`there is no line ${sequence}`);
  return line;
}

function receiptIn(payload: LedgerLine['payload']): Receipt | null {
  const receipt = (payload as { readonly receipt?: unknown } | null)?.receipt;
  return (receipt as Receipt | undefined) ?? null;
}
