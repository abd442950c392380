import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The last line of a contract's ledger: the row that writers lock, so that the chain has one end. */
export const LedgerHead = defineEntity({
  name: 'LedgerHead',
  tableName: 'ledger_head',
  properties: {
    contractId: p.string().primary().columnType('text'),
    sequence: p.integer(),
    hash: p.string().columnType('text'),
    /** Up to this line decisions have no receipt of then: it was written before receipts were kept. */
    unreceipted: p.integer().default(0),
  },
});

export type LedgerHeadRow = InferEntity<typeof LedgerHead>;
