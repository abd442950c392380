import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { reportShadows } from '#backtest/shadows';
import { messageOf } from '../http/message.js';
import { now } from '../time.js';
import { TestBench } from './test-bench.js';

const EVERY_MILLISECONDS = 30_000;
const MOST_AT_ONCE = 10;

/**
 * Writes what each running shadow makes of a month, soon after the month has closed. Whoever reads a shadow before
 * writes it as well: it is written once, whoever comes first.
 */
@Injectable()
export class ShadowReporter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Shadows');
  private timer: NodeJS.Timeout | null = null;
  private reporting: Promise<void> | null = null;

  constructor(
    private readonly orm: MikroORM,
    private readonly bench: TestBench,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.reporting ??= this.report().finally(() => (this.reporting = null));
    }, EVERY_MILLISECONDS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.reporting;
  }

  private async report(): Promise<void> {
    try {
      await reportShadows(this.orm.em.fork(), this.bench.test, now(), MOST_AT_ONCE, ({ message }) =>
        this.logger.warn(message),
      );
    } catch (error) {
      this.logger.warn(`could not report what shadows make of closed months: ${messageOf(error)}`);
    }
  }
}
