import { setTimeout as delay } from 'node:timers/promises';

/**
 * Does work as long as there is some, then looks again every so often. Trouble is reported, and waited out like
 * having nothing to do.
 */
export class Poller {
  private readonly controller = new AbortController();
  private running: Promise<void> | null = null;

  constructor(
    /** Does one piece of work; false when there was none. */
    private readonly work: () => Promise<boolean>,
    private readonly everyMilliseconds: number,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Ends it once the present piece of work is done. */
  async stop(): Promise<void> {
    this.controller.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.controller;
    while (!signal.aborted) {
      const worked = await this.work().catch((error: unknown) => {
        if (!signal.aborted) this.onTrouble(error);
        return false;
      });
      if (!worked) await delay(this.everyMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }
}
