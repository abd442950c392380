import { reckon, type Reckoning, type Run } from '#domain/sla/clock';
import { type Measure } from '#domain/terms';
import { type Shift, type WorkCalendar } from '#domain/time/calendar';
import { plainDate } from '#domain/time/dates';
import { instant, toSeconds, type Instant } from '#domain/time/instant';
import { loadCalendar } from '#templates/calendars';

/** Each row is read in the calendar's zone: `Mon 2025-03-03 10:00`; a zone that changes its clocks says which side. */
type Row = readonly [law: string, start: string, amount: number, due: string];

const CHINA = 'Asia/Shanghai';
const NEW_YORK = 'America/New_York';
const OFFSETS: Readonly<Record<string, string>> = { CST: '+08:00', EST: '-05:00', EDT: '-04:00' };

let cn: WorkCalendar;
let office: WorkCalendar;
let desk: WorkCalendar;

beforeAll(async () => {
  cn = (await loadCalendar('CN')).calendar;
  office = (await loadCalendar('CN-OFFICE')).calendar;
  desk = (await loadCalendar('NY-DESK')).calendar;
});

/** `Mon 2025-03-03 10:00`, of Shanghai, or `Sun 2025-03-09 13:00 EDT`, of New York; a wrong weekday is refused. */
function at(text: string): Instant {
  const [weekday, date, time, zone = 'CST'] = text.split(' ');
  const found = instant(`${date}T${time}:00${OFFSETS[zone] ?? 'Z'}`);
  if (new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 3) !== weekday)
    throw new Error(`${text} is no ${weekday}`);
  return found;
}

/** The same the other way round. */
function told(found: Instant | null, zone: string): string {
  if (found === null) return 'stands still';
  const part = (options: Intl.DateTimeFormatOptions, locale = 'sv-SE') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(toSeconds(found) * 1000);
  const wall = `${part({ weekday: 'short' }, 'en-US')} ${part({ dateStyle: 'short', timeStyle: 'short' })}`;
  if (zone === CHINA) return wall;
  return `${wall} ${part({ timeZoneName: 'short' }, 'en-US').split(' ').at(-1)}`;
}

function zoneOf(calendar: WorkCalendar): string {
  return calendar.zone ?? CHINA;
}

function reckoned(
  unit: Measure['unit'],
  amount: number,
  calendar: WorkCalendar,
  start: string,
  stops: readonly string[] = [],
): Reckoning {
  const marks = [start, ...stops].map(at);
  const runs = marks.flatMap((from, index): Run[] =>
    index % 2 === 0 ? [{ from, to: marks[index + 1] ?? null }] : [],
  );
  return reckon({ unit, amount }, runs, { calendar, zone: CHINA });
}

function due(unit: Measure['unit'], amount: number, calendar: WorkCalendar, start: string): string {
  return told(reckoned(unit, amount, calendar, start).dueAt, zoneOf(calendar));
}

/** Each segment with its length in minutes: `Mon 2025-03-03 17:00 60 running`; what does not count in brackets. */
function proof({ segments }: Reckoning, zone: string): string[] {
  return segments.map(({ from, to, counted, why }) => {
    const line = `${told(from, zone)} ${(toSeconds(to) - toSeconds(from)) / 60} ${why}`;
    return counted ? line : `(${line})`;
  });
}

/** Every day worked whole, in New York. */
function always(): WorkCalendar {
  const whole: readonly Shift[] = [{ from: '00:00', to: '24:00' }];
  return { ...desk, week: { 1: whole, 2: whole, 3: whole, 4: whole, 5: whole, 6: whole, 7: whole } };
}

/** The night from Saturday to Sunday, in New York: 22:00 to 06:00, written as two shifts. */
function nights(): WorkCalendar {
  const none: readonly Shift[] = [];
  const week = { 1: none, 2: none, 3: none, 4: none, 5: none };
  return {
    ...desk,
    week: { ...week, 6: [{ from: '22:00', to: '24:00' }], 7: [{ from: '00:00', to: '06:00' }] },
  };
}

