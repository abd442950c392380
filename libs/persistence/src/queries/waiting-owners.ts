import { type EntityManager } from '@mikro-orm/postgresql';

/** A contract or a request that a deadline is to come for, so that its workflow has to run. */
export interface WaitingOwner {
  readonly contract: string;
  readonly clientId: string;
  /** Null for the contract itself. */
  readonly request: string | null;
}

/** Everybody who waits for a deadline by the real clock. A rehearsal's clock is moved by whoever rehearses. */
export async function waitingOwners(em: EntityManager): Promise<WaitingOwner[]> {
  return em.execute<WaitingOwner[]>(
    `select id as contract, client_id as "clientId", null as request
       from contract where clock = 'real' and next_at is not null
     union all
     select contract.id, contract.client_id, incident.request
       from incident join contract on contract.id = incident.contract_id
      where contract.clock = 'real' and incident.next_at is not null
      order by contract, request nulls first`,
  );
}
