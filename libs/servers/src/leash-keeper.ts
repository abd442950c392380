// The process between a parent and the child on its leash (see leash.ts). It lives in a session of its own, so that
// neither Ctrl-C in the terminal nor a kill of the parent's process group reaches the child before its turn, and it
// learns by the closing of the IPC channel that the parent is gone, however that came about.
// It imports nothing of ours: the tests run this very file without a build.
import { spawn, type ChildProcess } from 'node:child_process';

/** What the parent asks for, as JSON in the one argument. */
export interface KeeperOrder {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly stopSignal: NodeJS.Signals;
  readonly graceSeconds: number;
  /** Whether the child gets an IPC channel, whose messages are passed on to the parent. */
  readonly hasMessages: boolean;
}

/** What the keeper tells the parent. */
export type KeeperReport =
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'notStarted'; readonly reason: string }
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** What the parent tells the keeper: end the child politely, or at once. */
export type KeeperCommand = 'stop' | 'kill';

const isWindows = process.platform === 'win32';

function tell(report: KeeperReport): void {
  // The parent may be gone: then there is nobody to tell.
  if (process.connected) process.send?.(report, undefined, {}, () => undefined);
}

/** Signals the child and whatever it started in its process group (a compiler's helpers, say). */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(isWindows ? child.pid : -child.pid, signal);
  } catch {
    // It has already ended.
  }
}

function keep(order: KeeperOrder): void {
  process.title = `pacta: leash of ${order.name}`;
  const child = spawn(order.command, order.args, {
    cwd: order.cwd,
    stdio: ['ignore', 'inherit', 'inherit', ...(order.hasMessages ? ['ipc' as const] : [])],
    detached: !isWindows,
    ...(order.uid === undefined ? {} : { uid: order.uid }),
    ...(order.gid === undefined ? {} : { gid: order.gid }),
  });
  let hasEnded = false;
  let killTimer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    if (hasEnded || killTimer !== undefined) return;
    signalGroup(child, order.stopSignal);
    killTimer = setTimeout(() => signalGroup(child, 'SIGKILL'), order.graceSeconds * 1000);
  };
  const leave = (report: KeeperReport): void => {
    hasEnded = true;
    clearTimeout(killTimer);
    tell(report);
    // With the channel closed nothing keeps this process alive.
    if (process.connected) process.disconnect();
  };
  child.once('spawn', () => tell({ kind: 'started', pid: child.pid ?? 0 }));
  child.on('message', (message) => tell({ kind: 'message', message }));
  child.once('error', (error) => leave({ kind: 'notStarted', reason: error.message }));
  child.once('exit', (code, signal) => {
    // What the child left behind in its group goes with it.
    signalGroup(child, 'SIGKILL');
    leave({ kind: 'exited', code, signal });
  });
  process.on('message', (command: KeeperCommand) => {
    if (command === 'kill') signalGroup(child, 'SIGKILL');
    else stop();
  });
  process.once('disconnect', stop);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  // The parent may have gone before we listened.
  if (!process.connected) stop();
}

keep(JSON.parse(process.argv[2] ?? '{}') as KeeperOrder);