function withMaintenance(calendar: WorkCalendar, ...windows: [from: string, to: string][]): WorkCalendar {
  return { ...calendar, maintenance: windows.map(([from, to]) => ({ from: at(from), to: at(to) })) };
}

describe('clause 2.4, a working day is 24 hours of a working day', () => {
  it.each<Row>([
    ['24 hours later', 'Tue 2025-03-04 10:00', 1, 'Wed 2025-03-05 10:00'],
    ['a weekend is skipped', 'Fri 2025-03-07 10:00', 1, 'Mon 2025-03-10 10:00'],
    ['Friday 24:00, not Monday 00:00', 'Fri 2025-03-07 00:00', 1, 'Sat 2025-03-08 00:00'],
    ['what is recorded on a Saturday begins on Monday', 'Sat 2025-03-08 10:00', 1, 'Tue 2025-03-11 00:00'],
    ['Spring Festival is skipped', 'Mon 2025-01-27 18:00', 1, 'Wed 2025-02-05 18:00'],
    ['a make-up Sunday is worked', 'Sat 2025-01-25 10:00', 1, 'Mon 2025-01-27 00:00'],
    ['a make-up Saturday is worked', 'Fri 2025-02-07 12:00', 1, 'Sat 2025-02-08 12:00'],
    ['National Day week is skipped', 'Mon 2025-09-29 00:00', 3, 'Fri 2025-10-10 00:00'],
  ])('CN: %s: %s + %i is %s', (_, start, amount, expected) => {
    expect(due('workingDays', amount, cn, start)).toBe(expected);
    // The office has the same working days; that they have hours there does not matter to this kind of day.
    expect(due('workingDays', amount, office, start)).toBe(expected);
  });

  it.each<Row>([
    ['a Saturday is worked there', 'Fri 2025-03-07 12:00 EST', 1, 'Sat 2025-03-08 12:00 EST'],
    ['a Sunday is not', 'Sat 2025-03-08 12:00 EST', 1, 'Mon 2025-03-10 12:00 EDT'],
    ['Independence Day is not', 'Thu 2025-07-03 12:00 EDT', 1, 'Sat 2025-07-05 12:00 EDT'],
  ])('NY-DESK: %s: %s + %i is %s', (_, start, amount, expected) => {
    expect(due('workingDays', amount, desk, start)).toBe(expected);
  });

  it.each<Row>([
    ['24 hours end an hour later in spring', 'Sat 2025-03-08 12:00 EST', 1, 'Sun 2025-03-09 13:00 EDT'],
    ['and an hour earlier in autumn', 'Sat 2025-11-01 12:00 EDT', 1, 'Sun 2025-11-02 11:00 EST'],
    ['a day of 23 hours is not yet one', 'Sun 2025-03-09 00:00 EST', 1, 'Mon 2025-03-10 01:00 EDT'],
    ['a day of 25 hours is more than one', 'Sun 2025-11-02 00:00 EDT', 1, 'Sun 2025-11-02 23:00 EST'],
  ])('worked every day, New York: %s: %s + %i is %s', (_, start, amount, expected) => {
    expect(due('workingDays', amount, always(), start)).toBe(expected);
  });

  it('is proven by segments', () => {
    expect(proof(reckoned('workingDays', 1, cn, 'Fri 2025-03-07 18:00'), CHINA)).toEqual([
      'Fri 2025-03-07 18:00 360 running',
      '(Sat 2025-03-08 00:00 2880 dayOff)',
      'Mon 2025-03-10 00:00 1080 running',
    ]);
  });
});

