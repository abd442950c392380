import fc from 'fast-check';

/** What real documents are broken with: other types, extremes, text that is no text, names that objects have anyway. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\0',
  '\ud800',
  '𰻝',
  '2025-02-30',
  '9999-12-31T23:59:60+24:00',
  '1e9',
  '-0.00',
  '__proto__',
  'constructor',
  [],
  [[]],
  {},
  'x'.repeat(5_000),
];

/** One place of a document changed, dropped, doubled, or given a strange member. */
interface Mutation {
  readonly place: number;
  readonly how: 'replace' | 'drop' | 'double' | 'add';
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(100_000),
  how: fc.constantFrom('replace', 'drop', 'double', 'add'),
  value: fc.oneof(fc.constantFrom(...STRANGE), fc.string({ unit: 'binary', maxLength: 20 }), fc.jsonValue()),
});

/** A document of JSON with one to three places broken. */
export function brokenJson(document: unknown): fc.Arbitrary<unknown> {
  return fc
    .array(mutation, { minLength: 1, maxLength: 3 })
    .map((mutations) => mutations.reduce(broken, structuredClone(document)));
}

/** Bytes with a few of them flipped, dropped, repeated or put in, or the end cut off. */
export function brokenBytes(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    place: fc.nat(bytes.length),
    drop: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.constantFrom(
        ...['\r\n', '<', '&', ']]>', '"', '--', '=?', ',', '\0'].map((text) => Buffer.from(text)),
      ),
    ),
  });
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => {
    let out = Buffer.from(bytes);
    for (const { place, drop, put } of edits)
      out = Buffer.concat([out.subarray(0, place), put, out.subarray(place + drop)]);
    return out;
  });
}

type Holder = Record<string, unknown> | unknown[];

function broken(document: unknown, { place, how, value }: Mutation): unknown {
  const places = placesIn(document);
  const chosen = places[place % (places.length + 1)];
  if (chosen === undefined) return value;
  const [holder, name] = chosen;
  if (Array.isArray(holder)) {
    const index = Number(name);
    if (how === 'drop') holder.splice(index, 1);
    else if (how === 'double') holder.splice(index, 0, structuredClone(holder[index]));
    else holder[index] = value;
  } else if (how === 'drop') delete holder[name];
  else if (how === 'add' || how === 'double') set(holder, typeof value === 'string' ? value : 'other', value);
  else holder[name] = value;
  return document;
}

/** As a parser of JSON would: also where the name is that of the prototype. */
function set(holder: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(value: unknown): (readonly [Holder, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((name) => [
    [value as Holder, name] as const,
    ...placesIn((value as Record<string, unknown>)[name]),
  ]);
}
