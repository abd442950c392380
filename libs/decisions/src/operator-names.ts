import type { FactDefinition } from '#domain/decision';

export type FactType = FactDefinition['type'];

/** All operators there are: those of facts that have an order. */
export const ORDERED = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const;

/** The operators that fit a fact of the type, by json-rules-engine's names. Decimals compare as exact numbers. */
export const OPERATORS: Readonly<Record<FactType, readonly string[]>> = {
  string: ['equal', 'notEqual', 'in', 'notIn'],
  boolean: ['equal', 'notEqual'],
  number: ORDERED,
  decimal: ORDERED,
};

/** Whether the operator compares with a list. */
export function takesList(operator: string): boolean {
  return operator === 'in' || operator === 'notIn';
}
