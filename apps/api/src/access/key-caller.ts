import { type AccessKeyRow } from '#persistence/entities/access-key';
import { type Caller } from './caller.js';
import { isRole } from './roles.js';

/** Who calls by a key that was made here; null where there is none, or none with a role that there is. */
export function keyCaller(row: AccessKeyRow | null): Caller | null {
  if (!row || !isRole(row.role)) return null;
  return { name: row.name, role: row.role, clients: row.clients ?? null };
}
