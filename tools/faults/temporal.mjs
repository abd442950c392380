// The Temporal server that the run is made on. Another needs the same three members.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

const { searchAttributes } = await import('#servers/search-attributes');
const { startTemporal } = await import('#servers/temporal-server');

/** @typedef {{ pid: number, address: string, namespace: string, exited: Promise<unknown>, stop: () => Promise<unknown> }} Server */

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
    return { pid, address, namespace, exited, stop: () => server.stop() };
  },
};
