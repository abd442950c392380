import fc from 'fast-check';
import { addSeconds, earlier, fromSeconds, instant, isRealDate, parseInstant, toSeconds } from './instant.js';

const seconds = fc.integer({ min: -1_000_000_000, max: 10_000_000_000 });

describe('parseInstant', () => {
  it.each([
    ['2025-01-06T09:15:00+08:00', '2025-01-06T01:15:00Z'],
    ['2025-01-06T01:15:00Z', '2025-01-06T01:15:00Z'],
    ['2025-01-01T00:00:00+08:00', '2024-12-31T16:00:00Z'],
    ['2025-01-06T01:15:00.000Z', '2025-01-06T01:15:00Z'],
    ['2025-01-06T01:15:00-05:30', '2025-01-06T06:45:00Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59Z'],
  ])('reads %s as %s', (text, at) => {
    expect(parseInstant(text)).toBe(at);
  });

  it.each([
    '2025-01-06',
    '2025-01-06T09:15:00',
    '2025-01-06 09:15:00Z',
    '2025-01-06T09:15Z',
    '2025-02-30T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+08:00',
    '2025-01-06T24:00:00Z',
    '2025-01-06T09:60:00Z',
    '2025-01-06T09:15:60Z',
    '2025-01-06T09:15:00.5Z',
    '2025-01-06T09:15:00+0800',
    '2025-01-06T09:15:00+25:00',
    '2025-01-06T09:15:00+08:60',
    '2025-01-06t09:15:00z',
    '',
  ])('refuses %p', (text) => {
    expect(parseInstant(text)).toBeNull();
    expect(() => instant(text)).toThrow(RangeError);
  });
});

describe('instants', () => {
  it('go to seconds and back, and compare as text as they do in time', () => {
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        expect(toSeconds(fromSeconds(a))).toBe(a);
        expect(parseInstant(fromSeconds(a))).toBe(fromSeconds(a));
        expect(fromSeconds(a) < fromSeconds(b)).toBe(a < b);
        expect(addSeconds(fromSeconds(a), b - a)).toBe(fromSeconds(b));
      }),
    );
  });

  it('drop a fraction of a second', () => {
    expect(fromSeconds(1.999)).toBe('1970-01-01T00:00:01Z');
    expect(fromSeconds(-0.5)).toBe('1969-12-31T23:59:59Z');
  });
});

describe('earlier', () => {
  it('takes null for never', () => {
    const [first, second] = [instant('2025-01-01T00:00:00Z'), instant('2025-01-01T00:00:01Z')];
    expect(earlier(first, second)).toBe(first);
    expect(earlier(second, first)).toBe(first);
    expect(earlier<typeof first | null>(null, second)).toBe(second);
    expect(earlier<typeof first | null>(first, null)).toBe(first);
    expect(earlier(null, null)).toBeNull();
  });
});

describe('isRealDate', () => {
  it('knows leap years', () => {
    expect(['2024-02-29', '2000-02-29', '2025-02-29', '2100-02-29'].map(isRealDate)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
