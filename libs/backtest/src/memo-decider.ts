import { createDecider, type Decider } from '#decisions/decide';
import { deepFrozen, ruleSetHash } from '#decisions/frozen';
import { type Decision, type Facts } from '#domain/decision';

const MOST_KEPT = 20_000;

/**
 * A decider that keeps what the rules said, by the rule set's content hash and the facts: among a hundred thousand
 * requests only some hundred different questions are asked. A decision is a function of the two and is frozen, so that
 * a kept one is as good as a new one; refusals are not kept. Of more than `most` decisions the one not used for longest
 * goes.
 */
export function memoDecider(decider: Decider = createDecider(), most = MOST_KEPT): Decider {
  const kept = new Map<string, Decision>();
  return {
    async decide(ruleSet, facts) {
      const key = `${ruleSetHash(ruleSet)} ${factsKey(facts)}`;
      const known = kept.get(key);
      const decision = known ?? deepFrozen(await decider.decide(ruleSet, facts));
      if (known !== undefined) kept.delete(key);
      kept.set(key, decision);
      const oldest = kept.keys().next().value;
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return decision;
    },
  };
}

/**
 * The same decisions with receipts that do not show the rules that were tried: nothing of a back-test is written down,
 * and copying proofs into entries that nobody keeps was half of its time.
 */
export function withoutProof(decider: Decider): Decider {
  return {
    async decide(ruleSet, facts) {
      const { outcome, receipt } = await decider.decide(ruleSet, facts);
      return { outcome, receipt: { ...receipt, rules: [] } };
    },
  };
}

/** In the order of their names: facts have no order. */
function factsKey(facts: Facts): string {
  return JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