describe('clause 2.4, working hours: minutes count within the shifts', () => {
  it.each<Row>([
    ['up to the end of a shift', 'Mon 2025-03-03 09:00', 180, 'Mon 2025-03-03 12:00'],
    ['a minute more lies behind the break', 'Mon 2025-03-03 09:00', 181, 'Mon 2025-03-03 13:01'],
    ['over the break', 'Mon 2025-03-03 11:30', 60, 'Mon 2025-03-03 13:30'],
    ['from within the break', 'Mon 2025-03-03 12:20', 60, 'Mon 2025-03-03 14:00'],
    ['from before the office opens', 'Mon 2025-03-03 07:00', 480, 'Mon 2025-03-03 18:00'],
    ['over the night', 'Mon 2025-03-03 17:30', 60, 'Tue 2025-03-04 09:30'],
    ['at the very closing', 'Mon 2025-03-03 18:00', 1, 'Tue 2025-03-04 09:01'],
    ['over the weekend', 'Fri 2025-03-07 17:30', 60, 'Mon 2025-03-10 09:30'],
    ['from a Saturday', 'Sat 2025-03-08 10:00', 480, 'Mon 2025-03-10 18:00'],
    ['a week of forty hours', 'Mon 2025-03-03 09:00', 2400, 'Fri 2025-03-07 18:00'],
    ['over Spring Festival', 'Mon 2025-01-27 17:00', 120, 'Wed 2025-02-05 10:00'],
    ['into a make-up Sunday', 'Sat 2025-01-25 12:00', 60, 'Sun 2025-01-26 10:00'],
    ['into a make-up Saturday', 'Fri 2025-02-07 17:00', 120, 'Sat 2025-02-08 10:00'],
  ])('CN-OFFICE: %s: %s + %i min is %s', (_, start, amount, expected) => {
    expect(due('serviceMinutes', amount, office, start)).toBe(expected);
  });

  it.each<Row>([
    ['into the short Saturday', 'Fri 2025-03-07 19:00 EST', 120, 'Sat 2025-03-08 10:00 EST'],
    [
      'over the Sunday on which clocks go forward',
      'Sat 2025-03-08 12:30 EST',
      60,
      'Mon 2025-03-10 08:30 EDT',
    ],
    ['over the one on which they go back', 'Sat 2025-11-01 12:30 EDT', 60, 'Mon 2025-11-03 08:30 EST'],
    ['over Independence Day', 'Thu 2025-07-03 19:30 EDT', 60, 'Sat 2025-07-05 09:30 EDT'],
    [
      'over the Friday on which it is kept in 2026',
      'Thu 2026-07-02 19:30 EDT',
      60,
      'Mon 2026-07-06 08:30 EDT',
    ],
  ])('NY-DESK: %s: %s + %i min is %s', (_, start, amount, expected) => {
    expect(due('serviceMinutes', amount, desk, start)).toBe(expected);
  });

  it.each<Row>([
    ['a plain night has eight hours', 'Sat 2025-03-01 22:00 EST', 480, 'Sun 2025-03-02 06:00 EST'],
    ['the one in spring has seven', 'Sat 2025-03-08 22:00 EST', 420, 'Sun 2025-03-09 06:00 EDT'],
    ['so that the eighth is a week later', 'Sat 2025-03-08 22:00 EST', 480, 'Sat 2025-03-15 23:00 EDT'],
    ['the one in autumn has nine', 'Sat 2025-11-01 22:00 EDT', 540, 'Sun 2025-11-02 06:00 EST'],
    ['of an hour that comes twice, the first', 'Sat 2025-11-01 22:00 EDT', 210, 'Sun 2025-11-02 01:30 EDT'],
    ['and the second', 'Sat 2025-11-01 22:00 EDT', 270, 'Sun 2025-11-02 01:30 EST'],
    ['the hour that is skipped is none', 'Sun 2025-03-09 01:00 EST', 61, 'Sun 2025-03-09 03:01 EDT'],
  ])('a night shift in New York: %s: %s + %i min is %s', (_, start, amount, expected) => {
    expect(due('serviceMinutes', amount, nights(), start)).toBe(expected);
  });

  it('is proven by segments', () => {
    expect(proof(reckoned('serviceMinutes', 300, office, 'Fri 2025-03-07 11:00'), CHINA)).toEqual([
      'Fri 2025-03-07 11:00 60 running',
      '(Fri 2025-03-07 12:00 60 offShift)',
      'Fri 2025-03-07 13:00 240 running',
    ]);
    expect(proof(reckoned('serviceMinutes', 120, office, 'Fri 2025-03-07 17:00'), CHINA)).toEqual([
      'Fri 2025-03-07 17:00 60 running',
      '(Fri 2025-03-07 18:00 360 offShift)',
      '(Sat 2025-03-08 00:00 2880 dayOff)',
      '(Mon 2025-03-10 00:00 540 offShift)',
      'Mon 2025-03-10 09:00 60 running',
    ]);
  });
});

