import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type Json } from '#domain/entry';
import { InstantType } from '../instant-type.js';

/**
 * Amended terms that run beside a live contract without legal effect: what they would have made of the recorded facts is
 * worked out anew whenever somebody looks. It refers to the contract, and nothing refers to it.
 */
export const Shadow = defineEntity({
  name: 'Shadow',
  tableName: 'shadow',
  properties: {
    id: p.string().primary().columnType('text'),
    contractId: p.string().columnType('text'),
    /** The template that takes the place of the contract's own; null where only parts are amended. */
    templateId: p.string().columnType('text').nullable(),
    templateVersion: p.string().columnType('text').nullable(),
    /** The whole amendment with the template in it: no later edit reaches it. `json` keeps the order of members. */
    amendment: p.json<Json>().columnType('json').lazy(),
    /** How many months of the contract had closed when it started: those after them are reported. */
    monthsBefore: p.integer(),
    startedAt: p.type(InstantType),
    startedBy: p.string().columnType('text'),
    stoppedAt: p.type(InstantType).nullable(),
    stoppedBy: p.string().columnType('text').nullable(),
    /** What it had come to when it was stopped. */
    outcome: p.json<Json>().columnType('json').lazy().nullable(),
  },
});

export type ShadowRow = InferEntity<typeof Shadow>;

/** What a shadow would have made of a month that has closed. Written once; the database refuses to change it. */
export const ShadowReport = defineEntity({
  name: 'ShadowReport',
  tableName: 'shadow_report',
  properties: {
    shadowId: p.string().primary().columnType('text'),
    period: p.string().primary().columnType('text'),
    writtenAt: p.type(InstantType),
    changed: p.boolean(),
    report: p.json<Json>().columnType('json'),
  },
});

export type ShadowReportRow = InferEntity<typeof ShadowReport>;
