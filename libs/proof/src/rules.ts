import { comparisonsOf, isReference } from '#decisions/conditions';
import { type RuleDefinition, type RuleSet } from '#domain/decision';

/** The facts that a rule looks at or takes its outcome from. */
export function factsOfRule({ conditions, event }: RuleDefinition): Set<string> {
  const facts = new Set<string>();
  for (const { comparison } of comparisonsOf(conditions, '')) {
    facts.add(comparison.fact);
    if (isReference(comparison.value)) facts.add(comparison.value.fact);
  }
  for (const value of Object.values(event.params)) if (isReference(value)) facts.add(value.fact);
  return facts;
}

/** The facts that any rule of the set looks at or takes its outcome from. */
export function usedFacts({ rules }: RuleSet): Set<string> {
  return new Set(rules.flatMap((rule) => [...factsOfRule(rule)]));
}
