import fc from 'fast-check';
import { addDays, plainDate } from './dates.js';
import { addSeconds, instant, toSeconds } from './instant.js';
import { dateIn, instantAt, isZone, startOfDay } from './zone.js';

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

describe('instantAt', () => {
  it.each([
    ['a plain day', '2025-03-04', '09:30', 'America/New_York', '2025-03-04T14:30:00Z'],
    ['the beginning', '2025-03-04', '00:00', 'Asia/Shanghai', '2025-03-03T16:00:00Z'],
    ['the end', '2025-03-04', '24:00', 'Asia/Shanghai', '2025-03-04T16:00:00Z'],
    ['before the clocks change', '2025-03-09', '01:30', 'America/New_York', '2025-03-09T06:30:00Z'],
    ['a time that is skipped', '2025-03-09', '02:30', 'America/New_York', '2025-03-09T07:00:00Z'],
    ['the first one that is skipped', '2025-03-09', '02:00', 'America/New_York', '2025-03-09T07:00:00Z'],
    ['the one after the gap', '2025-03-09', '03:00', 'America/New_York', '2025-03-09T07:00:00Z'],
    ['after the clocks changed', '2025-03-09', '09:30', 'America/New_York', '2025-03-09T13:30:00Z'],
    ['a time that comes twice', '2025-11-02', '01:30', 'America/New_York', '2025-11-02T05:30:00Z'],
    ['one after both', '2025-11-02', '02:00', 'America/New_York', '2025-11-02T07:00:00Z'],
    ['half an hour is skipped', '2025-10-05', '02:15', 'Australia/Lord_Howe', '2025-10-04T15:30:00Z'],
    ['half an hour comes twice', '2025-04-06', '01:45', 'Australia/Lord_Howe', '2025-04-05T14:45:00Z'],
    ['midnight is skipped', '2025-09-07', '00:30', 'America/Santiago', '2025-09-07T04:00:00Z'],
    ['the last hour comes twice', '2025-04-05', '23:30', 'America/Santiago', '2025-04-06T02:30:00Z'],
    ['the day ends after both', '2025-04-05', '24:00', 'America/Santiago', '2025-04-06T04:00:00Z'],
  ])('%s: %s %s in %s is %s', (_, date, time, zone, at) => {
    expect(instantAt(plainDate(date), time, zone)).toBe(at);
  });

  it('never goes back within a day', () => {
    const times = ['00:00', '00:30', '01:00', '01:45', '02:00', '02:15', '03:00', '12:00', '23:30', '24:00'];
    for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Africa/Casablanca']) {
      for (let date = plainDate('2025-01-01'); date < '2026-01-01'; date = addDays(date, 1)) {
        const instants = times.map((time) => instantAt(date, time, zone));
        expect(instants).toEqual(instants.toSorted());
      }
    }
  });

  it('says the same however often it is asked', () => {
    const ask = () => instantAt(plainDate('2025-03-09'), '02:30', 'America/New_York');
    const first = ask();
    for (let day = 0; day < 21_000; day++) startOfDay(addDays(plainDate('2000-01-01'), day), 'UTC');
    expect(ask()).toBe(first);
  });
});

describe('dateIn', () => {
  it('tells the day at either side of midnight', () => {
    expect(dateIn(instant('2025-01-31T15:59:59Z'), 'Asia/Shanghai')).toBe('2025-01-31');
    expect(dateIn(instant('2025-01-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2025-02-01');
  });

  it.each([
    ['2025-01-01T09:59:59Z', 'Pacific/Kiritimati', '2025-01-01'],
    ['2025-01-01T10:00:00Z', 'Pacific/Kiritimati', '2025-01-02'],
    ['2025-01-01T11:59:59Z', 'Etc/GMT+12', '2024-12-31'],
    // Samoa had no 30 December 2011.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['9999-12-31T23:59:59Z', 'UTC', '9999-12-31'],
  ])('%s in %s is on %s', (at, zone, date) => {
    expect(dateIn(instant(at), zone)).toBe(date);
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
