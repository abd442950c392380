import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { DecisionReceipt, type DecisionReceiptRow } from '../entities/decision-receipt.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

/** A receipt as it is written down. */
export interface NewReceipt {
  readonly contract: string;
  readonly id: string;
  readonly kind: string;
  readonly request: string | null;
  readonly period: string | null;
  readonly entry: { readonly sequence: number };
  readonly hash: string;
}

/** A line of the ledger as far as later decisions rest on it. */
export interface FactLine {
  readonly sequence: number;
  readonly hash: string;
  readonly kind: string;
  readonly at: Instant;
  readonly request: string | null;
  readonly period: string | null;
  readonly target: string | null;
  readonly missAt: string | null;
}

/** Writes receipts down, each with its content to the letter, in the transaction that wrote their lines. */
export async function recordReceipts(
  em: EntityManager,
  receipts: readonly { readonly receipt: NewReceipt; readonly content: string }[],
): Promise<void> {
  if (receipts.length === 0) return;
  let [sequence, part] = [0, 0];
  const rows = receipts.map(({ receipt, content }) => {
    const { contract: contractId, id, kind, request, period, entry, hash } = receipt;
    part = entry.sequence === sequence ? part + 1 : 0;
    sequence = entry.sequence;
    return { contractId, sequence, part, id, kind, request, period, hash, content };
  });
  await em.insertMany(DecisionReceipt, rows);
}

/** Lines of the kinds before a place in the ledger, in order: all of the contract, or of some requests only. */
export async function factLines(
  em: EntityManager,
  contractId: string,
  before: number,
  wanted: {
    readonly kinds: readonly string[];
    readonly requestKinds: readonly string[];
    readonly requests: readonly string[];
  },
): Promise<FactLine[]> {
  const rows = await em.execute<(Omit<FactLine, 'at'> & { readonly seconds: string })[]>(
    `select sequence, hash, kind, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as seconds, request,
            payload ->> 'period' as period, payload ->> 'target' as target,
            coalesce(payload ->> 'missAt', payload ->> 'missedAt') as "missAt"
       from ledger_entry
      where contract_id = ? and sequence < ?
        and (kind in (select jsonb_array_elements_text(?::jsonb))
             or (request in (select jsonb_array_elements_text(?::jsonb))
                 and kind in (select jsonb_array_elements_text(?::jsonb))))
      order by sequence`,
    [
      contractId,
      before,
      JSON.stringify(wanted.kinds),
      JSON.stringify(wanted.requests),
      JSON.stringify(wanted.requestKinds),
    ],
  );
  return rows.map(({ seconds, ...line }) => ({ ...line, at: seconds as Instant }));
}

/** What a list of receipts is narrowed to. */
export interface ReceiptFilter {
  readonly kind?: string;
  readonly request?: string;
  readonly period?: string;
}

interface ReceiptKey {
  readonly sequence: number;
  readonly part: number;
}

const RECEIPTS: Listing<DecisionReceiptRow, ReceiptKey> = {
  entity: DecisionReceipt,
  columns: [
    ['sequence', 'asc'],
    ['part', 'asc'],
  ],
  usual: 'asc',
};

/** The receipts of a contract as they were made, in the order of its ledger. */
export function listReceipts(
  em: EntityManager,
  contractId: string,
  filter: ReceiptFilter,
  wish: PageWish<ReceiptKey>,
): Promise<Page<DecisionReceiptRow>> {
  return keysetPage(em, RECEIPTS, { contractId, ...filter }, wish);
}

/** All receipts of a contract as they were made, in the order of its ledger. */
export function allReceipts(em: EntityManager, contractId: string): Promise<DecisionReceiptRow[]> {
  return em.find(
    DecisionReceipt,
    { contractId },
    { orderBy: { sequence: 'asc', part: 'asc' }, disableIdentityMap: true },
  );
}

/** The ids of the receipts of what was decided in one line, in order. */
export async function receiptsOfLine(
  em: EntityManager,
  contractId: string,
  sequence: number,
): Promise<string[]> {
  const wanted = { contractId, sequence };
  const rows = await em.find(DecisionReceipt, wanted, { orderBy: { part: 'asc' }, fields: ['id'] });
  return rows.map(({ id }) => id);
}

export function findReceipt(
  em: EntityManager,
  contractId: string,
  id: string,
): Promise<DecisionReceiptRow | null> {
  return em.findOne(DecisionReceipt, { contractId, id });
}

/** The receipts of some lines of a contract, in the order of its ledger. */
export function receiptsAt(
  em: EntityManager,
  contractId: string,
  sequences: readonly number[],
): Promise<DecisionReceiptRow[]> {
  return em.find(
    DecisionReceipt,
    { contractId, sequence: { $in: [...sequences] } },
    { orderBy: { sequence: 'asc', part: 'asc' }, disableIdentityMap: true },
  );
}
