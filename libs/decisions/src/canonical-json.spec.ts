import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

/** RFC 8785, against another implementation of it. Pure. */

it('writes any JSON as the library does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2_000 },
  );
});

it('sorts members by code units, not by code points or language', () => {
  // RFC 8785, 3.2.3.
  const members = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
  const value = Object.fromEntries(members.map((name, place) => [name, place]));
  expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
  expect(canonicalJson(value)).toBe('{"\\r":1,"1":3,"\u0080":5,"ö":6,"\u20ac":0,"\u{1f600}":4,"\ufb33":2}');
});

it.each([
  [1e9 / 3, '333333333.3333333'],
  [1e30, '1e+30'],
  [4.5, '4.5'],
  [2e-3, '0.002'],
  [1e-27, '1e-27'],
  [-0, '0'],
  [
    { at: new Date(0), left: undefined, list: [undefined, () => 1] },
    '{"at":"1970-01-01T00:00:00.000Z","list":[null,null]}',
  ],
])('writes %p as %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it.each([[undefined], [Number.NaN], [-Infinity], ['\ud800'], [{ '\udc00': 1 }], [1n], [() => 1]])(
  'refuses %p',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);

it('refuses what holds itself', () => {
  const list: unknown[] = [];
  list.push({ list });
  expect(() => canonicalJson(list)).toThrow(RangeError);
});
