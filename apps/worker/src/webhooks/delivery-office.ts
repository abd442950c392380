import { setTimeout as delay } from 'node:timers/promises';
import { type MikroORM } from '@mikro-orm/postgresql';
import { type DeliveryJob, DeliveryQueue, type QueueRules } from '#persistence/delivery-queue';
import { type WebhookSettings } from '#webhooks/settings';
import { Poller } from '../papers/poller.js';
import { Courier, type CourierRules } from './courier.js';
import { Dispatcher } from './dispatcher.js';

/** What the office goes by. */
export interface OfficeRules extends CourierRules, QueueRules {
  /** How many attempts are under way at once, in this process. */
  readonly atOnce: number;
  readonly lookEveryMilliseconds: number;
}

/**
 * Sends webhooks: a dispatcher that brings events to the queue, and couriers, so many at once, each with a job of the
 * queue. An endpoint has its share of the couriers, so that one that hangs does not hold up the others.
 */
export class DeliveryOffice {
  private readonly underWay = new Set<Promise<void>>();
  private readonly pollers: readonly Poller[];
  private readonly courier: Courier;

  private constructor(
    orm: MikroORM,
    private readonly queue: DeliveryQueue,
    settings: WebhookSettings,
    private readonly rules: OfficeRules,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    const dispatcher = new Dispatcher(orm, queue);
    this.courier = new Courier(orm, settings, rules);
    const { lookEveryMilliseconds } = rules;
    this.pollers = [() => dispatcher.work(), () => this.hand()].map(
      (work) => new Poller(work, lookEveryMilliseconds, onTrouble),
    );
  }

  /** Opens it and begins. Always `close()` it. */
  static async open(
    { orm, databaseUrl }: { readonly orm: MikroORM; readonly databaseUrl: string },
    settings: WebhookSettings,
    rules: OfficeRules,
    onTrouble: (error: unknown) => void,
  ): Promise<DeliveryOffice> {
    const queue = await DeliveryQueue.open(databaseUrl, rules, onTrouble);
    const office = new DeliveryOffice(orm, queue, settings, rules, onTrouble);
    for (const poller of office.pollers) poller.start();
    return office;
  }

  /** Takes no more jobs, waits for what is under way, and closes. */
  async close(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.stop()));
    await Promise.all(this.underWay);
    await this.queue.close();
  }

  /** Gives jobs to couriers that are free. False when there was none: then it is looked again a little later. */
  private async hand(): Promise<boolean> {
    const free = this.rules.atOnce - this.underWay.size;
    if (free === 0) {
      await Promise.race(this.underWay);
      return true;
    }
    const jobs = await this.queue.take(free);
    for (const job of jobs) this.begin(job);
    // With an endpoint's share used up, jobs wait while couriers are free: look again once one of them is back.
    if (jobs.length === 0 && this.underWay.size > 0) {
      await Promise.race([...this.underWay, delay(this.rules.lookEveryMilliseconds)]);
      return true;
    }
    return jobs.length > 0;
  }

  private begin(job: DeliveryJob): void {
    const made = this.made(job).catch(this.onTrouble);
    const counted = made.finally(() => this.underWay.delete(counted));
    this.underWay.add(counted);
  }

  private async made(job: DeliveryJob): Promise<void> {
    try {
      await this.courier.deliver(job);
    } catch (error) {
      this.onTrouble(error);
      await this.queue.undone(job);
      return;
    }
    await this.queue.done(job);
  }
}