describe('clause 2.4, the end of the nth working day: arts. 201 and 203', () => {
  it.each<Row>([
    ['the day itself does not count', 'Mon 2025-03-03 10:00', 1, 'Wed 2025-03-05 00:00'],
    ['not even when it begins with it', 'Mon 2025-03-03 00:00', 1, 'Wed 2025-03-05 00:00'],
    ['a weekend is skipped', 'Fri 2025-03-07 10:00', 1, 'Tue 2025-03-11 00:00'],
    ['from a day off', 'Sat 2025-03-08 10:00', 1, 'Tue 2025-03-11 00:00'],
    ['three of them', 'Mon 2025-03-03 10:00', 3, 'Fri 2025-03-07 00:00'],
  ])('CN, by days to 24:00: %s: %s + %i is %s', (_, start, amount, expected) => {
    expect(due('workingDayEnds', amount, cn, start)).toBe(expected);
  });

  it.each<Row>([
    ['business stops at 18:00', 'Mon 2025-03-03 10:00', 1, 'Tue 2025-03-04 18:00'],
    ['also for what came in the evening', 'Mon 2025-03-03 20:00', 1, 'Tue 2025-03-04 18:00'],
    ['or in the night', 'Mon 2025-03-03 00:00', 1, 'Tue 2025-03-04 18:00'],
    ['three of them', 'Mon 2025-03-03 10:00', 3, 'Thu 2025-03-06 18:00'],
    ['over a weekend', 'Fri 2025-03-07 10:00', 2, 'Tue 2025-03-11 18:00'],
    ['over Spring Festival', 'Mon 2025-01-27 10:00', 1, 'Wed 2025-02-05 18:00'],
    ['a make-up Sunday counts', 'Fri 2025-01-24 10:00', 1, 'Sun 2025-01-26 18:00'],
    ['from a make-up Sunday', 'Sun 2025-01-26 10:00', 1, 'Mon 2025-01-27 18:00'],
  ])('CN-OFFICE: %s: %s + %i is %s', (_, start, amount, expected) => {
    expect(due('workingDayEnds', amount, office, start)).toBe(expected);
  });

  it.each<Row>([
    ['the short Saturday ends at 13:00', 'Thu 2025-07-03 10:00 EDT', 1, 'Sat 2025-07-05 13:00 EDT'],
    ['the next one is Monday', 'Thu 2025-07-03 10:00 EDT', 2, 'Mon 2025-07-07 20:00 EDT'],
    ['over the change in spring', 'Fri 2025-03-07 10:00 EST', 2, 'Mon 2025-03-10 20:00 EDT'],
    ['over the change in autumn', 'Fri 2025-10-31 10:00 EDT', 2, 'Mon 2025-11-03 20:00 EST'],
  ])('NY-DESK: %s: %s + %i is %s', (_, start, amount, expected) => {
    expect(due('workingDayEnds', amount, desk, start)).toBe(expected);
  });

  it.each<[law: string, stops: string[], due: string]>([
    ['none', [], 'Wed 2025-03-05 18:00'],
    ['within a day costs nothing', ['Tue 2025-03-04 10:00', 'Tue 2025-03-04 15:00'], 'Wed 2025-03-05 18:00'],
    [
      'over a closing costs the day',
      ['Tue 2025-03-04 10:00', 'Wed 2025-03-05 09:00'],
      'Thu 2025-03-06 18:00',
    ],
    [
      'to the closing costs it as well',
      ['Tue 2025-03-04 12:00', 'Tue 2025-03-04 18:00'],
      'Thu 2025-03-06 18:00',
    ],
    [
      'from the closing on does not',
      ['Tue 2025-03-04 18:00', 'Wed 2025-03-05 09:00'],
      'Wed 2025-03-05 18:00',
    ],
    ['on the first day does not', ['Mon 2025-03-03 11:00', 'Mon 2025-03-03 23:00'], 'Wed 2025-03-05 18:00'],
    [
      'at the very deadline is in time: it is due when it goes on',
      ['Wed 2025-03-05 18:00', 'Fri 2025-03-07 10:00'],
      'Fri 2025-03-07 10:00',
    ],
    ['that does not end', ['Wed 2025-03-05 18:00'], 'stands still'],
    ['a minute after the deadline is too late', ['Wed 2025-03-05 18:01'], 'Wed 2025-03-05 18:00'],
  ])('CN-OFFICE, Mon 2025-03-03 10:00 + 2, a stop: %s', (_, stops, expected) => {
    const { dueAt } = reckoned('workingDayEnds', 2, office, 'Mon 2025-03-03 10:00', stops);
    expect(told(dueAt, CHINA)).toBe(expected);
  });

  it('is proven by as many segments as days, each to its closing', () => {
    const start = 'Thu 2025-03-06 10:00';
    expect(proof(reckoned('workingDayEnds', 2, office, start), CHINA)).toEqual([
      '(Thu 2025-03-06 10:00 840 firstDay)',
      'Fri 2025-03-07 00:00 1080 running',
      '(Fri 2025-03-07 18:00 360 offShift)',
      '(Sat 2025-03-08 00:00 2880 dayOff)',
      'Mon 2025-03-10 00:00 1080 running',
    ]);
    const stops = ['Fri 2025-03-07 10:00', 'Fri 2025-03-07 19:00'];
    expect(proof(reckoned('workingDayEnds', 1, office, start, stops), CHINA)).toEqual([
      '(Thu 2025-03-06 10:00 840 firstDay)',
      // It ran, but did not reach the closing.
      '(Fri 2025-03-07 00:00 600 running)',
      '(Fri 2025-03-07 10:00 540 stopped)',
      '(Fri 2025-03-07 19:00 300 offShift)',
      '(Sat 2025-03-08 00:00 2880 dayOff)',
      'Mon 2025-03-10 00:00 1080 running',
    ]);
  });

  it('keeps two whole days in a row apart', () => {
    expect(proof(reckoned('workingDayEnds', 2, cn, 'Mon 2025-03-03 10:00'), CHINA)).toEqual([
      '(Mon 2025-03-03 10:00 840 firstDay)',
      'Tue 2025-03-04 00:00 1440 running',
      'Wed 2025-03-05 00:00 1440 running',
    ]);
  });
});

