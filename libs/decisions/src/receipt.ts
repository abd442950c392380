import type {
  ConditionResult,
  Facts,
  FactValue,
  Receipt,
  RuleCondition,
  RuleResult,
  RuleSet,
} from '#domain/decision';
import type { EngineRun } from './compiled.js';

/** The receipt of a run that decided: rule set, facts, every rule tried with all its conditions, outcome. */
export function receiptOf(ruleSet: RuleSet, hash: string, facts: Facts, run: EngineRun): Receipt {
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version, hash },
    clause: ruleSet.clause,
    facts,
    rules: triedRules(ruleSet, run),
    decidedBy: run.fired?.name ?? '',
    outcome: run.fired?.params ?? {},
  };
}

/** Every rule that a run tried, with all its conditions as they turned out. */
export function triedRules(ruleSet: RuleSet, run: EngineRun): RuleResult[] {
  return run.tried.map((result) => ruleResult(ruleSet, result));
}

function ruleResult(ruleSet: RuleSet, result: EngineRun['tried'][number]): RuleResult {
  const rule = ruleSet.rules.find((each) => each.name === result.name);
  if (rule === undefined)
    throw new Error(`the engine reported a rule that is not in ${ruleSet.id}: ${result.name}`);
  const fired = result.result === true;
  // The engine leaves the result of the outermost group to the rule's.
  const condition = conditionResult(rule.conditions, result.conditions as EngineCondition);
  return { rule: rule.name, fired, condition: { ...condition, result: fired } };
}

/** The engine's tree beside the rule's own: operators and references as the rule set says them, results as found. */
function conditionResult(condition: RuleCondition, found: EngineCondition): ConditionResult {
  const result = found.result === true;
  if ('all' in condition) return { operator: 'all', result, conditions: pair(condition.all, found.all) };
  if ('any' in condition) return { operator: 'any', result, conditions: pair(condition.any, found.any) };
  if ('not' in condition) {
    return { operator: 'not', result, conditions: pair([condition.not], found.not && [found.not]) };
  }
  return {
    fact: condition.fact,
    operator: condition.operator,
    expected: found.valueResult as FactValue | readonly FactValue[],
    actual: found.factResult as FactValue,
    result,
  };
}

function pair(
  conditions: readonly RuleCondition[],
  found: readonly EngineCondition[] = [],
): ConditionResult[] {
  return conditions.map((condition, index) => conditionResult(condition, found[index] ?? {}));
}

/** The members of json-rules-engine's condition results that a receipt needs; its own type leaves some out. */
interface EngineCondition {
  readonly result?: boolean | undefined;
  readonly factResult?: unknown;
  readonly valueResult?: unknown;
  readonly all?: readonly EngineCondition[];
  readonly any?: readonly EngineCondition[];
  readonly not?: EngineCondition;
}
