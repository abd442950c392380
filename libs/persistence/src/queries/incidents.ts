import { raw, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { type RequestStatus } from '#domain/incident/state';
import { type Instant } from '#domain/time/instant';
import { type ContractClock } from '../entities/contract.js';
import { Incident, type IncidentRow } from '../entities/incident.js';
import { ofContractsOf } from './contracts.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

export interface IncidentFilter {
  readonly status?: RequestStatus;
  readonly priority?: string;
}

/** Over all contracts, those of real contracts and those of rehearsals can be told apart. */
export interface AllIncidentsFilter extends IncidentFilter {
  readonly clock?: ContractClock;
  /** Only of contracts of these clients; null for all. */
  readonly clients?: readonly string[] | null;
}

function allOf({ clock, clients = null, ...filter }: AllIncidentsFilter): FilterQuery<IncidentRow> {
  return { $and: [filter, ofContractsBy(clock), ofContractsOf(clients)] };
}

function ofContractsBy(clock: ContractClock | undefined): FilterQuery<IncidentRow> {
  if (clock === undefined) return {};
  const ofClock = raw(
    'exists (select from contract where contract.id = contract_id and contract.clock = ?)',
    [clock],
  );
  return { [ofClock]: true };
}

/** Where a request stands in the list of those that have a deadline ahead. */
export interface DueKey {
  readonly nextAt: Instant;
  readonly contractId: string;
  readonly request: string;
}

/** Where a request stands in the list of all, the newest first. */
export interface RecordedKey {
  readonly recordedAt: Instant;
  readonly contractId: string;
  readonly request: string;
}

export function findIncident(
  em: EntityManager,
  contractId: string,
  request: string,
): Promise<IncidentRow | null> {
  return em.findOne(Incident, { contractId, request });
}

const RECORDED_HERE: Listing<IncidentRow, { readonly ordinal: number }> = {
  entity: Incident,
  columns: [['ordinal', 'asc']],
  usual: 'asc',
};

/** The requests of a contract in the order in which they were put on record. */
export function listIncidents(
  em: EntityManager,
  contractId: string,
  filter: IncidentFilter,
  wish: PageWish<{ readonly ordinal: number }>,
): Promise<Page<IncidentRow>> {
  return keysetPage(em, RECORDED_HERE, { contractId, ...filter }, wish);
}

const DUE: Listing<IncidentRow, DueKey> = {
  entity: Incident,
  columns: [
    ['nextAt', 'asc'],
    ['contractId', 'asc'],
    ['request', 'asc'],
  ],
  usual: 'asc',
};

/** Requests of all contracts that have a deadline ahead, the nearest first unless the farthest are wished. */
export function listDueIncidents(
  em: EntityManager,
  filter: AllIncidentsFilter,
  wish: PageWish<DueKey>,
): Promise<Page<IncidentRow>> {
  return keysetPage(em, DUE, { $and: [{ nextAt: { $ne: null } }, allOf(filter)] }, wish);
}

const RECORDED: Listing<IncidentRow, RecordedKey> = {
  entity: Incident,
  columns: [
    ['recordedAt', 'asc'],
    ['contractId', 'asc'],
    ['request', 'asc'],
  ],
  usual: 'desc',
};

/** Requests of all contracts, the newest first unless the oldest are wished. */
export function listRecordedIncidents(
  em: EntityManager,
  filter: AllIncidentsFilter,
  wish: PageWish<RecordedKey>,
): Promise<Page<IncidentRow>> {
  return keysetPage(em, RECORDED, allOf(filter), wish);
}

/** The requests of a contract that missed something, in the order in which they were put on record. */
export function incidentsWithMisses(em: EntityManager, contractId: string): Promise<IncidentRow[]> {
  const hasMisses = { [raw(`jsonb_array_length(state -> 'misses')`)]: { $gt: 0 } };
  return em.find(Incident, { contractId, ...hasMisses }, { orderBy: { ordinal: 'asc' } });
}

/** The requests of a contract that have a deadline ahead, the nearest first. */
export function incidentsAhead(em: EntityManager, contractId: string, limit: number): Promise<IncidentRow[]> {
  return em.find(
    Incident,
    { contractId, nextAt: { $ne: null } },
    { orderBy: { nextAt: 'asc', request: 'asc' }, limit },
  );
}

/** How many requests of a contract are in each status; a status without one is left out. */
export async function countByStatus(
  em: EntityManager,
  contractId: string,
): Promise<Partial<Record<RequestStatus, number>>> {
  const rows = await em.execute<{ status: RequestStatus; count: number }[]>(
    'select status, count(*)::int as count from incident where contract_id = ? group by status',
    [contractId],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** Up to when the requests of contracts are accounted for; contracts without any are left out. */
export async function latestOfRequests(
  em: EntityManager,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  if (contractIds.length === 0) return new Map();
  const rows = await em.execute<{ contract: string; through: Instant }[]>(
    `select contract_id as contract, max(state ->> 'through') as through
       from incident where contract_id in (select jsonb_array_elements_text(?::jsonb)) group by contract_id`,
    [JSON.stringify(contractIds)],
  );
  return new Map(rows.map(({ contract, through }) => [contract, through]));
}
