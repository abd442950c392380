import { randomBytes } from 'node:crypto';
import { type MikroORM } from '@mikro-orm/postgresql';
import { type Client, Connection } from '@temporalio/client';
import { TEST_PAYLOAD_KEYS } from './payload-keys.js';
import { type NativeConnection, type Worker } from '@temporalio/worker';
import { Executor } from '#execution/executor';
import { registerNamespace } from '#servers/namespace';
import { searchAttributes } from '#servers/search-attributes';
import { connectClient, connectWorker, type TemporalSettings } from '#temporal/connection';
import { createWorkers, quietRuntime } from '#temporal/workers';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.js';

export interface EngineOptions {
  /** Left out, a new namespace of this test run's server. */
  readonly temporal?: TemporalSettings;
  /** Left out, a new database of this test run's server. */
  readonly database?: MigratedDatabase;
  /** False where the test runs workers of its own. */
  readonly workers?: boolean;
}

/**
 * Everything below the API in one process: a database and a Temporal namespace of its own, a client and workers. Only
 * a project of jest.config.mjs that starts PostgreSQL and Temporal can have one. Always `stop()` it.
 */
export class Engine {
  private constructor(
    readonly database: MigratedDatabase,
    readonly temporal: TemporalSettings,
    readonly client: Client,
    private readonly workers: RunningWorkers | null,
  ) {}

  static async start(options: EngineOptions = {}): Promise<Engine> {
    const [database, temporal] = await Promise.all([
      options.database ?? migratedDatabase(),
      options.temporal ?? freshNamespace(),
    ]);
    const client = await connectClient(temporal);
    const workers = options.workers === false ? null : await runWorkers(temporal, database.orm);
    return new Engine(database, temporal, client, workers);
  }

  get orm(): MikroORM {
    return this.database.orm;
  }

  async stop(): Promise<void> {
    await this.workers?.stop();
    await this.client.connection.close();
    await this.database.drop();
  }
}

export interface RunningWorkers {
  /** Lets turns that are under way end. */
  stop(): Promise<void>;
}

let isQuiet = false;

/**
 * The worker's own account of itself is no test result. Only where there is a worker: the SDK's runtime ends with the
 * last one, and keeps a process alive that never had one.
 */
export function quiet(): void {
  if (!isQuiet) quietRuntime(() => undefined);
  isQuiet = true;
}

/** Workers of both queues in this process, which take turns over a database. */
export async function runWorkers(temporal: TemporalSettings, orm: MikroORM): Promise<RunningWorkers> {
  quiet();
  const connection = await connectWorker(temporal);
  const executor = new Executor(orm);
  const workers = await createWorkers(connection, temporal, {
    takeTurn: (turn) => executor.take(turn),
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  return { stop: () => stopWorkers(connection, workers, running) };
}

async function stopWorkers(
  connection: NativeConnection,
  workers: readonly Worker[],
  running: Promise<unknown>,
): Promise<void> {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  await running;
  await connection.close();
}

/** A namespace that no other test file's workers poll, on this test run's Temporal or that at an address. */
export async function freshNamespace(
  address = process.env['PACTA_TEST_TEMPORAL_ADDRESS'],
): Promise<TemporalSettings> {
  if (address === undefined)
    throw new Error('no test Temporal: this project of jest.config.mjs does not start one');
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  try {
    await registerNamespace(connection, namespace, searchAttributes);
  } finally {
    await connection.close();
  }
  // As in production: what tests see of Temporal's histories is encrypted.
  return { address, namespace, payloadKeys: TEST_PAYLOAD_KEYS };
}
