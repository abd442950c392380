import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fault } from '#domain/fault';
import { Executor } from '#execution/executor';
import { openDatabase } from '#persistence/database';
import { migrate } from '#persistence/migrate';
import { conductScenario } from '#rehearsal/conduct';
import { type Stage } from '#rehearsal/manual-clock';
import { type RehearsalDocument } from '#rehearsal/document';
import { simulateScenario } from '#rehearsal/rehearse';
import { type ReadScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { startPostgres } from '#servers/postgres';
import { searchAttributes } from '#servers/search-attributes';
import { startTemporal } from '#servers/temporal-server';
import { connectClient, connectWorker, temporalSettings, type TemporalSettings } from '#temporal/connection';
import { createWorkers, quietRuntime } from '#temporal/workers';

type Result = { readonly document: RehearsalDocument } | { readonly faults: readonly Fault[] };

/** Runs a scenario through real workflows, PostgreSQL and documents. */
export async function rehearseOnStage(read: ReadScenario): Promise<Result> {
  // The simulator finds every fault of a scenario at once, in the order of the file, before a server is started.
  const simulated = await simulateScenario(read, scenarioTerms);
  if ('faults' in simulated) return simulated;
  const { scenario } = read;
  if (scenario === null || scenario.until === null) return { faults: read.faults };
  const { until } = scenario;
  const { terms } = simulated;
  quietRuntime((line) => console.error(line));
  return withServers((url, settings) =>
    withStage(url, settings, (stage) => conductScenario(stage, { ...scenario, until }, terms)),
  );
}

/** The servers that the environment names, or throw-away ones of our own. */
async function withServers(
  use: (url: string, settings: TemporalSettings) => Promise<Result>,
): Promise<Result> {
  const { DATABASE_URL, TEMPORAL_ADDRESS } = process.env;
  if (DATABASE_URL && TEMPORAL_ADDRESS) return use(DATABASE_URL, temporalSettings(process.env));
  const log = (line: string): void => console.error(line);
  const folder = await mkdtemp(join(tmpdir(), 'pacta-rehearsal-'));
  // PostgreSQL runs as a user of its own where we are root: the folder must let it pass.
  await chmod(folder, 0o711);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log, isThrowaway: true });
  const temporal = await startTemporal({ log, searchAttributes });
  try {
    return await use(postgres.url, { address: temporal.address, namespace: temporal.namespace });
  } finally {
    await temporal.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A migrated database, a client, and a worker in this process. */
async function withStage(
  url: string,
  settings: TemporalSettings,
  use: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  await migrate(url);
  const orm = await openDatabase(url);
  const client = await connectClient(settings);
  const connection = await connectWorker(settings);
  const executor = new Executor(orm);
  const workers = await createWorkers(connection, settings, {
    takeTurn: (turn) => executor.take(turn),
  });
  const running = Promise.all(workers.map((worker) => worker.run()));
  try {
    return await use({ orm, client });
  } finally {
    for (const worker of workers) worker.shutdown();
    await running;
    await connection.close();
    await client.connection.close();
    await orm.close();
  }
}
