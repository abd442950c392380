// The servers of one test run. Jest loads each project's globalSetup on its own but in one process, so what has been
// started is kept on globalThis: a run of several projects starts one PostgreSQL and one Temporal.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../../tools/build.mjs';

const key = Symbol.for('pacta.test.servers');
const run = (globalThis[key] ??= { started: new Map(), ends: [] });

// stdout belongs to the results.
const log = (line) => process.stderr.write(`tests: ${line}\n`);

function once(name, start) {
  if (!run.started.has(name)) run.started.set(name, start());
  return run.started.get(name);
}

/** The servers are started by the built code, which the whole product runs on in the e2e tests as well. */
export function buildOnce() {
  return once('build', async () => {
    const { ok, output } = ensureBuilt(log);
    if (!ok) log(`the build has errors, the tests run all the same:\n${output}`);
  });
}

/** Sets PACTA_TEST_DATABASE_URL, the URL of an administrator: see database.ts. */
export function startPostgresOnce() {
  return once('postgres', async () => {
    await buildOnce();
    const { startPostgres } = await import('#servers/postgres');
    const folder = await mkdtemp(join(tmpdir(), 'pacta-test-postgres-'));
    run.ends.push(() => rm(folder, { recursive: true, force: true }));
    const postgres = await startPostgres({ dataDir: folder, log, isThrowaway: true });
    run.ends.push(() => postgres.stop());
    process.env.PACTA_TEST_DATABASE_URL = postgres.url;
  });
}

/** Sets PACTA_TEST_TEMPORAL_ADDRESS; its namespace is `default`. */
export function startTemporalOnce() {
  return once('temporal', async () => {
    await buildOnce();
    const { searchAttributes } = await import('#servers/search-attributes');
    const { startTemporal } = await import('#servers/temporal-server');
    const temporal = await startTemporal({ log, searchAttributes });
    run.ends.push(() => temporal.stop());
    process.env.PACTA_TEST_TEMPORAL_ADDRESS = temporal.address;
  });
}

/** Sets PACTA_TEST_TIME_SKIPPING_PATH, or PACTA_TEST_TIME_SKIPPING_WHY_NOT when it cannot be had. */
export function findTimeSkippingOnce() {
  return once('time-skipping', async () => {
    await buildOnce();
    const { findTimeSkippingServer } = await import('#servers/time-skipping-server');
    try {
      const { executable } = await findTimeSkippingServer(log);
      process.env.PACTA_TEST_TIME_SKIPPING_PATH = executable.path;
    } catch (error) {
      if (error.code !== 'serverProblem') throw error;
      process.env.PACTA_TEST_TIME_SKIPPING_WHY_NOT = error.message;
    }
  });
}

/** Sets PACTA_TEST_CLUSTER_WHY_NOT where the programs of a production Temporal server cannot be had. */
export function findClusterOnce() {
  return once('cluster', async () => {
    await buildOnce();
    const { clusterPrograms } = await import('#servers/cluster-programs');
    try {
      await clusterPrograms(log);
    } catch (error) {
      if (error.code !== 'serverProblem') throw error;
      process.env.PACTA_TEST_CLUSTER_WHY_NOT = error.message;
    }
  });
}

/** Ends what was started, the last first. */
export async function stopAll() {
  for (const end of run.ends.splice(0).toReversed()) await end();
  run.started.clear();
}
