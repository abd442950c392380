import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, messageOf } from '#servers/problem';
import { commandLineOf } from '#servers/processes';
import { StartProblem } from './problem.js';

/** A child on its leash is given this long to end after its parent was killed. */
const LEFTOVER_SECONDS = 30;

export interface DataFolder {
  readonly path: string;
  /** Where the logs of the children lie. */
  readonly logs: string;
  /** Notes a child's process, so that a later start knows what a killed one left behind. */
  noteChild(name: string, pid: number): void;
  /** Lets another start have the folder. */
  release(): Promise<void>;
}

/** How a `pacta start` shows in the list of processes. */
const startCommand = /(pacta\.mjs|cli[\\/]src[\\/]main\.js|\bpacta) start\b/;

async function ownerOf(lock: string): Promise<number | undefined> {
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
  // In a container each start may get the same id.
  if (pid === process.pid) return undefined;
  return startCommand.test((await commandLineOf(pid)) ?? '') ? pid : undefined;
}

/** A file that is made whole or not at all: of two starts at the same moment one finds it there. */
async function takeLock(folder: string, lock: string): Promise<void> {
  const candidate = join(folder, `lock.${process.pid}`);
  await writeFile(candidate, String(process.pid));
  try {
    for (;;) {
      try {
        return await link(candidate, lock);
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const owner = await ownerOf(lock);
      if (owner !== undefined) {
        throw new StartProblem(
          `Pacta already runs on ${folder} (process ${owner}). End that one first, or set PACTA_DATA to another folder.`,
        );
      }
      await rm(lock, { force: true });
    }
  } finally {
    await rm(candidate, { force: true });
  }
}

/** The id of a child that was noted, if it still runs: its command line tells it from one that has got its id since. */
async function stillRunning(note: string): Promise<string | undefined> {
  const [pid = '', commandLine = ''] = (await readFile(note, 'utf8')).split('\n');
  return commandLine !== '' && (await commandLineOf(Number(pid))) === commandLine ? pid : undefined;
}

/** Waits for the children of a `pacta start` that was killed: they are ending, but still hold ports and files. */
async function awaitLeftovers(notes: string, log: (line: string) => void): Promise<void> {
  const giveUpAt = Date.now() + LEFTOVER_SECONDS * 1000;
  let hasSaid = false;
  for (const name of await readdir(notes).catch(() => [])) {
    for (;;) {
      const pid = await stillRunning(join(notes, name));
      if (pid === undefined) break;
      if (Date.now() > giveUpAt) {
        throw new StartProblem(
          `an earlier start left ${name} (process ${pid}) running, and it does not end: end it`,
        );
      }
      if (!hasSaid) log('waiting for what an earlier start left running to end');
      hasSaid = true;
      await delay(100);
    }
  }
  await rm(notes, { recursive: true, force: true });
}

/**
 * Makes the data folder and takes it for this process alone. Throws {@link StartProblem} when another `pacta start` has
 * it, or when it cannot be written.
 */
export async function takeDataFolder(wanted: string, log: (line: string) => void): Promise<DataFolder> {
  const path = resolve(wanted);
  const notes = join(path, 'running');
  const logs = join(path, 'logs');
  const lock = join(path, 'lock');
  try {
    // As root, PostgreSQL runs as another user and has to pass through; the secrets have modes of their own.
    await mkdir(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    await mkdir(logs, { recursive: true, mode: 0o700 });
    await takeLock(path, lock);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw new StartProblem(
      `the data folder ${path} cannot be used (${messageOf(error)}): set PACTA_DATA to another one`,
    );
  }
  await awaitLeftovers(notes, log);
  await mkdir(notes, { recursive: true, mode: 0o700 });
  return {
    path,
    logs,
    noteChild: (name, pid) => void noteChild(join(notes, name), pid),
    async release() {
      await rm(notes, { recursive: true, force: true });
      await rm(lock, { force: true });
    },
  };
}

async function noteChild(file: string, pid: number): Promise<void> {
  // A note that cannot be written costs a later start some patience at most.
  await writeFile(file, `${pid}\n${(await commandLineOf(pid)) ?? ''}\n`).catch(() => undefined);
}
