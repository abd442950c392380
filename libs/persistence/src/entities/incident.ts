import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type IncidentState, type RequestStatus } from '#domain/incident/state';
import { InstantType } from '../instant-type.js';

/** A service request: its state, a fold of its contract's ledger, and what lists sort and filter by. */
export const Incident = defineEntity({
  name: 'Incident',
  tableName: 'incident',
  properties: {
    contractId: p.string().primary().columnType('text'),
    request: p.string().primary().columnType('text'),
    /** The place among the contract's requests, in the order in which they were put on record. */
    ordinal: p.integer(),
    state: p.json<IncidentState>(),
    status: p.string().columnType('text').$type<RequestStatus>(),
    priority: p.string().columnType('text'),
    recordedAt: p.type(InstantType),
    version: p.integer(),
    nextAt: p.type(InstantType).nullable(),
  },
});

export type IncidentRow = InferEntity<typeof Incident>;
