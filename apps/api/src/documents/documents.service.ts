import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, StreamableFile } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type PaperJobRow } from '#persistence/entities/paper-job';
import { documentOfHash } from '#persistence/queries/documents';
import { unfinishedPaperJobs, wakePaperJobs } from '#persistence/queries/paper-jobs';
import { Patience } from '../commands/patience.js';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';

const LOOK_MILLISECONDS = 200;

/** Hands out documents. They are made by a worker: here they are only asked for, and waited for. */
@Injectable()
export class DocumentsService {
  constructor(private readonly patience: Patience) {}

  /**
   * Has what sleeps made (of one ledger entry, or all of a contract), and waits a while for what is being made. Gives
   * what is not done then.
   */
  async settled(em: EntityManager, contract: string, sequence?: number): Promise<PaperJobRow[]> {
    await wakePaperJobs(em, contract, now(), sequence);
    const giveUpAt = performance.now() + this.patience.commandMilliseconds;
    for (;;) {
      const left = await unfinishedPaperJobs(em, contract, sequence);
      const isOver = performance.now() > giveUpAt || this.patience.ending.aborted;
      if (isOver || !left.some(({ status }) => status === 'queued')) return left;
      await delay(LOOK_MILLISECONDS);
    }
  }

  /** The bytes of a document, to be saved under its name. Throws a Problem when there is none. */
  async bytes(em: EntityManager, sha256: string, contract: string): Promise<StreamableFile> {
    const document = await documentOfHash(em, sha256, { contractId: contract });
    if (!document) throw new Problem('unknownDocument', `There is no document ${sha256} of ${contract}`);
    const { bytes, mediaType: type, fileName, size: length } = document;
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${fileName}"`, length });
  }
}
