import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type PaperFacts } from '#documents/kinds/facts';
import { type Paper } from '#documents/paper';
import { PaperError } from '#documents/paper-error';
import { contractPaper } from '#documents/papers-of';
import { setPdf } from '#documents/pdf/set-pdf';
import { type Instant } from '#domain/time/instant';
import { storeDocument } from '#persistence/queries/documents';
import { Problem } from '../http/problem.js';

/** The text that prevails where texts differ (clause "Parties"): the one that is signed. */
export const PREVAILING = 'zh-CN';

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

@Injectable()
export class PrintedDocuments implements SignableDocuments {
  ofContract(facts: PaperFacts, at: Instant): Promise<SignableDocument> {
    return signable(contractPaper(facts, at, PREVAILING));
  }
}

/** A paper as the PDF that is signed. The same paper gives the same bytes. Throws a Problem where it cannot be printed. */
export async function signable(paper: Paper): Promise<SignableDocument> {
  const bytes = await setPdf(paper).catch((error: unknown) => {
    // A name with a character that no face of ours has: nothing that trying again would help.
    throw error instanceof PaperError ? Problem.ofFaults(error.faults) : error;
  });
  return { hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes };
}

/** What is sent for signing: the contract, an amendment `A-1`, an agreement to end it `T-1`. */
interface Sent {
  readonly contract: string;
  readonly kind: 'contract' | 'amendment';
  readonly number: string | null;
  readonly at: Instant;
}

/** The line a draft begins with: a document to be signed is there before the line that sends it. */
const DRAFTED = 1;

/** Stores what is sent for signing, in the transaction that stores the command. */
export function storeSignable(
  em: EntityManager,
  { contract, kind, number, at }: Sent,
  { hash, bytes }: SignableDocument,
): Promise<void> {
  // Two sendings of one draft have different documents: each is kept under a name of its own.
  const mark = `for-signature-${hash.slice('sha256:'.length, 'sha256:'.length + 12)}`;
  const key = number === null ? mark : `${number}-${mark}`;
  return storeDocument(em, {
    contractId: contract,
    ledgerSequence: DRAFTED,
    kind,
    key,
    language: PREVAILING,
    mediaType: 'application/pdf',
    number: null,
    fileName: `${contract}-${kind}-${key}.${PREVAILING}.pdf`,
    issuedAt: at,
    sha256: hash,
    bytes,
  });
}
