import { setTimeout as delay } from 'node:timers/promises';
import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { instant } from '#domain/time/instant';
import { accountSums, keepBooking, listLines } from '#persistence/queries/bank';
import { numberFor, numberOf, seriesOf } from '#persistence/queries/paper-numbers';
import { newStatement } from '../../apps/api/src/bank/bank-schemas.js';
import { BankService } from '../../apps/api/src/bank/bank.service.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';

/** A real PostgreSQL with a database of its own. */
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

const inTransaction = <Value>(work: (em: EntityManager) => Promise<Value>): Promise<Value> =>
  orm.em.fork().transactional(work);

describe('numbers of papers', () => {
  const invoice = (series: string, key: string, contract = 'C-1') =>
    ({ series, contract, kind: 'invoice', key }) as const;

  it('are the same for the same paper, and the next of their series for another', async () => {
    const give = (series: string, key: string) => inTransaction((em) => numberFor(em, invoice(series, key)));
    expect(await give('INV-2024', '2024-01')).toBe('INV-2024-0001');
    expect(await give('INV-2024', '2024-02')).toBe('INV-2024-0002');
    expect(await give('INV-2024', '2024-01')).toBe('INV-2024-0001');
    // A paper keeps its number, whatever series it is asked for in later.
    expect(await give('INV-2026', '2024-01')).toBe('INV-2024-0001');
    expect(await numberOf(orm.em.fork(), invoice('', '2024-02'))).toBe('INV-2024-0002');
    expect(await numberOf(orm.em.fork(), invoice('', '2024-03'))).toBeNull();
    await expect(numberFor(orm.em.fork(), invoice('INV-2024', '2024-03'))).rejects.toThrow(
      'in a transaction',
    );
  });

  it('have no gap where fifty take them at once, every third gives up, and every fifth asks for the same paper', async () => {
    class GivenUp extends Error {}
    const wishes = Array.from({ length: 50 }, (_, index) => ({
      key: index % 5 === 0 ? 'shared' : `paper-${index}`,
      givesUp: index % 3 === 0,
    }));
    const given = await Promise.all(
      wishes.map(({ key, givesUp }) =>
        inTransaction(async (em) => {
          const number = await numberFor(em, invoice('INV-2025', key));
          if (givesUp) throw new GivenUp();
          return { key, number };
        }).catch((error: unknown) => {
          if (error instanceof GivenUp) return null;
          throw error;
        }),
      ),
    );
    const kept = given.filter((one) => one !== null);
    const byKey = Map.groupBy(kept, ({ key }) => key);
    for (const some of byKey.values()) expect(new Set(some.map(({ number }) => number)).size).toBe(1);
    const numbers = [...new Set(kept.map(({ number }) => number))].toSorted();
    expect(byKey.size).toBeGreaterThan(25);
    expect(numbers).toEqual(
      Array.from({ length: byKey.size }, (_, index) => `INV-2025-${String(index + 1).padStart(4, '0')}`),
    );
    const { rows } = await superuser.query(`select last from number_series where series = 'INV-2025'`);
    expect(rows).toEqual([{ last: byKey.size }]);
  });

  it('are taken one after the other where many ask for the same new paper', async () => {
    await inTransaction((em) => numberFor(em, invoice('INV-2023', 'first')));
    const given = await Promise.all(
      Array.from({ length: 8 }, () =>
        inTransaction(async (em) => {
          const number = await numberFor(em, invoice('INV-2023', 'second'));
          await delay(20);
          return number;
        }),
      ),
    );
    expect(new Set(given)).toEqual(new Set(['INV-2023-0002']));
  });

  it('belong to the year of the issue where the contract is', () => {
    const at = instant('2025-12-31T16:00:00Z');
    expect(seriesOf('invoice', at, 'Asia/Shanghai')).toBe('INV-2026');
    expect(seriesOf('creditNote', at, 'America/New_York')).toBe('CN-2025');
  });
});

