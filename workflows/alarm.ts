import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { toSeconds, type Instant } from '#domain/time/instant';

/** One timer, armed again only when the next deadline gets earlier. A wake-up that comes too early just looks again. */
export class Alarm {
  private ringsAt: number | null = null;
  private scope: CancellationScope | null = null;
  rang = false;

  /** Rings at an instant, plus a delay that spreads the work of many owners. */
  set(at: Instant, delayMilliseconds = 0): void {
    const wanted = toSeconds(at) * 1000 + delayMilliseconds;
    if (this.ringsAt !== null && this.ringsAt <= wanted) return;
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
