import { type MikroORM } from '@mikro-orm/postgresql';
import { type PoolClient } from 'pg';
import { breakSilentConnections } from './silent-connections.js';

/** Whoever holds a connection that broke has given it back by then, if ever. */
const GRACE_MILLISECONDS = 2_000;

/**
 * Gives broken connections back to their pool. A transaction whose connection breaks cannot be rolled back, and the
 * query builder below the ORM gives a connection back only after it was: after an outage with every connection in
 * use, the process would wait for one for ever.
 */
export async function returnBrokenConnections(orm: MikroORM, silenceMilliseconds: number): Promise<void> {
  const pool = await orm.driver.getConnection().getNativeClient();
  breakSilentConnections(pool, silenceMilliseconds);
  const known = new WeakSet<PoolClient>();
  const held = new Set<PoolClient>();
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('acquire', (client) => {
    held.add(client);
    if (known.has(client)) return;
    known.add(client);
    client.on('end', () => {
      setTimeout(() => {
        if (held.has(client)) client.release(true);
      }, GRACE_MILLISECONDS).unref();
    });
  });
}
