import { type Pool, type PoolClient } from 'pg';

/** No statement of ours takes as long. */
export const SILENCE_MILLISECONDS = 30_000;
const LOOK_MILLISECONDS = 2_000;

/** A socket of Node's. */
interface Stream {
  readonly bytesRead: number;
  destroy(error: Error): void;
}

/** What pg keeps of a connection and does not declare. */
interface Inside {
  readonly readyForQuery?: boolean;
  readonly connection?: { readonly stream?: Stream };
}

/** What was last heard on a connection, and when. */
interface Heard {
  bytes: number;
  at: number;
  wasAsked: boolean;
}

/**
 * Breaks connections whose server has vanished: its host went away, or a network forgot them, and nobody says so. A
 * query would wait for its answer for ever, and so would everyone who needs a connection of the pool. Where one waits in
 * silence for too long, it is broken with all that have not been heard of for as long: idle ones to the same host.
 */
export function breakSilentConnections(pool: Pool, silenceMilliseconds: number): void {
  const heard = new Map<PoolClient, Heard>();
  pool.on('connect', (client) => {
    heard.set(client, { bytes: 0, at: Date.now(), wasAsked: false });
    client.on('end', () => heard.delete(client));
  });
  const timer = setInterval(() => {
    for (const client of heard.keys()) listened(heard, client);
    const before = Date.now() - silenceMilliseconds;
    const silent = [...heard].filter(([, { at }]) => at < before).map(([client]) => client);
    if (!silent.some(isAsked)) return;
    for (const client of silent) streamOf(client)?.destroy(vanished());
  }, LOOK_MILLISECONDS);
  timer.unref();
}

/** The silence of one that is asked counts from its question, which is when it was taken from the pool at the earliest. */
function listened(heard: Map<PoolClient, Heard>, client: PoolClient): void {
  const last = heard.get(client);
  if (!last) return;
  const bytes = streamOf(client)?.bytesRead ?? 0;
  if (last.bytes !== bytes || (!last.wasAsked && isAsked(client))) last.at = Date.now();
  last.bytes = bytes;
  last.wasAsked = isAsked(client);
}

function isAsked(client: PoolClient): boolean {
  return (client as unknown as Inside).readyForQuery === false;
}

function streamOf(client: PoolClient): Stream | undefined {
  return (client as unknown as Inside).connection?.stream;
}

function vanished(): Error {
  return Object.assign(new Error('the database has not answered for too long'), { code: 'ETIMEDOUT' });
}
