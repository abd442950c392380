// Loaded before a worker: it caches as few workflows as the SDK allows (asked for one, it takes two), so that almost
// every turn replays a history.
import { createRequire } from 'node:module';

const { Worker } = createRequire(import.meta.url)('@temporalio/worker');
const create = Worker.create.bind(Worker);

Worker.create = (options) =>
  create({ ...options, maxCachedWorkflows: 1, maxConcurrentWorkflowTaskExecutions: 2 });
