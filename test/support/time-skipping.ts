import { TestWorkflowEnvironment } from '@temporalio/testing';
import { fromSeconds, toSeconds, type Instant } from '#domain/time/instant';
import { type TemporalSettings } from '#temporal/connection';
import { registerSearchAttributes } from '#servers/namespace';
import { searchAttributes } from '#servers/search-attributes';
import { quiet } from './engine.js';

/** Temporal with a time of its own: it stands still for whoever works and skips to the next timer for whoever waits. */
export class SkippedTime {
  private constructor(private readonly environment: TestWorkflowEnvironment) {}

  static async start(path: string): Promise<SkippedTime> {
    quiet();
    const executable = { type: 'existing-path', path } as const;
    const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
    await registerSearchAttributes(environment.connection, 'default', searchAttributes);
    return new SkippedTime(environment);
  }

  get settings(): TemporalSettings {
    return { address: this.environment.address, namespace: 'default' };
  }

  /** The server's time, its second cut off. */
  async now(): Promise<Instant> {
    return fromSeconds((await this.environment.currentTimeMs()) / 1000);
  }

  /** Lets the server's time pass up to an instant, and everything that waits for an earlier one happen. */
  async skipTo(at: Instant, plusMilliseconds = 0): Promise<void> {
    const left = toSeconds(at) * 1000 + plusMilliseconds - (await this.environment.currentTimeMs());
    if (left > 0) await this.environment.sleep(left);
  }

  stop(): Promise<void> {
    return this.environment.teardown();
  }
}

/**
 * Describes what needs the time-skipping server. Where that cannot be had, one test says so and why: the suite never
 * just vanishes.
 */
export function describeWithSkippedTime(name: string, body: (path: string) => void): void {
  const path = process.env['PACTA_TEST_TIME_SKIPPING_PATH'];
  if (path !== undefined) {
    describe(name, () => body(path));
    return;
  }
  const why =
    process.env['PACTA_TEST_TIME_SKIPPING_WHY_NOT'] ??
    'this project of jest.config.mjs does not look for the server';
  describe(name, () => {
    it(`is left out: ${why}`, () => {
      process.stderr.write(`tests: left out "${name}": ${why}\n`);
      expect(path).toBeUndefined();
    });
  });
}
