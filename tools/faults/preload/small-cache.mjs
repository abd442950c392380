// Loaded before a worker: of all workflows it keeps one, so that every other turn replays its history.
import { createRequire } from 'node:module';

const { Worker } = createRequire(import.meta.url)('@temporalio/worker');
const create = Worker.create.bind(Worker);

Worker.create = (options) =>
  create({ ...options, maxCachedWorkflows: 1, maxConcurrentWorkflowTaskExecutions: 1 });
