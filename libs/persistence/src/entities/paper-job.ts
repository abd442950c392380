import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/**
 * `asleep`: of a rehearsal, until somebody asks; `queued`: to be rendered; `pressed`: its documents are stored, the
 * contract and the parties are to be told; `done`; `failed`: given up, with its error.
 */
export type PaperJobStatus = 'asleep' | 'queued' | 'pressed' | 'done' | 'failed';

/** A line of the ledger whose documents are to be made, written in the transaction that writes the line. */
export const PaperJob = defineEntity({
  name: 'PaperJob',
  tableName: 'paper_job',
  properties: {
    contractId: p.string().primary().columnType('text'),
    ledgerSequence: p.integer().primary(),
    status: p.string().columnType('text').$type<PaperJobStatus>(),
    /** How often its present stage was begun. */
    attempts: p.integer(),
    nextAt: p.type(InstantType),
    error: p.string().columnType('text').nullable(),
  },
});

export type PaperJobRow = InferEntity<typeof PaperJob>;
