import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type Json } from '#domain/entry';
import { InstantType } from '../instant-type.js';

/** A caller's `Idempotency-Key`: what was asked under it, by hash, and what was answered. */
export const IdempotencyKey = defineEntity({
  name: 'IdempotencyKey',
  tableName: 'idempotency_key',
  properties: {
    principal: p.string().primary().columnType('text'),
    key: p.string().primary().columnType('text'),
    requestHash: p.string().columnType('text'),
    commandId: p.string().columnType('text'),
    responseStatus: p.integer().nullable(),
    responseBody: p.json<Json>().nullable(),
    createdAt: p.type(InstantType),
  },
});

export type IdempotencyKeyRow = InferEntity<typeof IdempotencyKey>;
