import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A line of a ledger that other systems may hear of, written in the transaction of the line. Rehearsals have none. */
export const Event = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: {
    contractId: p.string().primary().columnType('text'),
    sequence: p.integer().primary(),
    kind: p.string().columnType('text'),
    /** In the order of writing: within a contract that of its ledger. */
    noted: p.bigint('string').autoincrement(),
    /** Its place in the feed of all events, given when it is published; null before. */
    position: p.bigint('string').nullable(),
  },
});

export type EventRow = InferEntity<typeof Event>;
