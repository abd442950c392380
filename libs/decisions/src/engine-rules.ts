import {
  Engine,
  type RuleProperties,
  type RuleResult as EngineRuleResult,
  type TopLevelCondition,
} from 'json-rules-engine';
import type { ConditionResult, Facts, FactValue, RuleCondition, RuleResult, RuleSet } from '#domain/decision';
import { decimalOperators, engineOperator } from './operators.js';
import type { RuleRun } from './rule-run.js';

/**
 * A rule set in json-rules-engine: the reference for what its rules mean, by which receipts are verified. The engine
 * keeps its state in itself (a run that ends also ends any other that is under way), so runs wait for one another here;
 * nothing in a run waits for anything else. After a run that throws, it must not be used again.
 */
export class EngineRules {
  private readonly engine: Engine;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly ruleSet: RuleSet) {
    this.engine = new Engine([], { replaceFactsInEventParams: true });
    for (const operator of decimalOperators()) this.engine.addOperator(operator);
    for (const rule of ruleSet.rules) this.engine.addRule(ruleProperties(rule, ruleSet));
    // The first rule that fires decides, so those behind it are not even tried. The engine still reports it.
    this.engine.on('success', () => void this.engine.stop());
  }

  /** Runs the rules over facts that fit the vocabulary. */
  run(facts: Facts): Promise<RuleRun> {
    const turn = this.last.then(() => this.runNow(facts));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async runNow(facts: Facts): Promise<RuleRun> {
    const { results, failureResults } = await this.engine.run({ ...facts });
    const fired = results[0];
    return {
      tried: [...failureResults, ...results].map((result) => ruleResult(this.ruleSet, result)),
      fired: fired === undefined ? null : { name: fired.name, params: { ...fired.event?.params } },
    };
  }
}

function ruleProperties(rule: RuleSet['rules'][number], { facts }: RuleSet): RuleProperties {
  return {
    name: rule.name,
    priority: rule.priority,
    conditions: engineCondition(rule.conditions, facts) as TopLevelCondition,
    event: { type: rule.event.type, params: structuredClone(rule.event.params) },
  };
}

function engineCondition(condition: RuleCondition, facts: RuleSet['facts']): RuleCondition {
  if ('all' in condition) return { all: condition.all.map((each) => engineCondition(each, facts)) };
  if ('any' in condition) return { any: condition.any.map((each) => engineCondition(each, facts)) };
  if ('not' in condition) return { not: engineCondition(condition.not, facts) };
  const type = facts[condition.fact]?.type ?? 'string';
  return { ...condition, operator: engineOperator(condition.operator, type) };
}

function ruleResult(ruleSet: RuleSet, result: EngineRuleResult): RuleResult {
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
