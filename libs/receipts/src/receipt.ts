import { contentHash } from '#decisions/hash';
import { type FactValue, type Receipt as RuleReceipt } from '#domain/decision';
import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';

/** What a contract decides, and a receipt is kept of. */
export const RECEIPT_KINDS = [
  'priority',
  'deadline',
  'miss',
  'penalty',
  'month',
  'terminationRight',
  'invoice',
] as const;

export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** A line of the ledger, by its place and the hash that names its content. */
export interface Source {
  readonly sequence: number;
  readonly hash: string;
}

/** Something the decision rests on. `sources` are the lines that say so; none where the terms do. */
export interface ReceiptFact {
  readonly name: string;
  readonly value: Json;
  readonly sources: readonly Source[];
}

/** A condition as it turned out. Those of a rule are in `rules`, with every rule that was tried. */
export interface ReceiptCondition {
  readonly condition: string;
  readonly operator: string;
  readonly expected: Json;
  readonly actual: Json;
  readonly result: boolean;
}

/** A step of the reckoning. Amounts are yuan with two decimals, spans are seconds. */
export interface ReceiptStep {
  readonly step: string;
  /** `base * permille * times / 1000`. */
  readonly formula: string;
  readonly operands: Readonly<Record<string, FactValue>>;
  /** Before it was rounded; null where nothing is to be rounded. */
  readonly exact: string | null;
  readonly rounding: 'halfUpToFen' | null;
  readonly result: FactValue;
}

/** A cap as the decision found and left it. */
export interface ReceiptCap {
  readonly window: string;
  readonly amount: string;
  readonly usedBefore: string;
  readonly usedAfter: string;
}

/** What proves one decision of a contract: made again from the ledger and the terms, it is the same to the letter. */
export interface DecisionReceipt {
  /** `12-penalty`, `3-deadline-response`: the line of the ledger that says it, and what it is. Unique in its contract. */
  readonly id: string;
  readonly contract: string;
  readonly kind: ReceiptKind;
  readonly at: Instant;
  readonly clause: string;
  readonly request: string | null;
  readonly period: string | null;
  readonly law: string;
  readonly template: { readonly id: string; readonly version: string; readonly hash: string };
  readonly calendar: { readonly id: string; readonly version: string; readonly hash: string };
  readonly ruleSet: RuleReceipt['ruleSet'] | null;
  /** The line that says it. */
  readonly entry: Source;
  readonly facts: readonly ReceiptFact[];
  readonly conditions: readonly ReceiptCondition[];
  readonly rules: RuleReceipt['rules'];
  readonly decidedBy: string | null;
  readonly arithmetic: readonly ReceiptStep[];
  readonly caps: readonly ReceiptCap[];
  readonly outcome: Readonly<Record<string, Json>>;
  /** Of all other members: `sha256:` over their canonical JSON (RFC 8785). */
  readonly hash: string;
}

/** A receipt with its hash. */
export function sealed(receipt: Omit<DecisionReceipt, 'hash'>): DecisionReceipt {
  return { ...receipt, hash: hashOfReceipt(receipt) };
}

/** The hash of a receipt's content: that of everything but the member `hash`. */
export function hashOfReceipt(receipt: Omit<DecisionReceipt, 'hash'> & { readonly hash?: string }): string {
  const { hash: _hash, ...content } = receipt;
  return contentHash(content);
}
