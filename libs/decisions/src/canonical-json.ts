/**
 * The canonical JSON text of a value (RFC 8785, JSON Canonicalization Scheme): members in the order of their names by
 * UTF-16 code units, no space, numbers and texts as JavaScript writes them. As `JSON.stringify` does, it asks `toJSON`,
 * leaves out members that are undefined and takes undefined items for null. Throws a TypeError for what JSON cannot say
 * (NaN, infinity, lone surrogates, functions), a RangeError for what holds itself.
 *
 * Every line of every ledger is hashed over it, each time it is verified: it is written for speed, and compared with
 * the library `canonicalize` in its spec.
 */
export function canonicalJson(value: unknown): string {
  const text = textOf(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** Undefined for what JSON leaves out. */
function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return stringText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} is no number of JSON`);
      // As ECMAScript writes numbers, which is what the RFC asks for; -0 is 0.
      return String(value + 0);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : objectText(value);
    case 'bigint':
      throw new TypeError('a bigint is no number of JSON');
    default:
      return undefined;
  }
}

function stringText(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate is no text');
  return JSON.stringify(value);
}

function objectText(value: object): string {
  if ('toJSON' in value && typeof value.toJSON === 'function') return textOf(value.toJSON()) ?? 'null';
  return Array.isArray(value) ? listText(value) : membersText(value as Readonly<Record<string, unknown>>);
}

function listText(items: readonly unknown[]): string {
  let text = '';
  for (const item of items) text += `${text === '' ? '' : ','}${textOf(item) ?? 'null'}`;
  return `[${text}]`;
}

function membersText(members: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const member = textOf(members[name]);
    if (member !== undefined) text += `${text === '' ? '' : ','}${nameText(name)}:${member}`;
  }
  return `{${text}}`;
}

const MOST_NAMES = 10_000;
const names = new Map<string, string>();

/** Names of members come again and again: each is written once. */
function nameText(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = stringText(name);
  if (names.size < MOST_NAMES) names.set(name, text);
  return text;
}
