import type { RuleResult } from '#domain/decision';
import { type Fault, formatFault } from '#domain/fault';

/**
 * Why no decision was made.
 * - `factMissing`, `factUnknown`, `factWrong`: the facts do not fit the rule set's vocabulary.
 * - `noRuleFired`: no rule holds for these facts; a rule set should end with one that always does.
 * - `ruleSetInvalid`: `checkRuleSet` refuses the rule set.
 */
export type DecisionErrorCode =
  'factMissing' | 'factUnknown' | 'factWrong' | 'noRuleFired' | 'ruleSetInvalid';

/** Thrown instead of a decision. `faults` names every fact or member that is wrong. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';

  constructor(
    readonly code: DecisionErrorCode,
    readonly ruleSetId: string,
    readonly faults: readonly Fault[],
    /** Of `noRuleFired`: every rule with its conditions as they turned out. */
    readonly tried: readonly RuleResult[] = [],
  ) {
    super(`no decision by ${ruleSetId}: ${faults.map(formatFault).join('; ')}`);
  }
}
