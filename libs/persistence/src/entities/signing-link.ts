import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** A signer's way to the page where the document is signed. The token itself is kept nowhere. */
export const SigningLink = defineEntity({
  name: 'SigningLink',
  tableName: 'signing_link',
  properties: {
    /** SHA-256 of the token, in hexadecimal digits. */
    tokenHash: p.string().primary().columnType('text'),
    contractId: p.string().columnType('text'),
    /** `contract`, `A-1`, `T-1`. */
    envelope: p.string().columnType('text'),
    /** `S1`, `S1.1`. */
    signer: p.string().columnType('text'),
    createdAt: p.type(InstantType),
    /** By the contract's clock; never after the time to sign. */
    expiresAt: p.type(InstantType),
    usedAt: p.type(InstantType).nullable(),
    /** The command it was used for: where the contract refused that, the link was not used. */
    usedFor: p.string().columnType('text').nullable(),
    revokedAt: p.type(InstantType).nullable(),
    views: p.integer(),
  },
});

export type SigningLinkRow = InferEntity<typeof SigningLink>;
