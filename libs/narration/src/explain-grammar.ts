import { type FactValue } from '#domain/decision';
import {
  type Explanation,
  type NearestChange,
  type Reason,
  type ReasonCondition,
} from '#decisions/explanation';

/** The sentences of one language, from an explanation's parts. */
export interface ExplanationGrammar {
  readonly decided: (explanation: Explanation) => string;
  readonly failed: (explanation: Explanation, rule: Explanation['rules'][number]) => string;
  readonly nearest: (explanation: Explanation, changes: readonly NearestChange[]) => string;
}

/** The conditions of a reason, one for each fact: enough to say what the facts were. */
export function leavesByFact(reason: Reason): readonly ReasonCondition[] {
  const leaves = leavesOf(reason);
  return leaves.filter(({ fact }, index) => leaves.findIndex((each) => each.fact === fact) === index);
}

/** The facts by which a rule held, each with the bounds it is within; equality needs no word beside the value. */
export function heldByFact(reason: Reason): readonly (ReasonCondition & { bounds: ReasonCondition[] })[] {
  const leaves = leavesOf(reason);
  return leavesByFact(reason).map((leaf) => ({
    ...leaf,
    bounds: leaves.filter(({ fact, operator }) => fact === leaf.fact && operator.includes('Than')),
  }));
}

/** The values of what is expected, one or many. */
export function valuesOf(expected: FactValue | readonly FactValue[]): readonly FactValue[] {
  return Array.isArray(expected) ? (expected as readonly FactValue[]) : [expected as FactValue];
}

function leavesOf(reason: Reason): readonly ReasonCondition[] {
  return 'group' in reason ? reason.of.flatMap(leavesOf) : [reason];
}
