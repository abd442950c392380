import type { Facts, FactValue, RuleResult } from '#domain/decision';

/** What one run of a rule set found: the rules it tried in their order, and the one that fired, if any. */
export interface RuleRun {
  readonly tried: readonly RuleResult[];
  readonly fired: { readonly name: string; readonly params: Readonly<Record<string, FactValue>> } | null;
}

/** Rules that can be run over facts that fit their vocabulary. */
export interface RunnableRules {
  run(facts: Facts): RuleRun | Promise<RuleRun>;
}
