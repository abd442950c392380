import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { EVENT_TYPES } from '#webhooks/event-types';
import { instantOut, nameIn, pageQuery } from '../http/fields.js';

export const eventsQuery = closedObject({
  type: z.exactOptional(z.enum(EVENT_TYPES as [string, ...string[]])),
  contract: z.exactOptional(nameIn),
  ...pageQuery,
});

export const eventsKey = z.strictObject({ position: z.string().regex(/^\d{1,18}$/) });

const cloudEvent = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z
      .string()
      .meta({ description: 'With the source it names the line of the ledger', example: 'C-2026-0001/12' }),
    source: z.string(),
    type: z.string(),
    subject: z.string().meta({ description: 'The contract' }),
    time: instantOut.meta({ description: 'When the fact counts' }),
    datacontenttype: z.literal('application/json'),
    data: z.record(z.string(), z.unknown()).meta({ description: 'As the schema of its type says' }),
  })
  .meta({ id: 'CloudEvent' });

export const eventFeed = z
  .strictObject({
    items: z.array(cloudEvent),
    next: z.string().meta({
      description:
        'The cursor of what comes behind, also where nothing is there yet: keep it, and ask again later',
    }),
    more: z.boolean().meta({ description: 'Whether something is behind this page already' }),
  })
  .meta({ id: 'EventFeed' });

export const eventTypeList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        type: z.string(),
        kind: z
          .string()
          .nullable()
          .meta({ description: 'The kind of the ledger entries; null for a test event' }),
        summary: z.string(),
        schema: z.record(z.string(), z.unknown()).meta({ description: 'A JSON Schema of `data`' }),
      }),
    ),
  })
  .meta({ id: 'EventTypeList' });
