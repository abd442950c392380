import { type EntityManager } from '@mikro-orm/postgresql';
import { LedgerEntry, type LedgerEntryRow } from '../entities/ledger-entry.js';
import { pageOf, type Page, type PageWish } from './page.js';

interface SequenceKey {
  readonly sequence: number;
}

/** A contract's ledger, from its beginning or from its end. */
export async function listLedger(
  em: EntityManager,
  contractId: string,
  order: 'asc' | 'desc',
  { limit, after }: PageWish<SequenceKey>,
): Promise<Page<LedgerEntryRow>> {
  const behind = after
    ? { sequence: order === 'asc' ? { $gt: after.sequence } : { $lt: after.sequence } }
    : {};
  const rows = await em.find(
    LedgerEntry,
    { contractId, ...behind },
    { orderBy: { sequence: order }, limit: limit + 1 },
  );
  return pageOf(rows, limit);
}

/** The entries of a contract that rest on a decision of the rules: their payload holds the receipt. */
export async function listDecisions(
  em: EntityManager,
  contractId: string,
  filter: { readonly request?: string },
  { limit, after }: PageWish<SequenceKey>,
): Promise<Page<LedgerEntryRow>> {
  const behind = after ? { sequence: { $gt: after.sequence } } : {};
  const rows = await em.find(
    LedgerEntry,
    { contractId, ...filter, ...behind, payload: { receipt: { $ne: null } } },
    { orderBy: { sequence: 'asc' }, limit: limit + 1 },
  );
  return pageOf(rows, limit);
}

/** Some entries of a contract, by their places. */
export function linesAt(
  em: EntityManager,
  contractId: string,
  sequences: readonly number[],
): Promise<LedgerEntryRow[]> {
  return em.find(
    LedgerEntry,
    { contractId, sequence: { $in: [...sequences] } },
    { disableIdentityMap: true },
  );
}

export function findLine(
  em: EntityManager,
  contractId: string,
  sequence: number,
): Promise<LedgerEntryRow | null> {
  return em.findOne(LedgerEntry, { contractId, sequence });
}

/** The entries of some kinds, in order; those of one request where it is named. */
export function linesOfKind(
  em: EntityManager,
  contractId: string,
  kinds: readonly string[],
  filter: { readonly request?: string } = {},
): Promise<LedgerEntryRow[]> {
  return em.find(
    LedgerEntry,
    { contractId, kind: { $in: [...kinds] }, ...filter },
    { orderBy: { sequence: 'asc' } },
  );
}
