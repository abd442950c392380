import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** One read by an auditor. Rows are only ever added, the database sees to it. */
export const AccessLog = defineEntity({
  name: 'AccessLog',
  tableName: 'access_log',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    at: p.type(InstantType),
    caller: p.string().columnType('text'),
    role: p.string().columnType('text'),
    /** `GET /api/v1/contracts/:contract`. */
    route: p.string().columnType('text'),
    /** What the address names: contract, request, document. */
    ids: p.json<Readonly<Record<string, string>>>(),
  },
});

export type AccessLogRow = InferEntity<typeof AccessLog>;
