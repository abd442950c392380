import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { describeExit, leash, runLeashed, type Exit, type Leashed } from './leash.js';
import { LOOPBACK, pickPort } from './ports.js';
import { POSTGRES_MAJOR, postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { folderFor, postgresUser, type SystemUser } from './postgres-user.js';
import { messageOf, ServerProblem } from './problem.js';
import { commandLineOf } from './processes.js';

/** The user and the database that Pacta uses in a PostgreSQL of its own. */
const OWNER = 'pacta';
const START_SECONDS = 60;
/** A PostgreSQL whose starter was killed is on its leash: it ends within this time by itself. */
const LEFTOVER_SECONDS = 8;

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

interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly user: SystemUser | undefined;
}

/** The password of this folder's PostgreSQL: random, made once, in a file for its owner alone. */
async function passwordIn(dataDir: string): Promise<string> {
  const file = join(dataDir, 'password');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Makes the cluster aside and renames it, so that an interrupted `initdb` leaves nothing that looks like a cluster. */
async function initialise(cluster: Cluster, dataDir: string, isThrowaway: boolean): Promise<void> {
  const { binaries, folder, password, user } = cluster;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  const passwordFile = join(dataDir, 'password.initdb');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  // The built-in locale provider sorts alike on every system, whatever locales that has.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--username=${OWNER}`, `--pwfile=${passwordFile}`];
  const haste = isThrowaway ? ['--no-sync'] : [];
  const { exit, lastLines } = await runLeashed(binaries.initdb, [`--pgdata=${partial}`, ...access, ...locale, ...haste], {
    name: 'initdb',
    cwd: dataDir,
    user,
    timeoutSeconds: START_SECONDS,
  });
  await rm(passwordFile, { force: true });
  if (exit.code !== 0) {
    throw new ServerProblem(`PostgreSQL's initdb failed (${describeExit(exit)}): ${lastLines.slice(-3).join(' / ')}`);
  }
  await rename(partial, folder);
}

/** Refuses a cluster of another version or owner, in words that say what to do. */
async function checkCluster({ folder, user }: Cluster): Promise<void> {
  const major = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (major !== String(POSTGRES_MAJOR)) {
    throw new ServerProblem(
      `${folder} holds data of PostgreSQL ${major}, this is PostgreSQL ${POSTGRES_MAJOR}. Dump it with the old version ` +
        'and restore it with this one, or set PACTA_DATA to another folder.',
    );
  }
  const owner = (await stat(folder)).uid;
  const expected = user?.uid ?? process.getuid?.() ?? owner;
  if (owner !== expected) {
    throw new ServerProblem(
      `${folder} belongs to the system user ${owner}, but PostgreSQL would run as ${expected}. Start Pacta as the user ` +
        'that started it first, or set PACTA_DATA to another folder.',
    );
  }
}

/** Removes the `postmaster.pid` of a PostgreSQL that was killed; waits for one that is still ending. */
async function clearLeftovers({ folder }: Cluster): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const giveUpAt = Date.now() + LEFTOVER_SECONDS * 1000;
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) return;
    const pid = Number.parseInt(text, 10);
    // The id may have gone to another process since (after a restart of the machine, say).
    const isOurs = (await commandLineOf(pid))?.includes(folder) ?? false;
    if (!isOurs) return rm(file, { force: true });
    if (Date.now() > giveUpAt) {
      throw new ServerProblem(`another PostgreSQL (process ${pid}) is running on ${folder}: end it, or set PACTA_DATA to another folder.`);
    }
    await delay(100);
  }
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
  return ['-D', folder, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // a server that ends while we ask is seen by `exited`
  await client.connect();
  return client;
}

/** `18.4` */
async function readVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  return rows[0]?.server_version.split(' ')[0] ?? '';
}

/** Waits till the server answers, and returns its version. */
async function waitTillReady(server: Leashed, url: string, lastLines: readonly string[]): Promise<string> {
  let exit: Exit | undefined;
  void server.exited.then((reached) => (exit = reached));
  const giveUpAt = Date.now() + START_SECONDS * 1000;
  for (let problem = ''; ; await delay(50)) {
    if (exit) throw new ServerProblem(`PostgreSQL did not start (${describeExit(exit)}): ${lastLines.join(' / ')}`);
    if (Date.now() > giveUpAt) throw new ServerProblem(`PostgreSQL did not answer within ${START_SECONDS} s: ${problem}`);
    try {
      const client = await connect(url);
      try {
        return await readVersion(client);
      } finally {
        await client.end();
      }
    } catch (error) {
      problem = messageOf(error);
    }
  }
}

/**
 * Whether a PostgreSQL that was given to us answers. Returns its version; throws {@link ServerProblem} with the reason,
 * never with the URL, which holds a password.
 */
export async function checkGivenPostgres(url: string): Promise<string> {
  try {
    const client = await connect(url);
    try {
      return await readVersion(client);
    } finally {
      await client.end();
    }
  } catch (error) {
    throw new ServerProblem(`DATABASE_URL: PostgreSQL does not answer there (${messageOf(error)})`);
  }
}

async function createDatabaseOnce(adminUrl: string): Promise<void> {
  const client = await connect(adminUrl);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [OWNER]);
    if (rowCount === 0) await client.query(`create database ${OWNER}`);
  } finally {
    await client.end();
  }
}

async function prepare(options: PostgresOptions): Promise<Cluster> {
  const user = await postgresUser(options.log);
  const binaries = await postgresBinaries(user, options.log);
  const dataDir = await folderFor(options.dataDir, user, options.log);
  const cluster = { folder: join(dataDir, 'cluster'), password: await passwordIn(dataDir), binaries, user };
  const isThere = await stat(cluster.folder).catch(() => undefined);
  if (!isThere) await initialise(cluster, dataDir, options.isThrowaway ?? false);
  await checkCluster(cluster);
  await clearLeftovers(cluster);
  return cluster;
}

/**
 * Starts PostgreSQL 18 on 127.0.0.1 with its data in a folder, makes the database `pacta` when it is not there, and
 * returns once it answers. As root it runs as the system user `postgres`. It never outlives this process. Throws
 * {@link ServerProblem} when it cannot be had.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const cluster = await prepare(options);
  const port = await pickPort(options.port ?? 0, 'PostgreSQL', options.log);
  const lastLines: string[] = [];
  const server = leash(cluster.binaries.postgres, serverArguments(cluster.folder, port, options.isThrowaway ?? false), {
    name: 'PostgreSQL',
    cwd: cluster.folder,
    user: cluster.user,
    stopSignal: 'SIGINT', // a fast shutdown: SIGTERM would wait for every client to leave
    graceSeconds: 20,
    ...(options.onStarted ? { onStarted: options.onStarted } : {}),
    onLine: (line) => {
      options.onLine?.(line);
      lastLines.push(line);
      if (lastLines.length > 5) lastLines.shift();
    },
  });
  const urlOf = (database: string): string => `postgresql://${OWNER}:${cluster.password}@${LOOPBACK}:${port}/${database}`;
  try {
    const version = await waitTillReady(server, urlOf('postgres'), lastLines);
    if (Number.parseInt(version, 10) !== POSTGRES_MAJOR) {
      throw new ServerProblem(`the PostgreSQL that was started is ${version}, not ${POSTGRES_MAJOR}`);
    }
    await createDatabaseOnce(urlOf('postgres'));
    const dataDir = join(cluster.folder, '..');
    return { ...server, url: urlOf(OWNER), port, version, dataDir };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
