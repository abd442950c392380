import type {
  ConditionResult,
  FactDefinition,
  Facts,
  FactValue,
  RuleCondition,
  RuleSet,
} from '#domain/decision';
import { type Comparable, comparableOf, type Ordered } from './comparable.js';
import { type Comparison, isReference } from './conditions.js';

/** The facts of a run as they are compared, each at its place in the vocabulary. */
export type Values = readonly Comparable[];

/** A condition as plain functions. */
export interface CompiledCondition {
  /** Whether it holds; looks no further than it must. */
  readonly holds: (values: Values) => boolean;
  /** The same with every part of it as it turned out, as json-rules-engine reports it: all are tried. */
  readonly tell: (values: Values, facts: Facts) => ConditionResult;
}

/** Compiles a condition that `checkRuleSet` has passed, over facts in the order of the vocabulary. */
export function compileCondition(condition: RuleCondition, vocabulary: RuleSet['facts']): CompiledCondition {
  const compiled = (members: readonly RuleCondition[]) =>
    members.map((each) => compileCondition(each, vocabulary));
  if ('all' in condition) return groupOf('all', compiled(condition.all));
  if ('any' in condition) return groupOf('any', compiled(condition.any));
  if ('not' in condition) return notOf(compileCondition(condition.not, vocabulary));
  return comparison(condition, vocabulary);
}

function groupOf(operator: 'all' | 'any', members: readonly CompiledCondition[]): CompiledCondition {
  const isAll = operator === 'all';
  return {
    holds: isAll
      ? (values) => members.every(({ holds }) => holds(values))
      : (values) => members.some(({ holds }) => holds(values)),
    tell(values, facts) {
      const conditions = members.map(({ tell }) => tell(values, facts));
      const held = ({ result }: ConditionResult) => result;
      return { operator, result: isAll ? conditions.every(held) : conditions.some(held), conditions };
    },
  };
}

function notOf(member: CompiledCondition): CompiledCondition {
  return {
    holds: (values) => !member.holds(values),
    tell(values, facts) {
      const told = member.tell(values, facts);
      return { operator: 'not', result: !told.result, conditions: [told] };
    },
  };
}

function comparison({ fact, operator, value }: Comparison, vocabulary: RuleSet['facts']): CompiledCondition {
  const place = placeOf(fact, vocabulary);
  const type = vocabulary[fact]?.type ?? 'string';
  const holds = isReference(value)
    ? withAnother(operator, place, placeOf(value.fact, vocabulary))
    : withConstant(operator, place, value, type);
  const expected = isReference(value)
    ? (facts: Facts): FactValue => facts[value.fact] ?? null
    : (): FactValue | readonly FactValue[] => value;
  return {
    holds,
    tell: (values, facts) => ({
      fact,
      operator,
      expected: expected(facts),
      actual: facts[fact] ?? null,
      result: holds(values),
    }),
  };
}

function placeOf(fact: string, vocabulary: RuleSet['facts']): number {
  return Object.keys(vocabulary).indexOf(fact);
}

type Holds = CompiledCondition['holds'];

/** The operators that compare a fact with one value. */
const OPERATORS: Readonly<Record<string, (actual: Comparable, expected: Comparable) => boolean>> = {
  equal: (actual, expected) => actual === expected,
  notEqual: (actual, expected) => actual !== expected,
  lessThan: (actual, expected) => (actual as Ordered) < (expected as Ordered),
  lessThanInclusive: (actual, expected) => (actual as Ordered) <= (expected as Ordered),
  greaterThan: (actual, expected) => (actual as Ordered) > (expected as Ordered),
  greaterThanInclusive: (actual, expected) => (actual as Ordered) >= (expected as Ordered),
};

function operatorOf(name: string): (actual: Comparable, expected: Comparable) => boolean {
  const operator = OPERATORS[name];
  if (operator === undefined) throw new RangeError(`not an operator: ${name}`);
  return operator;
}

function withAnother(operator: string, place: number, other: number): Holds {
  const compares = operatorOf(operator);
  return (values) => compares(values[place] as Comparable, values[other] as Comparable);
}

function withConstant(
  operator: string,
  place: number,
  value: FactValue | readonly FactValue[],
  type: FactDefinition['type'],
): Holds {
  if (Array.isArray(value)) {
    const list = (value as readonly FactValue[]).map((each) => comparableOf(each, type));
    const wanted = operator === 'in';
    return (values) => list.includes(values[place] as Comparable) === wanted;
  }
  const compares = operatorOf(operator);
  const expected = comparableOf(value as FactValue, type);
  return (values) => compares(values[place] as Comparable, expected);
}
