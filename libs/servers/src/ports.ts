import { createServer, type AddressInfo } from 'node:net';
import { messageOf, ServerProblem } from './problem.js';

/** Every server of ours listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

const NEIGHBOURS_TRIED = 20;

/** Binds the port for a moment. Returns the port bound (0 asks for any free one), or null when it cannot be had. */
async function tryPort(port: number): Promise<number | null> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(new ServerProblem(`cannot listen on ${LOOPBACK}: ${messageOf(error)}`));
    });
    probe.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      const bound = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(bound));
    });
  });
}

/**
 * A port on 127.0.0.1 that was free a moment ago: the wanted one, else the nearest free one above it, else any; a line
 * to `log` says so when it is not the wanted one. `wanted` 0 asks for any. `name` is what listens there ("the API").
 * `promised` are ports that were picked for others, who do not listen yet.
 */
export async function pickPort(
  wanted: number,
  name: string,
  log: (line: string) => void,
  promised: readonly number[] = [],
): Promise<number> {
  const lastNeighbour = Math.min(wanted + NEIGHBOURS_TRIED, 65_535);
  for (let port = wanted; port !== 0 && port <= lastNeighbour; port++) {
    if (promised.includes(port) || (await tryPort(port)) === null) continue;
    if (port !== wanted) log(`port ${wanted} is taken: ${name} listens on ${port}`);
    return port;
  }
  const port = await tryPort(0);
  if (port === null) throw new ServerProblem(`no free port for ${name} on ${LOOPBACK}`);
  if (wanted !== 0) log(`port ${wanted} is taken: ${name} listens on ${port}`);
  return port;
}
