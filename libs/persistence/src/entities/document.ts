import { BlobType, defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** The language a document or a letter is written in. */
export type DocumentLanguage = 'zh-CN' | 'en';

/**
 * What the parties get to hold, as bytes. It is named by the line of the ledger that brought it about and by what it
 * is; two of them may have the same bytes. The database refuses to change or delete it.
 */
export const Document = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    contractId: p.string().primary().columnType('text'),
    ledgerSequence: p.integer().primary(),
    kind: p.string().primary().columnType('text'),
    /** A period, a number, or nothing at all. */
    key: p.string().primary().columnType('text'),
    language: p.string().primary().columnType('text').$type<DocumentLanguage>(),
    mediaType: p.string().primary().columnType('text'),
    /** Of the invoice's or credit note's series. */
    number: p.string().columnType('text').nullable(),
    /** `sha256:…` of the bytes; the database reckons it too. */
    sha256: p.string().columnType('text'),
    fileName: p.string().columnType('text'),
    size: p.integer(),
    /** When the line counts. */
    issuedAt: p.type(InstantType),
    bytes: p.type(BlobType).lazy(),
  },
});

export type DocumentRow = InferEntity<typeof Document>;
