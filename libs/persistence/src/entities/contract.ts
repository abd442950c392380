import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type ContractText } from '#domain/command';
import { type ContractState, type ContractStatus } from '#domain/contract/state';
import { type Terms } from '#domain/terms';
import { InstantType } from '../instant-type.js';

/** `real` follows the time of day; `manual` moves only when told to: a rehearsal, without any outside effect. */
export type ContractClock = 'real' | 'manual';

/** The parties as they stand in the contract: role, then field. */
export type PartyFields = Readonly<Record<'client' | 'provider', Readonly<Record<string, string>>>>;

/** A contract: its terms, a snapshot that never changes, and its state, a fold of its ledger. */
export const Contract = defineEntity({
  name: 'Contract',
  tableName: 'contract',
  properties: {
    id: p.string().primary().columnType('text'),
    clientId: p.string().columnType('text'),
    templateId: p.string().columnType('text'),
    templateVersion: p.string().columnType('text'),
    templateHash: p.string().columnType('text'),
    clock: p.string().columnType('text').$type<ContractClock>(),
    parties: p.json<PartyFields>(),
    terms: p.json<Terms>().lazy(),
    text: p.json<ContractText>().lazy(),
    termsHash: p.string().columnType('text'),
    state: p.json<ContractState>(),
    status: p.string().columnType('text').$type<ContractStatus>(),
    /** Counts the steps of the contract itself. */
    version: p.integer(),
    nextAt: p.type(InstantType).nullable(),
    nextRank: p.integer().nullable(),
    createdAt: p.type(InstantType),
  },
});

export type ContractRow = InferEntity<typeof Contract>;
