import { createHash } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type AmendmentFacts, type PaperFacts } from '#documents/kinds/facts';
import { amendmentPaper } from '#documents/papers-of';
import { setPdf } from '#documents/pdf/set-pdf';
import { type Instant } from '#domain/time/instant';
import { storeDocument } from '#persistence/queries/documents';

/** The text that prevails where texts differ (clause "Parties"). */
const PREVAILING = 'zh-CN';

/** A document is named by a line of the ledger: this one is there before the line that sends it. */
const DRAFTED = 1;

interface SignableAmendment {
  /** `sha256:…` of the bytes. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** An amendment as PDF, for its parties to sign. The same facts give the same bytes. */
export async function signableAmendment(
  facts: PaperFacts,
  amendment: AmendmentFacts,
  at: Instant,
): Promise<SignableAmendment> {
  const bytes = await setPdf(amendmentPaper(facts, amendment, PREVAILING, at));
  return { hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`, bytes };
}

/** Stores what is sent for signing, in the transaction that stores the command. */
export function storeSignableAmendment(
  em: EntityManager,
  contract: string,
  amendment: string,
  { hash, bytes }: SignableAmendment,
  issuedAt: Instant,
): Promise<void> {
  // Two sendings of one draft have different documents: each is kept under a name of its own.
  const key = `${amendment}-for-signature-${hash.slice('sha256:'.length, 'sha256:'.length + 12)}`;
  return storeDocument(em, {
    contractId: contract,
    ledgerSequence: DRAFTED,
    kind: 'amendment',
    key,
    language: PREVAILING,
    mediaType: 'application/pdf',
    number: null,
    fileName: `${contract}-amendment-${key}.${PREVAILING}.pdf`,
    issuedAt,
    sha256: hash,
    bytes,
  });
}
