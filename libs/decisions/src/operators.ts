import { Operator } from 'json-rules-engine';
import { compareDecimals } from './decimal.js';
import type { FactType } from './operator-names.js';

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
