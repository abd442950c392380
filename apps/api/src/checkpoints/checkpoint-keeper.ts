import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { takeCheckpoint } from '#evidence/take-checkpoint';
import { messageOf } from '../http/message.js';
import { RegularJob } from '../regular-job.js';
import { now } from '../time.js';
import { Checkpoints } from './checkpoints.js';

/** Writes a checkpoint of all ledgers, outside the database, whenever one is due. */
@Injectable()
export class CheckpointKeeper extends RegularJob {
  private readonly logger = new Logger('Checkpoints');

  constructor(
    private readonly orm: MikroORM,
    private readonly checkpoints: Checkpoints,
  ) {
    super();
  }

  async work(): Promise<void> {
    const { settings } = this.checkpoints;
    if (!settings) return;
    try {
      const { checkpoint, isNew, backwards } = await takeCheckpoint(this.orm.em.fork(), settings, now());
      if (isNew) this.logger.log(`checkpoint ${checkpoint.sequence} over ${checkpoint.size} contracts`);
      for (const contract of backwards)
        this.logger.error(
          `the ledger of ${contract} is not what the checkpoint before saw: it was cut or replaced`,
        );
    } catch (error) {
      this.logger.error(`could not write a checkpoint: ${messageOf(error)}`);
    }
  }
}
