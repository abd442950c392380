import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { reportShadows } from '#backtest/shadows';
import { messageOf } from '../http/message.js';
import { RegularJob } from '../regular-job.js';
import { now } from '../time.js';
import { TestBench } from './test-bench.js';

const MOST_AT_ONCE = 10;

/**
 * Writes what each running shadow makes of a month, soon after the month has closed. Whoever reads a shadow before
 * writes it as well: it is written once, whoever comes first.
 */
@Injectable()
export class ShadowReporter extends RegularJob {
  private readonly logger = new Logger('Shadows');

  constructor(
    private readonly orm: MikroORM,
    private readonly bench: TestBench,
  ) {
    super();
  }

  async work(): Promise<void> {
    try {
      await reportShadows(this.orm.em.fork(), this.bench.test, now(), MOST_AT_ONCE, ({ message }) =>
        this.logger.warn(message),
      );
    } catch (error) {
      this.logger.warn(`could not report what shadows make of closed months: ${messageOf(error)}`);
    }
  }
}
