import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';

/** More than the pool of one process has. */
const TRANSACTIONS = 12;

/** A real PostgreSQL that ends every connection in the middle of a transaction. */
describe('a pool whose connections all broke', () => {
  let database: MigratedDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await migratedDatabase();
    client = new pg.Client(database.url);
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const inTransaction = (statement: string): Promise<unknown> =>
    database.orm.em.fork().transactional((em) => em.execute(statement));

  it('gives new ones', async () => {
    let isOver = false;
    const outcomes = Promise.allSettled(
      Array.from({ length: TRANSACTIONS }, () => inTransaction('select pg_sleep(60)')),
    ).finally(() => (isOver = true));
    while (!isOver) {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and wait_event = 'PgSleep'`,
      );
      await delay(50);
    }
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(Array(TRANSACTIONS).fill('rejected'));
    const again = await Promise.all(Array.from({ length: TRANSACTIONS }, () => inTransaction('select 1')));
    expect(again).toHaveLength(TRANSACTIONS);
  }, 20_000);
});
