import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { LedgerEntry, type LedgerEntryRow } from '../entities/ledger-entry.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

interface SequenceKey {
  readonly sequence: number;
}

const LEDGER: Listing<LedgerEntryRow, SequenceKey> = {
  entity: LedgerEntry,
  columns: [['sequence', 'asc']],
  usual: 'asc',
};

/** Which entries of a ledger are wanted: those of a request, those of a kind. */
export interface LedgerFilter {
  readonly request?: string;
  readonly kind?: string;
}

/** A contract's ledger, from its beginning or from its end. */
export function listLedger(
  em: EntityManager,
  contractId: string,
  wish: PageWish<SequenceKey>,
  filter: LedgerFilter = {},
): Promise<Page<LedgerEntryRow>> {
  return keysetPage(em, LEDGER, { contractId, ...filter }, wish);
}

/** The entries of a contract that rest on a decision of the rules: their payload holds the receipt. */
export function listDecisions(
  em: EntityManager,
  contractId: string,
  filter: { readonly request?: string },
  wish: PageWish<SequenceKey>,
): Promise<Page<LedgerEntryRow>> {
  return keysetPage(em, LEDGER, { contractId, ...filter, payload: { receipt: { $ne: null } } }, wish);
}

/** The entries of some kinds, from an instant on, and before another one. */
export function listLinesOfKind(
  em: EntityManager,
  contractId: string,
  { kinds, from, to }: { readonly kinds: readonly string[]; readonly from?: Instant; readonly to?: Instant },
  wish: PageWish<SequenceKey>,
): Promise<Page<LedgerEntryRow>> {
  const at = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lt: to }) };
  const within = from === undefined && to === undefined ? {} : { at };
  return keysetPage(em, LEDGER, { contractId, kind: { $in: [...kinds] }, ...within }, wish);
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
