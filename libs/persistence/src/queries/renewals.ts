import { type EntityManager } from '@mikro-orm/postgresql';
import { type ContractStatus } from '#domain/contract/state';

/** A contract that renews another, as far as that is looked at. */
export interface RenewalLine {
  readonly id: string;
  readonly status: ContractStatus;
}

/** The contracts that were drafted to renew one, in the order of their drafting. */
export function renewalsOf(em: EntityManager, contractId: string): Promise<RenewalLine[]> {
  return em.execute<RenewalLine[]>(
    `select id, status from contract where state ->> 'renews' = ? order by created_at, id`,
    [contractId],
  );
}

/** Contracts behind one of them whose clause renews them, and that have no renewal yet. */
export function contractsToRenew(em: EntityManager, after: string, limit: number): Promise<{ id: string }[]> {
  return em.execute<{ id: string }[]>(
    `select id from contract
      where state #>> '{renewal,arisen}' = 'true' and state #>> '{renewal,contract}' is null and id > ?
      order by id limit ?`,
    [after, limit],
  );
}

const MADE = `('signed', 'active', 'terminated', 'expired', 'closed')`;

/** Contracts that have a renewal which both parties are bound by, without knowing of it. */
export function contractsToLink(
  em: EntityManager,
  after: string,
  limit: number,
): Promise<{ readonly id: string; readonly renewal: string }[]> {
  return em.execute<{ id: string; renewal: string }[]>(
    `select parent.id, min(renewal.id) as renewal
       from contract renewal join contract parent on parent.id = renewal.state ->> 'renews'
      where renewal.state ->> 'renews' is not null and renewal.status in ${MADE}
        and parent.state #>> '{renewal,contract}' is null and parent.id > ?
      group by parent.id order by parent.id limit ?`,
    [after, limit],
  );
}

/** Renewals that take over from a contract which has ended, and have not done so yet. */
export function renewalsToOpen(
  em: EntityManager,
  after: string,
  limit: number,
): Promise<{ readonly id: string; readonly parent: string }[]> {
  return em.execute<{ id: string; parent: string }[]>(
    `select renewal.id, parent.id as parent
       from contract renewal join contract parent on parent.id = renewal.state ->> 'renews'
      where renewal.state ->> 'renews' is not null and renewal.status in ('signed', 'active')
        and renewal.state ->> 'opening' is null
        and renewal.terms #>> '{renewal,carriesOver}' = 'streakAndCap'
        and parent.state ->> 'end' is not null and renewal.id > ?
      order by renewal.id limit ?`,
    [after, limit],
  );
}
