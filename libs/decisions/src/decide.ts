import type { Decision, Facts, FactValue, Receipt, RuleSet } from '#domain/decision';
import { type Fault, joinPath, quote, unknownName } from '#domain/fault';
import { CompiledRules } from './compiled-rules.js';
import { DecisionError, type DecisionErrorCode } from './decision-error.js';
import { EngineRules } from './engine-rules.js';
import { valueFault } from './fact-value.js';
import { ruleSetHash } from './frozen.js';
import type { RuleRun, RunnableRules } from './rule-run.js';
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

/** Decides by rules compiled to plain functions. */
export function createDecider(): Decider {
  return deciderBy((ruleSet) => new CompiledRules(ruleSet));
}

/** Decides by json-rules-engine itself, by which others are checked. */
export function createReferenceDecider(): Decider {
  return deciderBy((ruleSet) => new EngineRules(ruleSet));
}

interface KnownRules {
  readonly ruleSet: RuleSet;
  readonly hash: string;
  readonly rules: RunnableRules;
}

function deciderBy(compile: (ruleSet: RuleSet) => RunnableRules): Decider {
  const kept = new Map<string, KnownRules>();
  return {
    async decide(ruleSet, facts) {
      const known = knownRules(kept, ruleSet, compile);
      const checked = checkedFacts(known.ruleSet, facts);
      const run = await runOf(kept, known, checked);
      if (run.fired === null) throw noRuleFired(known.ruleSet, checked, run);
      const receipt = receiptOf(known, checked, run, run.fired);
      return { outcome: { type: known.ruleSet.outcome, params: receipt.outcome }, receipt };
    },
  };
}

function knownRules(
  kept: Map<string, KnownRules>,
  ruleSet: RuleSet,
  compile: (ruleSet: RuleSet) => RunnableRules,
): KnownRules {
  const hash = ruleSetHash(ruleSet);
  const known = kept.get(hash) ?? { ...checkedRules(ruleSet, compile), hash };
  kept.delete(hash);
  kept.set(hash, known);
  const oldest = kept.keys().next().value;
  if (kept.size > MOST_COMPILED && oldest !== undefined) kept.delete(oldest);
  return known;
}

function checkedRules(ruleSet: RuleSet, compile: (ruleSet: RuleSet) => RunnableRules) {
  const checked = checkRuleSet(ruleSet);
  if ('faults' in checked) throw new DecisionError('ruleSetInvalid', quote(ruleSet.id), checked.faults);
  const own = structuredClone(checked.ruleSet);
  return { ruleSet: own, rules: compile(own) };
}

async function runOf(kept: Map<string, KnownRules>, { rules, hash }: KnownRules, facts: Facts) {
  try {
    return await rules.run(facts);
  } catch (cause) {
    // They may be left half-way: never use them again.
    kept.delete(hash);
    throw cause;
  }
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

/** Rule set, facts, every rule tried with all its conditions, outcome. */
function receiptOf(
  { ruleSet: { id, version, clause }, hash }: KnownRules,
  facts: Facts,
  { tried }: RuleRun,
  { name, params }: NonNullable<RuleRun['fired']>,
): Receipt {
  return { ruleSet: { id, version, hash }, clause, facts, rules: tried, decidedBy: name, outcome: params };
}

function noRuleFired(ruleSet: RuleSet, facts: Facts, { tried }: RuleRun): DecisionError {
  const problem = `no rule holds for ${JSON.stringify(facts)}`;
  const allowed = `one of ${ruleSet.rules.map((rule) => rule.name).join(', ')} must`;
  return new DecisionError('noRuleFired', ruleSet.id, [{ path: 'rules', problem, allowed }], tried);
}
