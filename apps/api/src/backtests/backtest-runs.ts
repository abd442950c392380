import { randomUUID } from 'node:crypto';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { type Amendment } from '#backtest/amendment';
import { backtestAll, type Progress } from '#backtest/backtest-all';
import { type ContractOutcome } from '#backtest/tester';
import { type Json } from '#domain/entry';
import { formatFault } from '#domain/fault';
import { type BacktestRow } from '#persistence/entities/backtest';
import {
  amendmentOf,
  askBacktest,
  buryDeadBacktests,
  finishBacktest,
  noteProgress,
} from '#persistence/queries/backtests';
import { messageOf } from '../http/message.js';
import { now } from '../time.js';
import { type contractLine } from './comparison-schemas.js';
import { TestBench } from './test-bench.js';

type Line = z.infer<typeof contractLine>;

const MOST_LINES = 1000;
const EVERY_MILLISECONDS = 2000;
const BURY_EVERY_MILLISECONDS = 60_000;
/** Of the two cores of a small machine one is left to everything else. */
const THREADS = 1;

/** Back-tests over all contracts: one after the other, in the background of this process. */
@Injectable()
export class BacktestRuns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Backtests');
  private last: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private isEnding = false;

  constructor(
    private readonly orm: MikroORM,
    private readonly bench: TestBench,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.buryDead(), BURY_EVERY_MILLISECONDS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    if (this.timer) clearInterval(this.timer);
    await this.last;
  }

  /** Writes down that it was asked for, in the caller's transaction. `start` it once that has ended. */
  ask(em: EntityManager, amendment: Amendment, askedBy: string): Promise<BacktestRow> {
    return askBacktest(em, { id: randomUUID(), amendment: amendment as unknown as Json, askedBy }, now());
  }

  /** Runs it behind those that were asked for before. */
  start(id: string): void {
    this.last = this.last.then(() => this.run(id));
  }

  private async run(id: string): Promise<void> {
    const em = this.orm.em.fork();
    try {
      if (this.isEnding) throw new Error('the API was ended');
      const amendment = (await amendmentOf(em, id)) as unknown as Amendment;
      await noteProgress(em, id, null, now());
      const lines = new Lines();
      let noted = performance.now();
      const total = await backtestAll(this.orm.em, {
        databaseUrl: this.bench.databaseUrl,
        amendment,
        present: now(),
        threads: THREADS,
        onOutcome: (outcome) => {
          if (this.isEnding) throw new Error('the API was ended');
          lines.add(outcome);
        },
        onProgress: async (progress: Progress) => {
          if (performance.now() - noted < EVERY_MILLISECONDS) return;
          noted = performance.now();
          await noteProgress(em, id, { ...progress }, now());
        },
      });
      const result = { total, contracts: lines.kept, leftOut: lines.leftOut };
      await finishBacktest(em, id, { result: result as unknown as Json }, now());
    } catch (error) {
      await this.failed(em, id, messageOf(error));
    }
  }

  private async failed(em: EntityManager, id: string, message: string): Promise<void> {
    this.logger.warn(`the back-test ${id} failed: ${message}`);
    try {
      await finishBacktest(em, id, { error: message }, now());
    } catch (error) {
      // Whoever sweeps later finds that it has said nothing for long.
      this.logger.warn(`its end could not be written down: ${messageOf(error)}`);
    }
  }

  private async buryDead(): Promise<void> {
    try {
      await buryDeadBacktests(this.orm.em.fork(), now());
    } catch (error) {
      this.logger.warn(`could not look for back-tests that died: ${messageOf(error)}`);
    }
  }
}

/** The contracts that would have been otherwise, in short; so many that the answer stays readable. */
class Lines {
  readonly kept: Line[] = [];
  leftOut = 0;

  add(outcome: ContractOutcome): void {
    const line = lineOf(outcome);
    if (line === null) return;
    if (this.kept.length < MOST_LINES) this.kept.push(line);
    else this.leftOut += 1;
  }
}

function lineOf(outcome: ContractOutcome): Line | null {
  const { contract } = outcome;
  if (!('comparison' in outcome)) {
    const problem = 'error' in outcome ? outcome.error : outcome.faults.map(formatFault).join('; ');
    const none = { requests: 0, misses: 0, months: 0, rights: 0, refused: 0 };
    return { contract, reproduced: null, ...none, before: null, after: null, problem };
  }
  const { changed, reproduced, requests, misses, months, rights, refused, before, after } =
    outcome.comparison;
  if (!changed && reproduced !== false) return null;
  return {
    contract,
    reproduced,
    requests: requests.length,
    misses: misses.length,
    months: months.length,
    rights: rights.length,
    refused: refused.length,
    before,
    after,
    problem: null,
  };
}
