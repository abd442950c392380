import fc from 'fast-check';
import { fen, MAX_FEN } from './fen.js';
import { isDecimalText, percentOfRoundedDown, permilleOf, shareOf } from './ratio.js';

const amounts = fc.integer({ min: 0, max: MAX_FEN }).map(fen);
const ratios = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, millionths]) => ({
    text: `${whole}.${String(millionths).padStart(6, '0')}`,
    millionths: BigInt(whole) * 1_000_000n + BigInt(millionths),
  }));

describe('isDecimalText', () => {
  it.each(['0', '5', '0.5', '12.75', '999999999.999999', '0.000001'])('takes %s', (text) => {
    expect(isDecimalText(text)).toBe(true);
  });

  it.each(['', '.5', '5.', '05', '-1', '+1', '1e3', '5‰', '1,5', '0.0000001', '1234567890', ' 5', '5\n'])(
    'refuses %p',
    (text) => {
      expect(isDecimalText(text)).toBe(false);
    },
  );
});

describe('permilleOf', () => {
  it.each<[number, string, number]>([
    // Clause 2.6: 5 permille of 240000.00 is 1200.00.
    [24_000_000, '5', 120_000],
    [100, '5', 1],
    [99, '5', 0],
    [300, '5', 2],
    [100, '12.75', 1],
    [100_000, '0.005', 1],
    [MAX_FEN, '1000', MAX_FEN],
    [0, '5', 0],
  ])('%i fen, %s permille: %i fen', (base, permille, penalty) => {
    expect(permilleOf(fen(base), permille)).toBe(penalty);
  });

  it('rounds half up, never off by more than half a fen', () => {
    fc.assert(
      fc.property(amounts, ratios, (base, { text, millionths }) => {
        const exact = BigInt(base) * millionths;
        const scale = 1_000_000_000n;
        const difference = BigInt(permilleOf(base, text)) * scale - exact;
        expect(difference * 2n > -scale && difference * 2n <= scale).toBe(true);
      }),
    );
  });
});

describe('percentOfRoundedDown', () => {
  it.each<[number, string, number]>([
    [24_000_000, '10', 2_400_000],
    [99, '10', 9],
    [1, '99.999999', 0],
    [MAX_FEN, '100', MAX_FEN],
  ])('%i fen, %s percent: %i fen', (base, percent, cap) => {
    expect(percentOfRoundedDown(fen(base), percent)).toBe(cap);
  });

  it('never exceeds the percentage and lacks less than a fen', () => {
    const percents = ratios.filter(({ millionths }) => millionths <= 100_000_000n);
    fc.assert(
      fc.property(amounts, percents, (base, { text, millionths }) => {
        const scale = 100_000_000n;
        const lack = BigInt(base) * millionths - BigInt(percentOfRoundedDown(base, text)) * scale;
        expect(lack >= 0n && lack < scale).toBe(true);
      }),
    );
  });
});

describe('shareOf', () => {
  it('gives the days of a part month, rounded half up', () => {
    expect(shareOf(fen(2_000_000), 17, 31)).toBe(1_096_774);
    expect(shareOf(fen(1), 1, 2)).toBe(1);
    expect(shareOf(fen(2_000_000), 31, 31)).toBe(2_000_000);
  });

  it('is off the exact share by at most half a fen', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 28, max: 31 }),
        (amount, part, whole) => {
          fc.pre(part <= whole);
          const difference =
            BigInt(shareOf(amount, part, whole)) * BigInt(whole) - BigInt(amount) * BigInt(part);
          expect(difference * 2n > -BigInt(whole) && difference * 2n <= BigInt(whole)).toBe(true);
        },
      ),
    );
  });
});

describe('ratios that are none', () => {
  it.each(['', '-1', '1e3', '5‰'])('%p throws', (text) => {
    expect(() => permilleOf(fen(1), text)).toThrow(RangeError);
    expect(() => percentOfRoundedDown(fen(1), text)).toThrow(RangeError);
  });
});
