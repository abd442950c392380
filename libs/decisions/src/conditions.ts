import type { FactDefinition, Facts, FactValue, RuleCondition, RuleSet } from '#domain/decision';
import { joinPath } from '#domain/fault';
import { compareDecimals } from './decimal.js';

/** A condition that compares a fact: no group. */
export type Comparison = Extract<RuleCondition, { readonly fact: string }>;

/** What a comparison expects: a value, a list, or the fact that has it. */
export type ExpectedValue = Comparison['value'];

/** Every comparison of a condition with its path, in the order in which it is written. */
export function* comparisonsOf(
  condition: RuleCondition,
  path: string,
): Generator<{ readonly comparison: Comparison; readonly path: string }> {
  if ('fact' in condition) yield { comparison: condition, path };
  else if ('not' in condition) yield* comparisonsOf(condition.not, joinPath(path, 'not'));
  else {
    const group = 'all' in condition ? 'all' : 'any';
    const members = 'all' in condition ? condition.all : condition.any;
    for (const [index, member] of members.entries()) {
      yield* comparisonsOf(member, joinPath(path, group, index));
    }
  }
}

/** Whether what is expected is taken from another fact. */
export function isReference(value: unknown): value is { readonly fact: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of what is expected, one or many. */
export function listOf(expected: FactValue | readonly FactValue[]): readonly FactValue[] {
  return Array.isArray(expected) ? (expected as readonly FactValue[]) : [expected as FactValue];
}

/** What a comparison expects when these are the facts. */
export function expectedBy(value: ExpectedValue, facts: Facts): FactValue | readonly FactValue[] {
  return isReference(value) ? (facts[value.fact] ?? null) : value;
}

/**
 * Whether a condition holds for facts that fit the vocabulary: what the engine would find, without the engine. For
 * asking "what if" thousands of times; a decision itself is always the engine's.
 */
export function holds(condition: RuleCondition, facts: Facts, vocabulary: RuleSet['facts']): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, facts, vocabulary));
  if ('any' in condition) return condition.any.some((each) => holds(each, facts, vocabulary));
  if ('not' in condition) return !holds(condition.not, facts, vocabulary);
  const type = vocabulary[condition.fact]?.type ?? 'string';
  return compares(
    condition.operator,
    facts[condition.fact] ?? null,
    expectedBy(condition.value, facts),
    type,
  );
}

function compares(
  operator: string,
  actual: FactValue,
  expected: FactValue | readonly FactValue[],
  type: FactDefinition['type'],
): boolean {
  const list = listOf(expected);
  switch (operator) {
    case 'equal':
    case 'in':
      return list.some((each) => order(actual, each, type) === 0);
    case 'notEqual':
    case 'notIn':
      return list.every((each) => order(actual, each, type) !== 0);
    case 'lessThan':
      return list.every((each) => order(actual, each, type) < 0);
    case 'lessThanInclusive':
      return list.every((each) => order(actual, each, type) <= 0);
    case 'greaterThan':
      return list.every((each) => order(actual, each, type) > 0);
    case 'greaterThanInclusive':
      return list.every((each) => order(actual, each, type) >= 0);
    default:
      throw new RangeError(`not an operator: ${operator}`);
  }
}

/** Negative, zero or positive; text and booleans only tell whether they are the same. */
function order(a: FactValue, b: FactValue, type: FactDefinition['type']): number {
  if (type === 'decimal') return compareDecimals(String(a), String(b));
  if (type === 'number') return Number(a) - Number(b);
  return a === b ? 0 : 1;
}
