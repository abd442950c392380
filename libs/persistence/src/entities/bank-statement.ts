import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

export type StatementFormat = 'csv' | 'camt.053';

/** A bank statement as it was handed in: which file, by whom, and what of it was new. */
export const BankStatement = defineEntity({
  name: 'BankStatement',
  tableName: 'bank_statement',
  properties: {
    id: p.string().primary().columnType('text'),
    format: p.string().columnType('text').$type<StatementFormat>(),
    /** SHA-256 of the file as it came. */
    contentHash: p.string().columnType('text'),
    newLines: p.integer(),
    /** Lines that an earlier statement, or this one, had brought already. */
    knownLines: p.integer(),
    /** New ones that are no money of ours to match: debits, reversals, other currencies. */
    foreignLines: p.integer(),
    importedBy: p.string().columnType('text'),
    importedAt: p.type(InstantType),
  },
});

export type BankStatementRow = InferEntity<typeof BankStatement>;
