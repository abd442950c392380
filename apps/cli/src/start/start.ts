import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeLeashes } from '#servers/leash';
import { takeDataFolder, type DataFolder } from './data-folder.js';
import { demoKeys, exportLines, writeEnvFile } from './demo-keys.js';
import { Stack, type Addresses, type StackOptions } from './stack.js';

const PARENT_CHECK_MS = 1000;
const KILL_LIMIT_MS = 3000;

const log = (line: string): void => console.log(line);
const indented = (line: string): void => console.log(`  ${line}`);

/** `.pacta` in the project, wherever the command is called from. */
function defaultDataFolder(): string {
  return fileURLToPath(new URL('../../../../../.pacta', import.meta.url));
}

/** Calls `end` when a signal asks this process to end, or when the npm that started it is gone. */
function onceAskedToEnd(end: (reason: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  const parent = process.ppid;
  // npm can be killed without a word to us; a shell that ends leaves its background processes running on purpose.
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end('npm is gone');
  }, PARENT_CHECK_MS);
}

/** The demo keys, or the keys that the environment has. */
async function chooseKeys(
  env: NodeJS.ProcessEnv,
  data: DataFolder,
): Promise<{ apiKeys: string; demo: Awaited<ReturnType<typeof demoKeys>> }> {
  const given = env['PACTA_API_KEYS'];
  if (given) return { apiKeys: given, demo: [] };
  const demo = await demoKeys(data.path);
  return { apiKeys: JSON.stringify(demo), demo };
}

function printAddresses(addresses: Addresses, data: DataFolder): void {
  log('\nPacta is up. Ctrl-C ends it.');
  indented(`API          ${addresses.api}`);
  indented(`API docs     ${addresses.api}/api/docs`);
  if (addresses.temporalUi) indented(`Temporal UI  ${addresses.temporalUi}`);
  indented(`Data folder  ${data.path} (logs in logs/)`);
}

async function killAtOnce(): Promise<never> {
  log('killing everything');
  setTimeout(() => process.exit(130), KILL_LIMIT_MS);
  await closeLeashes('kill');
  process.exit(130);
}

/**
 * Runs the whole product until it is asked to end (Ctrl-C, SIGTERM; a second time kills it). Returns when nothing of it
 * runs any more. Throws with one clear message when it cannot be started; then nothing of it runs either.
 */
export async function start(env: NodeJS.ProcessEnv, entries?: StackOptions['entries']): Promise<void> {
  const data = await takeDataFolder(env['PACTA_DATA'] || defaultDataFolder(), log);
  const ended = Promise.withResolvers<void>();
  let isEnding = false;
  let stack: Stack | undefined;
  try {
    const { apiKeys, demo } = await chooseKeys(env, data);
    const made = new Stack({ env, data, apiKeys, log: indented, ...(entries ? { entries } : {}) });
    stack = made;
    onceAskedToEnd((reason) => {
      if (isEnding) return void killAtOnce();
      isEnding = true;
      log(`\nending (${reason}) ...`);
      void made.stop().then(ended.resolve);
    });
    log('Pacta is starting');
    const addresses = await stack.start();
    const lines = exportLines(addresses.api, demo);
    const envFile = await writeEnvFile(data.path, lines);
    printAddresses(addresses, data);
    log(`\nFor a shell (or: . ${relative(process.cwd(), envFile) || envFile})`);
    lines.forEach(indented);
    process.send?.('ready');
    await ended.promise;
  } catch (error) {
    if (!isEnding) {
      isEnding = true;
      await stack?.stop();
      throw error;
    }
    // Whatever failed, failed because it was ended.
    await ended.promise;
  } finally {
    await data.release();
  }
  log('ended: nothing is running any more');
}
