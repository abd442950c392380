import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';
import { type DocumentLanguage } from './document.js';

export type MailStatus = 'queued' | 'sent' | 'failed';

/** A letter to one address: what it says, not how. Sent once; the database refuses to delete it. */
export const Mail = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    /** Made of the contract and the key. */
    id: p.string().primary().columnType('text'),
    contractId: p.string().columnType('text'),
    /** What it is, to whom: `C-1/invoice/2025-03/client@x`. */
    key: p.string().columnType('text'),
    recipient: p.string().columnType('text'),
    language: p.string().columnType('text').$type<DocumentLanguage>(),
    template: p.string().columnType('text'),
    /** What the letter is made of. Never a token: links are made when it is delivered. */
    data: p.json<Readonly<Record<string, string>>>(),
    /** Hashes of documents. */
    attachments: p.json<readonly string[]>(),
    status: p.string().columnType('text').$type<MailStatus>(),
    attempts: p.integer(),
    nextAt: p.type(InstantType),
    createdAt: p.type(InstantType),
    sentAt: p.type(InstantType).nullable(),
    /** The same on every attempt. */
    messageId: p.string().columnType('text'),
    error: p.string().columnType('text').nullable(),
  },
});

export type MailRow = InferEntity<typeof Mail>;
