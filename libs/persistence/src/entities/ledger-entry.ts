import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type Json } from '#domain/entry';
import { InstantType } from '../instant-type.js';

/** One line of a contract's ledger. The database refuses to change or delete it. */
export const LedgerEntry = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entry',
  properties: {
    contractId: p.string().primary().columnType('text'),
    sequence: p.integer().primary(),
    /** Whose step wrote it: `contract`, or `request/NAME`. */
    owner: p.string().columnType('text'),
    /** The owner's version after that step; entries of one step share it. */
    ownerVersion: p.integer(),
    kind: p.string().columnType('text'),
    /** Business time: when it counts. */
    at: p.type(InstantType),
    /** When it was written down. */
    recordedAt: p.type(InstantType),
    actor: p.string().columnType('text'),
    clause: p.string().columnType('text'),
    request: p.string().columnType('text').nullable(),
    payload: p.json<Json>(),
    /** On the first entry of a step that an event caused: the event itself, so that the state can be folded again. */
    event: p.json<Json>().nullable(),
    previousHash: p.string().columnType('text'),
    hash: p.string().columnType('text'),
  },
});

export type LedgerEntryRow = InferEntity<typeof LedgerEntry>;
