import { raw, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { Contract, type ContractClock, type ContractRow } from '../entities/contract.js';
import { Incident, type IncidentRow } from '../entities/incident.js';

/** Which contracts an overview is about. */
export interface OverviewFilter {
  readonly clientId?: string;
  readonly contract?: string;
  readonly clock?: ContractClock;
  /** Only contracts of these clients; null for all. */
  readonly clients: readonly string[] | null;
}

/** What of them it wants; left out, all. */
export type OverviewWish =
  | { readonly kind: 'withOpenRequests' }
  | { readonly kind: 'started' }
  /** With a right to terminate that can be exercised at the instant, or where a manual clock stands. */
  | { readonly kind: 'withOpenRight'; readonly at: Instant };

function wished(wish: OverviewWish | undefined): FilterQuery<ContractRow> {
  switch (wish?.kind) {
    case undefined:
      return {};
    case 'started':
      return { [raw(`(state ->> 'activatedAt' is not null)`)]: true };
    case 'withOpenRequests': {
      const isOpen = `(incident.next_at is not null or incident.status in ('open', 'paused'))`;
      const hasOpen = raw(`exists (select from incident where incident.contract_id = id and ${isOpen})`);
      return { status: 'active', [hasOpen]: true };
    }
    case 'withOpenRight': {
      const hasRight = raw(
        `exists (select from jsonb_array_elements(state -> 'rights') held
           where held ->> 'exercisedAt' is null and held ->> 'waivedAt' is null and held ->> 'lapsesAt' >= case clock when 'manual' then state ->> 'through' else ? end)`,
        [wish.at],
      );
      return { [raw(`(state ->> 'end' is null)`)]: true, [hasRight]: true };
    }
  }
}

/** Contracts by their ids, those behind one; at most `limit` of them. */
export function contractsForOverview(
  em: EntityManager,
  { clients, clientId, contract, clock }: OverviewFilter,
  wish: OverviewWish | undefined,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<ContractRow[]> {
  const conditions: FilterQuery<ContractRow>[] = [
    wished(wish),
    clients === null ? {} : { clientId: { $in: [...clients] } },
    clientId === undefined ? {} : { clientId },
    contract === undefined ? {} : { id: contract },
    clock === undefined ? {} : { clock },
    after === null ? {} : { id: { $gt: after } },
  ];
  return em.find(Contract, { $and: conditions }, { orderBy: { id: 'asc' }, limit, disableIdentityMap: true });
}

/**
 * The requests of some contracts that bear on what has not closed: those that are open, that have a deadline ahead, that
 * something happened to since an instant of each contract, all that ever missed something, and one by its name.
 */
export function incidentsBearing(
  em: EntityManager,
  since: Readonly<Record<string, Instant>>,
  request?: string,
): Promise<IncidentRow[]> {
  const contracts = Object.keys(since);
  if (contracts.length === 0) return Promise.resolve([]);
  const bears = raw(
    `(next_at is not null or status in ('open', 'paused') or jsonb_array_length(state -> 'misses') > 0
       or state ->> 'through' >= (?::jsonb ->> contract_id) or request = ?)`,
    [JSON.stringify(since), request ?? ''],
  );
  return em.find(
    Incident,
    { contractId: { $in: contracts }, [bears]: true },
    { orderBy: { contractId: 'asc', ordinal: 'asc' }, disableIdentityMap: true },
  );
}
