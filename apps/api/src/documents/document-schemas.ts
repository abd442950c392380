import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { PAPER_KINDS } from '#documents/paper';
import { type MailRow } from '#persistence/entities/mail';
import { type StoredDocument } from '#persistence/queries/documents';
import { count, instantIn, instantOut, lineIn, listQuery, nameIn, pageOut } from '../http/fields.js';

/** A hash as documents are named by: `sha256:…`, or its 64 digits alone. */
const hashIn = z
  .string()
  .regex(/^(?:sha256:)?[0-9a-f]{64}$/, { error: 'allowed is sha256: with 64 hexadecimal digits' })
  .transform((text) => (text.startsWith('sha256:') ? text : `sha256:${text}`));

export const hashParams = closedObject({ sha256: hashIn });
export const documentParams = closedObject({ contract: nameIn, sha256: hashIn });
export const mailParams = closedObject({
  contract: nameIn,
  mail: z.string().regex(/^[0-9a-f]{40}$/, { error: 'allowed are 40 hexadecimal digits' }),
});

export const documentQuery = closedObject({
  kind: z.exactOptional(z.enum(PAPER_KINDS)),
  key: z.exactOptional(lineIn(100).meta({ description: 'The period or number that it is of' })),
  language: z.exactOptional(z.enum(['zh-CN', 'en'])),
  sequence: z.exactOptional(
    z.coerce.number({ error: 'allowed is the number of a ledger entry' }).int().min(1).meta({
      description:
        'Only the documents of this ledger entry. Those of a rehearsal are made when they are asked for like this',
    }),
  ),
  ...listQuery('asc'),
});

/** Where a document stands in the list; `key` is empty where the kind says it all. */
export const documentKey = z.strictObject({
  list: z.literal('documents'),
  ledgerSequence: count,
  kind: z.string(),
  key: z.string(),
  language: z.enum(['zh-CN', 'en']),
  mediaType: z.string(),
});

const documentView = z
  .strictObject({
    sequence: count.meta({ description: 'The ledger entry that brought it about' }),
    kind: z.string(),
    key: z.string().nullable().meta({ description: 'A period, a number; null where the kind says it all' }),
    language: z.enum(['zh-CN', 'en']),
    mediaType: z.string(),
    number: z.string().nullable().meta({ description: 'The number of an invoice or credit note' }),
    sha256: z.string(),
    size: count.meta({ description: 'Bytes' }),
    fileName: z.string(),
    issuedAt: instantOut,
    address: z.string(),
  })
  .meta({ id: 'Document' });

/** What a file is, for whoever holds it. */
export const foundDocument = documentView.extend({ contract: z.string() }).meta({ id: 'FoundDocument' });

export const documentList = pageOut(documentView)
  .extend({
    unfinished: z
      .array(
        z.strictObject({
          sequence: count,
          status: z.enum(['asleep', 'queued', 'pressed', 'failed']).meta({
            description:
              '`asleep`: of a rehearsal, made when asked for; `queued`: being made; `pressed`: made, not yet in the ledger; `failed`: given up',
          }),
          attempts: count,
          error: z.string().nullable(),
        }),
      )
      .meta({ description: 'Ledger entries whose documents are not all there; the same on each page' }),
  })
  .meta({ id: 'DocumentList' });

export const mailView = z
  .strictObject({
    id: z.string(),
    key: z.string(),
    to: z.string(),
    language: z.enum(['zh-CN', 'en']),
    template: z.string(),
    data: z.record(z.string(), z.string()),
    attachments: z.array(z.string()).meta({ description: 'Hashes of documents' }),
    status: z.enum(['queued', 'sent', 'failed']),
    attempts: count,
    nextAt: instantOut.nullable().meta({ description: 'When it is tried next; null unless it is queued' }),
    createdAt: instantOut,
    sentAt: instantOut.nullable(),
    messageId: z.string().meta({ description: 'The same on every attempt' }),
    error: z.string().nullable().meta({ description: 'Why the last attempt came to nothing' }),
  })
  .meta({ id: 'Mail' });

export const mailList = pageOut(mailView).meta({ id: 'MailList' });

export const mailsQuery = closedObject({
  status: z.exactOptional(mailView.shape.status),
  template: z.exactOptional(nameIn.meta({ description: 'What the letter is: invoice, report' })),
  ...listQuery('asc'),
});
export const mailKey = z.strictObject({ list: z.literal('mails'), createdAt: instantIn, key: z.string() });

export function documentViewOf(document: StoredDocument): z.infer<typeof documentView> {
  const { contractId, ledgerSequence: sequence, kind, key, language, mediaType, number } = document;
  const { sha256, size, fileName, issuedAt } = document;
  const address = `/api/v1/contracts/${contractId}/documents/${sha256}`;
  return { sequence, kind, key, language, mediaType, number, sha256, size, fileName, issuedAt, address };
}

export function documentKeyOf(document: StoredDocument): z.infer<typeof documentKey> {
  const { ledgerSequence, kind, key, language, mediaType } = document;
  return { list: 'documents', ledgerSequence, kind, key: key ?? '', language, mediaType };
}

export function mailViewOf(row: MailRow): z.infer<typeof mailView> {
  const { id, key, recipient: to, language, template, data, attachments, status, attempts } = row;
  const { nextAt, createdAt, sentAt, messageId, error } = row;
  return {
    id,
    key,
    to,
    language,
    template,
    data: { ...data },
    attachments: [...attachments],
    status,
    attempts,
    nextAt: status === 'queued' ? nextAt : null,
    createdAt,
    sentAt: sentAt ?? null,
    messageId,
    error: error ?? null,
  };
}
