// The Temporal server that the run is made on. Another needs the same three members.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const { searchAttributes } = await import('#servers/search-attributes');
const { startPostgres } = await import('#servers/postgres');
const { TemporalCluster } = await import('#servers/temporal-cluster');
const { startTemporal } = await import('#servers/temporal-server');

/** @typedef {import('./kept.mjs').Running & { address: string, namespace: string }} Server */

/** Temporal's development server in one process, its state in a file that outlives a kill. */
export const developmentServer = {
  name: "Temporal's development server, SQLite with write-ahead logging",
  /**
   * @param {string} folder for its state
   * @param {number} port
   * @returns {Promise<Server>}
   */
  async start(folder, port) {
    let pid = 0;
    const server = await startTemporal({
      dbFile: join(folder, 'temporal.db'),
      port,
      searchAttributes,
      log: () => undefined,
      onLine: (line) => appendFileSync(join(folder, 'temporal.log'), `${line}\n`),
      onStarted: (started) => (pid = started),
    });
    const { address, namespace, exited } = server;
    const kill = () => process.kill(pid, 'SIGKILL');
    return { address, namespace, exited, kill, stop: () => server.stop() };
  },
  stop: async () => undefined,
};

/** Temporal's server as it runs in production, its state in a PostgreSQL of its own, which is not killed. */
export function productionServer() {
  let postgres;
  let cluster;
  return {
    name: "Temporal's server 1.29 with all its services in one process, over a PostgreSQL of its own",
    /** @returns {Promise<Server>} */
    async start(folder) {
      if (cluster) {
        // It may have ended by itself.
        await cluster.stop();
        await cluster.restart();
      } else {
        postgres = await startPostgres({ dataDir: join(folder, 'temporal-postgres'), log: () => undefined });
        cluster = await TemporalCluster.start({
          postgresUrl: postgres.url,
          folder: join(folder, 'temporal'),
          searchAttributes,
          log: () => undefined,
          onLine: (line) => appendFileSync(join(folder, 'temporal.log'), `${line}\n`),
        });
      }
      const { address, namespace, exited } = cluster;
      return { address, namespace, exited, kill: () => void cluster.kill(), stop: () => cluster.stop() };
    },
    /** What it stands on. */
    stop: () => postgres?.stop(),
  };
}
