import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, type Leashed } from '#servers/leash';
import { messageOf } from '#servers/problem';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** What stayed up this long starts with the shortest pause again. */
const STEADY_MS = 60_000;

export interface Supervised<Running extends Leashed> {
  /** What runs now, or what ran last while it is being started again. */
  current(): Running;
  /** Ends it for good. What is just being started again is ended as soon as it is up. */
  stop(): Promise<void>;
}

/**
 * Starts something, and starts it again whenever it ends by itself, after a pause that grows from 0.5 s to 30 s while it
 * keeps ending. `start` gets what ran before. A failure of the first start is thrown; later ones are said and tried again.
 */
export async function supervise<Running extends Leashed>(
  name: string,
  start: (previous?: Running) => Promise<Running>,
  log: (line: string) => void,
): Promise<Supervised<Running>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running = await start();
  let pauseMs = FIRST_PAUSE_MS;

  async function startAgain(reason: string): Promise<void> {
    log(`${name} ${reason}: starting it again in ${pauseMs / 1000} s`);
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    if (signal.aborted) return;
    try {
      running = await start(running);
    } catch (error) {
      if (!signal.aborted) await startAgain(`did not start (${messageOf(error)})`);
      return;
    }
    if (signal.aborted) await running.stop();
    else log(`${name} is back`);
  }

  async function keepUp(): Promise<void> {
    while (!signal.aborted) {
      const upSince = Date.now();
      const exit = await running.exited;
      if (signal.aborted) return;
      if (Date.now() - upSince > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      await startAgain(`ended by itself (${describeExit(exit)})`);
    }
  }

  void keepUp();
  return {
    current: () => running,
    async stop() {
      stopping.abort();
      await running.stop();
    },
  };
}
