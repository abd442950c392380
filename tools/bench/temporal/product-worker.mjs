// The product's workers of both queues with what they take turns by; documents and letters are another matter.
import { keys } from './keys.mjs';

const { openDatabase } = await import('#persistence/database');
const { Executor } = await import('#execution/executor');
const { connectWorker } = await import('#temporal/connection');
const { createWorkers, quietRuntime } = await import('#temporal/workers');

quietRuntime((line) => process.stderr.write(`product worker: ${line}\n`));
const settings = { address: process.env.TEMPORAL_ADDRESS, namespace: 'default', payloadKeys: keys };
const executor = new Executor(await openDatabase(process.env.DATABASE_URL));
const connection = await connectWorker(settings);
const workers = await createWorkers(connection, settings, { takeTurn: (turn) => executor.take(turn) });
process.on('message', () => {
  globalThis.gc?.();
  process.send({ rss: process.memoryUsage().rss });
});
process.send('ready');
await Promise.all(workers.map((worker) => worker.run()));
process.exit(0);
