import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** Somebody who signs in with a password. */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.string().primary().columnType('text'),
    /** What is typed to sign in, in small letters. The ledger keeps it as `account:LOGIN`. */
    login: p.string().columnType('text'),
    /** How the console greets; kept nowhere else. */
    name: p.string().columnType('text'),
    role: p.string().columnType('text'),
    /** The clients it is limited to; null when it reaches all. */
    clients: p.json<readonly string[]>().nullable(),
    /** Argon2id in the PHC string format. */
    passwordHash: p.string().columnType('text').hidden(),
    /** Until when a password that somebody else has given is good; null once its owner has chosen one. */
    oneTimeUntil: p.type(InstantType).nullable(),
    /** One more with each change. */
    version: p.integer(),
    createdAt: p.type(InstantType),
    createdBy: p.string().columnType('text'),
    expiresAt: p.type(InstantType).nullable(),
    disabledAt: p.type(InstantType).nullable(),
    disabledBy: p.string().columnType('text').nullable(),
  },
});

export type AccountRow = InferEntity<typeof Account>;

/** A browser in which somebody has signed in. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.string().primary().columnType('text'),
    /** SHA-256 of the cookie in hexadecimal digits; the cookie is 256 random bits. */
    tokenHash: p.string().columnType('text').hidden(),
    accountId: p.string().columnType('text'),
    createdAt: p.type(InstantType),
    /** Roughly: it is written once a minute at most. */
    seenAt: p.type(InstantType),
    expiresAt: p.type(InstantType),
    revokedAt: p.type(InstantType).nullable(),
  },
});

export type SessionRow = InferEntity<typeof Session>;

/** How often somebody has tried in vain to sign in: to one account, or from one address. */
export const SignInThrottle = defineEntity({
  name: 'SignInThrottle',
  tableName: 'sign_in_throttle',
  properties: {
    /** SHA-256 of the login or the address: a login may be a password that was typed into the wrong field. */
    subject: p.string().primary().columnType('text'),
    failures: p.integer(),
    triedAt: p.type(InstantType),
    blockedUntil: p.type(InstantType),
  },
});
