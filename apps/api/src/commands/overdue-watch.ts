import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { addSeconds } from '#domain/time/instant';
import { lastToldOfOverdue } from '#persistence/queries/overdue';
import { messageOf } from '../http/message.js';
import { RegularJob } from '../regular-job.js';
import { now } from '../time.js';
import { Dispatcher } from './dispatcher.js';

const MOST_AT_ONCE = 50;
/** A deadline is looked at some 25 seconds after it passes, and a month waits for its requests a little longer. */
const OVERDUE_SECONDS = 60;

/**
 * Wakes workflows that do not know of a deadline of theirs. When a worker dies after the transaction of a command, and
 * Temporal and the API with it, the command has its answer, so that nobody sends it again, and no history knows of it:
 * its workflow would sleep past the deadline that it set. What is told again changes nothing; the workflow sees where
 * its owner stands.
 */
@Injectable()
export class OverdueWatch extends RegularJob {
  private readonly logger = new Logger('OverdueWatch');

  constructor(
    private readonly orm: MikroORM,
    private readonly dispatcher: Dispatcher,
  ) {
    super();
  }

  async work(overdueSeconds = OVERDUE_SECONDS): Promise<void> {
    try {
      const before = addSeconds(now(), -overdueSeconds);
      const rows = await lastToldOfOverdue(this.orm.em.fork(), before, MOST_AT_ONCE);
      for (const row of rows) {
        this.logger.warn(
          `a deadline of ${row.owner} of ${row.contractId} is overdue: ${row.id} is told again`,
        );
        await this.dispatcher.tellAgain(row);
      }
    } catch (error) {
      this.logger.warn(`could not look for overdue deadlines: ${messageOf(error)}`);
    }
  }
}
