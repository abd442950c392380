import { add, compareExact, distanceText, type Exact, exactOf, exactText } from './exact.js';

function exact(value: number | string): Exact {
  const found = exactOf(value);
  if (found === null) throw new Error(`no number: ${value}`);
  return found;
}

describe('exact decimals', () => {
  it.each([
    ['99.90', '99.90'],
    [0.1, '0.1'],
    [-12, '-12'],
    ['-0.05', '-0.05'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [1.5e-7, '0.00000015'],
  ])('reads %s and writes %s', (value, text) => {
    expect(exactText(exact(value))).toBe(text);
  });

  it.each(['', 'x', '1.', '.5', '1 000', true, null, NaN, Infinity])('reads no number from %s', (value) => {
    expect(exactOf(value)).toBeNull();
  });

  it.each([
    ['99.95', '99.9', '0.05'],
    ['99.9', '99.95', '0.05'],
    ['100.0', '98', '2'],
    ['100', '90', '10'],
    [0.3, '0.1', '0.2'],
    [-3, 4, '7'],
    ['5.00', 5, '0'],
  ])('says how far %s is from %s: %s', (a, b, text) => {
    expect(distanceText(exact(a), exact(b))).toBe(text);
  });

  it('adds and compares without floating point', () => {
    expect(exactText(add(exact(0.1), exact(0.2)))).toBe('0.3');
    expect(compareExact(exact('0.30'), exact(0.3))).toBe(0);
    expect(compareExact(exact('9007199254740993'), exact('9007199254740992.9'))).toBe(1);
    expect(compareExact(exact('-1'), exact(0))).toBe(-1);
  });
});
