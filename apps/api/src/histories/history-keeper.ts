import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from '@temporalio/client';
import { type ExportPass, exportHistories } from '#histories/export-histories';
import { Patience } from '../commands/patience.js';
import { messageOf } from '../http/message.js';
import { RegularJob } from '../regular-job.js';
import { now } from '../time.js';

/** How long Temporal's list may be behind: what ended within this time before the last pass is asked for again. */
const OVERLAP_MILLISECONDS = 15 * 60_000;
const LONGEST_PASS_MILLISECONDS = 10 * 60_000;
const WHOLE_PASS_MILLISECONDS = 60 * 60_000;

/**
 * Exports the histories of runs that are over before Temporal forgets them: what ended of late twice a minute, and
 * everything that Temporal still has at the start and every hour.
 */
@Injectable()
export class HistoryKeeper extends RegularJob {
  private readonly logger = new Logger('Histories');
  private readonly reported = new Set<string>();
  private lastPass = 0;
  private lastWholePass = 0;

  constructor(
    private readonly orm: MikroORM,
    private readonly client: Client,
    private readonly patience: Patience,
  ) {
    super();
  }

  override onApplicationBootstrap(): void {
    super.onApplicationBootstrap();
    this.begin();
  }

  async work(): Promise<void> {
    const startedAt = Date.now();
    const isWhole = startedAt - this.lastWholePass >= WHOLE_PASS_MILLISECONDS;
    try {
      const since = isWhole ? null : new Date(this.lastPass - OVERLAP_MILLISECONDS);
      const pass = await this.pass(since);
      if (this.patience.ending.aborted) return;
      this.tell(pass);
      // What failed is asked for again by a whole pass: it may be older than the overlap by then.
      if (pass.failed.length > 0) this.lastWholePass = 0;
      else if (isWhole) this.lastWholePass = startedAt;
      this.lastPass = startedAt;
    } catch (error) {
      if (!this.patience.ending.aborted)
        this.logger.warn(`could not look for histories to export: ${messageOf(error)}`);
    }
  }

  /** Calls to a Temporal that does not answer end by themselves, and when this process does. */
  private pass(since: Date | null): Promise<ExportPass> {
    const limit = AbortSignal.any([this.patience.ending, AbortSignal.timeout(LONGEST_PASS_MILLISECONDS)]);
    const where = { em: this.orm.em.fork(), client: this.client, now: now() };
    return this.client.withAbortSignal(limit, () => exportHistories(where, since));
  }

  private tell({ exported, gone, failed }: ExportPass): void {
    if (exported.length > 0) this.logger.log(`exported the histories of ${exported.length} runs`);
    for (const { run, why } of failed)
      this.logger.error(`could not export the history of ${run.workflowId} ${run.runId}: ${why}`);
    for (const { workflowId, runId } of gone) {
      if (this.reported.has(runId)) continue;
      this.reported.add(runId);
      this.logger.error(`the history of ${workflowId} ${runId} is lost: Temporal no longer has it`);
    }
  }
}
