import {
  isPublished,
  isWorkingDay,
  shiftSpansOf,
  shiftsOf,
  shiftStretchesOf,
  wholeDayStretchesOf,
  workSpansOf,
  zoneOf,
  type WorkCalendar,
} from './calendar.js';
import { plainDate } from './dates.js';
import { instant } from './instant.js';

const year = {
  notice: 'a notice',
  publishedOn: plainDate('2024-11-12'),
  offDays: [plainDate('2025-01-01'), plainDate('2025-10-04')],
  makeUpDays: [plainDate('2025-01-26')],
  specialDays: {},
};

const calendar: WorkCalendar = {
  id: 'sample',
  version: '1',
  zone: null,
  week: null,
  makeUpShifts: null,
  maintenance: [],
  years: { '2025': year },
};

const office = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const short = [{ from: '09:00', to: '13:00' }];
const night = [{ from: '22:00', to: '24:00' }];

/** An office in New York: two shifts a day, a short Saturday, and a night shift from Sunday into Monday. */
const newYork: WorkCalendar = {
  ...calendar,
  zone: 'America/New_York',
  week: {
    1: [{ from: '00:00', to: '06:00' }, ...office],
    2: office,
    3: office,
    4: office,
    5: office,
    6: short,
    7: night,
  },
  years: {
    '2025': {
      ...year,
      offDays: [plainDate('2025-07-04')],
      makeUpDays: [],
      specialDays: { [plainDate('2025-12-24')]: short },
    },
  },
};

const UTC = 'UTC';
const on = (text: string) => plainDate(text);

describe('isWorkingDay', () => {
  it.each<[string, string, boolean]>([
    ['a weekday', '2025-01-02', true],
    ['a Saturday', '2025-01-04', false],
    ['a Sunday', '2025-01-05', false],
    ['a weekday that is off', '2025-01-01', false],
    ['a Saturday that is off as well', '2025-10-04', false],
    ['a make-up Sunday', '2025-01-26', true],
    ['a weekday of an unpublished year', '2026-01-01', true],
    ['a Sunday of an unpublished year', '2026-01-25', false],
  ])('%s, %s: %p', (_, date, working) => {
    expect(isWorkingDay(calendar, plainDate(date))).toBe(working);
  });

  it('is a day with at least one shift', () => {
    expect(isWorkingDay(newYork, on('2025-03-08'))).toBe(true);
    expect(isWorkingDay(newYork, on('2025-03-09'))).toBe(true);
    expect(isWorkingDay(newYork, on('2025-07-04'))).toBe(false);
  });
});

describe('isPublished', () => {
  it('goes by the year', () => {
    expect(isPublished(calendar, plainDate('2025-12-31'))).toBe(true);
    expect(isPublished(calendar, plainDate('2026-01-01'))).toBe(false);
    expect(isPublished(calendar, plainDate('2024-12-31'))).toBe(false);
  });
});

describe('zoneOf', () => {
  it('is the calendar’s own, else the contract’s', () => {
    expect(zoneOf(newYork, 'Asia/Shanghai')).toBe('America/New_York');
    expect(zoneOf(calendar, 'Asia/Shanghai')).toBe('Asia/Shanghai');
  });
});

describe('shiftsOf', () => {
  it('takes a working day whole where the calendar has no week', () => {
    expect(shiftsOf(calendar, on('2025-01-02'))).toEqual([{ from: '00:00', to: '24:00' }]);
    expect(shiftsOf(calendar, on('2025-01-26'))).toEqual([{ from: '00:00', to: '24:00' }]);
    expect(shiftsOf(calendar, on('2025-01-04'))).toEqual([]);
  });

  it('goes by the day of the week, the days off and the special days', () => {
    expect(shiftsOf(newYork, on('2025-03-04'))).toEqual(office);
    expect(shiftsOf(newYork, on('2025-03-08'))).toEqual(short);
    expect(shiftsOf(newYork, on('2025-07-04'))).toEqual([]);
    expect(shiftsOf(newYork, on('2025-12-24'))).toEqual(short);
    expect(shiftsOf(newYork, on('2026-12-24'))).toEqual(office);
  });

  it('gives a make-up day its own shifts, else those of Monday', () => {
    const offSunday: WorkCalendar = {
      ...calendar,
      week: { 1: short, 2: office, 3: office, 4: office, 5: office, 6: [], 7: [] },
    };
    expect(shiftsOf(offSunday, on('2025-01-26'))).toEqual(short);
    expect(shiftsOf({ ...offSunday, makeUpShifts: night }, on('2025-01-26'))).toEqual(night);
  });
});

