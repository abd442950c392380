import { CompiledRules } from '#decisions/compiled-rules';
import { isReference } from '#decisions/conditions';
import { compareDecimals } from '#decisions/decimal';
import { type Decider } from '#decisions/decide';
import { DecisionError } from '#decisions/decision-error';
import { type Facts, type FactValue, type RuleDefinition, type RuleSet } from '#domain/decision';
import { isDecimalText } from '#domain/money/ratio';

/** What the rules of a set say of one case. */
export interface Verdict {
  /** The rule that decides; null where none holds. */
  readonly decidedBy: RuleDefinition | null;
  readonly outcome: FactValue;
  /** Rules behind it that hold as well, so that the order alone decides. */
  readonly alsoHolding: readonly RuleDefinition[];
}

/** So many cases of a rule set are put to the rules engine itself, the first ones of each rule among them. */
const ASKED_OF_ENGINE = 200;
const ASKED_OF_EACH_RULE = 3;

/** Judges cases by one rule set: every rule is looked at, not only the one that decides. */
export class Judge {
  private readonly rules: CompiledRules;
  private readonly decided = new Map<string, number>();
  private asked = 0;

  constructor(
    readonly ruleSet: RuleSet,
    /** The reference: json-rules-engine itself. */
    private readonly engine: Decider,
  ) {
    this.rules = new CompiledRules(ruleSet);
  }

  /** The facts that the rule set declares and a case lacks: the engine would refuse it. */
  missingFacts(facts: Facts): string[] {
    return Object.keys(this.ruleSet.facts).filter((name) => !Object.hasOwn(facts, name));
  }

  /** The verdict on facts of which none is missing. Throws where the rules engine says something else. */
  async verdict(facts: Facts): Promise<Verdict> {
    const [decidedBy = null, ...alsoHolding] = this.rules.holding(facts);
    const outcome = decidedBy === null ? null : this.outcomeOf(decidedBy, facts);
    const name = decidedBy?.name ?? '';
    const times = (this.decided.get(name) ?? 0) + 1;
    this.decided.set(name, times);
    if (times <= ASKED_OF_EACH_RULE || this.asked < ASKED_OF_ENGINE)
      await this.compare(facts, decidedBy, outcome);
    return { decidedBy, outcome, alsoHolding };
  }

  /** What a rule gives in a case. */
  outcomeOf({ event }: RuleDefinition, facts: Facts): FactValue {
    const value = event.params[this.ruleSet.outcome] ?? null;
    return isReference(value) ? (facts[value.fact] ?? null) : (value as FactValue);
  }

  /** The rules that decided no case so far. */
  idleRules(): RuleDefinition[] {
    return this.rules.inOrder.filter(({ name }) => !this.decided.has(name));
  }

  /** The proof stands on what the engine does: so the engine is asked as well. */
  private async compare(facts: Facts, decidedBy: RuleDefinition | null, outcome: FactValue): Promise<void> {
    this.asked += 1;
    const said = await this.engine.decide(this.ruleSet, facts).catch((error: unknown) => {
      if (error instanceof DecisionError && error.code === 'noRuleFired') return null;
      throw error;
    });
    const same =
      said === null
        ? decidedBy === null
        : said.receipt.decidedBy === decidedBy?.name && said.outcome.params[this.ruleSet.outcome] === outcome;
    if (!same)
      throw new Error(
        `${this.ruleSet.id}: the engine decides otherwise than the proof: ${JSON.stringify(facts)}`,
      );
  }
}

/** Whether an outcome is a ratio from 0 to 1000 permille. */
export function isPermille(outcome: FactValue): outcome is string {
  return typeof outcome === 'string' && isDecimalText(outcome) && compareDecimals(outcome, '1000') <= 0;
}
