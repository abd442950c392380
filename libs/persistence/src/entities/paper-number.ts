import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What bears a number of a series without gaps. */
export type NumberedKind = 'invoice' | 'creditNote';

/** The number that a paper of a contract bears for ever. One number for a paper, one paper for a number. */
export const PaperNumber = defineEntity({
  name: 'PaperNumber',
  tableName: 'paper_number',
  properties: {
    /** `INV-2025`, `CN-2025`. */
    series: p.string().primary().columnType('text'),
    number: p.integer().primary(),
    contractId: p.string().columnType('text'),
    kind: p.string().columnType('text').$type<NumberedKind>(),
    /** Names the paper among those of its kind: the month of an invoice. */
    key: p.string().columnType('text'),
  },
});

export type PaperNumberRow = InferEntity<typeof PaperNumber>;
