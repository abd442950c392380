import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, leash, type Leashed } from '#servers/leash';
import type { ChildLog } from './child-log.js';
import { StartProblem } from './problem.js';

const READY_SECONDS = 60;
const GRACE_SECONDS = 15;

export interface NodeChildOptions {
  /** For messages: `the worker`. */
  readonly name: string;
  /** The JavaScript file to run. It says `process.send?.('ready')` once it is. */
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: ChildLog;
  readonly onStarted: (pid: number) => void;
}

/** Starts a Node process of ours and returns once it is ready. Throws {@link StartProblem} when it does not get so far. */
export async function startNodeChild(options: NodeChildOptions): Promise<Leashed> {
  const { name, entry, env, log, onStarted } = options;
  if (!existsSync(entry)) throw new StartProblem(`${name} is not built: ${entry} is missing`);
  const ready = Promise.withResolvers<'ready'>();
  const waiting = new AbortController();
  const child = leash(process.execPath, ['--enable-source-maps', entry], {
    name,
    env,
    onStarted,
    onLine: log.onLine,
    onMessage: (message) => (message === 'ready' ? ready.resolve('ready') : undefined),
    graceSeconds: GRACE_SECONDS,
  });
  const timeout = delay(READY_SECONDS * 1000, 'late' as const, { signal: waiting.signal }).catch(
    () => 'late' as const,
  );
  const outcome = await Promise.race([ready.promise, child.exited, timeout]);
  waiting.abort();
  if (outcome === 'ready') return child;
  const how =
    outcome === 'late' ? `was not ready after ${READY_SECONDS} s` : `ended (${describeExit(outcome)})`;
  await child.kill();
  throw new StartProblem(
    [`${name} ${how}. Its log is ${log.file}, last:`, ...log.lastLines()].join('\n    '),
  );
}
