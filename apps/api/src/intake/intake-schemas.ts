import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { count, instantIn, instantOut, lineIn, listQuery, nameIn, pageOut } from '../http/fields.js';

const level = z.enum(['high', 'medium', 'low']);

export const mailQuery = closedObject({
  urgency: level.meta({ description: 'Of every mail that comes this way: a mail is not asked' }),
  impact: level.meta({ description: 'Of every mail that comes this way' }),
});

export type MailQuery = z.infer<typeof mailQuery>;

export const attachmentOut = z
  .strictObject({
    sha256: z.string().meta({ example: `sha256:${'0'.repeat(64)}` }),
    fileName: z.string(),
    mediaType: z.string().meta({ description: 'By its first bytes' }),
    size: count,
    source: z.enum(['upload', 'mail', 'original']).meta({
      description: '`mail`: a file of the mail that became the request; `original`: that mail, as it came',
    }),
    addedAt: instantOut,
    addedBy: z.string(),
    address: z.string(),
  })
  .meta({ id: 'Attachment' });

export type AttachmentOut = z.infer<typeof attachmentOut>;

export const attachmentList = pageOut(attachmentOut).meta({ id: 'AttachmentList' });

export const attachmentsQuery = closedObject({
  source: z.exactOptional(attachmentOut.shape.source),
  ...listQuery('asc'),
});
export const attachmentKey = z.strictObject({
  list: z.literal('attachments'),
  addedAt: instantIn,
  source: attachmentOut.shape.source,
  fileName: z.string(),
  sha256: z.string(),
});

export const attachmentQuery = closedObject({
  fileName: lineIn(200).meta({ description: 'Under which it is shown and saved' }),
});

export const attachmentParams = closedObject({
  contract: nameIn,
  request: nameIn,
  attachment: z.string().regex(/^(?:sha256:)?[0-9a-f]{64}$/),
});

export const mailTaken = z
  .strictObject({
    outcome: z.enum(['recorded', 'ignored']),
    reason: z
      .enum(['autoReply', 'bounce', 'bulk'])
      .nullable()
      .meta({ description: 'Why it is ignored: no person has written it' }),
    repeated: z.boolean().meta({ description: 'The request was there: nothing was written' }),
    contract: z.string().nullable(),
    request: z.string().nullable(),
    address: z.string().nullable(),
    priority: z.string().nullable(),
    receivedAt: instantOut.nullable(),
    recordedAt: instantOut.nullable(),
    attachments: z.array(attachmentOut),
    refused: z
      .array(
        z.strictObject({
          fileName: z.string(),
          size: count,
          reason: z.enum(['type', 'count', 'empty']),
        }),
      )
      .meta({ description: 'Files of the mail that are not attached; they are in the original' }),
  })
  .meta({ id: 'MailTaken' });

export type MailTaken = z.infer<typeof mailTaken>;
