import type { FactDefinition, FactValue } from '#domain/decision';
import { isDecimal } from './decimal.js';

/** A fact as rules compare it: a decimal in millionths, all else as it is. */
export type Comparable = string | number | bigint | boolean;

/** What has an order. JavaScript compares a number with a bigint exactly. */
export type Ordered = number | bigint;

const DIGITS_BEHIND = 6;
/** A whole part of so many digits leaves its millionths a safe integer; 10^15 and more are bigints, and only those. */
const SAFE_WHOLE_DIGITS = 9;

/** How a value of a fact of the type is compared. Throws a RangeError for a decimal that is none. */
export function comparableOf(value: FactValue, type: FactDefinition['type']): Comparable {
  if (type === 'decimal') return millionths(String(value));
  // The vocabulary knows no null: facts that are checked have none.
  return value ?? '';
}

/**
 * Equal decimals are the same number here, however they are written: `"0.5"`, `"0.50"`. Not by `compareDecimals`, which the
 * engine's operators use: what verifies a decision is other code than what makes it.
 */
function millionths(text: string): Ordered {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`);
  const point = text.indexOf('.');
  const whole = point < 0 ? text : text.slice(0, point);
  const digits = whole + (point < 0 ? '' : text.slice(point + 1)).padEnd(DIGITS_BEHIND, '0');
  return whole.length <= SAFE_WHOLE_DIGITS ? Number(digits) : BigInt(digits);
}
