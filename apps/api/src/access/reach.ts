import { type EntityManager } from '@mikro-orm/postgresql';
import { clientOf } from '#persistence/queries/contracts';
import { Problem } from '../http/problem.js';
import { type Caller, reaches } from './caller.js';

/** Throws a Problem where a call names a client that its caller does not reach. */
export function checkReach(caller: Caller, clientId: string): void {
  if (reaches(caller, clientId)) return;
  const allowed = `allowed are ${caller.clients?.join(', ')}`;
  throw new Problem('forbidden', `clientId: ${caller.name} does not reach ${clientId}, ${allowed}`);
}

/** Whether a contract is there for a caller. */
export async function reachesContract(em: EntityManager, caller: Caller, contract: string): Promise<boolean> {
  if (caller.clients === null) return true;
  const client = await clientOf(em, contract);
  return client !== null && reaches(caller, client);
}
