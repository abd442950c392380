import { type Facts, type RuleDefinition } from '#domain/decision';
import { type Judge, type Verdict } from './judge.js';
import { factsOfRule } from './rules.js';
import { type Finding, type Tally } from './report.js';
import { factsWords, valueWords } from './words.js';

/** A case that no rule decides. */
export function gapFinding({ ruleSet }: Judge, facts: Facts): Finding {
  const told = factsWords(facts, ruleSet.facts);
  return {
    kind: 'gap',
    inputs: { ruleSet: ruleSet.id, facts },
    found: 'no rule holds',
    expected: 'one rule decides',
    sentence: {
      'zh-CN': `规则集 ${ruleSet.id} 有缺口：${told['zh-CN']}时，没有一条规则成立。`,
      en: `The rule set ${ruleSet.id} has a gap: for ${told.en} no rule holds.`,
    },
  };
}

/** A fact that the rule set declares and that some contracts do not have: no decision can be made in them. */
export function missingFinding(
  { ruleSet }: Judge,
  missing: readonly string[],
  values: Finding['inputs'],
): Finding {
  const names = missing.join(', ');
  return {
    kind: 'missingFact',
    inputs: { ruleSet: ruleSet.id, missing, ...values },
    found: `nothing is known of ${names}`,
    expected: 'every fact that the rules look at',
    sentence: {
      'zh-CN': `规则集 ${ruleSet.id} 无法作出决定：合同没有 ${names}，规则却要看它。`,
      en: `The rule set ${ruleSet.id} cannot decide: there are contracts without ${names}, which its rules look at.`,
    },
  };
}

/** Remembers, of each rule, where it held although another one decided. */
export class Overlaps {
  private readonly held = new Map<string, { facts: Facts; by: string }>();

  constructor(
    private readonly judge: Judge,
    private readonly tally: Tally,
  ) {}

  /** Notes rules that would have given something else: there the order of the rules alone decides. */
  add(facts: Facts, { decidedBy, outcome, alsoHolding }: Verdict): void {
    for (const rule of alsoHolding) {
      if (decidedBy === null) continue;
      if (!this.held.has(rule.name)) this.held.set(rule.name, { facts, by: decidedBy.name });
      const other = this.judge.outcomeOf(rule, facts);
      if (other === outcome) continue;
      this.tally.note(
        `overlap ${this.judge.ruleSet.id} ${decidedBy.name} ${rule.name}`,
        this.overlap(facts, rule, decidedBy),
      );
    }
  }

  /** Fails for every rule that has decided nothing, text that can never apply; a note where not every case was tried. */
  failIdle(parameters: readonly string[], isWhole = true): void {
    for (const rule of this.judge.idleRules()) {
      const finding = this.dead(rule);
      const key = `dead ${this.judge.ruleSet.id} ${rule.name}`;
      // Where a rule compares with a parameter, some value of it that was not tried may let the rule decide.
      const isOpen = [...factsOfRule(rule)].some((fact) => parameters.includes(fact));
      if (!isWhole || (isOpen && !this.held.has(rule.name))) this.tally.note(key, finding);
      else this.tally.fail(key, finding);
    }
  }

  private overlap(facts: Facts, rule: RuleDefinition, decidedBy: RuleDefinition): Finding {
    const { ruleSet } = this.judge;
    const told = factsWords(facts, ruleSet.facts);
    const [first, second] = [decidedBy, rule].map((each) =>
      valueWords(this.judge.outcomeOf(each, facts), ruleSet.outcome === 'permille' ? 'permille' : null),
    );
    return {
      kind: 'overlap',
      inputs: { ruleSet: ruleSet.id, facts, decidedBy: decidedBy.name, alsoHolds: rule.name },
      found: `both hold; "${decidedBy.name}" goes first`,
      expected: 'meant so',
      sentence: {
        'zh-CN': `${told['zh-CN']}时，规则“${decidedBy.name}”（${first?.['zh-CN']}）与“${rule.name}”（${second?.['zh-CN']}）同时成立，仅由先后顺序决定。`,
        en: `For ${told.en} both "${decidedBy.name}" (${first?.en}) and "${rule.name}" (${second?.en}) hold; their order alone decides.`,
      },
    };
  }

  private dead({ name }: RuleDefinition): Finding {
    const { ruleSet } = this.judge;
    const held = this.held.get(name);
    const told = held && factsWords(held.facts, ruleSet.facts);
    return {
      kind: 'deadRule',
      inputs: { ruleSet: ruleSet.id, rule: name, ...(held && { facts: held.facts, decidedBy: held.by }) },
      found: held
        ? `wherever it holds, another rule decides first: "${held.by}"`
        : 'its conditions never hold',
      expected: 'it decides at least one case',
      sentence: {
        'zh-CN': told
          ? `规则“${name}”永远不会起作用：它成立之处总由其他规则先行决定，例如${told['zh-CN']}时由“${held?.by}”决定。`
          : `规则“${name}”永远不会起作用：其条件在任何情形下都不成立。`,
        en: told
          ? `The rule "${name}" can never decide: wherever it holds another goes first, for ${told.en} "${held?.by}".`
          : `The rule "${name}" can never decide: its conditions hold in no case.`,
      },
    };
  }
}
