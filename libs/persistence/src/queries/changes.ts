import { type EntityManager } from '@mikro-orm/postgresql';

/** A contract whose ledger has grown, and up to which line. */
export interface Change {
  readonly contract: string;
  readonly clientId: string;
  readonly sequence: number;
}

/** The contracts whose ledgers got lines recorded at an instant or later. */
export function changesSince(em: EntityManager, since: Date): Promise<Change[]> {
  return em.execute<Change[]>(
    `select line.contract_id as contract, contract.client_id as "clientId", max(line.sequence) as sequence
       from ledger_entry as line join contract on contract.id = line.contract_id
      where line.recorded_at >= ?
      group by line.contract_id, contract.client_id`,
    [since],
  );
}
