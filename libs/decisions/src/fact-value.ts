import type { FactDefinition, FactValue } from '#domain/decision';
import { type Fault, oneOf, quote, unknownName } from '#domain/fault';
import { isDecimal } from './decimal.js';
import { LIMITS } from './limits.js';

/** The facts a rule may look at, by name. */
export type Vocabulary = Readonly<Record<string, FactDefinition>>;

/** What is wrong with a value for a fact of that definition; null where it fits. */
export function valueFault(value: unknown, definition: FactDefinition, path: string): Fault | null {
  if (fitsType(value, definition.type)) {
    if (definition.values === undefined || definition.values.includes(value as string)) return null;
    return unknownName(path, 'value', String(value), definition.values);
  }
  const allowed =
    definition.values === undefined ? `allowed is ${TYPES[definition.type]}` : oneOf(definition.values);
  return { path, problem: value === undefined ? 'is missing' : `is ${quote(value)}`, allowed };
}

const TYPES: Readonly<Record<FactDefinition['type'], string>> = {
  string: `text of at most ${LIMITS.text} characters`,
  number: 'a finite number',
  boolean: 'true or false',
  decimal: 'a decimal as text, like "0.5"',
};

function fitsType(value: unknown, type: FactDefinition['type']): value is FactValue {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.length <= LIMITS.text;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'decimal':
      return typeof value === 'string' && isDecimal(value);
  }
}
