import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type PlainDate } from '#domain/time/dates';
import { InstantType } from '../instant-type.js';

/**
 * An amendment that somebody is drawing up: what is wished for, not what comes of it, as that is worked out anew
 * whenever somebody looks. Once it is sent or agreed on, the contract's ledger holds it whole, and the draft stays as it was.
 */
export const AmendmentDraft = defineEntity({
  name: 'AmendmentDraft',
  tableName: 'amendment_draft',
  properties: {
    contractId: p.string().primary().columnType('text'),
    /** `A-3` is the third of its contract. */
    number: p.integer().primary(),
    /** The first day on which it holds, in the contract's zone. */
    effectiveDate: p.string().columnType('text').$type<PlainDate>(),
    /** The parameters that change, by name. */
    parameters: p.json<Readonly<Record<string, unknown>>>(),
    /** Another version of the contract's template; null where it stays. */
    templateVersion: p.string().columnType('text').nullable(),
    reason: p.string().columnType('text'),
    /** One more with each change. */
    version: p.integer().default(1),
    createdAt: p.type(InstantType),
    createdBy: p.string().columnType('text'),
    changedAt: p.type(InstantType),
    changedBy: p.string().columnType('text'),
  },
});

export type AmendmentDraftRow = InferEntity<typeof AmendmentDraft>;
