import { type MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { rebuildContract, rebuildDifferences } from '#execution/verify';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

/** A real PostgreSQL with a database of its own. Rows are changed by hand, past the program; the ledger stays. */
describe('the read model', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let client: pg.Client;
  let office: Office;

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
    client = new pg.Client(database.url);
    await client.connect();
    // Whoever tampers here is past the triggers.
    await client.query('set session_replication_role = replica');
  });

  beforeEach(async () => {
    office = await Office.opened(orm, await termsOf());
    for (const request of ['A', 'B']) {
      const at = shanghai('2025-01-06 09:00');
      await office.tellRequest(request, {
        type: 'request.recorded',
        at,
        severity: SEVERITY.medium,
        receivedAt: null,
      });
    }
    await office.moveThrough(shanghai('2025-01-06 14:00'));
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const rebuild = (): Promise<number> =>
    orm.em.fork().transactional((em) => rebuildContract(em, office.contract));

  const wouldPutRight = (): Promise<string[]> =>
    orm.em.fork().transactional((em) => rebuildDifferences(em, office.contract));

  it('is found to be the fold of its ledger while it is being written', async () => {
    let isWriting = true;
    const writing = office.moveThrough(shanghai('2025-06-01')).finally(() => (isWriting = false));
    const faults: string[] = [];
    while (isWriting) faults.push(...(await office.verify()).faults);
    await writing;
    expect(faults).toEqual([]);
  });

  async function rows(): Promise<unknown> {
    const contract = await client.query('select * from contract where id = $1', [office.contract]);
    const incidents = await client.query('select * from incident where contract_id = $1 order by ordinal', [
      office.contract,
    ]);
    return [contract.rows, incidents.rows];
  }

  it.each([
    [
      'the status of a contract',
      `update contract set status = 'closed' where id = $1`,
      'status of the contract',
    ],
    ['its version', `update contract set version = version + 1 where id = $1`, 'version of the contract'],
    ['its next deadline', `update contract set next_at = null where id = $1`, 'nextAt of the contract'],
    ['its client', `update contract set client_id = 'C-OTHER' where id = $1`, 'clientId of the contract'],
    [
      'its text',
      `update contract set text = jsonb_set(text, '{en,title}', '"Another contract"') where id = $1`,
      'text of the contract',
    ],
    [
      'its state',
      `update contract set state = jsonb_set(state, '{unapplied}', '100') where id = $1`,
      'state of the contract',
    ],
    [
      'the state of a request',
      `update incident set state = jsonb_set(state, '{misses}', '[]') where contract_id = $1 and request = 'A'`,
      'state of request A',
    ],
    [
      'the next deadline of a request',
      `update incident set next_at = null where contract_id = $1 and request = 'B'`,
      'nextAt of request B',
    ],
    [
      'the priority of a request',
      `update incident set priority = 'low' where contract_id = $1 and request = 'B'`,
      'priority of request B',
    ],
  ])('is named and made anew when somebody changed %s', async (_, change, named) => {
    const before = await rows();
    expect((await client.query(change, [office.contract])).rowCount).toBe(1);
    expect((await office.verify()).faults).toEqual([`the column ${named} is not the fold of the ledger`]);
    expect(await wouldPutRight()).toEqual([`the column ${named} is not the fold of the ledger`]);
    expect(await rows()).not.toEqual(before);
    expect(await rebuild()).toBe(1);
    expect(await wouldPutRight()).toEqual([]);
    expect(await rows()).toEqual(before);
    expect((await office.verify()).faults).toEqual([]);
    expect(await rebuild()).toBe(0);
  });

  it('gets a request back that was deleted, and loses one that the ledger does not know', async () => {
    const before = await rows();
    await client.query(`update incident set request = 'C' where contract_id = $1 and request = 'A'`, [
      office.contract,
    ]);
    expect((await office.verify()).faults).toEqual([
      'the ledger knows no request C',
      'the ledger knows 2 requests, the read model 1 of them',
    ]);
    expect(await rebuild()).toBe(2);
    expect(await rows()).toEqual(before);
  });

  it('goes on where it stood once it was made anew', async () => {
    await client.query(
      `update incident set state = '{}', status = 'closed', next_at = null where contract_id = $1`,
      [office.contract],
    );
    expect(await rebuild()).toBe(2);
    await office.tellRequest('A', { type: 'request.resolved', at: shanghai('2025-01-06 15:00') });
    await office.moveThrough(shanghai('2025-02-01'));
    const { faults } = await office.verify();
    expect(faults).toEqual([]);
    expect((await office.state()).misses.map((miss) => `${miss.request} ${miss.target}`)).toEqual([
      'A response',
      'B response',
      'B resolution',
    ]);
  });

  it('is named when the terms of a contract were changed, which the ledger holds with its draft', async () => {
    await client.query(`update contract set terms = jsonb_set(terms, '{penaltyCap}', '0') where id = $1`, [
      office.contract,
    ]);
    expect((await office.verify()).faults).toEqual([
      'the column terms of the contract is not the fold of the ledger',
    ]);
    expect(await rebuild()).toBe(1);
    expect((await office.verify()).faults).toEqual([]);
  });
});
