import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type PaperFacts } from '#documents/kinds/facts';
import { contractPaper } from '#documents/papers-of';
import { setPdf } from '#documents/pdf/set-pdf';
import { type Instant } from '#domain/time/instant';
import { storeDocument } from '#persistence/queries/documents';

/** A document that can be sent for signing. */
export interface SignableDocument {
  /** `sha256:…` of the bytes. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Makes what the parties sign. */
export interface SignableDocuments {
  /** The contract as PDF, in the text that prevails, dated by an instant. The same facts give the same bytes. */
  ofContract(facts: PaperFacts, at: Instant): Promise<SignableDocument>;
}

/** Names the {@link SignableDocuments} among the providers. */
export const SIGNABLE_DOCUMENTS = Symbol('SignableDocuments');

/** The text that prevails where texts differ (clause "Parties"). */
const PREVAILING = 'zh-CN';

@Injectable()
export class PrintedDocuments implements SignableDocuments {
  async ofContract(facts: PaperFacts, at: Instant): Promise<SignableDocument> {
    const bytes = await setPdf(contractPaper(facts, at, PREVAILING));
    return { hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes };
  }
}

/** The line a draft begins with: a document to be signed is there before the line that sends it. */
const DRAFTED = 1;

/** Stores what is sent for signing, in the transaction that stores the command. */
export function storeSignable(
  em: EntityManager,
  contract: string,
  { hash, bytes }: SignableDocument,
  issuedAt: Instant,
): Promise<void> {
  // Two sendings of one draft have different documents: each is kept under a name of its own.
  const key = `for-signature-${hash.slice('sha256:'.length, 'sha256:'.length + 12)}`;
  return storeDocument(em, {
    contractId: contract,
    ledgerSequence: DRAFTED,
    kind: 'contract',
    key,
    language: PREVAILING,
    mediaType: 'application/pdf',
    number: null,
    fileName: `${contract}-contract-${key}.${PREVAILING}.pdf`,
    issuedAt,
    sha256: hash,
    bytes,
  });
}
