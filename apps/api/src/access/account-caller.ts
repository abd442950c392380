import { type AccountRow } from '#persistence/entities/account';
import { Problem } from '../http/problem.js';
import { type Caller } from './caller.js';
import { isRole } from './roles.js';

/** Who an account is as a caller. No key has a colon in its name: nobody who signs in is taken for a key. */
export function accountCaller({ login, role, clients }: AccountRow): Caller {
  if (!isRole(role)) throw new Problem('forbidden', 'The role of the account is not one that there is');
  return { name: `account:${login}`, role, clients: clients ?? null };
}
