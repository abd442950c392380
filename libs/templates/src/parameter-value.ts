import { compareDecimals } from '#decisions/decimal';
import { type Fault, oneOf, quote, unknownName } from '#domain/fault';
import { parseYuan } from '#domain/money/fen';
import { isDecimalText } from '#domain/money/ratio';
import { parsePlainDate } from '#domain/time/dates';
import { isZone } from '#domain/time/zone';
import { permilleFaults } from './permille-words.js';
import type { ParameterDefinition } from './template.js';

/** What a parameter may be: a whole number for integers, text for all other types. */
export type ParameterValue = string | number;

type Definition<Type extends ParameterDefinition['type']> = Extract<ParameterDefinition, { type: Type }>;

/** What is wrong with a value for the parameter; null where it fits. */
export function parameterFault(definition: ParameterDefinition, value: unknown, path: string): Fault | null {
  if (definition.type === 'enum' && typeof value === 'string' && !Object.hasOwn(definition.values, value)) {
    return unknownName(path, 'value', value, Object.keys(definition.values));
  }
  if (fits(definition, value)) return null;
  return {
    path,
    problem: value === undefined ? 'is missing' : `is ${quote(value)}`,
    allowed: allowedFor(definition),
  };
}

function fits(definition: ParameterDefinition, value: unknown): value is ParameterValue {
  if (definition.type === 'integer') return fitsInteger(definition, value);
  if (typeof value !== 'string') return false;
  switch (definition.type) {
    case 'decimal':
      return fitsDecimal(definition, value);
    case 'money':
      return fitsMoney(definition, value);
    case 'date':
      return parsePlainDate(value) !== null && definition.minimum <= value && value <= definition.maximum;
    case 'zone':
      return isZone(value);
    case 'enum':
      return Object.hasOwn(definition.values, value);
    case 'text':
      if (permilleFaults(value, '').length > 0) return false;
      // Braces would read as a binding, control characters have no place in a contract's sentence.
      return value.trim() !== '' && value.length <= definition.maximum && !/[\p{Cc}]|\{\{|\}\}/u.test(value);
  }
}

function fitsInteger(definition: Definition<'integer'>, value: unknown): boolean {
  return (
    Number.isSafeInteger(value) && definition.minimum <= Number(value) && Number(value) <= definition.maximum
  );
}

function fitsDecimal({ moreThan, minimum, maximum }: Definition<'decimal'>, value: string): boolean {
  if (!isDecimalText(value) || compareDecimals(value, maximum) > 0) return false;
  if (moreThan !== undefined && compareDecimals(value, moreThan) <= 0) return false;
  return minimum === undefined || compareDecimals(value, minimum) >= 0;
}

function fitsMoney(definition: Definition<'money'>, value: string): boolean {
  const [amount, minimum, maximum] = [value, definition.minimum, definition.maximum].map(parseYuan);
  if (amount == null || minimum == null || maximum == null) return false;
  return minimum <= amount && amount <= maximum;
}

/** What the parameter takes, for people: `allowed is a whole number from 1 to 28 (dayOfMonth)`. */
export function allowedFor(definition: ParameterDefinition): string {
  switch (definition.type) {
    case 'integer':
      return `allowed is a whole number from ${definition.minimum} to ${definition.maximum} (${definition.unit})`;
    case 'decimal':
      return `allowed is a decimal as text, like "0.5", ${decimalRange(definition)} (${definition.unit})`;
    case 'money':
      return `allowed is yuan as text with two decimals from "${definition.minimum}" to "${definition.maximum}"`;
    case 'date':
      return `allowed is a day YYYY-MM-DD from ${definition.minimum} to ${definition.maximum}`;
    case 'zone':
      return 'allowed is an IANA time zone like Asia/Shanghai';
    case 'enum':
      return oneOf(Object.keys(definition.values));
    case 'text':
      return `allowed is one line of text, 1 to ${definition.maximum} characters, ratios alike in words and figures`;
  }
}

function decimalRange({ moreThan, minimum, maximum }: Definition<'decimal'>): string {
  if (moreThan !== undefined) return `more than ${moreThan} and at most ${maximum}`;
  return minimum === undefined ? `at most ${maximum}` : `from ${minimum} to ${maximum}`;
}
