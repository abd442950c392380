import type { FactDefinition } from '#domain/decision';
import { moved, type Path, replaced, valueAt, withItem, withMember, without } from './json-text.js';
import { isObject, plainText } from './reading.js';

/** What a row decides: a value, or the value of a fact. */
export type Given = string | number | boolean | { readonly fact: string };

export interface TableRow {
  readonly name: string;
  readonly when: readonly string[];
  readonly then: Readonly<Record<string, Given>>;
}

/** A decision table as far as it can be shown as one. */
export interface Table {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly inputs: readonly string[];
  readonly outcomes: readonly string[];
  readonly rows: readonly TableRow[];
}

/** The cell for which everything will do. */
export const ANYTHING = '-';

/** Reads a table from the text of its file; null where it has not got the shape of one, and is text only. */
export function readTable(text: string): Table | null {
  const value = valueAt(text, []);
  if (!isObject(value) || !isObject(value['facts'])) return null;
  const { facts, inputs, rows, outcome } = value;
  if (!Object.values(facts).every(isFact) || !Array.isArray(inputs) || !Array.isArray(rows)) return null;
  const names = inputs.flatMap((each: unknown) => (isObject(each) ? [plainText(each['fact'])] : []));
  const read = rows.flatMap((row: unknown) => readRow(row) ?? []);
  if (read.length !== rows.length || names.length !== inputs.length) return null;
  const given = new Set(read.flatMap(({ then }) => Object.keys(then)));
  const outcomes = given.size > 0 ? [...given] : [plainText(outcome) || 'outcome'];
  return { facts: facts as Table['facts'], inputs: names, outcomes, rows: read };
}

function readRow(row: unknown): TableRow | null {
  if (!isObject(row)) return null;
  const { name, when, then } = row;
  if (!Array.isArray(when) || !isObject(then)) return null;
  return {
    name: typeof name === 'string' ? name : '',
    when: when.map(plainText),
    // oxlint-disable-next-line unicorn/no-thenable -- a member of a JSON document, never a function
    then: then as TableRow['then'],
  };
}

function isFact(value: unknown): boolean {
  return isObject(value) && typeof value['type'] === 'string' && isObject(value['description']);
}

const row = (index: number): Path => ['rows', index];

/** The text with another cell. A row that has too few of them gets what it lacks. */
export function withCell(text: string, index: number, column: number, cell: string): string {
  const cells = readTable(text)?.rows[index]?.when ?? [];
  let next = text;
  for (let place = cells.length; place <= column; place += 1)
    next = withItem(next, [...row(index), 'when'], place, ANYTHING);
  return replaced(next, [...row(index), 'when', column], cell);
}

/** The text with another outcome of a row. */
export function withOutcome(text: string, index: number, name: string, given: Given): string {
  return withMember(text, [...row(index), 'then'], name, given);
}

/** The text with another name of a row; without one it is called by what it says. */
export function withRowName(text: string, index: number, name: string): string {
  if (name === '') return without(text, [...row(index), 'name']);
  return withMember(text, row(index), 'name', name, 0);
}

/** The text with a row more, before the one that has the index now: it holds for anything, and gives what that one gives. */
export function withRow(text: string, index: number): string {
  const table = readTable(text);
  if (!table) return text;
  const like = table.rows[index] ?? table.rows.at(-1);
  const made = {
    when: table.inputs.map(() => ANYTHING),
    // oxlint-disable-next-line unicorn/no-thenable -- a member of a JSON document, never a function
    then: like?.then ?? Object.fromEntries(table.outcomes.map((name) => [name, ''])),
  };
  return withItem(text, ['rows'], index, made);
}

/** The text without a row. */
export function withoutRow(text: string, index: number): string {
  return without(text, row(index));
}

/** The text with a row at another place: the first that holds decides, so the order says something. */
export function withRowMoved(text: string, from: number, to: number): string {
  return moved(text, ['rows'], from, to);
}

/** The text with another fact looked at; every row holds for anything of it. */
export function withInput(text: string, fact: string): string {
  const table = readTable(text);
  if (!table) return text;
  const at = table.inputs.length;
  const next = withItem(text, ['inputs'], at, { fact });
  return table.rows.reduce((now, _, index) => withItem(now, [...row(index), 'when'], at, ANYTHING), next);
}

/** The text without a fact that is looked at, and without its cells. */
export function withoutInput(text: string, column: number): string {
  const table = readTable(text);
  if (!table) return text;
  const next = without(text, ['inputs', column]);
  return table.rows.reduce((now, _, index) => without(now, [...row(index), 'when', column]), next);
}

/** An outcome as it is typed: `{fact}` is what the fact says. */
export function typedOf(given: Given | undefined): string {
  if (given === undefined) return '';
  return typeof given === 'object' ? `{${given.fact}}` : String(given);
}

/** What was typed as an outcome, of the kind that stood there before. */
export function givenOf(typed: string, before: Given | undefined): Given {
  const fact = /^\{\s*([a-zA-Z0-9]+)\s*\}$/.exec(typed)?.[1];
  if (fact !== undefined) return { fact };
  if (typeof before === 'number' && /^-?\d+(\.\d+)?$/.test(typed)) return Number(typed);
  if (typeof before === 'boolean' && (typed === 'true' || typed === 'false')) return typed === 'true';
  return typed;
}
