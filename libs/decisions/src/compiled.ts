import {
  Engine,
  type RuleProperties,
  type RuleResult as EngineRuleResult,
  type TopLevelCondition,
} from 'json-rules-engine';
import type { Facts, FactValue, RuleCondition, RuleSet } from '#domain/decision';
import { decimalOperators, engineOperator } from './operators.js';

/** What one run of the engine found: the rules it tried in their order, and the one that fired, if any. */
export interface EngineRun {
  readonly tried: readonly EngineRuleResult[];
  readonly fired: { readonly name: string; readonly params: Readonly<Record<string, FactValue>> } | null;
}

/**
 * A rule set compiled to an engine of its own. The engine keeps its state in itself (a run that ends also ends any
 * other that is under way), so runs wait for one another here; nothing in a run waits for anything else.
 */
export class CompiledRules {
  private readonly engine: Engine;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly ruleSet: RuleSet,
    readonly hash: string,
  ) {
    this.engine = new Engine([], { replaceFactsInEventParams: true });
    for (const operator of decimalOperators()) this.engine.addOperator(operator);
    for (const rule of ruleSet.rules) this.engine.addRule(ruleProperties(rule, ruleSet));
    // The first rule that fires decides, so those behind it are not even tried. The engine still reports it.
    this.engine.on('success', () => void this.engine.stop());
  }

  /** Runs the rules over facts that fit the vocabulary. */
  run(facts: Facts): Promise<EngineRun> {
    const turn = this.last.then(() => this.runNow(facts));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async runNow(facts: Facts): Promise<EngineRun> {
    const { results, failureResults } = await this.engine.run({ ...facts });
    const fired = results[0];
    return {
      tried: [...failureResults, ...results],
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
