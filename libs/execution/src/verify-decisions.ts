import { type EntityManager } from '@mikro-orm/postgresql';
import { canonicalJson } from '#decisions/hash';
import { jsonOrNull } from '#domain/json-text';
import { LedgerHead } from '#persistence/entities/ledger-head';
import { type DecisionReceiptRow } from '#persistence/entities/decision-receipt';
import { chainFaults, readLedger } from '#persistence/ledger';
import { inSnapshot } from '#persistence/snapshot';
import { allReceipts } from '#persistence/queries/decision-receipts';
import { type Difference, differencesOf } from '#receipts/differences';
import { type DecisionReceipt, hashOfReceipt } from '#receipts/receipt';
import { receiptsOf } from './receipts-of.js';

/**
 * How a decision made again stands to what was said when it was made. `unreceipted`: it is older than receipts, there
 * is nothing to compare with. `missing`: nothing was kept of it, though it should have been. `unknown`: the ledger knows
 * no such decision. `changed`: what was kept no longer fits its own hash. `differs`: the core says something else now.
 */
export type DecisionOutcome = 'same' | 'unreceipted' | 'missing' | 'unknown' | 'changed' | 'differs';

/** One decision, made again and compared to the letter. */
export interface VerifiedDecision {
  readonly id: string;
  readonly kind: string;
  readonly outcome: DecisionOutcome;
  /** Of what was said when it was made; null where nothing was kept. */
  readonly hash: string | null;
  readonly hashNow: string | null;
  readonly differences: readonly Difference[];
}

/** All decisions of a contract, made again from its ledger. */
export interface VerifiedDecisions {
  readonly contract: string;
  readonly decisions: readonly VerifiedDecision[];
  /** What is wrong with the ledger itself: the decisions rest on it. */
  readonly ledgerFaults: readonly string[];
}

/** Makes all decisions of a contract again from its ledger and its rules and compares each with what was said then. */
export function verifyDecisions(em: EntityManager, contract: string): Promise<VerifiedDecisions> {
  return inSnapshot(em, async (within) => {
    const lines = await readLedger(within, contract);
    const chain = chainFaults(lines);
    const folded = await receiptsOf(lines);
    const decisions = await compareReceipts(within, contract, folded.receipts);
    return { contract, decisions, ledgerFaults: [...chain, ...folded.faults] };
  });
}

/** Compares receipts that were made again with those that were written down. */
export async function compareReceipts(
  em: EntityManager,
  contract: string,
  receipts: readonly DecisionReceipt[],
): Promise<VerifiedDecision[]> {
  const head = await em.findOne(LedgerHead, { contractId: contract });
  const kept = new Map((await allReceipts(em, contract)).map((row) => [row.id, row]));
  const known = receipts.map((receipt) => {
    const row = kept.get(receipt.id);
    kept.delete(receipt.id);
    return row ? compared(row, receipt) : withoutRow(receipt, head?.unreceipted ?? 0);
  });
  return [...known, ...[...kept.values()].map(unknownDecision)];
}

function compared(row: DecisionReceiptRow, now: DecisionReceipt): VerifiedDecision {
  const { id, kind, hash } = row;
  const common = { id, kind, hash, hashNow: now.hash };
  if (isSame(row, now)) return { ...common, outcome: 'same', differences: [] };
  const then = jsonOrNull(row.content);
  const differences = differencesOf(then, JSON.parse(canonicalJson(now)));
  return { ...common, outcome: isIntact(row, then) ? 'differs' : 'changed', differences };
}

/** To the letter: the text itself, and every column that says something of it. */
function isSame(row: DecisionReceiptRow, now: DecisionReceipt): boolean {
  const columns = [row.id, row.kind, row.request ?? null, row.period ?? null, row.hash, row.sequence];
  const known = [now.id, now.kind, now.request, now.period, now.hash, now.entry.sequence];
  return row.content === canonicalJson(now) && canonicalJson(columns) === canonicalJson(known);
}

function isIntact(row: DecisionReceiptRow, content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return false;
  const receipt = content as DecisionReceipt;
  return receipt.hash === row.hash && hashOfReceipt(receipt) === row.hash && row.id === receipt.id;
}

function withoutRow({ id, kind, hash, entry }: DecisionReceipt, unreceipted: number): VerifiedDecision {
  const outcome = entry.sequence <= unreceipted ? 'unreceipted' : 'missing';
  return { id, kind, outcome, hash: null, hashNow: hash, differences: [] };
}

function unknownDecision({ id, kind, hash }: DecisionReceiptRow): VerifiedDecision {
  return { id, kind, outcome: 'unknown', hash, hashNow: null, differences: [] };
}
