import type { FactDefinition, Facts, FactValue } from '#domain/decision';
import type { DecisionPoint } from './vocabulary.js';

/** Why a decision came out as it did: data for a screen, an auditor, or the sentences of `#narration/explain`. */
export interface Explanation {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly clause: string;
  /** Null where the rule set's facts do not tell, or it is not at hand. */
  readonly point: DecisionPoint | null;
  readonly facts: Facts;
  /** What each fact means; empty for a receipt without its rule set. */
  readonly vocabulary: Readonly<Record<string, FactDefinition>>;
  /** The rule that decided and what it gave; null where no rule held. */
  readonly decidedBy: string | null;
  readonly outcome: Readonly<Record<string, FactValue>> | null;
  /** The rules in the order they were tried, the deciding one last; those behind it were not tried. */
  readonly rules: readonly ExplainedRule[];
  /** The single facts that, had they been otherwise, would have let another rule decide; the closest first. */
  readonly nearest: readonly NearestChange[];
}

/** A rule that was tried. */
export interface ExplainedRule {
  readonly rule: string;
  readonly fired: boolean;
  /** Fired: the conditions by which it held. Else those that failed, and nothing else. */
  readonly reason: Reason;
}

export type Reason = ReasonGroup | ReasonCondition;

/**
 * Conditions that counted together. Of a rule that held: all of `of` hold. Of one that failed: all of `of` failed, and
 * each (`all`) or one of them (`any`) would have been needed. `not` is worked into the conditions below it.
 */
export interface ReasonGroup {
  readonly group: 'all' | 'any';
  readonly of: readonly Reason[];
}

/** One condition as it turned out. */
export interface ReasonCondition {
  readonly fact: string;
  readonly operator: string;
  readonly expected: FactValue | readonly FactValue[];
  readonly actual: FactValue;
  readonly unit: string | null;
  readonly held: boolean;
  /** By how much a number or decimal failed, in the fact's unit; null for other types and where it held. */
  readonly off: Offset | null;
  /** The values that would have done, of text and booleans that failed; null where they cannot be listed. */
  readonly needed: readonly FactValue[] | null;
}

/** `above` by so much, `below` by so much, or `at` the very value that was not allowed. */
export interface Offset {
  readonly direction: 'above' | 'below' | 'at';
  /** Exact, as decimal text without a sign: `0.05`. */
  readonly by: string;
}

/** One fact, changed as little as it takes for another rule to decide. */
export interface NearestChange {
  readonly fact: string;
  readonly from: FactValue;
  readonly to: FactValue;
  readonly unit: string | null;
  /** Of numbers and decimals: how far, as decimal text without a sign. */
  readonly by: string | null;
  readonly decidedBy: string;
  readonly outcome: Readonly<Record<string, FactValue>>;
}