describe('statements', () => {
  const csv = (rows: readonly string[]): string =>
    ['交易日期,收入,支出,币种,对方户名,附言,流水号', ...rows].join('\n');
  const take = (account: string, format: 'csv' | 'camt.053', content: string) =>
    new BankService(orm).take(
      'someone',
      newStatement.parse({ format, content, ...(format === 'csv' && { account }) }),
    );
  const camt = (account: string, entries: string): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>
      <Acct><Id><Othr><Id>${account}</Id></Othr></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`;

  async function linesOf(account: string): Promise<string[]> {
    const { rows } = await listLines(orm.em.fork(), { status: null, account }, { limit: 200, after: null });
    return rows.map(({ bookedOn, amount, status }) => `${bookedOn} ${amount} ${status}`);
  }

  it('bring each line once: from the same file, one that overlaps, another format, and all at once', async () => {
    const first = csv(['20250308,10.00,,,甲,a,R1', '20250308,10.00,,,甲,a,R2', '20250309,,5.00,,乙,b,R3']);
    const second = csv(['20250309,,5.00,,乙,b,R3', '20250310,7.00,,美元,丙,c,R4']);
    const third = camt(
      'A1',
      `<Ntry><Amt Ccy="CNY">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-08</Dt></BookgDt>
       <AcctSvcrRef>R2</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>other words</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>`,
    );
    const taken = await Promise.all([
      ...[first, second, first, second].map((content) => take('A1', 'csv', content)),
      take('A1', 'camt.053', third),
    ]);
    expect(taken.reduce((sum, part) => sum + part.new + part.foreign, 0)).toBe(4);
    for (const part of taken) expect(part.new + part.known + part.foreign).toBe(part.lines);
    expect(await linesOf('A1')).toEqual([
      '2025-03-08 1000 open',
      '2025-03-08 1000 open',
      '2025-03-09 -500 foreign',
      '2025-03-10 700 foreign',
    ]);
  });

  it('learn the bank’s reference from a later file, and show what may be the same money', async () => {
    const bare = (payer: string) => csv([`20250308,10.00,,,${payer},a,`]);
    await take('A2', 'csv', bare('甲'));
    expect(await take('A2', 'csv', csv(['20250308,10.00,,,甲,a,R1']))).toMatchObject({ new: 0, known: 1 });
    expect(await take('A2', 'csv', csv(['20250308,10.00,,,甲,a,R2']))).toMatchObject({ new: 1, known: 0 });
    expect(await take('A2', 'csv', bare('甲公司'))).toMatchObject({ new: 1, known: 0 });
    const { rows } = await new BankService(orm).list(
      { status: 'open', account: 'A2' },
      { limit: 10, after: null },
    );
    const byReference = new Map(rows.map((line) => [line.bankReference, line]));
    expect([...byReference.keys()].toSorted()).toEqual(['R1', 'R2', null].toSorted());
    expect(byReference.get(null)?.resembles).toHaveLength(2);
    // Two that the bank names differently are two.
    expect(byReference.get('R1')?.resembles).toEqual([byReference.get(null)?.line]);
  });

  it('come in pages that do not miss or repeat a line', async () => {
    const rows = Array.from(
      { length: 23 },
      (_, index) => `202503${String((index % 4) + 10)},${index + 1}.00,,,甲,,P${index}`,
    );
    await take('A3', 'csv', csv(rows));
    const seen: string[] = [];
    let after: { bookedOn: string; id: string } | null = null;
    do {
      const page = await listLines(orm.em.fork(), { status: 'open', account: 'A3' }, { limit: 5, after });
      seen.push(...page.rows.map(({ bookedOn, id }) => `${bookedOn} ${id}`));
      const last = page.rows.at(-1);
      after = page.hasMore && last ? { bookedOn: last.bookedOn, id: last.id } : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(23);
    expect(seen).toEqual(seen.toSorted());
  });

  it('add up, whatever was booked, refused, ignored or is no money of ours', async () => {
    const rows = [
      '20250308,100.00,,,甲,a,S1',
      '20250308,50.00,,,甲,a,S2',
      '20250308,30.00,,,甲,a,S3',
      '20250308,,9.00,,乙,b,S4',
    ];
    await take('A4', 'csv', csv(rows));
    await superuser.query(
      `insert into contract values ('C-BANK', 'c', 't', '1', 'h', 'real', '{}', '{}', '{}', 'h', '{}', 'draft', 1, null, null, now())`,
    );
    const { rows: lines } = await superuser.query<{ id: string; bank_reference: string }>(
      `select id, bank_reference from bank_line where account = 'A4'`,
    );
    const id = (reference: string): string =>
      lines.find((line) => line.bank_reference === reference)?.id ?? '';
    const book = async (reference: string, attempt: number, amount: number, status: string) => {
      const commandId = `${reference}-${attempt}`;
      await superuser.query(
        `insert into command values ($1, 'C-BANK', 'contract', 'a', '{}', $2, '{"sequence": 7}', now(), null)`,
        [commandId, status],
      );
      await keepBooking(orm.em.fork(), {
        lineId: id(reference),
        contractId: 'C-BANK',
        attempt,
        amount,
        reference: 'r',
        commandId,
        bookedBy: 'b',
        bookedAt: instant('2025-03-09T00:00:00Z'),
      });
    };
    await book('S1', 1, 10_000, 'refused');
    await book('S1', 2, 4_000, 'applied');
    await book('S2', 1, 5_000, 'pending');
    await superuser.query(
      `update bank_line set ignored_at = now(), ignored_by = 'b', ignored_reason = 'r' where bank_reference = 'S3'`,
    );
    expect((await linesOf('A4')).toSorted()).toEqual(
      [
        '2025-03-08 10000 open',
        '2025-03-08 5000 booked',
        '2025-03-08 3000 ignored',
        '2025-03-08 -900 foreign',
      ].toSorted(),
    );
    const sums = (await accountSums(orm.em.fork())).find(({ account }) => account === 'A4');
    expect(sums).toEqual({
      account: 'A4',
      currency: 'CNY',
      lines: 4,
      imported: 17_100,
      booked: 9_000,
      ignored: 3_000,
      open: 6_000,
      foreign: -900,
    });
  });

  it.each([
    ['another amount', `update bank_line set amount = 1 where bank_reference = 'S1'`],
    [
      'another reference of the bank',
      `update bank_line set bank_reference = 'S9' where bank_reference = 'S1'`,
    ],
    ['a second decision', `update bank_line set ignored_reason = 'x' where bank_reference = 'S3'`],
    ['no line any more', `delete from bank_line where bank_reference = 'S1'`],
    ['another booking', `update bank_booking set amount = 1`],
    ['another number', `update paper_number set number = 99 where number = 1`],
  ])('cannot be given %s, even by the owner of the database', async (_name, statement) => {
    await expect(superuser.query(statement)).rejects.toThrow('what came from the bank');
  });
});
