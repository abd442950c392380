import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { KeeperCommand, KeeperOrder, KeeperReport } from './leash-keeper.js';

export interface LeashOptions {
  /** For the list of processes and for messages. */
  readonly name: string;
  /** All of the child's environment; that of this process when left out. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** The user to run as, where this process is root. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** The signal that asks the child to end. Default SIGTERM. */
  readonly stopSignal?: NodeJS.Signals;
  /** How long it may take over ending before it is killed. Default 10. */
  readonly graceSeconds?: number;
  /** Gets the child's process id. */
  readonly onStarted?: (pid: number) => void;
  /** Gets each line the child prints. Without it the child's output is dropped. */
  readonly onLine?: (line: string) => void;
  /** Gets each message of a child that is a Node process (`process.send`). */
  readonly onMessage?: (message: unknown) => void;
}

/** How a child ended. `failure` says why it could not even be started. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly failure?: string;
}

export interface Leashed {
  /** Never rejects. */
  readonly exited: Promise<Exit>;
  /** Asks the child to end and kills it when the grace is over. */
  stop(): Promise<Exit>;
  /** Kills the child at once. */
  kill(): Promise<Exit>;
}

const live = new Set<Leashed>();
let isClosed = false;

// From sources (tests) Node runs the TypeScript file as it is; built, its JavaScript.
const keeperFile = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './leash-keeper.ts' : './leash-keeper.js', import.meta.url),
);

/** How long the last lines of a child that has ended may take to arrive. */
const DRAIN_MS = 200;

/** `exit code 3`, `SIGKILL`, or why it was not started. */
export function describeExit(exit: Exit): string {
  return exit.failure ?? exit.signal ?? `exit code ${exit.code}`;
}

function orderFor(command: string, args: readonly string[], options: LeashOptions): KeeperOrder {
  return {
    name: options.name,
    command,
    args,
    cwd: options.cwd ?? process.cwd(),
    ...options.user,
    stopSignal: options.stopSignal ?? 'SIGTERM',
    graceSeconds: options.graceSeconds ?? 10,
    hasMessages: options.onMessage !== undefined,
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}

/** Follows the keeper's reports until the child's end, also when the keeper itself was killed. */
function follow(keeper: ChildProcess, options: LeashOptions): Promise<Exit> {
  let childPid: number | undefined;
  let exit: Exit | undefined;
  keeper.on('message', (report: KeeperReport) => {
    if (report.kind === 'started') options.onStarted?.((childPid = report.pid));
    else if (report.kind === 'message') options.onMessage?.(report.message);
    else if (report.kind === 'exited') exit = { code: report.code, signal: report.signal };
    else exit = { code: null, signal: null, failure: report.reason };
  });
  const drained = new Promise((resolve) => keeper.once('close', resolve));
  return new Promise((resolve) => {
    keeper.once('error', (error) => resolve({ code: null, signal: null, failure: error.message }));
    keeper.once('exit', (code, signal) => {
      void Promise.race([drained, delay(DRAIN_MS)]).then(() => {
        // Without a last report the keeper was killed, and left the child behind.
        if (exit === undefined && childPid !== undefined) killGroup(childPid);
        resolve(exit ?? { code, signal });
      });
    });
  });
}

function notStarted(failure: string): Leashed {
  const exited = Promise.resolve({ code: null, signal: null, failure });
  return { exited, stop: () => exited, kill: () => exited };
}

/**
 * Starts a child that never outlives this process: when this process ends in any way, `kill -9` included, the child is
 * asked to end and then killed. Its errors do not throw: see {@link Exit}.
 */
export function leash(command: string, args: readonly string[], options: LeashOptions): Leashed {
  if (isClosed) return notStarted('this process is ending');
  const output = options.onLine === undefined ? 'ignore' : 'pipe';
  const order = JSON.stringify(orderFor(command, args, options));
  const keeper = spawn(process.execPath, ['--no-warnings', keeperFile, order], {
    stdio: ['ignore', output, output, 'ipc'],
    detached: process.platform !== 'win32',
    env: options.env ?? process.env,
  });
  for (const stream of [keeper.stdout, keeper.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => options.onLine?.(line));
  }
  const exited = follow(keeper, options);
  const end = (command: KeeperCommand): Promise<Exit> => {
    if (keeper.connected) keeper.send(command, () => undefined);
    return exited;
  };
  const leashed: Leashed = { exited, stop: () => end('stop'), kill: () => end('kill') };
  live.add(leashed);
  void exited.then(() => live.delete(leashed));
  return leashed;
}

/**
 * Ends whatever is still on a leash of this process (a build that is under way, say) and starts nothing any more. For
 * the end of a process that is in the middle of something.
 */
export async function closeLeashes(how: KeeperCommand): Promise<void> {
  isClosed = true;
  await Promise.all([...live].map((leashed) => leashed[how]()));
}

/** Runs a command to its end on a leash, and returns its last lines. It is killed when `timeoutSeconds` are over. */
export async function runLeashed(
  command: string,
  args: readonly string[],
  options: Omit<LeashOptions, 'onLine'> & { readonly timeoutSeconds: number },
): Promise<{ exit: Exit; lastLines: string[]; timedOut: boolean }> {
  const lastLines: string[] = [];
  const leashed = leash(command, args, {
    ...options,
    onLine: (line) => {
      lastLines.push(line);
      if (lastLines.length > 20) lastLines.shift();
    },
  });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void leashed.kill();
  }, options.timeoutSeconds * 1000);
  const exit = await leashed.exited;
  clearTimeout(timer);
  return { exit, lastLines, timedOut };
}
