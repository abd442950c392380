import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/**
 * That a checkpoint was written outside the database, and its hash: files that are gone, or others in their place, are
 * noticed here. Rows are only ever added, the database sees to it.
 */
export const CheckpointNote = defineEntity({
  name: 'CheckpointNote',
  tableName: 'checkpoint_note',
  properties: {
    sequence: p.integer().primary().autoincrement(false),
    hash: p.string().columnType('text'),
    at: p.type(InstantType),
  },
});

export type CheckpointNoteRow = InferEntity<typeof CheckpointNote>;