describe('clause 2.4, maintenance', () => {
  const inTheMorning: [string, string] = ['Mon 2025-03-03 10:00', 'Mon 2025-03-03 11:00'];
  const inTheEvening: [string, string] = ['Mon 2025-03-03 18:00', 'Mon 2025-03-03 20:00'];
  const overNight: [string, string] = ['Tue 2025-03-04 17:00', 'Wed 2025-03-05 10:00'];
  const start = 'Mon 2025-03-03 09:00';

  it.each<[law: string, unit: Measure['unit'], amount: number, due: string]>([
    ['working hours: an hour of it is an hour later', 'serviceMinutes', 180, 'Mon 2025-03-03 14:00'],
    ['working hours: outside the shifts it costs nothing', 'serviceMinutes', 420, 'Mon 2025-03-03 18:00'],
    ['working hours: over a closing and an opening', 'serviceMinutes', 900, 'Wed 2025-03-05 11:00'],
    ['24 hours: all of it counts, at any time of the day', 'workingDays', 1, 'Tue 2025-03-04 12:00'],
    ['end of the day: it does not move the end', 'workingDayEnds', 1, 'Tue 2025-03-04 18:00'],
    ['minutes by the wall clock: it is no matter', 'minutes', 180, 'Mon 2025-03-03 12:00'],
  ])('%s', (_, unit, amount, expected) => {
    const calendar = withMaintenance(office, inTheMorning, inTheEvening, overNight);
    expect(due(unit, amount, calendar, start)).toBe(expected);
  });

  it('is a segment of its own', () => {
    const calendar = withMaintenance(office, inTheMorning);
    expect(proof(reckoned('serviceMinutes', 120, calendar, start), CHINA)).toEqual([
      'Mon 2025-03-03 09:00 60 running',
      '(Mon 2025-03-03 10:00 60 maintenance)',
      'Mon 2025-03-03 11:00 60 running',
    ]);
  });
});

