import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

export type WebhookStatus = 'enabled' | 'disabled';

/** Where events are sent. */
export const WebhookEndpoint = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'webhook_endpoint',
  properties: {
    id: p.string().primary().columnType('text'),
    url: p.string().columnType('text'),
    description: p.string().columnType('text'),
    /** The kinds of ledger entries that are sent; null for all. */
    types: p.json<readonly string[]>().nullable(),
    /** The clients whose contracts it hears of; null for all. */
    clients: p.json<readonly string[]>().nullable(),
    status: p.string().columnType('text').$type<WebhookStatus>(),
    disabledBecause: p.string().columnType('text').nullable(),
    /** One more with each change. */
    version: p.integer().default(1),
    createdAt: p.type(InstantType),
    createdBy: p.string().columnType('text'),
  },
});

export type WebhookEndpointRow = InferEntity<typeof WebhookEndpoint>;

/** A secret of an endpoint, encrypted: while it is rotated there are two. */
export const WebhookSecret = defineEntity({
  name: 'WebhookSecret',
  tableName: 'webhook_secret',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    endpointId: p.string().columnType('text'),
    sealed: p.string().columnType('text'),
    createdAt: p.type(InstantType),
    /** Set once another secret has taken its place. */
    validUntil: p.type(InstantType).nullable(),
  },
});

/** `dead`: given up; it can be replayed. */
export type DeliveryStatus = 'pending' | 'delivered' | 'dead';

/** One event on its way to one endpoint. */
export const WebhookDelivery = defineEntity({
  name: 'WebhookDelivery',
  tableName: 'webhook_delivery',
  properties: {
    id: p.string().primary().columnType('text'),
    endpointId: p.string().columnType('text'),
    eventId: p.string().columnType('text'),
    /** With the sequence the line of the ledger; null for a test event. */
    contractId: p.string().columnType('text').nullable(),
    sequence: p.integer().nullable(),
    status: p.string().columnType('text').$type<DeliveryStatus>(),
    /** How often it was tried, over all replays. */
    attempts: p.integer(),
    /** How often it was tried since it was made or replayed: the row of the retry table. */
    tries: p.integer(),
    nextAt: p.type(InstantType),
    /** Whether the queue has a job for its next attempt. */
    queued: p.boolean(),
    createdAt: p.type(InstantType),
  },
});

export type WebhookDeliveryRow = InferEntity<typeof WebhookDelivery>;

/** What one attempt came to. */
export const WebhookAttempt = defineEntity({
  name: 'WebhookAttempt',
  tableName: 'webhook_attempt',
  properties: {
    deliveryId: p.string().primary().columnType('text'),
    number: p.integer().primary(),
    at: p.type(InstantType),
    /** What the receiver answered; null where it did not. */
    httpStatus: p.integer().nullable(),
    /** Why it failed; null where it was delivered. */
    reason: p.string().columnType('text').nullable(),
  },
});

export type WebhookAttemptRow = InferEntity<typeof WebhookAttempt>;
