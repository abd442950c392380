import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { toSeconds, type Instant } from '#domain/time/instant';

/**
 * One timer. It is armed again when the next deadline gets earlier; one that rings too early has its owner just look
 * again, which costs six events of history. Where deadlines are met long before they are due, as those of a contract
 * are, moving the timer back costs two: `movesBack`.
 */
export class Alarm {
  private ringsAt: number | null = null;
  private scope: CancellationScope | null = null;
  rang = false;

  constructor(private readonly movesBack: boolean) {}

  /** Rings at an instant, plus a delay that spreads the work of many owners. */
  set(at: Instant, delayMilliseconds = 0): void {
    const wanted = toSeconds(at) * 1000 + delayMilliseconds;
    if (this.ringsAt !== null && (this.movesBack ? this.ringsAt === wanted : this.ringsAt <= wanted)) return;
    this.stop();
    this.ringsAt = wanted;
    this.scope = new CancellationScope();
    void this.scope.run(() => this.wait(wanted - Date.now()));
  }

  /** Takes the ringing away: its deadline is being looked at. */
  quiet(): void {
    this.rang = false;
    this.ringsAt = null;
  }

  stop(): void {
    this.scope?.cancel();
    this.scope = null;
    this.ringsAt = null;
  }

  private async wait(milliseconds: number): Promise<void> {
    try {
      await sleep(Math.max(1, milliseconds));
      this.rang = true;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }
}
