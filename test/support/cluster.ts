import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchAttributes } from '#servers/search-attributes';
import { TemporalCluster } from '#servers/temporal-cluster';

/** A production Temporal server that a test may kill and start again, and what to call when the test is over. */
export interface TestCluster {
  readonly cluster: TemporalCluster;
  /** The names of its databases. */
  readonly databases: readonly [string, string];
  stop(): Promise<void>;
}

/** Starts one for a test file alone, its databases on this test run's PostgreSQL or that of a URL. */
export async function startCluster(
  postgresUrl = process.env['PACTA_TEST_DATABASE_URL'],
): Promise<TestCluster> {
  if (postgresUrl === undefined)
    throw new Error('no test PostgreSQL: this project of jest.config.mjs does not start one');
  const folder = await mkdtemp(join(tmpdir(), 'pacta-cluster-'));
  const databaseName = `temporal_${randomBytes(6).toString('hex')}`;
  const cluster = await TemporalCluster.start({
    postgresUrl,
    databaseName,
    folder,
    searchAttributes,
    log: (line) => process.stderr.write(`tests: ${line}\n`),
  });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { cluster, databases: [databaseName, `${databaseName}_visibility`], stop };
}

/**
 * Describes what needs a production Temporal server. Where that cannot be had, one test says so and why, and what was
 * described is skipped.
 */
export function describeWithCluster(name: string, body: () => void): void {
  const why = process.env['PACTA_TEST_CLUSTER_WHY_NOT'];
  if (why === undefined) {
    describe(name, body);
    return;
  }
  describe(name, () => {
    it.skip(`needs a production Temporal server: ${why}`, () => undefined);
  });
  process.stderr.write(`tests: left out "${name}": ${why}\n`);
}
