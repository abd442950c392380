import type { Facts, FactValue, RuleDefinition, RuleResult, RuleSet } from '#domain/decision';
import { type Comparable, comparableOf } from './comparable.js';
import { type CompiledCondition, compileCondition, type Values } from './compile-condition.js';
import { isReference } from './conditions.js';
import type { RuleRun } from './rule-run.js';

interface CompiledRule extends CompiledCondition {
  readonly rule: RuleDefinition;
}

/**
 * A rule set that `checkRuleSet` has passed, as plain functions: what json-rules-engine finds, some hundred times as
 * fast, and at once. `EngineRules` runs the same rules by the engine; the two are compared in `same-as-engine.spec.ts`.
 */
export class CompiledRules {
  private readonly rules: readonly CompiledRule[];
  private readonly types: readonly (readonly [string, RuleSet['facts'][string]['type']])[];

  constructor(ruleSet: RuleSet) {
    const { facts, rules } = ruleSet;
    this.types = Object.entries(facts).map(([name, { type }]) => [name, type] as const);
    this.rules = rules
      .toSorted((a, b) => b.priority - a.priority)
      .map((rule) => ({ rule, ...compileCondition(rule.conditions, facts) }));
  }

  /** The rule that decides: the one of the highest priority that holds. Null where none does. */
  deciding(facts: Facts): RuleDefinition | null {
    const values = this.valuesOf(facts);
    for (const { rule, holds } of this.rules) if (holds(values)) return rule;
    return null;
  }

  /** The rules in the order in which they are tried. */
  get inOrder(): RuleDefinition[] {
    return this.rules.map(({ rule }) => rule);
  }

  /** Every rule that holds, the one that decides first. */
  holding(facts: Facts): RuleDefinition[] {
    const values = this.valuesOf(facts);
    return this.rules.filter(({ holds }) => holds(values)).map(({ rule }) => rule);
  }

  /** Tries the rules in their order until one fires, and tells of each how its conditions turned out. */
  run(facts: Facts): RuleRun {
    const values = this.valuesOf(facts);
    const tried: RuleResult[] = [];
    for (const { rule, tell } of this.rules) {
      const condition = tell(values, facts);
      tried.push({ rule: rule.name, fired: condition.result, condition });
      if (condition.result) return { tried, fired: { name: rule.name, params: paramsOf(rule, facts) } };
    }
    return { tried, fired: null };
  }

  private valuesOf(facts: Facts): Values {
    return this.types.map(([name, type]): Comparable => comparableOf(facts[name] ?? null, type));
  }
}

/** The parameters of a rule's outcome, those taken from facts filled in. */
export function paramsOf({ event }: RuleDefinition, facts: Facts): Readonly<Record<string, FactValue>> {
  const params: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(event.params))
    params[name] = isReference(value) ? (facts[value.fact] ?? null) : value;
  return params;
}
