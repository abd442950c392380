import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '#persistence/database';
import { type Job, type ThreadMessage, type ThreadOrder } from './hands.js';
import { Tester } from './tester.js';

/** A thread that back-tests the contracts it is told, one after the other, over a connection of its own. */
const port = parentPort;
if (port === null) throw new Error('this file is loaded as a thread only');

const tester = new Tester(await openDatabase(workerData as string));
const say = (message: ThreadMessage): void => port.postMessage(message);
let job: Job | null = null;

port.on('message', (order: ThreadOrder) => {
  if ('job' in order) job = order.job;
  else if (job !== null) test(order.contract, job);
});
say({ ready: true });

function test(contract: string, given: Job): void {
  tester
    .test(contract, given)
    .then((outcome) => say({ outcome }))
    .catch((error: unknown) => say({ failed: error instanceof Error ? error.message : String(error) }));
}
