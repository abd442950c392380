import fc from 'fast-check';
import { fen, MAX_FEN } from './fen.js';
import {
  isBelowPercent,
  isDecimalText,
  percentOfRoundedDown,
  percentText,
  permilleOf,
  permilleTimes,
  shareOf,
} from './ratio.js';

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

describe('permilleTimes', () => {
  it.each<[number, string, number, number]>([
    // Three periods of 5 permille of 100,000.00; sixteen days of 0.3 permille of 9,000.00.
    [10_000_000, '5', 3, 150_000],
    [900_000, '0.3', 16, 4_320],
    // Half a fen each time: rounded once at the end, not three times up or down.
    [1_000, '0.5', 1, 1],
    [1_000, '0.5', 2, 1],
    [1_000, '0.5', 3, 2],
    [999, '0.5', 1, 0],
    [10_000_000, '5', 0, 0],
    [MAX_FEN, '1', 1000, MAX_FEN],
  ])('%i fen, %s permille, %i times: %i fen', (base, permille, times, amount) => {
    expect(permilleTimes(fen(base), permille, times)).toBe(amount);
  });

  const few = fc.integer({ min: 0, max: 10_000_000_000 }).map(fen);
  const rates = ratios.filter(({ millionths }) => millionths <= 1_000_000_000n);
  const counts = fc.integer({ min: 0, max: 1000 });

  it('once is the permille itself', () => {
    fc.assert(
      fc.property(few, rates, (base, { text }) => permilleTimes(base, text, 1) === permilleOf(base, text)),
    );
  });

  it('is off the exact amount by at most half a fen, however many times', () => {
    fc.assert(
      fc.property(few, rates, counts, (base, { text, millionths }, times) => {
        const scale = 1_000_000_000n;
        const exact = BigInt(base) * millionths * BigInt(times);
        const difference = BigInt(permilleTimes(base, text, times)) * scale - exact;
        expect(difference * 2n > -scale && difference * 2n <= scale).toBe(true);
      }),
    );
  });

  it('never falls with the times, and in two parts differs by at most a fen', () => {
    fc.assert(
      fc.property(few, rates, counts, counts, (base, { text }, a, b) => {
        const whole = permilleTimes(base, text, a + b);
        const parts = permilleTimes(base, text, a) + permilleTimes(base, text, b);
        expect(whole).toBeGreaterThanOrEqual(permilleTimes(base, text, a));
        expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('throws where it comes to more than an amount can be', () => {
    expect(() => permilleTimes(MAX_FEN, '1000', 2)).toThrow(RangeError);
  });
});

describe('percentText', () => {
  it.each<[number, number, string]>([
    [0, 1, '0.0'],
    [1, 1, '100.0'],
    [1, 3, '33.3'],
    [2, 3, '66.6'],
    [199, 200, '99.5'],
    [97, 98, '98.9'],
    [93, 98, '94.8'],
    [19, 20, '95.0'],
    // One miss in a thousand and one does not show as 100 %.
    [1000, 1001, '99.9'],
    [999_999, 1_000_000, '99.9'],
    [29, 1000, '2.9'],
    [57, 1000, '5.7'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(percentText(part, whole)).toBe(text);
  });

  it('never shows more than was attained, and lacks less than a tenth of a percent', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (met, missed) => {
        fc.pre(met + missed > 0);
        const text = percentText(met, met + missed);
        expect(isDecimalText(text)).toBe(true);
        const tenths = BigInt(text.replace('.', ''));
        const lack = BigInt(met) * 1000n - tenths * BigInt(met + missed);
        expect(lack >= 0n && lack < BigInt(met + missed)).toBe(true);
      }),
    );
  });
});

describe('isBelowPercent', () => {
  it.each<[number, number, string, boolean]>([
    [85, 100, '85', false],
    [17, 20, '85', false],
    [849, 1000, '85', true],
    [0, 5, '0', false],
    [5, 5, '100', false],
    [4, 5, '100', true],
    // Exactly, not by what is shown: both show as 33.3.
    [1, 3, '33.333333', false],
    [1, 3, '33.333334', true],
  ])('%i of %i below %s: %p', (part, whole, percent, isBelow) => {
    expect(isBelowPercent(part, whole, percent)).toBe(isBelow);
  });

  it('is what the fraction says, and agrees with what is shown for a bound of one decimal', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(1000), (met, missed, tenths) => {
        fc.pre(met + missed > 0);
        const percent = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        const isBelow = isBelowPercent(met, met + missed, percent);
        expect(isBelow).toBe(met * 1000 < tenths * (met + missed));
        expect(isBelow).toBe(Number(percentText(met, met + missed)) < Number(percent));
      }),
    );
  });
});

describe('ratios that are none', () => {
  it.each(['', '-1', '1e3', '5‰'])('%p throws', (text) => {
    expect(() => permilleOf(fen(1), text)).toThrow(RangeError);
    expect(() => percentOfRoundedDown(fen(1), text)).toThrow(RangeError);
    expect(() => permilleTimes(fen(1), text, 1)).toThrow(RangeError);
    expect(() => isBelowPercent(1, 2, text)).toThrow(RangeError);
  });
});
