import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { openHands, type Job } from '#backtest/hands';
import { Pool } from '#backtest/pool';
import { type ContractOutcome } from '#backtest/tester';

/**
 * Back-tests single contracts for whoever asks, in a thread of its own: a busy contract takes a second of computing, in
 * which this process must go on answering. The thread starts with the first call.
 */
@Injectable()
export class TestBench implements BeforeApplicationShutdown {
  private pool: Promise<Pool> | null = null;

  constructor(private readonly orm: MikroORM) {}

  /** Where the database is: for threads, which have connections of their own. */
  get databaseUrl(): string {
    const url = this.orm.config.get('clientUrl');
    if (url === undefined) throw new Error('the database was opened without a URL');
    return url;
  }

  readonly test = async (contract: string, job: Job): Promise<ContractOutcome> => {
    this.pool ??= openHands(this.databaseUrl, 1).then((hands) => new Pool(hands));
    const pool = await this.pool;
    try {
      return await pool.test(contract, job);
    } catch (error) {
      // The thread may be gone: the next call starts another.
      this.pool = null;
      await pool.close();
      throw error;
    }
  };

  async beforeApplicationShutdown(): Promise<void> {
    await (await this.pool)?.close();
  }
}
