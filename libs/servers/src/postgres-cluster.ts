import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, runLeashed } from './leash.js';
import { POSTGRES_MAJOR, postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { folderFor, postgresUser, type SystemUser } from './postgres-user.js';
import { ServerProblem } from './problem.js';
import { commandLineOf } from './processes.js';

/** The user and the database that Pacta uses in a PostgreSQL of its own. */
export const OWNER = 'pacta';
const INITDB_SECONDS = 120;
/** A PostgreSQL whose starter was killed is on its leash: it ends within this time by itself. */
const LEFTOVER_SECONDS = 8;

/** A folder with PostgreSQL's data, and what is needed to run it. */
export interface Cluster {
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
  const { exit, lastLines } = await runLeashed(
    binaries.initdb,
    [`--pgdata=${partial}`, ...access, ...locale, ...haste],
    {
      name: 'initdb',
      cwd: dataDir,
      user,
      timeoutSeconds: INITDB_SECONDS,
    },
  );
  await rm(passwordFile, { force: true });
  if (exit.code !== 0) {
    throw new ServerProblem(
      `PostgreSQL's initdb failed (${describeExit(exit)}): ${lastLines.slice(-3).join(' / ')}`,
    );
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
      throw new ServerProblem(
        `another PostgreSQL (process ${pid}) is running on ${folder}: end it, or set PACTA_DATA to another folder.`,
      );
    }
    await delay(100);
  }
}

/**
 * A cluster in the folder, made when it is not there, that nothing runs on and that this PostgreSQL can run. Throws
 * {@link ServerProblem} when it cannot be had.
 */
export async function prepareCluster(options: {
  readonly dataDir: string;
  readonly isThrowaway: boolean;
  readonly log: (line: string) => void;
}): Promise<Cluster> {
  const user = await postgresUser(options.log);
  const binaries = await postgresBinaries(user, options.log);
  const dataDir = await folderFor(options.dataDir, user, options.log);
  const cluster = { folder: join(dataDir, 'cluster'), password: await passwordIn(dataDir), binaries, user };
  const isThere = await stat(cluster.folder).catch(() => undefined);
  if (!isThere) await initialise(cluster, dataDir, options.isThrowaway);
  await checkCluster(cluster);
  await clearLeftovers(cluster);
  return cluster;
}
