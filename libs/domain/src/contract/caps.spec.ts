import fc from 'fast-check';
import { fen, MAX_FEN, ZERO_FEN } from '../money/fen.js';
import { type CapTerms } from '../terms.js';
import { addPeriods, parsePeriod, type Period } from '../time/dates.js';
import { CapBook, type CapUse } from './caps.js';

const WINDOWS = ['term', 'calendarYear', 'rolling12Months', 'month', 'each'] as const;
type Window = (typeof WINDOWS)[number];

function month(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new RangeError(text);
  return period;
}

const cap = (window: Window, amount: number): CapTerms => ({ window, amount: fen(amount) });
const use = (period: string, amount: number, key = period): CapUse => {
  return { period: month(period), key, amount: fen(amount) };
};

function bookOf(caps: readonly CapTerms[], uses: readonly CapUse[]): CapBook {
  const book = new CapBook(caps);
  for (const each of uses) book.add(each);
  return book;
}

/** What is used within each window that a cap has, reckoned window by window. */
function usedWindows(window: Window, uses: readonly CapUse[]): number[] {
  const sumOf = (isIn: (use: CapUse) => boolean): number =>
    uses.filter(isIn).reduce((sum, { amount }) => sum + amount, 0);
  switch (window) {
    case 'term':
      return [sumOf(() => true)];
    case 'calendarYear':
      return uses.map((one) => sumOf(({ period }) => period.slice(0, 4) === one.period.slice(0, 4)));
    case 'month':
      return uses.map((one) => sumOf(({ period }) => period === one.period));
    case 'each':
      return uses.map((one) => sumOf(({ key }) => key === one.key));
    case 'rolling12Months':
      // Every window of twelve months that begins with a use or ends with one.
      return uses.flatMap((one) => [
        sumOf(({ period }) => one.period <= period && period < addPeriods(one.period, 12)),
        sumOf(({ period }) => addPeriods(one.period, -12) < period && period <= one.period),
      ]);
  }
}

function isWithin(caps: readonly CapTerms[], uses: readonly CapUse[]): boolean {
  return caps.every(({ window, amount }) => usedWindows(window, uses).every((used) => used <= amount));
}

describe('the room under one cap', () => {
  const used = [use('2025-01', 40, 'A'), use('2025-03', 20, 'B'), use('2026-01', 30, 'A')];

  it.each<[Window, string, string, number]>([
    ['term', '2025-06', 'C', 10],
    ['calendarYear', '2025-06', 'A', 40],
    ['calendarYear', '2026-06', 'A', 70],
    ['calendarYear', '2027-01', 'A', 100],
    ['month', '2025-01', 'C', 60],
    ['month', '2025-02', 'A', 100],
    ['each', '2025-01', 'A', 30],
    ['each', '2025-01', 'B', 80],
    ['each', '2025-01', 'C', 100],
    // February 2025 to January 2026 holds 50, March 2025 to February 2026 as well.
    ['rolling12Months', '2026-02', 'C', 50],
    ['rolling12Months', '2026-03', 'C', 70],
    ['rolling12Months', '2025-12', 'C', 40],
    ['rolling12Months', '2024-02', 'C', 60],
    ['rolling12Months', '2024-01', 'C', 100],
    ['rolling12Months', '2027-01', 'C', 100],
  ])('of a %s: in %s for %s, %i', (window, period, key, room) => {
    expect(bookOf([cap(window, 100)], used).room(month(period), key)).toBe(room);
  });

  it('is never below zero, and without a cap all that an amount can be', () => {
    expect(bookOf([cap('term', 10)], [use('2025-01', 40)]).room(month('2025-02'), 'C')).toBe(ZERO_FEN);
    expect(bookOf([], [use('2025-01', 40)]).room(month('2025-02'), 'C')).toBe(MAX_FEN);
  });

  it('comes back with a correction', () => {
    const corrected = [use('2025-01', 40, 'A'), use('2025-01', -40, 'A')];
    for (const window of WINDOWS)
      expect(bookOf([cap(window, 100)], corrected).room(month('2025-01'), 'A')).toBe(100);
  });
});

describe('laws of the room', () => {
  const periods = fc.integer({ min: 0, max: 40 }).map((index) => addPeriods(month('2024-06'), index));
  const keys = fc.constantFrom('A', 'B', 'C');
  const amounts = fc.integer({ min: 0, max: 1000 });
  const caps = fc.array(
    fc.record({ window: fc.constantFrom(...WINDOWS), amount: amounts.map((most) => fen(most * 3)) }),
    { minLength: 1, maxLength: 4 },
  );
  const wishes = fc.array(fc.record({ period: periods, key: keys, amount: amounts.map(fen) }), {
    minLength: 1,
    maxLength: 20,
  });

  /** The uses that come of wishes, each as far as it fits. */
  function taken(terms: readonly CapTerms[], wanted: readonly CapUse[]): CapUse[] {
    const book = new CapBook(terms);
    return wanted.map((wish) => {
      const fits = { ...wish, amount: fen(Math.min(wish.amount, book.room(wish.period, wish.key))) };
      book.add(fits);
      return fits;
    });
  }

  it('whatever the order of the uses, no window of any cap is passed', () => {
    fc.assert(
      fc.property(caps, wishes, (terms, wanted) => {
        expect(isWithin(terms, taken(terms, wanted))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is all that fits: a fen more passes a cap', () => {
    fc.assert(
      fc.property(caps, wishes, periods, keys, (terms, wanted, period, key) => {
        const uses = taken(terms, wanted);
        const room = bookOf(terms, uses).room(period, key);
        expect(isWithin(terms, [...uses, { period, key, amount: room }])).toBe(true);
        expect(isWithin(terms, [...uses, { period, key, amount: fen(room + 1) }])).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which the uses were written down', () => {
    const shuffled = wishes.chain((wanted) =>
      fc.tuple(fc.constant(wanted), fc.shuffledSubarray(wanted, { minLength: wanted.length })),
    );
    fc.assert(
      fc.property(caps, shuffled, periods, keys, (terms, [one, other], period, key) => {
        expect(bookOf(terms, other).room(period, key)).toBe(bookOf(terms, one).room(period, key));
      }),
    );
  });

  it('never grows with a use, nor with one cap more', () => {
    fc.assert(
      fc.property(caps, wishes, periods, keys, (terms, wanted, period, key) => {
        const before = bookOf(terms, wanted.slice(1)).room(period, key);
        expect(bookOf(terms, wanted).room(period, key)).toBeLessThanOrEqual(before);
        expect(bookOf(terms, wanted).room(period, key)).toBeLessThanOrEqual(
          bookOf(terms.slice(1), wanted).room(period, key),
        );
      }),
    );
  });
});
