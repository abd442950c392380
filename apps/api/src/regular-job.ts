import { type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

const EVERY_MILLISECONDS = 30_000;

/**
 * What a process of the API does by itself again and again while it runs: one pass at a time, and the pass under way is
 * waited for before the connections close. Several processes may run the same job; each pass has to bear that.
 */
export abstract class RegularJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;

  constructor(private readonly everyMilliseconds = EVERY_MILLISECONDS) {}

  /** Everything that is to be done now, once over. Never throws: what fails is tried again at the next pass. */
  abstract work(): Promise<void>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.begin(), this.everyMilliseconds);
    this.timer.unref();
  }

  /** A pass now, unless one is under way. */
  protected begin(): void {
    this.working ??= this.work().finally(() => (this.working = null));
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.working;
  }
}
