import { type EntityManager } from '@mikro-orm/postgresql';

/** A document with what its bytes are now. */
export interface DocumentFact {
  readonly ledgerSequence: number;
  readonly kind: string;
  readonly key: string | null;
  readonly language: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  /** The hash of the bytes, reckoned now. */
  readonly reckoned: string;
  /** How many there are. */
  readonly bytes: number;
}

/** The documents of a contract, each with the hash of its bytes as they are now. */
export async function documentFacts(em: EntityManager, contractId: string): Promise<DocumentFact[]> {
  return em.execute<DocumentFact[]>(
    `select ledger_sequence as "ledgerSequence", kind, nullif(key, '') as key, language, media_type as "mediaType",
            sha256, size, 'sha256:' || encode(sha256(bytes), 'hex') as reckoned, length(bytes) as bytes
       from document
      where contract_id = ?
      order by ledger_sequence, kind, key, language, media_type`,
    [contractId],
  );
}

/** The lines of a contract that its stored commands were answered with, the last of each. */
export async function answeredLines(em: EntityManager, contractId: string): Promise<ReadonlySet<number>> {
  const rows = await em.execute<{ sequence: number }[]>(
    `select (answer->>'sequence')::int as sequence from command where contract_id = ? and status = 'applied'`,
    [contractId],
  );
  return new Set(rows.map(({ sequence }) => sequence));
}
