import { Inject, Injectable, Logger } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { carriesLink, isLetterTemplate, letterOf } from '#mail/letters';
import { DeliveryProblem, type OutgoingMail, type Transport } from '#mail/transport';
import { type MailRow } from '#persistence/entities/mail';
import { documentOfHash } from '#persistence/queries/documents';
import { claimMail, lockMail, markSent, noteMailFailure } from '#persistence/queries/mail';
import { reasonOf } from '../papers/reason.js';
import { WorkerSettings } from '../settings.js';
import { now } from '../time.js';
import { MINT_LINK, type MintLink } from './links.js';

/** Names the {@link Transport} among the providers; null where no way out is set. */
export const MAIL_TRANSPORT = Symbol('MailTransport');

/**
 * Delivers queued letters. A delivery is one transaction that holds the letter's row: taken over by the server, then
 * marked as sent. Between the two nothing can be undone: whoever dies there leaves the letter queued, and it is sent
 * again under the same Message-ID.
 */
@Injectable()
export class Postman {
  private readonly logger = new Logger('Postman');

  constructor(
    private readonly orm: MikroORM,
    @Inject(MAIL_TRANSPORT) private readonly transport: Transport | null,
    @Inject(MINT_LINK) private readonly mintLink: MintLink,
    private readonly settings: WorkerSettings,
  ) {}

  /** Where letters go; null where they wait. */
  get destination(): string | null {
    return this.transport?.name ?? null;
  }

  /** Delivers the next letter that is due; false when there is none. */
  async work(): Promise<boolean> {
    const { transport } = this;
    if (!transport) return false;
    const id = await claimMail(this.orm.em.fork(), now(), this.settings.mail.backoff);
    if (id === null) return false;
    try {
      await this.orm.em.fork().transactional((em) => this.deliver(em, transport, id));
    } catch (error) {
      await this.failed(id, error);
    }
    return true;
  }

  private async deliver(em: EntityManager, transport: Transport, id: string): Promise<void> {
    const row = await lockMail(em, id);
    if (!row) return;
    await transport.deliver(await this.mailOf(em, row));
    markSent(row, now());
  }

  private async mailOf(em: EntityManager, row: MailRow): Promise<OutgoingMail> {
    const { id, key, messageId, recipient: to, language, template, createdAt } = row;
    if (!isLetterTemplate(template))
      throw new DeliveryProblem(`there is no letter ${template}`, 'letter', true);
    const letter = letterOf(template, await this.dataOf(row), language);
    const attachments = [];
    for (const hash of row.attachments) {
      const document = await documentOfHash(em, hash, { contractId: row.contractId });
      if (!document) throw new DeliveryProblem(`there is no document ${hash}`, 'attachment', true);
      attachments.push(document);
    }
    return { id, key, messageId, to, language, ...letter, date: new Date(createdAt), attachments };
  }

  /** The token of a link is made for this delivery, and stays out of the database. */
  private async dataOf({ contractId, template, data }: MailRow): Promise<Readonly<Record<string, string>>> {
    if (!isLetterTemplate(template) || !carriesLink(template)) return data;
    const { envelope = '', signer = '' } = data;
    return { ...data, link: await this.mintLink(contractId, envelope, signer) };
  }

  /** The log names the letter, not whom it is to: servers put addresses into their answers. */
  private async failed(id: string, error: unknown): Promise<void> {
    const problem = error instanceof DeliveryProblem ? error : null;
    const reason = reasonOf(error);
    const isPermanent = problem?.isPermanent ?? false;
    const rule = { mostAttempts: this.settings.mail.mostAttempts, isPermanent };
    const status = await noteMailFailure(this.orm.em.fork(), id, reason, rule);
    if (problem?.code === 'nobodyToSign') {
      // Nothing is wrong: whoever was to be asked has decided meanwhile.
      this.logger.log(`the letter ${id} is not needed any more`);
      return;
    }
    const what = status === 'failed' ? 'is given up' : 'is tried again';
    this.logger.warn(`the letter ${id} ${what}: ${problem?.code ?? 'it cannot be made'}`);
  }
}