describe('clause 2.4, whose days they are', () => {
  it('are those of the calendar’s zone, wherever the contract is', () => {
    // Monday 09:00 in Shanghai is Sunday 20:00 in New York.
    expect(due('serviceMinutes', 60, desk, 'Mon 2025-03-03 09:00')).toBe('Mon 2025-03-03 09:00 EST');
    expect(due('workingDayEnds', 1, desk, 'Mon 2025-03-03 09:00')).toBe('Mon 2025-03-03 20:00 EST');
    // Its first day is Sunday there, so that Monday is the first to count.
    expect(due('workingDays', 1, desk, 'Mon 2025-03-03 09:00')).toBe('Tue 2025-03-04 00:00 EST');
  });

  it('a special day has its own shifts', () => {
    const year = office.years['2025'];
    if (year === undefined) throw new Error('2025 is published');
    const specialDays = { [plainDate('2025-03-04')]: [{ from: '09:00', to: '11:00' }] };
    const calendar = { ...office, years: { ...office.years, '2025': { ...year, specialDays } } };
    expect(due('serviceMinutes', 180, calendar, 'Mon 2025-03-03 18:00')).toBe('Wed 2025-03-05 10:00');
    expect(due('workingDayEnds', 1, calendar, 'Mon 2025-03-03 18:00')).toBe('Tue 2025-03-04 11:00');
  });

  it.each<[unit: Measure['unit'], start: string, isProvisional: boolean]>([
    ['serviceMinutes', 'Thu 2026-12-31 17:00', false],
    ['serviceMinutes', 'Thu 2026-12-31 17:01', true],
    ['workingDays', 'Thu 2026-12-31 00:00', true],
    ['workingDayEnds', 'Wed 2026-12-30 10:00', false],
    ['workingDayEnds', 'Thu 2026-12-31 10:00', true],
    ['minutes', 'Thu 2026-12-31 23:59', false],
  ])('%s from %s are provisional where they reach 2027: %p', (unit, start, isProvisional) => {
    const amount = unit === 'workingDays' ? 2 : unit === 'workingDayEnds' ? 1 : 60;
    expect(reckoned(unit, amount, office, start).provisional).toBe(isProvisional);
  });

  it('a calendar by which nothing is ever worked is refused, not waited for', () => {
    const none: readonly Shift[] = [];
    const never = {
      ...office,
      week: { 1: none, 2: none, 3: none, 4: none, 5: none, 6: none, 7: none },
      years: {},
    };
    for (const unit of ['serviceMinutes', 'workingDays', 'workingDayEnds'] as const)
      expect(() => reckoned(unit, 1, never, 'Mon 2025-03-03 10:00')).toThrow(
        /^the calendar CN-OFFICE has no working day in the ten years to 2035-/,
      );
  });

  it('a weekday that is wrong in these tables is refused', () => {
    expect(() => at('Tue 2025-03-03 10:00')).toThrow('is no Tue');
    expect(told(at('Sun 2025-11-02 01:30 EST'), NEW_YORK)).toBe('Sun 2025-11-02 01:30 EST');
  });
});
