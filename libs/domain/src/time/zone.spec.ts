import fc from 'fast-check';
import { addDays, plainDate } from './dates.js';
import { addSeconds, instant, toSeconds } from './instant.js';
import { dateIn, isZone, startOfDay } from './zone.js';

describe('startOfDay', () => {
  it.each([
    ['2025-01-01', 'Asia/Shanghai', '2024-12-31T16:00:00Z'],
    ['2025-01-01', 'UTC', '2025-01-01T00:00:00Z'],
    ['2025-01-01', 'America/New_York', '2025-01-01T05:00:00Z'],
    ['2025-07-01', 'America/New_York', '2025-07-01T04:00:00Z'],
    ['2025-01-01', 'Asia/Kathmandu', '2024-12-31T18:15:00Z'],
    // Shanghai put its clocks forward until 1991.
    ['1988-07-01', 'Asia/Shanghai', '1988-06-30T15:00:00Z'],
    // Brazil's clocks skipped midnight of this day: it began at 01:00.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    // Of a midnight that comes twice, the first one begins the day.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00Z'],
    // Havana repeats the hour from 00:00 to 01:00.
    ['2024-11-03', 'America/Havana', '2024-11-03T04:00:00Z'],
  ])('%s in %s begins at %s', (date, zone, at) => {
    expect(startOfDay(plainDate(date), zone)).toBe(at);
  });

  it('is never later than any moment of its day', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'America/Sao_Paulo',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    const moments = fc
      .integer({ min: 0, max: 70 * 366 * 86_400 })
      .map((seconds) => addSeconds(instant('1975-01-01T00:00:00Z'), seconds));
    fc.assert(
      fc.property(zones, moments, (zone, at) => {
        const date = dateIn(at, zone);
        expect(startOfDay(date, zone) <= at).toBe(true);
        expect(startOfDay(addDays(date, 1), zone) > at).toBe(true);
        expect(dateIn(startOfDay(date, zone), zone)).toBe(date);
      }),
    );
  });

  it('makes days of 23, 24 and 25 hours', () => {
    const hours = (date: string, zone: string) =>
      (toSeconds(startOfDay(addDays(plainDate(date), 1), zone)) -
        toSeconds(startOfDay(plainDate(date), zone))) /
      3600;
    expect(hours('2025-03-09', 'America/New_York')).toBe(23);
    expect(hours('2025-11-02', 'America/New_York')).toBe(25);
    expect(hours('2025-03-09', 'Asia/Shanghai')).toBe(24);
  });
});

describe('dateIn', () => {
  it('tells the day at either side of midnight', () => {
    expect(dateIn(instant('2025-01-31T15:59:59Z'), 'Asia/Shanghai')).toBe('2025-01-31');
    expect(dateIn(instant('2025-01-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2025-02-01');
  });
});

describe('isZone', () => {
  it.each(['Asia/Shanghai', 'America/Sao_Paulo', 'UTC', 'Etc/GMT+8'])('takes %s', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(['Asia/Peking', '+08:00', '', 'Shanghai', 'GMT+25'])('refuses %p', (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