describe('workSpansOf', () => {
  const spans = (date: string, of = newYork) =>
    workSpansOf(of, on(date), UTC).map(({ from, to }) => `${from.slice(5, 16)} to ${to.slice(5, 16)}`);

  it('reads the shifts in the calendar’s zone', () => {
    expect(spans('2025-03-04')).toEqual(['03-04T14:00 to 03-04T17:00', '03-04T18:00 to 03-04T23:00']);
    expect(spans('2025-07-01')).toEqual(['07-01T13:00 to 07-01T16:00', '07-01T17:00 to 07-01T22:00']);
    expect(spans('2025-07-04')).toEqual([]);
  });

  it('reads them in the contract’s zone where it has none', () => {
    expect(workSpansOf(calendar, on('2025-01-02'), 'Asia/Shanghai')).toEqual([
      { from: instant('2025-01-02T00:00:00+08:00'), to: instant('2025-01-03T00:00:00+08:00') },
    ]);
  });

  it('joins a night shift of two days without a gap', () => {
    expect(spans('2025-03-02')).toEqual(['03-03T03:00 to 03-03T05:00']);
    expect(spans('2025-03-03')[0]).toBe('03-03T05:00 to 03-03T11:00');
  });

  const early = (from: string, to: string): WorkCalendar => ({
    ...newYork,
    week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [{ from, to }] },
  });

  it.each<[law: string, date: string, from: string, to: string, spans: string[]]>([
    ['an hour that is skipped is none', '2025-03-09', '01:00', '04:00', ['03-09T06:00 to 03-09T08:00']],
    ['a shift skipped whole is none', '2025-03-09', '02:00', '03:00', []],
    ['a part of it, none', '2025-03-09', '02:15', '02:45', []],
    [
      'one that begins in the gap begins after it',
      '2025-03-09',
      '02:30',
      '03:15',
      ['03-09T07:00 to 03-09T07:15'],
    ],
    ['one that ends in the gap ends with it', '2025-03-09', '01:30', '02:30', ['03-09T06:30 to 03-09T07:00']],
    ['an hour that comes twice is two', '2025-11-02', '01:00', '02:00', ['11-02T05:00 to 11-02T07:00']],
    ['from the first half past one', '2025-11-02', '01:30', '02:30', ['11-02T05:30 to 11-02T07:30']],
    ['to the first half past one', '2025-11-02', '00:30', '01:30', ['11-02T04:30 to 11-02T05:30']],
    ['a whole day of 23 hours', '2025-03-09', '00:00', '24:00', ['03-09T05:00 to 03-10T04:00']],
    ['a whole day of 25 hours', '2025-11-02', '00:00', '24:00', ['11-02T04:00 to 11-03T05:00']],
  ])('%s', (_, date, from, to, expected) => {
    expect(spans(date, early(from, to))).toEqual(expected);
  });

  const windows = (...list: [from: string, to: string][]): WorkCalendar => ({
    ...newYork,
    maintenance: list.map(([from, to]) => ({
      from: instant(`${from}:00-05:00`),
      to: instant(`${to}:00-05:00`),
    })),
  });

  it.each<[law: string, calendar: WorkCalendar, spans: string[]]>([
    [
      'within a shift',
      windows(['2025-03-04T10:00', '2025-03-04T10:30']),
      ['03-04T14:00 to 03-04T15:00', '03-04T15:30 to 03-04T17:00', '03-04T18:00 to 03-04T23:00'],
    ],
    [
      'across the break, from one shift into the next',
      windows(['2025-03-04T11:30', '2025-03-04T13:30']),
      ['03-04T14:00 to 03-04T16:30', '03-04T18:30 to 03-04T23:00'],
    ],
    [
      'two of them, one outside the shifts',
      windows(['2025-03-04T07:00', '2025-03-04T08:00'], ['2025-03-04T17:00', '2025-03-05T08:00']),
      ['03-04T14:00 to 03-04T17:00', '03-04T18:00 to 03-04T22:00'],
    ],
    ['over the whole day', windows(['2025-03-03T00:00', '2025-03-06T00:00']), []],
  ])('leaves out maintenance %s', (_, of, expected) => {
    expect(spans('2025-03-04', of)).toEqual(expected);
  });
});

describe('the stretches of a day', () => {
  const told = (list: ReturnType<typeof shiftStretchesOf>) =>
    list.map(({ from, to, kind }) => `${from.slice(11, 16)} ${to.slice(11, 16)} ${kind}`);
  const of: WorkCalendar = {
    ...newYork,
    zone: null,
    maintenance: [{ from: instant('2025-03-04T11:00:00Z'), to: instant('2025-03-04T14:00:00Z') }],
  };

  it('leave no gap, by the shifts', () => {
    expect(told(shiftStretchesOf(of, on('2025-03-04'), UTC))).toEqual([
      '00:00 09:00 offShift',
      '09:00 11:00 worked',
      '11:00 12:00 maintenance',
      '12:00 13:00 offShift',
      '13:00 14:00 maintenance',
      '14:00 18:00 worked',
      '18:00 00:00 offShift',
    ]);
  });

  it('leave no gap, by the day', () => {
    expect(told(wholeDayStretchesOf(of, on('2025-03-04'), UTC))).toEqual([
      '00:00 11:00 worked',
      '11:00 14:00 maintenance',
      '14:00 00:00 worked',
    ]);
    expect(told(wholeDayStretchesOf(of, on('2025-07-04'), UTC))).toEqual(['00:00 00:00 dayOff']);
  });

  it('have the shifts uncut beside them', () => {
    expect(shiftSpansOf(of, on('2025-03-04'), UTC)).toHaveLength(2);
  });
});
