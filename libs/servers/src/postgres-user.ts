import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, realpath, rm, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { messageOf, ServerProblem } from './problem.js';

const run = promisify(execFile);

const USER_NAME = 'postgres';

/** Where root keeps what the postgres user has to reach when the project lies in a folder closed to it (`/root`). */
export const SHARED_FOLDER = '/var/lib/pacta';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

async function findUser(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', USER_NAME]), run('id', ['-g', USER_NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * The user PostgreSQL has to run as, since it refuses to run as root: the system's `postgres` user, made when there is
 * none. Undefined when this process is not root: then PostgreSQL runs as the same user.
 */
export async function postgresUser(log: (line: string) => void): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await findUser();
  if (existing) return existing;
  log(`PostgreSQL refuses to run as root: making the system user "${USER_NAME}" for it`);
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      USER_NAME,
    ]);
  } catch (error) {
    throw new ServerProblem(
      `PostgreSQL refuses to run as root, and the system user "${USER_NAME}" could not be made (${messageOf(error).trim()}). ` +
        'Make it, run as another user, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  const made = await findUser();
  if (!made) throw new ServerProblem(`the system user "${USER_NAME}" was made but cannot be found`);
  return made;
}

/** Whether a program runs as the given user: its folders and libraries are within that user's reach. */
export async function canRun(program: string, user: SystemUser): Promise<boolean> {
  return run(program, ['--version'], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/** Makes a folder below {@link SHARED_FOLDER}, which only root can list but all can pass through. */
export async function sharedFolder(name: string): Promise<string> {
  await mkdir(SHARED_FOLDER, { recursive: true });
  await chmod(SHARED_FOLDER, 0o711);
  return join(SHARED_FOLDER, name);
}

async function canWrite(folder: string, user: SystemUser): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], { ...user, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/** Replaces the empty folder `wanted` by a link to a new one that the user can reach. */
async function moveWithinReach(
  wanted: string,
  user: SystemUser,
  log: (line: string) => void,
): Promise<string> {
  try {
    await rmdir(wanted);
  } catch {
    throw new ServerProblem(
      `the system user "${USER_NAME}", which PostgreSQL has to run as, cannot reach ${wanted}, and it is not empty. ` +
        'Put PACTA_DATA where every user may pass through, or run as another user than root.',
    );
  }
  const folder = await mkdtemp(await sharedFolder('postgres-'));
  await chown(folder, user.uid, user.gid);
  await symlink(folder, wanted);
  log(`PostgreSQL's user cannot reach ${wanted}: its data lies in ${folder}, with a link from there`);
  return folder;
}

/**
 * Makes the folder for PostgreSQL's data, for the given user alone. Where that user cannot reach the wanted place, the
 * folder is made below {@link SHARED_FOLDER} and a symbolic link in the wanted place leads to it, so that deleting the
 * link with the data folder around it still means starting afresh. Returns the folder to use.
 */
export async function folderFor(
  wanted: string,
  user: SystemUser | undefined,
  log: (line: string) => void,
): Promise<string> {
  const existing = await realpath(wanted).catch(() => undefined);
  if (existing === undefined) {
    await rm(wanted, { force: true }); // a link that leads nowhere
    await mkdir(wanted, { recursive: true, mode: 0o700 });
  }
  const folder = existing ?? (await realpath(wanted));
  if (user === undefined) return folder;
  await chown(folder, user.uid, user.gid);
  return (await canWrite(folder, user)) ? folder : moveWithinReach(wanted, user, log);
}
