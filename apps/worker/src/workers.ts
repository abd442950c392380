import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { type Executor } from '#execution/executor';
import { workflowBundle } from '#temporal/bundle';
import { type Activities } from '#workflows/activities';
import { TASK_QUEUES } from '#workflows/messages';

/** Workflows are small, but every cached one keeps its isolate's objects: some thousands fit into a process. */
const MAX_CACHED_WORKFLOWS = 2_000;

/** What the workflows need done, done by the executor. */
export function activitiesOf(executor: Pick<Executor, 'take'>): Activities {
  return { takeTurn: (turn) => executor.take(turn) };
}

/** One worker a queue, in one process: incidents never wait behind a month's invoices. */
export async function createWorkers(connection: NativeConnection, namespace: string, executor: Executor): Promise<Worker[]> {
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace,
    workflowBundle: await workflowBundle(),
    activities: activitiesOf(executor),
    maxCachedWorkflows: MAX_CACHED_WORKFLOWS,
    shutdownGraceTime: '10 seconds',
  };
  return Promise.all(Object.values(TASK_QUEUES).map((taskQueue) => Worker.create({ ...common, taskQueue })));
}
