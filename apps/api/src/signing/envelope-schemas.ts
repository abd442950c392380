import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { atIn, count, instantOut, languageIn, listQuery, nameIn, pageOut, reasonIn } from '../http/fields.js';

export const envelopeParams = closedObject({ contract: nameIn, envelope: nameIn });
export const signerParams = closedObject({ contract: nameIn, envelope: nameIn, signer: nameIn });
export const paperQuery = closedObject({ lang: languageIn });
export const withdrawBody = closedObject({ reason: reasonIn, at: atIn }).meta({ id: 'Withdrawal' });

const party = z.enum(['client', 'provider']);

const signerView = z
  .strictObject({
    id: z.string().meta({ description: '`S1`; who signs in its place is `S1.1`' }),
    party,
    name: z.string(),
    title: z.string(),
    email: z.string(),
    turn: count.meta({ description: 'Those of one turn sign side by side, after all of the turns before' }),
    status: z.enum(['waiting', 'invited', 'viewed', 'signed', 'declined', 'delegated']),
    invitedAt: instantOut.nullable(),
    viewedAt: instantOut.nullable(),
    decidedAt: instantOut.nullable(),
    delegatedTo: z.string().nullable(),
    reminders: count,
  })
  .meta({ id: 'Signer' });

const stepView = z.strictObject({
  kind: z.enum([
    'sent',
    'invited',
    'viewed',
    'signed',
    'declined',
    'delegated',
    'reminded',
    'withdrawn',
    'expired',
    'completed',
  ]),
  at: instantOut,
  signer: z.string().nullable().meta({ description: 'Null for a step of the signing as a whole' }),
  by: z.string(),
  provenance: z
    .strictObject({
      channel: z.enum(['page', 'api']),
      address: z.string(),
      userAgent: z.string(),
      identity: z.string().meta({ description: 'The fingerprint of the link, or the name of the key' }),
    })
    .nullable()
    .meta({ description: 'Null for what the clock or an earlier step brought about' }),
  reason: z.string().nullable(),
});

export const envelopeView = z
  .strictObject({
    id: z.string().meta({ description: '`contract`, or the number of the amendment or agreement' }),
    subject: z.enum(['contract', 'amendment', 'termination']),
    status: z.enum(['open', 'completed', 'declined', 'withdrawn', 'expired']),
    documentHash: z.string(),
    sentAt: instantOut,
    dueAt: instantOut,
    remindEveryDays: count,
    mostReminders: count,
    signers: z.array(signerView),
    steps: z.array(stepView),
  })
  .meta({ id: 'Envelope' });

export const envelopeList = pageOut(envelopeView).meta({ id: 'EnvelopeList' });

export const envelopesQuery = closedObject({
  status: z.exactOptional(envelopeView.shape.status),
  subject: z.exactOptional(envelopeView.shape.subject),
  ...listQuery('asc'),
});

export const signingLinkView = z
  .strictObject({
    url: z.string().meta({ description: 'Shown this once. Whoever has it can sign in the signer’s place' }),
    expiresAt: instantOut,
  })
  .meta({ id: 'SigningLink' });
