import pg from 'pg';
import { breakSilentConnections } from '#persistence/silent-connections';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const SILENCE_MILLISECONDS = 3_000;

/** A real PostgreSQL behind a network that forgets connections and tells nobody. */
describe('a pool whose server has vanished', () => {
  let database: MigratedDatabase;
  let proxy: TcpProxy;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await migratedDatabase();
    const url = new URL(database.url);
    proxy = await TcpProxy.to(url.host);
    url.host = proxy.address;
    pool = new pg.Pool({ connectionString: url.href, max: 3, idleTimeoutMillis: 0 });
    pool.on('error', () => undefined);
    breakSilentConnections(pool, SILENCE_MILLISECONDS);
  });

  afterAll(async () => {
    await pool.end();
    await proxy.stop();
    await database.drop();
  });

  it('gives up the query that waits, and gives new connections', async () => {
    await Promise.all([1, 2, 3].map((each) => pool.query('select $1::int', [each])));
    proxy.swallow();
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    // Each of the others may have to be asked before it is known.
    const again = async (): Promise<number> => {
      for (let times = 1; ; times++) {
        const answer = await pool.query('select 1').catch(() => null);
        if (answer) return times;
      }
    };
    expect(await again()).toBeLessThanOrEqual(3);
  }, 30_000);

  it('leaves alone a query that works for long, as long as it is not too long', async () => {
    await expect(pool.query('select pg_sleep(2)')).resolves.toMatchObject({ rowCount: 1 });
  }, 20_000);
});
