import { type ContractText } from '#domain/command';
import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { type ContractStatus } from '#domain/contract/state';
import { type Instant } from '#domain/time/instant';
import { Contract, type ContractClock, type ContractRow } from '../entities/contract.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

export interface ContractFilter {
  readonly status?: ContractStatus;
  readonly clientId?: string;
  readonly clock?: ContractClock;
  /** Only contracts of these clients; null for all. */
  readonly clients?: readonly string[] | null;
}

/** Where a contract stands in the list of all. */
export interface ContractKey {
  readonly createdAt: Instant;
  readonly id: string;
}

/** A contract without its terms, which are large; null when there is none. */
export function findContract(em: EntityManager, id: string): Promise<ContractRow | null> {
  return em.findOne(Contract, { id });
}

/** The client of a contract; null when there is no such contract. */
export async function clientOf(em: EntityManager, id: string): Promise<string | null> {
  const [row] = await em.execute<{ client_id: string }[]>('select client_id from contract where id = ?', [
    id,
  ]);
  return row?.client_id ?? null;
}

/** Narrows rows that have a `contract_id` to contracts of some clients; null leaves all. */
export function ofContractsOf(clients: readonly string[] | null): Record<string, true> {
  if (clients === null) return {};
  const ofClients = raw(
    `exists (select from contract where contract.id = contract_id
       and contract.client_id in (select jsonb_array_elements_text(?::jsonb)))`,
    [JSON.stringify(clients)],
  );
  return { [ofClients]: true };
}

/** Whether each of some contracts is a rehearsal, by its clock. */
export async function clocksOf(
  em: EntityManager,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ContractClock>> {
  const rows = await em.find(Contract, { id: { $in: [...new Set(ids)] } }, { fields: ['id', 'clock'] });
  return new Map(rows.map(({ id, clock }) => [id, clock]));
}

const CONTRACTS: Listing<ContractRow, ContractKey> = {
  entity: Contract,
  columns: [
    ['createdAt', 'asc'],
    ['id', 'asc'],
  ],
  usual: 'desc',
};

/** Contracts, the newest first unless the oldest are wished. */
export function listContracts(
  em: EntityManager,
  { clients = null, ...filter }: ContractFilter,
  wish: PageWish<ContractKey>,
): Promise<Page<ContractRow>> {
  const ofClients = clients === null ? {} : { clientId: { $in: [...clients] } };
  return keysetPage(em, CONTRACTS, { $and: [{ ...filter }, ofClients] }, wish);
}

/**
 * The text that the parties of a contract sign, in both languages. Read beside a row that the same transaction holds: to
 * load it into that one would make all its other columns count as changed, and write them back.
 */
export async function textOf(em: EntityManager, id: string): Promise<ContractText> {
  const { text } = await em.findOneOrFail(Contract, { id }, { fields: ['text'], disableIdentityMap: true });
  return text;
}
