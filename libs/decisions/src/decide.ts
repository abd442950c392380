import type { Decision, Facts, FactValue, RuleSet } from '#domain/decision';
import { type Fault, joinPath, quote, unknownName } from '#domain/fault';
import { valueFault } from './fact-value.js';
import { CompiledRules, type EngineRun } from './compiled.js';
import { DecisionError, type DecisionErrorCode } from './decision-error.js';
import { ruleSetHash } from './frozen.js';
import { receiptOf, triedRules } from './receipt.js';
import { checkRuleSet } from './rule-set.js';

/** Decides by rule sets; each is checked and compiled once and kept by its content hash. Safe to share. */
export interface Decider {
  /**
   * The decision of the rule of the highest priority whose conditions hold. `facts` are exactly those of the rule
   * set's vocabulary. Throws a `DecisionError` that names what is missing, unknown or wrong, or that no rule fired.
   */
  decide(ruleSet: RuleSet, facts: Facts): Promise<Decision>;
}

/** How many compiled rule sets a decider keeps; beyond it the one not used for longest goes. */
const MOST_COMPILED = 100;

export function createDecider(): Decider {
  const compiled = new Map<string, CompiledRules>();
  return {
    async decide(ruleSet, facts) {
      const rules = compiledRules(compiled, ruleSet);
      const known = checkedFacts(rules.ruleSet, facts);
      const run = await rules.run(known).catch((cause: unknown) => {
        // The engine may be left half-way through its rules: never use it again.
        compiled.delete(rules.hash);
        throw cause;
      });
      if (run.fired === null) throw noRuleFired(rules.ruleSet, known, run);
      const receipt = receiptOf(rules.ruleSet, rules.hash, known, run);
      return { outcome: { type: rules.ruleSet.outcome, params: receipt.outcome }, receipt };
    },
  };
}

function compiledRules(compiled: Map<string, CompiledRules>, ruleSet: RuleSet): CompiledRules {
  const hash = ruleSetHash(ruleSet);
  const rules = compiled.get(hash) ?? compile(ruleSet, hash);
  compiled.delete(hash);
  compiled.set(hash, rules);
  const oldest = compiled.keys().next().value;
  if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest);
  return rules;
}

function compile(ruleSet: RuleSet, hash: string): CompiledRules {
  const checked = checkRuleSet(ruleSet);
  if ('faults' in checked) throw new DecisionError('ruleSetInvalid', quote(ruleSet.id), checked.faults);
  return new CompiledRules(structuredClone(checked.ruleSet), hash);
}

/** The facts in the order of the vocabulary, each of its type: nothing more, nothing less. */
function checkedFacts(ruleSet: RuleSet, facts: Facts): Facts {
  const names = Object.keys(ruleSet.facts);
  const known: Record<string, FactValue> = {};
  const wrong: { code: DecisionErrorCode; fault: Fault }[] = [];
  for (const [name, definition] of Object.entries(ruleSet.facts)) {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    const fault = valueFault(value, definition, joinPath('facts', name));
    if (fault !== null) wrong.push({ code: value === undefined ? 'factMissing' : 'factWrong', fault });
    else if (value !== undefined) known[name] = value;
  }
  for (const name of Object.keys(facts)) {
    if (Object.hasOwn(ruleSet.facts, name)) continue;
    wrong.push({ code: 'factUnknown', fault: unknownName(joinPath('facts', name), 'fact', name, names) });
  }
  if (wrong[0] !== undefined)
    throw new DecisionError(
      wrong[0].code,
      ruleSet.id,
      wrong.map(({ fault }) => fault),
    );
  return known;
}

function noRuleFired(ruleSet: RuleSet, facts: Facts, run: EngineRun): DecisionError {
  const problem = `no rule holds for ${JSON.stringify(facts)}`;
  const allowed = `one of ${ruleSet.rules.map((rule) => rule.name).join(', ')} must`;
  const tried = triedRules(ruleSet, run);
  return new DecisionError('noRuleFired', ruleSet.id, [{ path: 'rules', problem, allowed }], tried);
}
