import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type MikroORM } from '@mikro-orm/postgresql';
import { type Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { TEST_PAYLOAD_KEYS } from './payload-keys.js';
import { type NativeConnection, type Worker } from '@temporalio/worker';
import { Executor } from '#execution/executor';
import { searchAttributes } from '#servers/search-attributes';
import { connectClient, connectWorker, type TemporalSettings } from '#temporal/connection';
import { createWorkers, quietRuntime } from '#temporal/workers';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.js';

const KEYWORD = 2;
const NAMESPACE_SECONDS = 30;

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

/** A namespace on this test run's Temporal that no other test file's workers poll. */
export async function freshNamespace(): Promise<TemporalSettings> {
  const address = process.env['PACTA_TEST_TEMPORAL_ADDRESS'];
  if (address === undefined)
    throw new Error('no test Temporal: this project of jest.config.mjs does not start one');
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    await registerSearchAttributes(connection, namespace);
    await untilKnown(() =>
      connection.workflowService.countWorkflowExecutions({ namespace, query: 'ContractId = "none"' }),
    );
  } finally {
    await connection.close();
  }
  // As in production: what tests see of Temporal's histories is encrypted.
  return { address, namespace, payloadKeys: TEST_PAYLOAD_KEYS };
}

/** Registers the search attributes of Pacta's workflows. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const attributes = Object.fromEntries(Object.keys(searchAttributes).map((name) => [name, KEYWORD]));
  await untilKnown(() =>
    connection.operatorService.addSearchAttributes({ namespace, searchAttributes: attributes }),
  );
}

/** A new namespace takes some moments to be known everywhere. */
async function untilKnown(work: () => Promise<unknown>): Promise<void> {
  const giveUpAt = Date.now() + NAMESPACE_SECONDS * 1000;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await delay(100);
    }
  }
}
