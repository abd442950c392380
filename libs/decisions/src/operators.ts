import { Operator } from 'json-rules-engine';
import type { FactDefinition } from '#domain/decision';
import { compareDecimals } from './decimal.js';

export type FactType = FactDefinition['type'];

const ORDERED = [
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

/**
 * The name under which the engine knows the operator for a fact of the type. Decimals are text in the facts, and the
 * engine's own operators would order text by parseFloat and `<`, so they get operators of their own.
 */
export function engineOperator(operator: string, type: FactType): string {
  return type === 'decimal' ? `decimal.${operator}` : operator;
}

/** The operators for decimals: exact, whatever their number of digits, and without floating point. */
export function decimalOperators(): Operator<string, never>[] {
  const one = (name: string, holds: (order: number) => boolean) =>
    new Operator<string, string>(`decimal.${name}`, (actual, expected) =>
      holds(compareDecimals(actual, expected)),
    );
  const list = (name: string, wanted: boolean) =>
    new Operator<string, string[]>(
      `decimal.${name}`,
      (actual, expected) => expected.some((each) => compareDecimals(actual, each) === 0) === wanted,
    );
  return [
    one('equal', (order) => order === 0),
    one('notEqual', (order) => order !== 0),
    one('lessThan', (order) => order < 0),
    one('lessThanInclusive', (order) => order <= 0),
    one('greaterThan', (order) => order > 0),
    one('greaterThanInclusive', (order) => order >= 0),
    list('in', true),
    list('notIn', false),
  ];
}
