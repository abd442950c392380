import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { durableDatabase } from '../made/database.mjs';
import { child } from './child.mjs';
import { keys, keysText } from './keys.mjs';

const { searchAttributes } = await import('#servers/search-attributes');
const { connectClient } = await import('#temporal/connection');

const quiet = () => undefined;

/** The servers that the rows are measured on. */
export const SERVERS = {
  /** As the compose file runs it: Temporal's own server on PostgreSQL. */
  async production(postgresUrl, folder) {
    const { TemporalCluster } = await import('#servers/temporal-cluster');
    const cluster = await TemporalCluster.start({ postgresUrl, folder, searchAttributes, log: quiet });
    const note = 'Temporal server 1.29.1 on the same PostgreSQL, 4 history shards';
    return { address: cluster.address, note, stop: () => cluster.stop() };
  },
  /** As `npm start` runs it. */
  async embedded(_, folder) {
    const { startTemporal } = await import('#servers/temporal-server');
    const server = await startTemporal({ dbFile: join(folder, 'temporal.db'), searchAttributes, log: quiet });
    const note = 'Temporal development server, SQLite in a file, journal_mode=wal, synchronous=normal';
    return { address: server.address, note, stop: () => server.stop() };
  },
};

/** A durable PostgreSQL, a Temporal server, the product's worker and a bare one, each in a process of its own. */
export async function temporalWorld(server) {
  const { orm, url, note, close } = await durableDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'pacta-bench-temporal-'));
  const temporal = await SERVERS[server](url, folder);
  const environment = {
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: 'default',
    PACTA_PAYLOAD_KEYS: keysText,
  };
  const start = (kind) => child(`${kind}-worker.mjs`, environment);
  const workers = { product: await start('product'), bare: await start('bare') };
  const client = await connectClient({ address: temporal.address, namespace: 'default', payloadKeys: keys });
  const connection = await Connection.connect({ address: temporal.address });
  return {
    orm,
    environment,
    /** The product's client, its payloads encrypted. */
    client,
    bareClient: new Client({ connection }),
    notes: [note, temporal.note],
    /** Does some work with a worker that has done nothing yet. */
    async anew(kind, work) {
      await workers[kind].stop();
      workers[kind] = await start(kind);
      return work(workers[kind]);
    },
    async close() {
      await Promise.all(Object.values(workers).map((worker) => worker.stop()));
      await Promise.all([client.connection.close(), connection.close()]);
      await temporal.stop();
      await rm(folder, { recursive: true, force: true });
      await close();
    },
  };
}
