import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/**
 * What proves a decision, as it was written down in the transaction that made it. Rows are only ever added, the database
 * sees to it. What is checked later is compared with this, not with itself.
 */
export const DecisionReceipt = defineEntity({
  name: 'DecisionReceipt',
  tableName: 'decision_receipt',
  properties: {
    contractId: p.string().primary().columnType('text'),
    /** The line of the ledger that says it. */
    sequence: p.integer().primary(),
    /** Its place among those of the line. */
    part: p.integer().primary(),
    id: p.string().columnType('text'),
    kind: p.string().columnType('text'),
    request: p.string().columnType('text').nullable(),
    period: p.string().columnType('text').nullable(),
    hash: p.string().columnType('text'),
    /** Its canonical JSON (RFC 8785), to the letter. */
    content: p.string().columnType('text'),
  },
});

export type DecisionReceiptRow = InferEntity<typeof DecisionReceipt>;
