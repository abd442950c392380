import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { addSeconds } from '#domain/time/instant';
import { putOffLine, settleLine, takeLine, type TakenLine } from '#persistence/queries/operation-work';
import { cancelOperation } from '#persistence/queries/operations';
import { Patience } from '../commands/patience.js';
import { messageOf } from '../http/message.js';
import { Problem } from '../http/problem.js';
import { RegularJob } from '../regular-job.js';
import { now } from '../time.js';
import { ContractStarts, type LineOutcome } from './contract-starts.js';

const LOOK_MILLISECONDS = 2_000;
/** How many lines a process works on at once. */
const AT_ONCE = 4;
/** A line of a process that was killed is taken by another after this long. One taken too early is done twice for nothing. */
const LEASE_SECONDS = 20;
/** What has no answer yet is looked at again after this long. */
const AGAIN_SECONDS = 5;
const MOST_FAILURES = 5;

/**
 * Works through the lines of operations, a few at once. Several processes share the work: a line is taken under a lock and
 * for a while, and is finished by another where its process is killed.
 */
@Injectable()
export class OperationRunner extends RegularJob {
  private readonly logger = new Logger('Operations');

  constructor(
    private readonly orm: MikroORM,
    private readonly starts: ContractStarts,
    private readonly patience: Patience,
  ) {
    super(LOOK_MILLISECONDS);
  }

  /** There is something to do: it is not waited for the next look. */
  wake(): void {
    this.begin();
  }

  async work(): Promise<void> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.takeTurns()));
  }

  /** Line after line, until none is due, or none gets an answer. */
  private async takeTurns(): Promise<void> {
    try {
      while (!this.patience.ending.aborted) {
        const taken = await takeLine(this.orm.em.fork(), now(), LEASE_SECONDS);
        if (taken === null || !(await this.took(taken))) return;
      }
    } catch (error) {
      this.logger.warn(`could not go on with operations: ${messageOf(error)}`);
    }
  }

  /** Does a line. False where it has no answer: the next one would have none either. */
  private async took(taken: TakenLine): Promise<boolean> {
    const { operation, line } = taken;
    const outcome = await this.outcomeOf(taken);
    const em = this.orm.em.fork();
    if (outcome.status === 'again') {
      const { inSeconds = AGAIN_SECONDS, isFailure = false } = outcome;
      await putOffLine(em, line, { at: addSeconds(now(), inSeconds), isFailure });
      return false;
    }
    // First: its last line would complete it.
    if (outcome.status === 'skipped') await this.stop(operation.id);
    await settleLine(em, line, outcome, now());
    return true;
  }

  private async outcomeOf(taken: TakenLine): Promise<LineOutcome> {
    const { operation, line } = taken;
    try {
      return await this.starts.start(taken);
    } catch (error) {
      const errorId = randomUUID();
      this.logger.error(`${errorId} line ${line.number} of ${operation.id}: ${messageOf(error)}`);
      if (line.failures + 1 < MOST_FAILURES)
        return { status: 'again', inSeconds: AGAIN_SECONDS * 2 ** line.failures, isFailure: true };
      const detail = `An unexpected error, ${MOST_FAILURES} times: the log has more under ${errorId}`;
      const problem = { ...new Problem('internalError', detail).document(), errorId };
      return { status: 'failed', contract: await this.starts.contractOf(taken), problem };
    }
  }

  /** Its caller has ended: nothing more is begun for it. */
  private async stop(operation: string): Promise<void> {
    const cancelling = { by: 'system', because: 'callerEnded' } as const;
    if (await cancelOperation(this.orm.em.fork(), operation, cancelling, now()))
      this.logger.warn(`${operation} is cancelled: its caller may do this no more`);
  }
}
