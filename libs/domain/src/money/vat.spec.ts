import fc from 'fast-check';
import { fen, MAX_FEN } from './fen.js';
import { vatOf } from './vat.js';

const amounts = fc.integer({ min: -MAX_FEN, max: MAX_FEN }).map(fen);
const rates = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, millionths]) => ({
    percent: `${whole}.${String(millionths).padStart(6, '0')}`,
    millionths: BigInt(whole) * 1_000_000n + BigInt(millionths),
  }));

describe('vatOf', () => {
  it.each<[number, string, number, number]>([
    // 20000.00 at 6 %: 20000 / 1.06 = 18867.9245…
    [2_000_000, '6', 1_886_792, 113_208],
    [1_640_000, '6', 1_547_170, 92_830],
    [2_000_000, '3', 1_941_748, 58_252],
    [2_000_000, '0', 2_000_000, 0],
    [106, '6', 100, 6],
    [1, '6', 1, 0],
    // Exactly half a fen goes up: 1 / 2 and 3 / 2.
    [1, '100', 1, 0],
    [3, '100', 2, 1],
    [-1, '100', -1, 0],
    [-2_000_000, '6', -1_886_792, -113_208],
    [0, '6', 0, 0],
    [MAX_FEN, '6', 943_396_226_415_093, 56_603_773_584_906],
    [10_125, '1.25', 10_000, 125],
  ])('%i fen at %s percent: %i net, %i tax', (gross, percent, net, tax) => {
    expect(vatOf(fen(gross), percent)).toEqual({ net, tax, gross, percent });
  });

  it('adds up to the gross amount, net being off the exact one by at most half a fen', () => {
    fc.assert(
      fc.property(amounts, rates, (gross, { percent, millionths }) => {
        const { net, tax } = vatOf(gross, percent);
        expect(net + tax).toBe(gross);
        // Both sides times (1 + rate): net * whole against gross * 100 %.
        const whole = 100_000_000n + millionths;
        const size = (value: number) => BigInt(Math.abs(value));
        const difference = size(net) * whole - size(gross) * 100_000_000n;
        expect(difference * 2n > -whole && difference * 2n <= whole).toBe(true);
      }),
    );
  });

  it('takes back with a credit note exactly what was invoiced', () => {
    fc.assert(
      fc.property(amounts, rates, (gross, { percent }) => {
        const there = vatOf(gross, percent);
        const back = vatOf(fen(0 - gross), percent);
        expect(there.net + back.net).toBe(0);
        expect(there.tax + back.tax).toBe(0);
      }),
    );
  });

  it.each(['', '-6', '6%', '0.0000001', '06', 'six'])('refuses the rate %p', (percent) => {
    expect(() => vatOf(fen(100), percent)).toThrow(RangeError);
  });
});
