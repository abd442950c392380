import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** A key of the API that an administrator has made: who calls with it, what it may do, for whom and how long. */
export const AccessKey = defineEntity({
  name: 'AccessKey',
  tableName: 'access_key',
  properties: {
    id: p.string().primary().columnType('text'),
    /** What the ledger keeps of who has called. */
    name: p.string().columnType('text'),
    role: p.string().columnType('text'),
    /** The clients it is limited to; null when it reaches all. */
    clients: p.json<readonly string[]>().nullable(),
    /** One more with each change. */
    version: p.integer().default(1),
    createdAt: p.type(InstantType),
    createdBy: p.string().columnType('text'),
    expiresAt: p.type(InstantType).nullable(),
    revokedAt: p.type(InstantType).nullable(),
    revokedBy: p.string().columnType('text').nullable(),
    /** Roughly: it is written once a minute at most. */
    usedAt: p.type(InstantType).nullable(),
  },
});

export type AccessKeyRow = InferEntity<typeof AccessKey>;

/** What is kept of a secret of a key: while a key is rotated it has two. */
export const AccessSecret = defineEntity({
  name: 'AccessSecret',
  tableName: 'access_secret',
  properties: {
    /** SHA-256 in hexadecimal digits. The secret is 256 random bits: there is nothing a slow hash would protect. */
    hash: p.string().primary().columnType('text'),
    keyId: p.string().columnType('text'),
    createdAt: p.type(InstantType),
    /** Set once another secret has taken its place. */
    validUntil: p.type(InstantType).nullable(),
  },
});
