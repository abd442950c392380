import { crc32 as reference } from 'node:zlib';
import fc from 'fast-check';
import { canonicalJson as canonicalOfProduct } from '#decisions/hash';
import { canonicalJson } from './json.js';
import { holds, reckoned } from './reckon.js';
import { crc32 } from './zip.js';

describe('the verifier, which shares no code with what it checks', () => {
  it('writes the same canonical JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(canonicalJson(value as never)).toBe(canonicalOfProduct(value)),
      ),
    );
  });

  it('has the check sum of ZIP', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(crc32(bytes)).toBe(reference(bytes))));
  });

  it.each([
    ['base * permille * times / 1000', { base: '240000.00', permille: '5', times: 1 }, '1200.00'],
    ['base * permille * times / 1000', { base: '0.10', permille: '50', times: 1 }, '0.01'],
    ['base * permille * times / 1000', { base: '0.09', permille: '50', times: 1 }, '0.00'],
    ['base * permille * times / 1000', { base: '20000.00', permille: '0.5', times: 3 }, '30.00'],
    ['least of full and room', { full: '1200.00', room: '800.00' }, '800.00'],
    [
      'least of full and room, less fixedEarlier',
      { full: '9.00', room: '8.00', fixedEarlier: '8.50' },
      '-0.50',
    ],
    ['a - b, at least 0.00', { a: '1.00', b: '2.00' }, '0.00'],
    ['amount + interest - credited', { amount: '100.00', interest: '0.05', credited: '20.00' }, '80.05'],
    ['0.00 - full', { full: '3.10' }, '-3.10'],
    ['0.00: the miss was waived', {}, '0.00'],
    ['whatever this is', {}, null],
  ])('reckons %s of %j', (formula, operands, result) => {
    expect(reckoned({ formula, operands }, [])).toBe(result);
  });

  it('sums counted segments', () => {
    const segments = [
      { counted: true, from: '2025-01-01T00:00:00Z', to: '2025-01-01T01:00:00Z' },
      { counted: false, from: '2025-01-01T01:00:00Z', to: '2025-01-01T02:00:00Z' },
      { counted: true, from: '2025-01-01T02:00:00Z', to: '2025-01-01T02:00:05Z' },
    ];
    expect(reckoned({ formula: 'sum of the counted segments, in seconds', operands: {} }, segments)).toBe(
      '3605',
    );
  });

  it.each([
    ['equal', true, true, true],
    ['equal', 'a', 'b', false],
    ['greaterThan', 0, 1, true],
    ['greaterThan', 1, 1, false],
    ['onOrBefore', '2025-01-01T00:00:00Z', null, false],
    ['onOrBefore', '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', true],
    ['atLeast', 3, 3, true],
    ['lessThan', 3, 3, false],
    ['unheard', 1, 1, null],
  ] as const)('asks %s of %j and %j', (operator, expected, actual, outcome) => {
    expect(holds({ operator, expected, actual })).toBe(outcome);
  });
});
