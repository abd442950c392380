import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type Envelope } from '#domain/signing/envelope';
import { revokeSigningLinks } from '#persistence/queries/signing-links';
import { now } from '../time.js';

/** An envelope on its way: what a service for signing needs to know of it. */
export interface EnvelopeOfContract {
  readonly contract: string;
  readonly envelope: Envelope;
}

/**
 * Who takes a document to its signers. The built-in one is the default; a service of somebody else's takes its place in
 * `api.module.ts`, under {@link ESIGN_SERVICE}.
 *
 * Both methods are called after the contract has taken the step, and may be called twice for the same envelope: what
 * names it is the contract with the envelope's id. The document is stored by then, under `envelope.documentHash`.
 *
 * What the signers do comes back as the same commands that the page sends, through `SigningActs`: `view`, `sign`, `decline`
 * and `delegate`, with a provenance whose `identity` names the service and its own event. The contract decides what is
 * possible, so that a service that tells a thing twice, late, or out of turn is refused and changes nothing.
 */
export interface ESignService {
  /** The envelope was sent: whoever's turn it is may sign. */
  send(sent: EnvelopeOfContract): Promise<void>;
  /** The envelope was taken back: nobody may sign any more. */
  withdraw(withdrawn: EnvelopeOfContract): Promise<void>;
}

/** Names the {@link ESignService} among the providers. */
export const ESIGN_SERVICE = Symbol('ESignService');

/**
 * Signing by links to our own page. Nothing is to be done to send: the ledger says who is invited, and the letter to each
 * carries a link that is made when it is delivered.
 */
@Injectable()
export class BuiltInSigning implements ESignService {
  constructor(private readonly orm: MikroORM) {}

  async send(): Promise<void> {}

  withdraw({ contract, envelope }: EnvelopeOfContract): Promise<void> {
    return revokeSigningLinks(this.orm.em.fork(), { contract, envelope: envelope.id }, now());
  }
}
