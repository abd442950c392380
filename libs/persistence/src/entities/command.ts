import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type Json } from '#domain/entry';
import { InstantType } from '../instant-type.js';

export type CommandStatus = 'pending' | 'applied' | 'refused';

/**
 * A command and, once it was carried out, its answer: the intent that is stored before a workflow is asked, what makes
 * a repeat harmless, and what a sweeper sends again.
 */
export const Command = defineEntity({
  name: 'Command',
  tableName: 'command',
  properties: {
    id: p.string().primary().columnType('text'),
    contractId: p.string().columnType('text'),
    owner: p.string().columnType('text'),
    actor: p.string().columnType('text'),
    body: p.json<Json>(),
    status: p.string().columnType('text').$type<CommandStatus>(),
    answer: p.json<Json>().nullable(),
    createdAt: p.type(InstantType),
    sentAt: p.type(InstantType).nullable(),
  },
});

export type CommandRow = InferEntity<typeof Command>;
