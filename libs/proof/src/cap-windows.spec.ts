import { fen } from '#domain/money/fen';
import { type CapTerms } from '#domain/terms';
import { type Period } from '#domain/time/dates';
import { mostOf, overfullWindow, type StandingAmount } from './cap-windows.js';

const of = (period: string, amount: number, key = period): StandingAmount => ({
  period: period as Period,
  key,
  amount: fen(amount),
});

const cap = (window: CapTerms['window'], amount = 100): CapTerms => ({ window, amount: fen(amount) });

describe('overfullWindow', () => {
  it.each<[CapTerms['window'], holds: StandingAmount[], breaks: StandingAmount[], window: string]>([
    ['term', [of('2025-01', 60), of('2026-12', 40)], [of('2025-01', 60), of('2026-12', 41)], 'term'],
    [
      'calendarYear',
      [of('2025-12', 100), of('2026-01', 100)],
      [of('2025-01', 100), of('2025-12', 1)],
      '2025',
    ],
    [
      'month',
      [of('2025-01', 100), of('2025-02', 100)],
      [of('2025-02', 60, 'a'), of('2025-02', 41, 'b')],
      '2025-02',
    ],
    [
      'rolling12Months',
      [of('2025-01', 100), of('2026-01', 100)],
      [of('2025-02', 100), of('2026-01', 1)],
      '12 months to 2026-01',
    ],
    [
      'each',
      [of('2025-01', 100, 'a'), of('2025-02', 100, 'b')],
      [of('2025-01', 60, 'a'), of('2025-02', 41, 'a')],
      'a',
    ],
  ])('finds what is over a cap of the window %s, and nothing at the cap', (window, holds, breaks, named) => {
    expect(overfullWindow([cap(window)], holds)).toBeNull();
    expect(overfullWindow([cap(window)], breaks)).toEqual({ cap: cap(window), window: named, sum: 101 });
  });

  it('counts a correction, which may be negative', () => {
    const corrected = [of('2025-01', 100), of('2025-01', -50), of('2025-02', 50)];
    expect(overfullWindow([cap('term')], corrected)).toBeNull();
  });

  it('looks at every cap', () => {
    expect(overfullWindow([cap('term', 1000), cap('month')], [of('2025-01', 101)])?.window).toBe('2025-01');
  });
});

describe('mostOf', () => {
  it('gives the fullest month and the whole', () => {
    const amounts = [of('2025-01', 10), of('2025-02', 30), of('2025-02', 5), of('2025-03', -2)];
    expect(mostOf(amounts)).toEqual({ month: 35, term: 43 });
    expect(mostOf([])).toEqual({ month: 0, term: 0 });
  });
});
