import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { type FactsAt, linesThrough } from '#execution/facts-at';
import { listDocuments, storeDocument, type NewDocument } from '#persistence/queries/documents';
import { queueMail } from '#persistence/queries/mail';
import {
  advancePaperJob,
  claimPaperJob,
  lockPaperJob,
  notePaperFailure,
  type PaperJobKey,
} from '#persistence/queries/paper-jobs';
import { lettersOf } from '../mail/letters-of.js';
import { WorkerSettings } from '../settings.js';
import { now } from '../time.js';
import { Announcer, RefusedDocument } from './announcer.js';
import { numbersFor } from './numbering.js';
import { PAPER_PRESS, type PaperPress, type PressedPaper } from './paper-press.js';
import { parameterLabels } from './parameter-labels.js';
import { reasonOf } from './reason.js';

const NEVER = 1_000_000_000;

/**
 * Makes the documents of ledger lines. A job has two stages, each one transaction that holds the job's row: the
 * documents and the letters that carry them are stored; then the contract is told, and writes their hashes into its
 * ledger. Whoever dies in a stage leaves the job as it was before it.
 */
@Injectable()
export class Press {
  private readonly logger = new Logger('Press');

  constructor(
    private readonly orm: MikroORM,
    private readonly announcer: Announcer,
    @Inject(PAPER_PRESS) private readonly paperPress: PaperPress,
    private readonly settings: WorkerSettings,
  ) {}

  /** Takes the next job that is due through its next stage; false when there is none. */
  async work(): Promise<boolean> {
    const job = await claimPaperJob(this.orm.em.fork(), now(), this.settings.papers.backoff);
    if (!job) return false;
    const isRendering = job.status === 'queued';
    try {
      await (isRendering ? this.render(job) : this.announce(job));
    } catch (error) {
      const reason = reasonOf(error);
      // A contract that cannot be reached is told later, however long that takes.
      const most =
        error instanceof RefusedDocument ? 0 : isRendering ? this.settings.papers.mostAttempts : NEVER;
      const status = await notePaperFailure(this.orm.em.fork(), job, reason, most);
      const what = status === 'failed' ? 'is given up' : 'is tried again';
      // The reason may quote what the document says: it is kept with the job, not in a log.
      this.logger.warn(`the documents of line ${job.ledgerSequence} of ${job.contractId}: ${what}`);
    }
    return true;
  }

  private async render(key: PaperJobKey): Promise<void> {
    await this.orm.em.fork().transactional(async (em) => {
      const job = await lockPaperJob(em, key, 'queued');
      if (!job) return;
      const { contractId, ledgerSequence } = key;
      const lines = await linesThrough(em, contractId, ledgerSequence);
      const facts = await this.paperPress.facts(lines, contractId, ledgerSequence);
      // On its own: a series is not to be locked while documents are rendered. A number once taken is the paper's own.
      const numbers = await this.orm.em.fork().transactional((aside) => numbersFor(aside, facts));
      const labels = await parameterLabels(em, facts);
      const papers = await this.paperPress.press({
        facts,
        numbers,
        labels,
        languages: this.settings.languages,
      });
      for (const paper of papers) await storeDocument(em, documentOf(facts, paper));
      if (facts.clock === 'real') await this.queueLetters(em, facts);
      advancePaperJob(job, facts.clock === 'real' && papers.length > 0 ? 'pressed' : 'done', now());
    });
  }

  private async queueLetters(em: EntityManager, facts: FactsAt): Promise<void> {
    const documents = await listDocuments(em, facts.contract);
    const [language] = this.settings.languages;
    for (const letter of lettersOf(facts, documents, language)) await queueMail(em, letter, now());
  }

  private async announce(key: PaperJobKey): Promise<void> {
    await this.orm.em.fork().transactional(async (em) => {
      const job = await lockPaperJob(em, key, 'pressed');
      if (!job) return;
      // What is stored, not what another rendering would give.
      const documents = await listDocuments(em, key.contractId, key.ledgerSequence);
      await this.announcer.announce(this.orm.em.fork(), key, documents, now());
      advancePaperJob(job, 'done', now());
    });
  }
}

function documentOf({ contract, line }: FactsAt, paper: PressedPaper): NewDocument {
  const { kind, key, language, mediaType, number, fileName, bytes } = paper;
  const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const issuedAt: Instant = line.at;
  const named = { contractId: contract, ledgerSequence: line.sequence, kind, key, language, mediaType };
  return { ...named, number, fileName, issuedAt, sha256, bytes };
}
