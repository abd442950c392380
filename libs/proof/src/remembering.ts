import { type Decider } from '#decisions/decide';
import { type Decision, type RuleSet } from '#domain/decision';

const MOST_KEPT = 5000;

/** A decider that gives the same facts the same decision without asking the rules again: runs of the core ask often. */
export function rememberingDecider(decider: Decider): Decider {
  const kept = new WeakMap<RuleSet, Map<string, Promise<Decision>>>();
  return {
    decide(ruleSet, facts) {
      const known = kept.get(ruleSet) ?? new Map<string, Promise<Decision>>();
      kept.set(ruleSet, known);
      const key = JSON.stringify(facts);
      const decision = known.get(key) ?? decider.decide(ruleSet, facts);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(key, decision);
      return decision;
    },
  };
}
