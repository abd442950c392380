import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { bothLanguages, count, instantOut, pageOut, pageQuery } from '../http/fields.js';

export const timelineQuery = closedObject({
  ...pageQuery,
  upcoming: z.coerce
    .number({ error: 'allowed is a whole number from 0 to 200' })
    .int()
    .min(0)
    .max(200)
    .default(20),
});

const happened = z.strictObject({
  sequence: count,
  at: instantOut,
  recordedAt: instantOut,
  kind: z.string(),
  clause: z.string(),
  request: z.string().nullable(),
  actor: z.string(),
  text: bothLanguages,
});

const ahead = z.strictObject({
  at: instantOut,
  kind: z.string(),
  clause: z.string().nullable(),
  request: z.string().nullable(),
  text: bothLanguages,
});

export const timelineView = z
  .strictObject({
    contract: z.string(),
    upcoming: z
      .array(ahead)
      .meta({ description: 'What falls due if nothing happens before it, the nearest first' }),
    past: pageOut(happened).meta({ description: 'What happened, the latest first' }),
  })
  .meta({ id: 'Timeline' });

export const sequenceKey = z.strictObject({ list: z.literal('timeline'), sequence: z.int() });
