import type { Facts, FactValue, Receipt, RuleResult, RuleSet } from '#domain/decision';
import { quote } from '#domain/fault';
import { createDecider, type Decider } from './decide.js';
import { DecisionError } from './decision-error.js';
import { reasonOf } from './explain-reason.js';
import type { Explanation } from './explanation.js';
import { contentHash } from './hash.js';
import { nearestChanges } from './nearest.js';
import { DECISION_POINTS, decisionPointOf } from './vocabulary.js';

/** What an explanation may be told beside the facts. */
export interface ExplainOptions {
  /** The decider to ask; a new one where none is given. */
  readonly decider?: Decider;
  /** Facts that the nearest changes leave as they are; else those that no occasion gives. */
  readonly fixed?: readonly string[];
}

/**
 * Decides by hypothetical facts and says why. Where no rule holds, that is the answer, with what each rule wanted.
 * Throws a `DecisionError` for facts that do not fit the rule set's vocabulary, and for a rule set that is wrong.
 */
export async function explainDecision(
  ruleSet: RuleSet,
  facts: Facts,
  { decider = createDecider(), fixed }: ExplainOptions = {},
): Promise<Explanation> {
  try {
    const { receipt } = await decider.decide(ruleSet, facts);
    return explain(receipt, ruleSet, fixed);
  } catch (error) {
    if (!(error instanceof DecisionError) || error.code !== 'noRuleFired') throw error;
    const { id, version, clause } = ruleSet;
    const nothing = {
      ruleSet: { id, version },
      clause,
      facts,
      rules: error.tried,
      decidedBy: null,
      outcome: null,
    };
    return explain(nothing, ruleSet, fixed);
  }
}

/**
 * Says why a recorded decision came out as it did, from its receipt alone or, better, with the rule set it names: only
 * the rule set tells units and descriptions, and what would have changed the decision. Nothing is decided again;
 * `verifyReceipt` does that. Throws a `RangeError` for a rule set of another content than the receipt's.
 */
export function explainReceipt(
  receipt: Receipt,
  ruleSet: RuleSet | null = null,
  fixed?: readonly string[],
): Explanation {
  if (ruleSet !== null && contentHash(ruleSet) !== receipt.ruleSet.hash) {
    const { id, version, hash } = receipt.ruleSet;
    throw new RangeError(
      `${quote(ruleSet.id)} is not the rule set of the receipt, ${id} ${version} (${hash})`,
    );
  }
  return explain(receipt, ruleSet, fixed);
}

/** A receipt, or what there is of one where no rule held. */
interface Decided {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly clause: string;
  readonly facts: Facts;
  readonly rules: readonly RuleResult[];
  readonly decidedBy: string | null;
  readonly outcome: Readonly<Record<string, FactValue>> | null;
}

function explain(
  decided: Decided,
  ruleSet: RuleSet | null,
  fixed: readonly string[] = agreedFacts(ruleSet),
): Explanation {
  const vocabulary = ruleSet?.facts ?? {};
  const { id, version } = decided.ruleSet;
  return {
    ruleSet: { id, version },
    clause: decided.clause,
    point: ruleSet === null ? null : decisionPointOf(ruleSet),
    facts: decided.facts,
    vocabulary,
    decidedBy: decided.decidedBy,
    outcome: decided.outcome,
    rules: decided.rules.map(({ rule, fired, condition }) => ({
      rule,
      fired,
      reason: reasonOf(condition, vocabulary),
    })),
    nearest: ruleSet === null ? [] : nearestChanges(ruleSet, decided.facts, decided.decidedBy, fixed),
  };
}

/** Facts that no occasion gives are parameters: the parties agreed on them, so no event changes them. */
function agreedFacts(ruleSet: RuleSet | null): string[] {
  if (ruleSet === null) return [];
  const points = Object.values(DECISION_POINTS).filter(({ outcome }) => outcome.name === ruleSet.outcome);
  if (points.length === 0) return [];
  return Object.keys(ruleSet.facts).filter((name) => !points.some(({ facts }) => Object.hasOwn(facts, name)));
}
