import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from '@temporalio/client';
import { type Worker } from '@temporalio/worker';
import { Executor } from '#execution/executor';
import { LOOPBACK, pickPort } from '#servers/ports';
import { Inside } from '#telemetry/inside';
import { telemetrySettings } from '#telemetry/settings';
import { connectWorker, temporalSettings } from '#temporal/connection';
import { requirePayloadKeys } from '#temporal/payload-keys';
import { createWorkers, installRuntime, type RuntimeSettings } from '#temporal/workers';
import { webhookSettings } from '#webhooks/settings';
import { type Activities } from '#workflows/activities';
import { Postman } from './mail/postman.js';
import { PAPER_PRESS, type PaperPress } from './papers/paper-press.js';
import { Poller } from './papers/poller.js';
import { Press } from './papers/press.js';
import { reasonOf } from './papers/reason.js';
import { required, WEBHOOK_RULES } from './settings.js';
import { workerInsight } from './telemetry/insight.js';
import { WorkerMetrics } from './telemetry/worker-metrics.js';
import { DeliveryOffice } from './webhooks/delivery-office.js';

const LOOK_EVERY_MILLISECONDS = 1_000;
/** Servers are slow to answer: letters go side by side. */
const POSTMEN = 2;

/** Runs the workers, the press and the postmen, and takes everything down again in order. */
@Injectable()
export class WorkerService implements OnApplicationShutdown {
  private readonly logger = new Logger('Worker');
  private workers: Worker[] = [];

  constructor(
    private readonly orm: MikroORM,
    private readonly client: Client,
    private readonly press: Press,
    private readonly postman: Postman,
    private readonly metrics: WorkerMetrics,
    @Inject(PAPER_PRESS) private readonly paperPress: PaperPress,
  ) {}

  /** Runs until the workers are told to shut down. `onReady` is called once they poll. */
  async run(onReady: () => void): Promise<void> {
    requirePayloadKeys(process.env);
    const settings = temporalSettings(process.env);
    const inside = await this.listenInside();
    const connection = await connectWorker(settings);
    const pollers = this.pollers();
    const office = await this.openOffice();
    try {
      const executor = new Executor(this.orm);
      const activities: Activities = {
        takeTurn: (turn) => this.metrics.watch(turn, () => executor.take(turn)),
      };
      this.workers = await createWorkers(connection, settings, activities);
      const running = this.workers.map((worker) => worker.run());
      this.logger.log(`polling ${this.workers.length} queues of ${settings.address}/${settings.namespace}`);
      for (const poller of pollers) poller.start();
      this.logger.log(`mail goes to ${this.postman.destination ?? 'nobody: it waits, no way out is set'}`);
      onReady();
      await Promise.all(running);
    } finally {
      await Promise.all([office.close(), ...pollers.map((poller) => poller.stop())]);
      await this.paperPress.end();
      await inside?.close();
      await connection.close();
      await this.client.connection.close();
      await this.orm.close();
    }
  }

  onApplicationShutdown(): void {
    for (const worker of this.workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  }

  /** Sets the SDK up, and tells within the house how this process is, where that is asked for. */
  private async listenInside(): Promise<Inside | null> {
    const telemetry = telemetrySettings(process.env);
    const sdkPort = telemetry && (await pickPort(0, "the SDK's metrics", () => undefined));
    const sdkAddress = sdkPort === null ? null : `${LOOPBACK}:${sdkPort}`;
    const sdk = new Logger('Temporal');
    const write: RuntimeSettings['write'] = (level, message) =>
      level === 'info' ? sdk.log(message) : sdk[level](message);
    installRuntime({ write, metricsAddress: sdkAddress });
    if (!telemetry) return null;
    const { orm, metrics } = this;
    const sdkMetricsUrl = `http://${sdkAddress}/metrics`;
    const insight = workerInsight({ orm, metrics, sdkMetricsUrl, workers: () => this.workers });
    const inside = await Inside.listen(telemetry, insight);
    this.logger.log(`metrics on port ${inside.port}`);
    return inside;
  }

  private openOffice(): Promise<DeliveryOffice> {
    const databaseUrl = required(process.env, 'DATABASE_URL');
    return DeliveryOffice.open(
      { orm: this.orm, databaseUrl },
      webhookSettings(process.env),
      WEBHOOK_RULES,
      (error) => this.logger.warn(`webhooks wait: ${reasonOf(error)}`),
    );
  }

  private pollers(): Poller[] {
    const { press, postman } = this;
    const postmen = Array.from({ length: POSTMEN }, () => () => postman.work());
    return [() => press.work(), ...postmen].map((work) => {
      return new Poller(work, LOOK_EVERY_MILLISECONDS, (error) => {
        this.logger.warn(`documents and mail wait: ${reasonOf(error)}`);
      });
    });
  }
}
