import { isObject, type Json, type JsonObject, textAt } from './json.js';

/**
 * Reckons a step of a receipt again, in whole numbers. Amounts are yuan with two decimals; a formula is a line of names
 * with signs between them, read from left to right, or one of the few sentences below.
 */

/** An exact number: `units / 10^decimals`. */
interface Exact {
  readonly units: bigint;
  readonly decimals: number;
}

/** What a step comes to, written as its receipt writes it; null for a formula that this program does not know. */
export function reckoned(step: JsonObject, segments: readonly Json[]): string | null {
  const formula = textAt(step, 'formula');
  const operands = isObject(step['operands']) ? step['operands'] : {};
  if (formula === 'sum of the counted segments, in seconds') return String(countedSeconds(segments));
  if (formula.startsWith('0.00: ')) return '0.00';
  const sum = valueOf(formula, operands);
  return sum && yuanText(sum);
}

/** What a step says that it comes to. */
export function saidResult(step: JsonObject): string {
  const { result } = step;
  return typeof result === 'string' ? result : JSON.stringify(result ?? null);
}

function valueOf(formula: string, operands: JsonObject): Exact | null {
  const [, least, other, less] = /^least of (\w+) and (\w+)(?:, less (\w+))?$/.exec(formula) ?? [];
  if (least !== undefined && other !== undefined) {
    const [a, b] = [operandOf(least, operands), operandOf(other, operands)];
    const lesser = a && b && (compare(a, b) <= 0 ? a : b);
    return less === undefined || lesser === null ? lesser : apply('-', lesser, operandOf(less, operands));
  }
  const [, line = '', floor] = /^(.*?)(?:, at least (\S+))?$/.exec(formula) ?? [];
  const value = lineValue(line.split(' '), operands);
  const lowest = floor === undefined ? null : exact(floor);
  return value && lowest && compare(value, lowest) < 0 ? lowest : value;
}

/** `a + b - c`, `a * b / 1000`: never both kinds in one line. */
function lineValue(words: readonly string[], operands: JsonObject): Exact | null {
  let value = operandOf(words[0] ?? '', operands);
  for (let at = 1; at < words.length; at += 2)
    value = apply(words[at] ?? '', value, operandOf(words[at + 1] ?? '', operands));
  return value;
}

function apply(sign: string, a: Exact | null, b: Exact | null): Exact | null {
  if (a === null || b === null) return null;
  if (sign === '*') return { units: a.units * b.units, decimals: a.decimals + b.decimals };
  // The only divisor is a thousand.
  if (sign === '/') return b.units === 1000n ? { units: a.units, decimals: a.decimals + 3 } : null;
  if (sign !== '+' && sign !== '-') return null;
  const decimals = Math.max(a.decimals, b.decimals);
  const [left, right] = [scaled(a, decimals), scaled(b, decimals)];
  return { units: sign === '+' ? left + right : left - right, decimals };
}

function compare(a: Exact, b: Exact): number {
  const decimals = Math.max(a.decimals, b.decimals);
  const difference = scaled(a, decimals) - scaled(b, decimals);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled({ units, decimals }: Exact, to: number): bigint {
  return units * 10n ** BigInt(to - decimals);
}

function operandOf(word: string, operands: JsonObject): Exact | null {
  const operand = Object.hasOwn(operands, word) ? operands[word] : word;
  return typeof operand === 'string' || typeof operand === 'number' ? exact(String(operand)) : null;
}

function exact(text: string): Exact | null {
  const [, sign, whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (sign === undefined) return null;
  const units = BigInt(whole + part);
  return { units: sign === '-' ? -units : units, decimals: part.length };
}

/** Two decimals, a half fen upwards. */
function yuanText({ units, decimals }: Exact): string {
  const size = units < 0n ? -units : units;
  const divisor = 10n ** BigInt(Math.max(0, decimals - 2));
  const whole = decimals < 2 ? size * 10n ** BigInt(2 - decimals) : (size + divisor / 2n) / divisor;
  const digits = String(whole).padStart(3, '0');
  return `${units < 0n && whole > 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function countedSeconds(segments: readonly Json[]): number {
  return segments
    .filter((segment) => isObject(segment) && segment['counted'] === true)
    .reduce((sum: number, segment) => sum + spanSeconds(segment), 0);
}

function spanSeconds(segment: Json): number {
  return (Date.parse(textAt(segment, 'to')) - Date.parse(textAt(segment, 'from'))) / 1000;
}

/** Whether a condition turns out as it says; null for an operator that this program does not know. */
export function holds(condition: JsonObject): boolean | null {
  const { operator, expected = null, actual = null } = condition;
  if (operator === 'equal') return JSON.stringify(expected) === JSON.stringify(actual);
  if (operator === 'onOrBefore')
    return typeof actual === 'string' && typeof expected === 'string' && actual <= expected;
  if (typeof actual !== 'number' || typeof expected !== 'number') return null;
  if (operator === 'greaterThan') return actual > expected;
  if (operator === 'atLeast') return actual >= expected;
  if (operator === 'lessThan') return actual < expected;
  return null;
}
