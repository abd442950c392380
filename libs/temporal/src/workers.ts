import {
  type NativeConnection,
  Runtime,
  DefaultLogger,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';
import { type Activities } from '#workflows/activities';
import { TASK_QUEUES } from '#workflows/messages';
import { workflowBundle } from './bundle.js';
import { type TemporalSettings } from './connection.js';
import { dataConverterOf } from './data-converter.js';

/** Workflows are small, but every cached one keeps its isolate's objects: some thousands fit into a process. */
const MAX_CACHED_WORKFLOWS = 2_000;

/**
 * How long a task waits for the worker that knows its workflow, before any other may take it: where that one was killed,
 * each of its workflows stands still for as long.
 */
const STICKY_WAIT = '4 seconds';

/** Makes the SDK log warnings and errors only, one line each. Once per process, before anything else of the SDK. */
export function quietRuntime(write: (line: string) => void): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) =>
    write(`${level} ${message} ${brief(meta)}`),
  );
  Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'WARN' } } });
}

/** How the SDK tells how it is. */
export interface RuntimeSettings {
  readonly write: (level: 'info' | 'warn' | 'error', message: string) => void;
  /** `host:port` where it is to tell its metrics, in Prometheus' format under `/metrics`; null where nobody asks. */
  readonly metricsAddress: string | null;
}

/** Makes the SDK log and measure as a worker's process does. Once per process, before anything else of the SDK. */
export function installRuntime({ write, metricsAddress }: RuntimeSettings): void {
  const logger = new DefaultLogger('INFO', ({ level, message, meta }) => {
    const severity = level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'info';
    write(severity, `${message} ${brief(meta)}`.trim());
  });
  const metrics = metricsAddress && {
    // In seconds and with the endings that Prometheus goes by, as ours are.
    prometheus: {
      bindAddress: metricsAddress,
      countersTotalSuffix: true,
      unitSuffix: true,
      useSecondsForDurations: true,
    },
  };
  const logging = { forward: {}, filter: 'WARN' } as const;
  Runtime.install({ logger, telemetryOptions: { logging, ...(metrics && { metrics }) } });
}

/** One worker a queue, in one process: incidents never wait behind a month's invoices. */
export async function createWorkers(
  connection: NativeConnection,
  { namespace, payloadKeys }: Pick<TemporalSettings, 'namespace' | 'payloadKeys'>,
  activities: Activities,
  options: Pick<WorkerOptions, 'workflowBundle'> = {},
): Promise<Worker[]> {
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection,
    namespace,
    dataConverter: dataConverterOf(payloadKeys),
    workflowBundle: options.workflowBundle ?? (await workflowBundle()),
    activities: { ...activities },
    maxCachedWorkflows: MAX_CACHED_WORKFLOWS,
    shutdownGraceTime: '10 seconds',
    stickyQueueScheduleToStartTimeout: STICKY_WAIT,
  };
  return Promise.all(Object.values(TASK_QUEUES).map((taskQueue) => Worker.create({ ...common, taskQueue })));
}

/** What a line of log needs of the SDK's metadata: who, and what went wrong; no payloads. */
function brief(meta: Record<string, unknown> | undefined): string {
  const { workflowId, activityType, error } = meta ?? {};
  return [workflowId, activityType, error === undefined ? undefined : reasonOf(error)]
    .filter((part) => part !== undefined)
    .map(String)
    .join(' ');
}

/** Of an error of the database its name and code alone: its words repeat statements with their values. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOfDatabase = 'severity' in error || error.name.endsWith('Exception');
  if (!isOfDatabase) return error.message;
  return `${error.name} ${'code' in error ? String(error.code) : ''}`.trim();
}
