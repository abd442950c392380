import type { ConditionResult, FactDefinition, FactValue } from '#domain/decision';
import { listOf } from './conditions.js';
import { isDecimal } from './decimal.js';
import { compareExact, distance, distanceText, exactOf } from './exact.js';
import type { Offset, Reason, ReasonCondition } from './explanation.js';

type Vocabulary = Readonly<Record<string, FactDefinition>>;

const OPPOSITES: Readonly<Record<string, string>> = {
  all: 'any',
  any: 'all',
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
};

/** Why a rule's condition held or failed: only what counted, with `not` worked in and groups of one opened up. */
export function reasonOf(condition: ConditionResult, vocabulary: Vocabulary): Reason {
  return reduce(condition, false, vocabulary);
}

function reduce(condition: ConditionResult, negated: boolean, vocabulary: Vocabulary): Reason {
  const { operator, conditions = [] } = condition;
  if (operator === 'not' && conditions[0] !== undefined) {
    return reduce(conditions[0], !negated, vocabulary);
  }
  const effective = negated ? (OPPOSITES[operator] ?? operator) : operator;
  const held = condition.result !== negated;
  if (effective !== 'all' && effective !== 'any') {
    return conditionReason(condition, effective, held, vocabulary);
  }
  // A member counts where it turned out as its group did: what held of a group that held, what failed of one that failed.
  const counted = conditions.filter((each) => (each.result !== negated) === held);
  const reasons = counted.map((each) => reduce(each, negated, vocabulary));
  const of = reasons.flatMap((each) => ('group' in each && each.group === effective ? each.of : [each]));
  return of.length === 1 && of[0] !== undefined ? of[0] : { group: effective, of };
}

function conditionReason(
  { fact = '', expected = null, actual = null }: ConditionResult,
  operator: string,
  held: boolean,
  vocabulary: Vocabulary,
): ReasonCondition {
  const definition = vocabulary[fact];
  const failed = !held;
  const ordered = isOrdered(definition, operator, actual, expected);
  return {
    fact,
    operator,
    expected,
    actual,
    unit: definition?.unit ?? null,
    held,
    off: failed && ordered ? offsetOf(actual, expected) : null,
    needed: failed && !ordered ? neededFor(operator, expected, actual, definition) : null,
  };
}

/** Whether a difference can be told: by the fact's type, or, for a receipt without its rule set, by its values. */
function isOrdered(
  definition: FactDefinition | undefined,
  operator: string,
  actual: FactValue,
  expected: FactValue | readonly FactValue[],
): boolean {
  if (definition !== undefined) return definition.type === 'number' || definition.type === 'decimal';
  if (typeof actual === 'number' || /Than/.test(operator)) return true;
  return listOf(expected)
    .concat(actual)
    .every((each) => typeof each === 'string' && isDecimal(each));
}

/** The distance to the nearest value expected. */
function offsetOf(actual: FactValue, expected: FactValue | readonly FactValue[]): Offset | null {
  const found = exactOf(actual);
  if (found === null) return null;
  const values = listOf(expected).flatMap((value) => exactOf(value) ?? []);
  values.sort((a, b) => compareExact(distance(found, a), distance(found, b)));
  const nearest = values[0];
  if (nearest === undefined) return null;
  const order = compareExact(found, nearest);
  const direction = order === 0 ? 'at' : order > 0 ? 'above' : 'below';
  return { direction, by: distanceText(found, nearest) };
}

function neededFor(
  operator: string,
  expected: FactValue | readonly FactValue[],
  actual: FactValue,
  definition: FactDefinition | undefined,
): readonly FactValue[] | null {
  const list = listOf(expected);
  if (operator === 'equal' || operator === 'in') return list;
  if (typeof actual === 'boolean') return [!actual];
  return definition?.values?.filter((value) => !list.includes(value)) ?? null;
}
