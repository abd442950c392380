import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { Document, type DocumentLanguage, type DocumentRow } from '../entities/document.js';
import { ofContractsOf } from './contracts.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

/** A document to be stored. `key` is null where its kind names it. */
export interface NewDocument {
  readonly contractId: string;
  readonly ledgerSequence: number;
  readonly kind: string;
  readonly key: string | null;
  readonly language: DocumentLanguage;
  readonly mediaType: string;
  /** The invoice's or credit note's, of its series; null where the document has none. */
  readonly number: string | null;
  readonly fileName: string;
  readonly issuedAt: Instant;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A document without its bytes. */
export type StoredDocument = Omit<DocumentRow, 'bytes' | 'key' | 'number'> &
  Pick<NewDocument, 'key' | 'number'>;

/**
 * Stores a document unless one of its name is stored: the first one counts, also where another rendering of the same
 * line would have other bytes.
 */
export async function storeDocument(em: EntityManager, document: NewDocument): Promise<void> {
  const { contractId, ledgerSequence, kind, key, language, mediaType, number, fileName } = document;
  const { issuedAt, sha256, bytes } = document;
  await em.execute(
    `insert into document (contract_id, ledger_sequence, kind, key, language, media_type, number, sha256, file_name, size,
                           issued_at, bytes)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      contractId,
      ledgerSequence,
      kind,
      key ?? '',
      language,
      mediaType,
      number,
      sha256,
      fileName,
      bytes.length,
      issuedAt,
      Buffer.from(bytes),
    ],
  );
}

/** The documents of a contract, or of one line of its ledger, in the order of the ledger. */
export async function listDocuments(
  em: EntityManager,
  contractId: string,
  ledgerSequence?: number,
): Promise<StoredDocument[]> {
  const rows = await em.find(
    Document,
    { contractId, ...(ledgerSequence !== undefined && { ledgerSequence }) },
    {
      orderBy: { ledgerSequence: 'asc', kind: 'asc', key: 'asc', language: 'asc', mediaType: 'asc' },
      disableIdentityMap: true,
    },
  );
  return rows.map(stored);
}

/** Where a document stands among those of its contract; `key` is empty where its kind names it. */
export type DocumentKey = Pick<DocumentRow, 'ledgerSequence' | 'kind' | 'key' | 'language' | 'mediaType'>;

const DOCUMENTS: Listing<DocumentRow, DocumentKey> = {
  entity: Document,
  columns: [
    ['ledgerSequence', 'asc'],
    ['kind', 'asc'],
    ['key', 'asc'],
    ['language', 'asc'],
    ['mediaType', 'asc'],
  ],
  usual: 'asc',
};

/** The same by pages. */
export async function documentPage(
  em: EntityManager,
  contractId: string,
  filter: Partial<Pick<NewDocument, 'ledgerSequence' | 'kind' | 'language'>> & { readonly key?: string },
  wish: PageWish<DocumentKey>,
): Promise<Page<StoredDocument>> {
  const { rows, hasMore } = await keysetPage(em, DOCUMENTS, { contractId, ...filter }, wish);
  return { rows: rows.map(stored), hasMore };
}

/** Where a document is looked for: everywhere, when nothing is said. */
interface DocumentPlace {
  readonly contractId?: string;
  /** Only in contracts of these clients; null for all. */
  readonly clients?: readonly string[] | null;
}

/** A document with its bytes, by its hash; null where there is none. Of several with these bytes, the oldest. */
export async function documentOfHash(
  em: EntityManager,
  sha256: string,
  { contractId, clients = null }: DocumentPlace = {},
): Promise<(StoredDocument & { readonly bytes: Uint8Array }) | null> {
  const row = await em.findOne(
    Document,
    { sha256, ...(contractId !== undefined && { contractId }), ...ofContractsOf(clients) },
    {
      populate: ['bytes'],
      orderBy: { issuedAt: 'asc', contractId: 'asc', ledgerSequence: 'asc' },
      disableIdentityMap: true,
    },
  );
  return row && { ...stored(row), bytes: row.bytes };
}

function stored(row: Omit<DocumentRow, 'bytes'>): StoredDocument {
  const {
    contractId,
    ledgerSequence,
    kind,
    key,
    language,
    mediaType,
    number,
    sha256,
    fileName,
    size,
    issuedAt,
  } = row;
  const named = { contractId, ledgerSequence, kind, key: key === '' ? null : key, language, mediaType };
  return { ...named, number: number ?? null, sha256, fileName, size, issuedAt };
}
