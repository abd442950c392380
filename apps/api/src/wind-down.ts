import { setTimeout as delay } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Patience } from './commands/patience.js';
import { InFlight } from './http/in-flight.js';

/** `npm start` gives a process 15 s to end. */
const MOST_SECONDS = 10;

/**
 * Takes the API out of service: from now on it says that it is draining, and its streams end. It goes on taking requests
 * for `drainSeconds`; those in flight then are finished, within ten seconds. What is left is stored, and taken up later.
 */
export async function windDown(app: NestFastifyApplication, drainSeconds: number): Promise<void> {
  app.get(Patience).drain();
  await delay(drainSeconds * 1000);
  await app.get(InFlight).finished(MOST_SECONDS);
  await app.close();
}
