import { setTimeout as delay } from 'node:timers/promises';
import { type MikroORM } from '@mikro-orm/postgresql';
import { type Worker } from '@temporalio/worker';
import { type Condition, type Insight } from '#telemetry/inside';
import { type WorkerMetrics } from './worker-metrics.js';

const DATABASE_MILLISECONDS = 2_000;

/** What a worker is looked at by. */
export interface Watched {
  readonly orm: MikroORM;
  readonly metrics: WorkerMetrics;
  /** Where the SDK tells its own metrics. */
  readonly sdkMetricsUrl: string;
  readonly workers: () => readonly Worker[];
}

/** What the worker says of itself within the house: alive while its workers poll, ready while it reaches the database too. */
export function workerInsight({ orm, metrics, sdkMetricsUrl, workers }: Watched): Insight {
  const polling = (): Condition => {
    const states = workers().map((worker) => worker.getState());
    const isGood = states.length > 0 && states.every((state) => state === 'RUNNING');
    return { isGood, detail: { status: isGood ? 'polling' : (states.at(-1)?.toLowerCase() ?? 'starting') } };
  };
  return {
    metrics: async () => [await metrics.text(), await sdkMetrics(sdkMetricsUrl)].join('\n'),
    // On the way down it still lives: it is not to be killed while it finishes its turns.
    live: () => {
      const { isGood, detail } = polling();
      return { isGood: isGood || detail['status'] !== 'failed', detail };
    },
    ready: async () => {
      const [{ isGood, detail }, isUp] = [polling(), await reaches(orm)];
      return { isGood: isGood && isUp, detail: { ...detail, postgresql: isUp ? 'up' : 'down' } };
    },
  };
}

async function sdkMetrics(url: string): Promise<string> {
  try {
    return await (await fetch(url)).text();
  } catch {
    return '';
  }
}

async function reaches(orm: MikroORM): Promise<boolean> {
  const asked = orm.em
    .fork()
    .execute('select 1')
    .then(() => true)
    .catch(() => false);
  return Promise.race([asked, delay(DATABASE_MILLISECONDS, false, { ref: false })]);
}
