import { type Path, valueAt, withMember, without } from './json-text.js';
import { isObject, plainText, plainTexts } from './reading.js';

/** A parameter of `parameters.json` as far as the table shows it. */
export interface ParameterRow {
  readonly path: Path;
  readonly name: string;
  readonly type: string;
  readonly unit: string | undefined;
  readonly isRequired: boolean;
  readonly label: Readonly<Record<string, string>>;
  readonly values: readonly string[] | null;
  readonly given: Readonly<Record<Member, string>>;
}

/** What of a parameter is changed in the table. */
export type Member = 'default' | 'minimum' | 'maximum';

/** Reads parameters from the text of their file; null where it has not got the shape. */
export function readParameters(text: string): readonly ParameterRow[] | null {
  const parameters = valueAt(text, ['parameters']);
  if (!Array.isArray(parameters)) return null;
  const rows = parameters.flatMap((each: unknown, index) => readParameter(each, ['parameters', index]) ?? []);
  return rows.length === parameters.length ? rows : null;
}

function readParameter(value: unknown, path: Path): ParameterRow | null {
  if (!isObject(value) || !isObject(value['label'])) return null;
  const { name, type, unit, required, label, values } = value;
  const said = (member: Member) => plainText(value[member]);
  return {
    path,
    name: plainText(name),
    type: plainText(type),
    unit: typeof unit === 'string' ? unit : undefined,
    isRequired: required === true,
    label: plainTexts(label),
    values: isObject(values) ? Object.keys(values) : null,
    given: { default: said('default'), minimum: said('minimum'), maximum: said('maximum') },
  };
}

/** Which members a parameter of the type has: a text has a most of characters, a zone no limits. */
export function hasMember({ type, isRequired }: ParameterRow, member: Member): boolean {
  if (member === 'default') return !isRequired;
  if (type === 'zone' || type === 'enum') return false;
  return member === 'maximum' || type !== 'text';
}

/** The text with what was typed as a member; whole numbers are numbers, everything else is text, nothing leaves it out. */
export function withParameterMember(text: string, row: ParameterRow, member: Member, typed: string): string {
  if (typed === '') return without(text, [...row.path, member]);
  return withMember(text, row.path, member, isWhole(row, member) && isNumber(typed) ? Number(typed) : typed);
}

/** Whether the member is a whole number and what is typed is none. */
export function isWrongNumber(row: ParameterRow, member: Member): boolean {
  const typed = row.given[member];
  return typed !== '' && isWhole(row, member) && !isNumber(typed);
}

function isWhole({ type }: ParameterRow, member: Member): boolean {
  return type === 'integer' || (type === 'text' && member === 'maximum');
}

function isNumber(typed: string): boolean {
  return /^-?\d{1,15}$/.test(typed);
}
