import { setTimeout as delay } from 'node:timers/promises';
import { type Operation, type OperationCalls, type Refused } from './calls.js';
import { progressText } from './output.js';

const LOOK_MILLISECONDS = 1_000;
/** So long nobody may answer: an API that is started again is back by then. */
const MOST_MISSED_LOOKS = 60;
const TENTH = 10;

/** Tells how far an operation is until it is over: on a terminal in one line that changes, else every tenth of it. */
export async function follow(calls: OperationCalls, from: Operation): Promise<Operation | Refused> {
  let seen: Operation | Refused = from;
  let told = -1;
  while (!('faults' in seen)) {
    const tenth = Math.floor(seen.percent / TENTH);
    if (process.stdout.isTTY || tenth > told || seen.endedAt !== null) tell(progressText(seen));
    told = tenth;
    if (seen.endedAt !== null) break;
    await delay(LOOK_MILLISECONDS);
    seen = await looked(calls, seen.id);
  }
  if (process.stdout.isTTY) process.stdout.write('\n');
  return seen;
}

function tell(text: string): void {
  // The rest of a longer line before is cleared.
  process.stdout.write(process.stdout.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
}

async function looked(calls: OperationCalls, id: string): Promise<Operation | Refused> {
  for (let missed = 0; ; missed++) {
    try {
      return await calls.read(id);
    } catch (error) {
      if (missed === MOST_MISSED_LOOKS) throw error;
      await delay(LOOK_MILLISECONDS);
    }
  }
}
