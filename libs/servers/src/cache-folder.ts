import { access, chmod, constants, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { messageOf, ServerProblem } from './problem.js';

/** Where programs that were fetched or built once are kept for this user, each below its version. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'pacta');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'pacta');
  if (process.platform === 'win32' && env['LOCALAPPDATA']) return join(env['LOCALAPPDATA'], 'pacta', 'cache');
  return join(homedir(), '.cache', 'pacta');
}

/** Whether a file is there and may be run. */
export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The full path of a program on PATH, or undefined. */
export async function onPath(
  program: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const name = process.platform === 'win32' ? `${program}.exe` : program;
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    if (folder !== '' && (await isExecutable(join(folder, name)))) return join(folder, name);
  }
  return undefined;
}

/** Removes what makers that were killed have left: nothing takes a day to make. */
async function removeOldPartials(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(`${basename(target)}.partial-`)) continue;
    const path = join(dirname(target), name);
    const madeAt = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - madeAt > 24 * 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Fills a cached folder or file: `make` gets an empty folder beside `target` and returns the path within it that is to
 * become `target`. Renamed when it is whole, so that a half-made one is never found; the empty folder is removed.
 */
export async function fillCache(
  target: string,
  make: (workFolder: string) => Promise<string>,
): Promise<void> {
  let workFolder: string;
  try {
    await mkdir(dirname(target), { recursive: true });
    await removeOldPartials(target);
    workFolder = await mkdtemp(`${target}.partial-`);
  } catch (error) {
    throw new ServerProblem(
      `cannot write to the cache (${messageOf(error)}): set XDG_CACHE_HOME to a folder that can be written`,
    );
  }
  try {
    const made = await make(workFolder);
    await chmod(made, 0o755);
    // Of two that were made at the same time either is as good.
    await rm(target, { recursive: true, force: true });
    await rename(made, target);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}
