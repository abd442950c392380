import type { Facts, FactValue, RuleCondition } from '#domain/decision';
import { joinPath } from '#domain/fault';

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
