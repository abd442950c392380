import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { type AccessKeyRow } from '#persistence/entities/access-key';
import { instantIn, instantOut, pageOut, listQuery } from '../http/fields.js';
import { callerNameIn, clientsIn, PARTY_WITHOUT_CLIENTS, partyHasClients } from './api-keys.js';
import { ROLES, type Role } from './roles.js';

/** A week of overlap is the most: two secrets for long are one too many. */
const LONGEST_OVERLAP_MINUTES = 7 * 24 * 60;
const DAY_OVERLAP_MINUTES = 24 * 60;

export const newKey = closedObject({
  name: callerNameIn,
  role: z.enum(ROLES),
  clients: z.exactOptional(clientsIn.meta({ description: 'The clients it is limited to. Left out: all' })),
  expiresAt: z.exactOptional(
    instantIn.meta({ description: 'Until when it is good. An auditor’s key must have one' }),
  ),
})
  .refine(partyHasClients, PARTY_WITHOUT_CLIENTS)
  .refine(({ role, expiresAt }) => role !== 'auditor' || expiresAt !== undefined, {
    path: ['expiresAt'],
    error: 'allowed is an instant: an auditor’s access ends by itself',
  })
  .meta({ id: 'NewKey' });

export const rotation = closedObject({
  overlapMinutes: z.int().min(0).max(LONGEST_OVERLAP_MINUTES).default(DAY_OVERLAP_MINUTES).meta({
    description: 'How long the secret before is good beside the new one',
  }),
}).meta({ id: 'KeyRotation' });

export const keyParams = closedObject({
  key: z.string().regex(/^K-[0-9a-f]{12}$/, { error: 'allowed is the id of a key, K-0123456789ab' }),
});

export const keysQuery = closedObject(listQuery('asc'));
export const keysKey = z.strictObject({ name: z.string() });

const keyMembers = {
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  clients: z.array(z.string()).nullable(),
  createdAt: instantOut,
  createdBy: z.string(),
  expiresAt: instantOut.nullable(),
  revokedAt: instantOut.nullable(),
  revokedBy: z.string().nullable(),
  usedAt: instantOut.nullable().meta({ description: 'When it was last used, to the minute' }),
};

export const keyView = z.strictObject(keyMembers).meta({ id: 'Key' });

export const mintedKeyView = z
  .strictObject({
    ...keyMembers,
    secret: z
      .string()
      .meta({ description: 'What to send as the key. It is shown this once and kept nowhere' }),
  })
  .meta({ id: 'NewlyMadeKey' });

export const keyPage = pageOut(keyView).meta({ id: 'KeyPage' });

export function keyViewOf(row: AccessKeyRow): z.infer<typeof keyView> {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    clients: row.clients ? [...row.clients] : null,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    expiresAt: row.expiresAt ?? null,
    revokedAt: row.revokedAt ?? null,
    revokedBy: row.revokedBy ?? null,
    usedAt: row.usedAt ?? null,
  };
}
