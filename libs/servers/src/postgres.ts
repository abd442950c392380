import { join } from 'node:path';
import pg from 'pg';
import { leash, type Leashed } from './leash.js';
import { LOOPBACK, pickPort } from './ports.js';
import { POSTGRES_MAJOR } from './postgres-binaries.js';
import { OWNER, prepareCluster } from './postgres-cluster.js';
import { messageOf, ServerProblem } from './problem.js';
import { LastLines, waitForServer } from './wait-for-server.js';

const SHUTDOWN_SECONDS = 20;

export interface PostgresOptions {
  /** The folder for the data and the password. Made when it is not there. */
  readonly dataDir: string;
  /** The wanted port: another is taken when it is not free. Left out, any free one. */
  readonly port?: number;
  /** What a person should know, a line at a time. */
  readonly log: (line: string) => void;
  /** PostgreSQL's own log, a line at a time. */
  readonly onLine?: (line: string) => void;
  /** Gets the id of the server's process. */
  readonly onStarted?: (pid: number) => void;
  /** For tests: faster, and the data may be lost with the machine's power. */
  readonly isThrowaway?: boolean;
}

export interface RunningPostgres extends Leashed {
  /** With user, password and the database `pacta`. */
  readonly url: string;
  readonly port: number;
  /** `18.4` */
  readonly version: string;
  /** Where the data really lies; see {@link folderFor}. */
  readonly dataDir: string;
}

function serverArguments(folder: string, port: number, isThrowaway: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: LOOPBACK,
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(isThrowaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return [
    '-D',
    folder,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // the work fails by itself when the connection breaks
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** `18.4` */
async function readVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version.split(' ')[0] ?? '';
}

async function createDatabaseOnce(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [OWNER]);
  if (rowCount === 0) await client.query(`create database ${OWNER}`);
}

/**
 * Whether a PostgreSQL that was given to us answers. Returns its version; throws {@link ServerProblem} with the reason,
 * never with the URL, which holds a password.
 */
export async function checkGivenPostgres(url: string): Promise<string> {
  try {
    return await withClient(url, readVersion);
  } catch (error) {
    throw new ServerProblem(`DATABASE_URL: PostgreSQL does not answer there (${messageOf(error)})`);
  }
}

/**
 * Starts PostgreSQL 18 on 127.0.0.1 with its data in a folder, makes the database `pacta` when it is not there, and
 * returns once it answers. As root it runs as the system user `postgres`. It never outlives this process. Throws
 * {@link ServerProblem} when it cannot be had.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const isThrowaway = options.isThrowaway ?? false;
  const { binaries, folder, password, user } = await prepareCluster({ ...options, isThrowaway });
  const port = await pickPort(options.port ?? 0, 'PostgreSQL', options.log);
  const last = new LastLines();
  let isUp = false;
  const server = leash(binaries.postgres, serverArguments(folder, port, isThrowaway), {
    name: 'PostgreSQL',
    cwd: folder,
    user,
    stopSignal: 'SIGINT', // a fast shutdown: SIGTERM would wait for every client to leave
    graceSeconds: SHUTDOWN_SECONDS,
    ...(options.onStarted ? { onStarted: options.onStarted } : {}),
    onLine: (line) => {
      options.onLine?.(line);
      last.add(line);
      isUp ||= line.includes('ready to accept connections');
    },
  });
  const urlOf = (database: string): string =>
    `postgresql://${OWNER}:${password}@${LOOPBACK}:${port}/${database}`;
  try {
    const version = await waitForServer('PostgreSQL', server, last, async () => {
      // Asked earlier, it would log a complaint each time.
      if (!isUp) throw new Error('it has not said that it is ready');
      return withClient(urlOf('postgres'), readVersion);
    });
    if (Number.parseInt(version, 10) !== POSTGRES_MAJOR) {
      throw new ServerProblem(`the PostgreSQL that was started is ${version}, not ${POSTGRES_MAJOR}`);
    }
    await withClient(urlOf('postgres'), createDatabaseOnce);
    return { ...server, url: urlOf(OWNER), port, version, dataDir: join(folder, '..') };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
