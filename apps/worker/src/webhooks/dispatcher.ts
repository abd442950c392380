import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import { addSeconds } from '#domain/time/instant';
import { type DeliveryQueue } from '#persistence/delivery-queue';
import { publishEvents } from '#persistence/queries/events';
import { requeueOverdue, takeUnqueued } from '#persistence/queries/webhook-deliveries';
import { now } from '../time.js';

const MOST_AT_ONCE = 500;
/** Longer than any job takes to be given to somebody else: one that is later has been lost. */
const LOST_AFTER_SECONDS = 900;

/**
 * Brings events from the ledgers to the queue: it gives them their places in the feed, asks for their deliveries, and
 * hands each delivery's next attempt to the queue, all in one transaction.
 */
export class Dispatcher {
  constructor(
    private readonly orm: MikroORM,
    private readonly queue: DeliveryQueue,
  ) {}

  /** Does a round; false when there was nothing to do. */
  work(): Promise<boolean> {
    return this.orm.em.fork().transactional((em) => this.round(em));
  }

  private async round(em: EntityManager): Promise<boolean> {
    const published = await publishEvents(em, MOST_AT_ONCE);
    const present = now();
    await requeueOverdue(em, addSeconds(present, -LOST_AFTER_SECONDS), present);
    const due = await takeUnqueued(em, MOST_AT_ONCE);
    await this.queue.add(em, due);
    return published || due.length > 0;
  }
}
