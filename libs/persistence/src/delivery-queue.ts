import { type EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, type KyselyTransactionLike, PgBoss } from 'pg-boss';
import { type DueDelivery } from './queries/webhook-deliveries.js';

const SCHEMA = 'pgboss';
const QUEUE = 'webhooks';
const MOST_CONNECTIONS = 3;

/** A job of the queue: the attempt that is due. */
export interface DeliveryJob {
  readonly jobId: string;
  readonly delivery: string;
  /** How many attempts there were before. */
  readonly attempts: number;
}

interface JobData {
  readonly delivery: string;
  readonly attempts: number;
}

/** Makes the tables of the queue, or brings them up to date. Safe to be run by several at once. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  // An error of a pooled connection must not end the process.
  boss.on('error', () => undefined);
  await boss.start();
  try {
    const queue = {
      retryLimit: 1_000,
      retryDelay: 5,
      deleteAfterSeconds: 86_400,
    };
    if (await boss.getQueue(QUEUE)) await boss.updateQueue(QUEUE, queue);
    else await boss.createQueue(QUEUE, queue);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** What a queue goes by. */
export interface QueueRules {
  /** How many jobs of one endpoint are out at once, over all processes. */
  readonly perEndpoint: number;
  /** A job is given to somebody else when it is out for this long: whoever had it was killed. */
  readonly expireSeconds: number;
  /** How often it is looked for such jobs. */
  readonly lookForTheDeadSeconds: number;
}

/** The queue of webhooks, on pg-boss: jobs are added in the caller's transaction, and taken with a limit an endpoint. */
export class DeliveryQueue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly rules: QueueRules,
  ) {}

  /** Opens it. `onTrouble` hears of the database being away. Always `close()` it. */
  static async open(
    databaseUrl: string,
    rules: QueueRules,
    onTrouble: (error: Error) => void,
  ): Promise<DeliveryQueue> {
    const boss = new PgBoss({
      connectionString: databaseUrl,
      schema: SCHEMA,
      max: MOST_CONNECTIONS,
      migrate: false,
      schedule: false,
      superviseIntervalSeconds: rules.lookForTheDeadSeconds,
      monitorIntervalSeconds: rules.lookForTheDeadSeconds,
    });
    boss.on('error', onTrouble);
    await boss.start();
    return new DeliveryQueue(boss, rules);
  }

  /** Adds a job for each attempt, in the caller's transaction: it is there if, and only if, that commits. */
  async add(em: EntityManager, due: readonly DueDelivery[]): Promise<void> {
    if (due.length === 0) return;
    const jobs = due.map(({ id, endpointId, attempts, nextAt }) => ({
      data: { delivery: id, attempts } satisfies JobData,
      startAfter: new Date(nextAt),
      expireInSeconds: this.rules.expireSeconds,
      group: { id: endpointId },
    }));
    await this.boss.insert(QUEUE, jobs, { db: within(em) });
  }

  /** Takes jobs that are due, of no endpoint more than its share. */
  async take(most: number): Promise<DeliveryJob[]> {
    const jobs = await this.boss.fetch<JobData>(QUEUE, {
      batchSize: most,
      groupConcurrency: this.rules.perEndpoint,
    });
    return jobs.map(({ id, data }) => ({ jobId: id, ...data }));
  }

  /** The attempt was made, whatever it came to. */
  async done({ jobId }: DeliveryJob): Promise<void> {
    await this.boss.complete(QUEUE, jobId);
  }

  /** The attempt was not made: it is due again a little later. */
  async undone({ jobId }: DeliveryJob): Promise<void> {
    await this.boss.fail(QUEUE, jobId);
  }

  close(): Promise<void> {
    return this.boss.stop({ graceful: false });
  }
}

function within(em: EntityManager): ReturnType<typeof fromKysely> {
  const transaction = em.getTransactionContext<KyselyTransactionLike>();
  if (!transaction) throw new Error('a job is only added within a transaction');
  return fromKysely(transaction);
}
