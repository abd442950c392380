import type { FactDefinition, FactValue, RuleCondition } from '#domain/decision';
import { type Fault, unknownName } from '#domain/fault';
import { valueFault, type Vocabulary } from './fact-value.js';
import { compareExact, type Exact, exactOf } from './exact.js';

/**
 * Reads one cell of a decision table: `-` (anything), `high`, `a | b`, `not a`, `not a | b` (neither), `< 99.9`,
 * `<= 99.9`, `> 99`, `>= 99`, `[95..99)`, `[95..99]`, `(95..99)`, `(95..99]`. In place of a value or bound a fact may
 * stand, `{name}`. Text that reads as something else stands in double quotes, as in JSON. Null: anything will do.
 */
export type CellCondition =
  { readonly condition: RuleCondition | null } | { readonly faults: readonly Fault[] };

/** A cell for the fact `fact` of the vocabulary; faults have the path `path`. */
export function readCell(cell: string, fact: string, vocabulary: Vocabulary, path: string): CellCondition {
  if (cell.trim() === '-') return { condition: null };
  const negation = /^\s*not\s/.exec(cell);
  const reading: Reading = { fact, vocabulary, path, faults: [] };
  const terms = splitTerms(cell.slice(negation?.[0].length ?? 0)).flatMap(
    (term) => readTerm(term, reading) ?? [],
  );
  if (reading.faults.length > 0) return { faults: reading.faults };
  return { condition: combine(terms, negation !== null, reading) };
}

interface Reading {
  readonly fact: string;
  readonly vocabulary: Vocabulary;
  readonly path: string;
  readonly faults: Fault[];
}

type Operand = FactValue | { readonly fact: string };

/** A term is a plain value, which may join others in a list, or a condition of its own. */
type Term = { readonly value: FactValue } | { readonly condition: RuleCondition };

/** The terms between the bars; a bar within double quotes is text. */
function splitTerms(text: string): string[] {
  const pieces = text.match(/"(?:[^"\\]|\\.)*"|[^|]|\|/g) ?? [];
  const terms = [''];
  for (const piece of pieces) {
    if (piece === '|') terms.push('');
    else terms.push(`${terms.pop() ?? ''}${piece}`);
  }
  return terms.map((term) => term.trim());
}

function readTerm(term: string, reading: Reading): Term | null {
  if (term === '' || term === '-') {
    const problem = term === '' ? 'has an empty place' : 'has "-" beside something else';
    return fault(reading, problem);
  }
  const comparison = /^(<=|>=|<|>)(.*)$/s.exec(term);
  if (comparison !== null) return readComparison(comparison[1] ?? '', comparison[2] ?? '', reading);
  const interval = /^([[(])(.+?)\.\.(.+)([\])])$/s.exec(term);
  if (interval !== null) return readInterval(interval, reading);
  const operand = readOperand(term, reading);
  if (operand === null) return null;
  return isFact(operand) ? { condition: compare('equal', operand, reading) } : { value: operand };
}

const COMPARISONS: Readonly<Record<string, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
};

function readComparison(sign: string, bound: string, reading: Reading): Term | null {
  if (!isOrdered(reading)) return fault(reading, `compares a ${typeOf(reading)} fact`);
  const operand = readOperand(bound.trim(), reading);
  return operand === null ? null : { condition: compare(COMPARISONS[sign] ?? sign, operand, reading) };
}

function readInterval(
  [text, open, from = '', to = '', close]: RegExpExecArray,
  reading: Reading,
): Term | null {
  if (!isOrdered(reading)) return fault(reading, `compares a ${typeOf(reading)} fact`);
  const lower = readOperand(from.trim(), reading);
  const upper = readOperand(to.trim(), reading);
  if (lower === null || upper === null) return null;
  const closed = open === '[' && close === ']';
  if (isEmpty(exactOf(lower), exactOf(upper), closed)) {
    return fault(reading, `has the empty interval ${text}`);
  }
  return {
    condition: {
      all: [
        compare(open === '[' ? 'greaterThanInclusive' : 'greaterThan', lower, reading),
        compare(close === ']' ? 'lessThanInclusive' : 'lessThan', upper, reading),
      ],
    },
  };
}

/** Whether nothing lies between two bounds; references to facts are none yet, and tell nothing. */
function isEmpty(lower: Exact | null, upper: Exact | null, closed: boolean): boolean {
  if (lower === null || upper === null) return false;
  const order = compareExact(lower, upper);
  return closed ? order > 0 : order >= 0;
}

function readOperand(text: string, reading: Reading): Operand | null {
  const reference = /^\{\s*([^{}]*?)\s*\}$/.exec(text);
  if (reference !== null) return readReference(reference[1] ?? '', reading);
  const definition = definitionOf(reading);
  const value = literalOf(text, definition.type);
  const wrong = valueFault(value, definition, reading.path);
  if (wrong === null) return value;
  reading.faults.push({ ...wrong, problem: wrong.problem.replace(/^is /, 'has ') });
  return null;
}

function readReference(name: string, reading: Reading): Operand | null {
  const { vocabulary, path } = reading;
  const type = typeOf(reading);
  const alike = Object.keys(vocabulary).filter((each) => vocabulary[each]?.type === type);
  if (alike.includes(name)) return { fact: name };
  reading.faults.push(unknownName(path, `${type} fact`, name, alike));
  return null;
}

/** The text as a value of the type; as it is where it reads as none, for `valueFault` to refuse. */
function literalOf(text: string, type: FactDefinition['type']): FactValue {
  switch (type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : text;
    case 'decimal':
      return text;
    case 'string':
      return unquoted(text);
  }
}

function unquoted(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    // A quote within that is not escaped: then it is the text itself.
    return text;
  }
}

function combine(terms: readonly Term[], negated: boolean, reading: Reading): RuleCondition {
  const values = terms.flatMap((term) => ('value' in term ? [term.value] : []));
  if (values.length === terms.length && (values.length === 1 || typeOf(reading) !== 'boolean')) {
    if (values.length > 1) {
      return { fact: reading.fact, operator: negated ? 'notIn' : 'in', value: values };
    }
    return compare(negated ? 'notEqual' : 'equal', values[0] ?? null, reading);
  }
  const conditions = terms.map((term) =>
    'value' in term ? compare('equal', term.value, reading) : term.condition,
  );
  const first = conditions[0];
  const any: RuleCondition = conditions.length === 1 && first !== undefined ? first : { any: conditions };
  return negated ? { not: any } : any;
}

function compare(operator: string, value: Operand, { fact }: Reading): RuleCondition {
  return { fact, operator, value };
}

function isFact(operand: Operand): operand is { readonly fact: string } {
  return typeof operand === 'object' && operand !== null;
}

function definitionOf({ vocabulary, fact }: Reading): FactDefinition {
  const definition = vocabulary[fact];
  if (definition === undefined) throw new RangeError(`not a fact of the table: ${fact}`);
  return definition;
}

function typeOf(reading: Reading): FactDefinition['type'] {
  return definitionOf(reading).type;
}

function isOrdered(reading: Reading): boolean {
  return typeOf(reading) === 'number' || typeOf(reading) === 'decimal';
}

function fault(reading: Reading, problem: string): null {
  const ordered = isOrdered(reading) ? ', <, <=, > or >= and a bound, an interval like [95..99)' : '';
  reading.faults.push({
    path: reading.path,
    problem,
    allowed: `allowed are -, a value, {a fact}, several with | between, not before them${ordered}`,
  });
  return null;
}
