import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Worker } from '@temporalio/worker';
import { Executor } from '#execution/executor';
import { openDatabase } from '#persistence/database';
import { connectWorker, temporalSettings } from '#temporal/connection';
import { createWorkers } from '#temporal/workers';
import { type Activities } from '#workflows/activities';
import { required } from './settings.js';

/** Connects, runs the workers, and takes everything down again in order. */
@Injectable()
export class WorkerService implements OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private workers: Worker[] = [];

  /** Runs until the workers are told to shut down. `onReady` is called once they poll. */
  async run(onReady: () => void): Promise<void> {
    const orm = await openDatabase(required(process.env, 'DATABASE_URL'));
    const settings = temporalSettings(process.env);
    const connection = await connectWorker(settings);
    try {
      const executor = new Executor(orm);
      const activities: Activities = { takeTurn: (turn) => executor.take(turn) };
      this.workers = await createWorkers(connection, settings.namespace, activities);
      const running = this.workers.map((worker) => worker.run());
      this.logger.log(`polling ${this.workers.length} queues of ${settings.address}/${settings.namespace}`);
      onReady();
      await Promise.all(running);
    } finally {
      await connection.close();
      await orm.close();
    }
  }

  onApplicationShutdown(): void {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  }
}
