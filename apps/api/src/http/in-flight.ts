import { Injectable } from '@nestjs/common';
import { within } from '../within.js';
import { ApiMetrics } from '../telemetry/api-metrics.js';

/** Requests that were taken and have no whole answer yet. */
@Injectable()
export class InFlight {
  private readonly ends = new Set<Promise<void>>();

  constructor(private readonly metrics: ApiMetrics) {}

  /** A request was taken: what is given is called once, when it was answered or its caller is gone. */
  began(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ends.add(promise);
    this.metrics.inFlight.set(this.ends.size);
    return () => {
      if (!this.ends.delete(promise)) return;
      this.metrics.inFlight.set(this.ends.size);
      resolve();
    };
  }

  /** Waits for those that are in flight now, so many seconds at most. */
  async finished(mostSeconds: number): Promise<void> {
    await within(Promise.all(this.ends), mostSeconds * 1000);
  }
}
