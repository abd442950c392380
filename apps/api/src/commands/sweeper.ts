import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type CommandRow } from '#persistence/entities/command';
import { takeUnanswered } from '#persistence/queries/commands';
import { messageOf } from '../http/message.js';
import { RegularJob } from '../regular-job.js';
import { now } from '../time.js';
import { Dispatcher } from './dispatcher.js';
import { Patience } from './patience.js';

const MOST_AT_ONCE = 50;

/**
 * Sends again what was stored but has no answer: after Temporal, a worker or this process was away. Sending twice is
 * harmless, the command's id sees to that.
 */
@Injectable()
export class Sweeper extends RegularJob {
  private readonly logger = new Logger('Sweeper');

  constructor(
    private readonly orm: MikroORM,
    private readonly dispatcher: Dispatcher,
    private readonly patience: Patience,
  ) {
    super(patience.sweepEveryMilliseconds);
  }

  override async beforeApplicationShutdown(): Promise<void> {
    this.patience.end();
    await super.beforeApplicationShutdown();
  }

  async work(): Promise<void> {
    try {
      const rows = await this.orm.em.fork().transactional((em) => {
        return takeUnanswered(em, now(), this.patience.sweepAfterSeconds, MOST_AT_ONCE);
      });
      // Commands of one contract go in the order in which they came.
      const byContract = Map.groupBy(rows, (row) => row.contractId);
      await Promise.all([...byContract.values()].map((some) => this.sendInOrder(some)));
    } catch (error) {
      this.logger.warn(`could not look for commands without an answer: ${messageOf(error)}`);
    }
  }

  private async sendInOrder(rows: readonly CommandRow[]): Promise<void> {
    for (const row of rows) {
      try {
        const outcome = await this.dispatcher.carryOut(row);
        if (outcome.kind === 'pending') return;
        this.logger.log(`${row.id} was sent again: ${outcome.kind}`);
      } catch (error) {
        this.logger.error(`${row.id} fails again: ${messageOf(error)}`);
      }
    }
  }
}
