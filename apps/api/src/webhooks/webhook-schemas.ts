import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import {
  type WebhookAttemptRow,
  type WebhookDeliveryRow,
  type WebhookEndpointRow,
} from '#persistence/entities/webhook';
import { EVENT_TYPES, typeOfKind } from '#webhooks/event-types';
import { clientsIn } from '../access/api-keys.js';
import { count, instantIn, instantOut, lineIn, listQuery, pageOut } from '../http/fields.js';

const LONGEST_URL = 2_000;
const LONGEST_OVERLAP_MINUTES = 7 * 24 * 60;
const DAY_OVERLAP_MINUTES = 24 * 60;

const wish = {
  url: z.string().min(1).max(LONGEST_URL).meta({
    description: 'An https address of the public internet; http and private ones where a setting names them',
  }),
  description: lineIn(200).default(''),
  types: z.exactOptional(
    z
      .array(z.enum(EVENT_TYPES as [string, ...string[]]))
      .min(1)
      .max(EVENT_TYPES.length)
      .meta({ description: 'The types of events that are sent. Left out: all' }),
  ),
  clients: z.exactOptional(
    clientsIn.meta({
      description: 'The clients whose contracts it hears of. Left out: all the caller reaches',
    }),
  ),
};

export const newWebhook = closedObject(wish).meta({ id: 'NewWebhook' });

export const changedWebhook = closedObject({
  ...wish,
  status: z.enum(['enabled', 'disabled']).default('enabled'),
}).meta({ id: 'ChangedWebhook' });

export const secretRotation = closedObject({
  overlapMinutes: z.int().min(0).max(LONGEST_OVERLAP_MINUTES).default(DAY_OVERLAP_MINUTES).meta({
    description: 'How long the secret before signs beside the new one',
  }),
}).meta({ id: 'WebhookRotation' });

const webhookId = z
  .string()
  .regex(/^W-[0-9a-f]{12}$/, { error: 'allowed is the id of an endpoint, W-0123456789ab' });

export const webhookParams = closedObject({ webhook: webhookId });
export const deliveryParams = closedObject({
  webhook: webhookId,
  delivery: z.string().regex(/^D-[0-9a-f]{32}$/, { error: 'allowed is the id of a delivery' }),
});

export const webhooksQuery = closedObject(listQuery('asc'));
export const webhooksKey = z.strictObject({ list: z.literal('webhooks'), id: z.string() });

const statusIn = z.enum(['pending', 'delivered', 'dead']);

export const deliveriesQuery = closedObject({ status: z.exactOptional(statusIn), ...listQuery('desc') });
export const deliveriesKey = z.strictObject({
  list: z.literal('deliveries'),
  createdAt: instantIn,
  id: z.string(),
});

const webhookMembers = {
  id: z.string(),
  url: z.string(),
  description: z.string(),
  types: z.array(z.string()).nullable().meta({ description: 'Null: all' }),
  clients: z.array(z.string()).nullable().meta({ description: 'Null: all' }),
  status: z.enum(['enabled', 'disabled']),
  disabledBecause: z.string().nullable(),
  createdAt: instantOut,
  createdBy: z.string(),
};

export const webhookView = z.strictObject(webhookMembers).meta({ id: 'Webhook' });

export const webhookWithSecret = z
  .strictObject({
    ...webhookMembers,
    secret: z.string().meta({
      description: 'What signatures are verified by, `whsec_` and base64. It is shown this once',
    }),
  })
  .meta({ id: 'WebhookWithSecret' });

export const webhookPage = pageOut(webhookView).meta({ id: 'WebhookPage' });

const deliveryMembers = {
  id: z.string(),
  event: z.string().meta({ description: 'The id of the event: `webhook-id`' }),
  contract: z.string().nullable().meta({ description: 'Null for a test event' }),
  sequence: count.nullable(),
  status: statusIn.meta({ description: '`dead`: it was given up, and can be replayed' }),
  attempts: count.meta({ description: 'How often it was tried' }),
  nextAt: instantOut.nullable().meta({ description: 'When it is tried next; null when it is not' }),
  createdAt: instantOut,
};

export const deliveryView = z.strictObject(deliveryMembers).meta({ id: 'WebhookDelivery' });

export const deliveryWithAttempts = z
  .strictObject({
    ...deliveryMembers,
    history: z.array(
      z.strictObject({
        number: count,
        at: instantOut,
        httpStatus: count.nullable().meta({ description: 'Null where the receiver did not answer' }),
        reason: z.string().nullable().meta({ description: 'Null where it was delivered' }),
      }),
    ),
  })
  .meta({ id: 'WebhookDeliveryWithAttempts' });

export const deliveryPage = pageOut(deliveryView).meta({ id: 'WebhookDeliveryPage' });

export const replayed = z
  .strictObject({ replayed: count.meta({ description: 'How many dead deliveries are sent again' }) })
  .meta({ id: 'ReplayedDeliveries' });

export function webhookViewOf(row: WebhookEndpointRow): z.infer<typeof webhookView> {
  const { id, url, description, types, clients, status, disabledBecause, createdAt, createdBy } = row;
  return {
    id,
    url,
    description,
    types: types?.map(typeOfKind) ?? null,
    clients: clients ? [...clients] : null,
    status,
    disabledBecause: disabledBecause ?? null,
    createdAt,
    createdBy,
  };
}

export function deliveryViewOf(row: WebhookDeliveryRow): z.infer<typeof deliveryView> {
  const { id, eventId: event, contractId, sequence, status, attempts, nextAt, createdAt } = row;
  return {
    id,
    event,
    contract: contractId ?? null,
    sequence: sequence ?? null,
    status,
    attempts,
    nextAt: status === 'pending' ? nextAt : null,
    createdAt,
  };
}

export function withAttempts(
  row: WebhookDeliveryRow,
  attempts: readonly WebhookAttemptRow[],
): z.infer<typeof deliveryWithAttempts> {
  const history = attempts.map(({ number, at, httpStatus, reason }) => ({
    number,
    at,
    httpStatus: httpStatus ?? null,
    reason: reason ?? null,
  }));
  return { ...deliveryViewOf(row), history };
}
