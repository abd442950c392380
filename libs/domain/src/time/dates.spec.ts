import fc from 'fast-check';
import {
  addDays,
  addPeriods,
  dayInPeriod,
  dayOfMonth,
  dayOfWeek,
  daysBetween,
  daysInPeriod,
  firstDay,
  nextPeriod,
  parsePeriod,
  parsePlainDate,
  periodOf,
  plainDate,
  termEndDate,
  type Period,
  type PlainDate,
} from './dates.js';

const dates = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(plainDate('1990-01-01'), days));

describe('parsePlainDate', () => {
  it.each(['2025-01-31', '2024-02-29', '2000-02-29', '9999-12-31'])('reads %s', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-1-1',
    '25-01-01',
    '2025-01-01T00:00:00Z',
    ' 2025-01-01',
    '',
  ])('refuses %p', (text) => {
    expect(parsePlainDate(text)).toBeNull();
    expect(() => plainDate(text)).toThrow(RangeError);
  });
});

describe('termEndDate', () => {
  it.each<[string, number, string]>([
    ['2025-01-01', 12, '2026-01-01'],
    ['2025-03-15', 6, '2025-09-15'],
    // No corresponding day: the term ends with the month's last day (Civil Code art. 202), so the 1st is the first day after.
    ['2025-01-31', 1, '2025-03-01'],
    ['2024-01-31', 1, '2024-03-01'],
    ['2025-01-30', 1, '2025-03-01'],
    ['2025-01-29', 1, '2025-03-01'],
    ['2024-01-29', 1, '2024-02-29'],
    ['2025-01-28', 1, '2025-02-28'],
    ['2025-08-31', 1, '2025-10-01'],
    // Counted from the start: the 31st comes back where the month has one.
    ['2025-01-31', 2, '2025-03-31'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-10-31', 4, '2026-03-01'],
    ['2025-12-31', 120, '2035-12-31'],
  ])('of %s and %i months is %s', (start, months, end) => {
    expect(termEndDate(plainDate(start), months)).toBe(end);
  });

  it('never shrinks when the start or the number of months grows', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 119 }), (start, months) => {
        const end = termEndDate(start, months);
        expect(termEndDate(addDays(start, 1), months) >= end).toBe(true);
        expect(termEndDate(start, months + 1) > end).toBe(true);
        expect([dayOfMonth(start), 1]).toContain(dayOfMonth(end));
      }),
    );
  });
});

describe('days', () => {
  it('go forth and back', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it.each([
    ['2025-01-06', 1],
    ['2025-01-12', 7],
    ['1969-12-31', 3],
    ['1960-02-29', 1],
    ['2026-02-28', 6],
  ])('%s is day %i of its week', (date, day) => {
    expect(dayOfWeek(plainDate(date))).toBe(day);
  });
});

describe('periods', () => {
  it.each([
    ['2025-01', 31],
    ['2025-02', 28],
    ['2024-02', 29],
    ['2100-02', 28],
    ['2025-04', 30],
  ])('%s has %i days', (period, days) => {
    expect(daysInPeriod(period as Period)).toBe(days);
  });

  it('follow one another over the turn of the year', () => {
    expect(nextPeriod('2025-12' as Period)).toBe('2026-01');
    expect(addPeriods('2025-01' as Period, -1)).toBe('2024-12');
    expect(addPeriods('2025-11' as Period, 26)).toBe('2028-01');
  });

  it('cover every day once', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const period = periodOf(date);
        expect(firstDay(period) <= date && date < firstDay(nextPeriod(period))).toBe(true);
        expect(dayInPeriod(period, dayOfMonth(date))).toBe(date);
      }),
    );
  });

  it('end where the day of that number is missing', () => {
    expect(dayInPeriod('2025-02' as Period, 31)).toBe<string>('2025-02-28');
    expect(dayInPeriod('2024-02' as Period, 30)).toBe<string>('2024-02-29');
  });

  it.each(['2025-13', '2025-00', '2025-1', '2025', '2025-01-01'])('%p is none', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('compare as text as they do in time', () => {
    fc.assert(fc.property(dates, dates, (a: PlainDate, b: PlainDate) => a < b === daysBetween(a, b) > 0));
  });
});
