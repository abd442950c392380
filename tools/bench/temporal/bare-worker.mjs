// A process of its own, as the product's worker is: TEMPORAL_ADDRESS says where.
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

export const BARE_QUEUE = 'bench-bare';

/** What an owner's standpoint takes up in a history. */
const STANDPOINT = {
  version: 1,
  status: 'open',
  nextAt: '2025-01-06T01:15:00Z',
  over: false,
  blocked: false,
  stateHash: `sha256:${'0'.repeat(64)}`,
  written: [{ sequence: 1, kind: 'request.recorded', at: '2025-01-06T01:15:00Z' }],
  endedRequests: [],
  answer: { kind: 'applied', sequence: 1 },
};

const logger = new DefaultLogger('WARN', ({ message }) => process.stderr.write(`bare worker: ${message}\n`));
Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'WARN' } } });
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('bare-workflows.mjs', import.meta.url)),
  logger,
});
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS }),
  namespace: 'default',
  taskQueue: BARE_QUEUE,
  workflowBundle,
  activities: { nothing: () => Promise.resolve(STANDPOINT) },
  maxCachedWorkflows: 2_000,
});
process.on('message', () => {
  globalThis.gc?.();
  process.send({ rss: process.memoryUsage().rss });
});
process.send('ready');
await worker.run();
process.exit(0);
