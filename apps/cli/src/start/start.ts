import { isAbsolute, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { closeLeashes } from '#servers/leash';
import { parentOf } from '#servers/processes';
import { takeDataFolder, type DataFolder } from './data-folder.js';
import { accountsFile, demoAccounts, type DemoAccount } from './demo-accounts.js';
import { type ApiKey, demoKeys, exportLines, writeEnvFile } from './demo-keys.js';
import { dataFolderPath, forgetRunning, noteRunning } from '../running.js';
import { Stack, type Addresses, type StackOptions } from './stack.js';

const PARENT_CHECK_MS = 1000;
const KILL_LIMIT_MS = 3000;

const log = (line: string): void => console.log(line);
const indented = (line: string): void => console.log(`  ${line}`);

/** Calls `end` when a signal asks this process to end, or when the npm that started it is gone. */
function onceAskedToEnd(end: (reason: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  // npm can be killed without a word to us. (A shell that ends leaves its background processes running on purpose.)
  if (process.env['npm_lifecycle_event'] !== undefined) void watchNpm(end);
}

/** npm is the parent, or the parent of the shell that is the parent. */
async function watchNpm(end: (reason: string) => void): Promise<void> {
  const ancestors = async (): Promise<string> => `${process.ppid} ${await parentOf(process.ppid)}`;
  const atStart = await ancestors();
  while ((await ancestors()) === atStart) await delay(PARENT_CHECK_MS, undefined, { ref: false });
  end('npm is gone');
}

/** The demo keys with the demo accounts, or the keys that the environment has. */
async function chooseKeys(
  env: NodeJS.ProcessEnv,
  data: DataFolder,
): Promise<{ apiKeys: string; demo: ApiKey[]; accounts: DemoAccount[] }> {
  const given = env['PACTA_API_KEYS'];
  if (given) return { apiKeys: given, demo: [], accounts: [] };
  const demo = await demoKeys(data.path);
  return { apiKeys: JSON.stringify(demo), demo, accounts: await demoAccounts(data.path) };
}

function printAddresses(addresses: Addresses, data: DataFolder): void {
  log('\nPacta is up. Ctrl-C ends it.');
  indented(`Console      ${addresses.api}`);
  indented(`API          ${addresses.api}/api/v1`);
  indented(`API docs     ${addresses.api}/api/docs`);
  if (addresses.temporalUi) indented(`Temporal UI  ${addresses.temporalUi}`);
  if (addresses.mailFolder) indented(`Mail folder  ${shortest(addresses.mailFolder)}`);
  indented(`Data folder  ${shortest(data.path)} (logs in logs/)`);
}

/** A path as a person would type it here. */
function shortest(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere;
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
  // A terminal that was closed must not bring this process down before its children have ended in order.
  process.stdout.on('error', () => undefined);
  const data = await takeDataFolder(dataFolderPath(env), log);
  const ended = Promise.withResolvers<void>();
  let wasAsked = false;
  let stack: Stack | undefined;
  try {
    const { apiKeys, demo, accounts } = await chooseKeys(env, data);
    const made = (stack = new Stack({
      env,
      data,
      apiKeys,
      accounts,
      log: indented,
      ...(entries ? { entries } : {}),
    }));
    onceAskedToEnd((reason) => {
      if (wasAsked) return void killAtOnce();
      wasAsked = true;
      log(`\nending (${reason}) ...`);
      void made.stop().then(ended.resolve);
    });
    log('Pacta is starting');
    const addresses = await Promise.race([made.start(), ended.promise]);
    if (!addresses) return;
    const lines = exportLines(addresses.api, demo);
    const envFile = await writeEnvFile(data.path, lines);
    await noteRunning(data.path, addresses.servers);
    printAddresses(addresses, data);
    if (accounts.length > 0)
      indented(`Accounts     ${shortest(accountsFile(data.path))} (sign in with a role’s name)`);
    log(`\nFor a shell (or: . ${shortest(envFile)})`);
    lines.forEach(indented);
    process.send?.('ready');
    await ended.promise;
  } catch (error) {
    if (!wasAsked) {
      await stack?.stop();
      throw error;
    }
    // Whatever failed, failed because it was ended.
    await ended.promise;
  } finally {
    await forgetRunning(data.path);
    await data.release();
    log('ended: nothing is running any more');
  }
}
