import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, type Exit, type Leashed } from './leash.js';
import { messageOf, ServerProblem } from './problem.js';

const START_SECONDS = 60;
const CHECK_EVERY_MS = 50;
const LINES_KEPT = 5;

/** The last lines that a server printed: what it said before it ended tells why. */
export class LastLines {
  readonly lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
    if (this.lines.length > LINES_KEPT) this.lines.shift();
  }
}

/**
 * Waits till a check of a server that was just started does not throw any more, and returns what it returned. Throws
 * {@link ServerProblem} when the server ends instead, or is not ready after a minute.
 */
export async function waitForServer<T>(
  name: string,
  server: Leashed,
  last: LastLines,
  check: () => Promise<T>,
): Promise<T> {
  let exit: Exit | undefined;
  void server.exited.then((reached) => (exit = reached));
  const giveUpAt = Date.now() + START_SECONDS * 1000;
  for (;;) {
    if (exit)
      throw new ServerProblem(`${name} did not start (${describeExit(exit)}): ${last.lines.join(' / ')}`);
    try {
      return await check();
    } catch (error) {
      if (Date.now() < giveUpAt) await delay(CHECK_EVERY_MS);
      else throw new ServerProblem(`${name} was not ready after ${START_SECONDS} s: ${messageOf(error)}`);
    }
  }
}
