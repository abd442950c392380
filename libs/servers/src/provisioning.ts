import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeExit, runLeashed } from './leash.js';
import { ServerProblem } from './problem.js';

type Log = (line: string) => void;

const PROGRESS_SECONDS = 15;
const DOWNLOAD_SECONDS = 300;

/** Says every 15 s how long the work has taken so far. */
export async function withProgress<T>(what: string, log: Log, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const timer = setInterval(() => {
    log(`still ${what} (${Math.round((Date.now() - startedAt) / 1000)} s so far)`);
  }, PROGRESS_SECONDS * 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Runs a command that provides something. Throws {@link ServerProblem} with its last lines when it fails. */
export async function runProvider(
  command: string,
  args: readonly string[],
  options: { name: string; cwd: string; env: NodeJS.ProcessEnv; timeoutSeconds: number },
): Promise<void> {
  const { exit, lastLines, timedOut } = await runLeashed(command, args, options);
  if (exit.code === 0) return;
  const how = timedOut ? `not done after ${options.timeoutSeconds} s` : describeExit(exit);
  const said = lastLines
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' / ');
  throw new ServerProblem(`${options.name}: ${said === '' ? how : `${how}, ${said}`}`);
}

/** Lets the SDK download one of its servers into a folder. Returns the program's path. Gives up soon when offline. */
export async function downloadBySdk(
  kind: 'dev-server' | 'time-skipping',
  folder: string,
  log: Log,
  version?: string,
): Promise<string> {
  const script = fileURLToPath(new URL('./sdk-download.js', import.meta.url));
  const args = [script, kind, folder, ...(version === undefined ? [] : [version])];
  await withProgress("downloading Temporal's server", log, () =>
    runProvider(process.execPath, args, {
      name: "the SDK's download",
      cwd: folder,
      // Where a proxy is set, Node's fetch must use it as the SDK does.
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
      timeoutSeconds: DOWNLOAD_SECONDS,
    }),
  );
  const downloaded = (await readdir(folder)).find(
    (name) => name.startsWith('temporal') && !name.endsWith('.downloading'),
  );
  if (downloaded === undefined) throw new ServerProblem("the SDK's download left no program behind");
  return join(folder, downloaded);
}
