import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { contractsBehind, recordedCounts } from '#persistence/queries/recorded-facts';
import { type BacktestTotal } from './comparison.js';
import { type Amendment } from './amendment.js';
import { type Job, openHands } from './hands.js';
import { Pool } from './pool.js';
import { type ContractOutcome } from './tester.js';
import { Totals } from './totals.js';

/** How far a run over all contracts has come. */
export interface Progress {
  readonly contracts: number;
  readonly ofContracts: number;
  readonly requests: number;
  readonly ofRequests: number;
}

/** What a run is told to do with what comes. Each outcome comes once, in the order of the contracts' ids. */
export interface Run {
  readonly databaseUrl: string;
  readonly amendment: Amendment;
  /** The time of day. */
  readonly present: Instant;
  readonly threads?: number;
  readonly onOutcome: (outcome: ContractOutcome) => void | Promise<void>;
  readonly onProgress?: (progress: Progress) => void | Promise<void>;
}

const THREADS = 2;
/** Outcomes that may wait for an earlier one; a contract holds nobody up for longer. */
const MOST_AHEAD = 32;
const IDS_AT_ONCE = 500;

let runs = 0;

/**
 * Back-tests all contracts, or those named, as a stream: a few are in memory at any time, however many there are. `em`
 * is for the list of contracts; the contracts themselves are read by the hands, each over a connection of its own.
 */
export async function backtestAll(
  em: EntityManager,
  run: Run,
  named?: readonly string[],
): Promise<BacktestTotal> {
  const counts = await recordedCounts(em.fork());
  const totals = new Totals();
  let [contracts, requests] = [0, 0];
  const { amendment, present } = run;
  const job = { id: `run ${(runs += 1)}`, amendment, present };
  const pool = new Pool(await openHands(run.databaseUrl, run.threads ?? THREADS));
  try {
    for await (const outcome of outcomes(named ?? allContracts(em), pool, job)) {
      totals.add(outcome);
      contracts += 1;
      requests += 'comparison' in outcome ? outcome.comparison.before.requests : 0;
      await run.onOutcome(outcome);
      await run.onProgress?.({
        contracts,
        ofContracts: named?.length ?? counts.contracts,
        requests,
        ofRequests: named ? requests : counts.requests,
      });
    }
  } finally {
    await pool.close();
  }
  return totals.total();
}

/** Walks over the ids by the index, some at a time. */
async function* allContracts(em: EntityManager): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const ids = await contractsBehind(em.fork(), after, IDS_AT_ONCE);
    yield* ids;
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/** The outcomes in the order of the contracts, while the hands work ahead. */
async function* outcomes(
  contracts: Iterable<string> | AsyncIterable<string>,
  pool: Pool,
  job: Job,
): AsyncGenerator<ContractOutcome> {
  const running: Promise<ContractOutcome>[] = [];
  for await (const contract of contracts) {
    const outcome = pool.test(contract, job);
    // It is looked at when its turn has come; until then a failure must not count as unhandled.
    outcome.catch(() => undefined);
    running.push(outcome);
    const first = running.length >= MOST_AHEAD ? running.shift() : undefined;
    if (first) yield await first;
  }
  for (const outcome of running) yield await outcome;
}
