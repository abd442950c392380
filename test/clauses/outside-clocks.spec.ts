/**
 * Cases that other products publish for their business hours, as numbers: times, amounts and answers, read in their
 * documentation and specifications and written here anew. Hours and minutes mean the same everywhere and have to agree;
 * what a "day" is differs, and is named where it does.
 *
 * - `biz` by Zendesk (github.com/zendesk/biz): README and spec/calculation, spec/periods, spec/schedule, spec/time
 * - `business_time` (github.com/bokmann/business_time): test/test_business_hours, test_business_minutes,
 *   test_calculating_business_duration, test_business_hours_eastern
 * - `working_hours` (github.com/Intrepidd/working_hours): README and spec/working_hours/computation
 */
import { reckon } from '#domain/sla/clock';
import { type Measure } from '#domain/terms';
import { isWorkingDay, workSpansOf, type Shift, type WorkCalendar } from '#domain/time/calendar';
import { addDays, plainDate, type PlainDate } from '#domain/time/dates';
import { instant, toSeconds, type Instant } from '#domain/time/instant';
import { dateIn, instantAt } from '#domain/time/zone';

type Hours = Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', string>>;

interface Exceptions {
  readonly zone?: string;
  readonly holidays?: readonly string[];
  /** Other hours of one date. */
  readonly special?: Readonly<Record<string, string>>;
  readonly breaks?: readonly (readonly [from: string, to: string])[];
}

/** A calendar of those products: `9-12 13-17` are two shifts of a day. */
function calendarOf(
  hours: Hours,
  { zone = 'UTC', holidays = [], special = {}, breaks = [] }: Exceptions = {},
): WorkCalendar {
  const on = (text: string | undefined): readonly Shift[] =>
    (text ?? '').split(' ').flatMap((part) => {
      const [from, to] = part
        .split('-')
        .map((time) => (time.includes(':') ? time : `${time}:00`).padStart(5, '0'));
      return from !== undefined && to !== undefined ? [{ from, to }] : [];
    });
  const named = [...holidays, ...Object.keys(special)].map((day) => day.slice(0, 4));
  const year = (name: string) => ({
    notice: 'published by others',
    publishedOn: plainDate('2000-01-01'),
    offDays: holidays.filter((day) => day.startsWith(name)).map(plainDate),
    makeUpDays: [],
    specialDays: Object.fromEntries(
      Object.entries(special).map(([day, text]): [PlainDate, readonly Shift[]] => [plainDate(day), on(text)]),
    ),
  });
  return {
    id: 'OUTSIDE',
    version: '1',
    zone,
    week: {
      1: on(hours.mon),
      2: on(hours.tue),
      3: on(hours.wed),
      4: on(hours.thu),
      5: on(hours.fri),
      6: on(hours.sat),
      7: on(hours.sun),
    },
    makeUpShifts: null,
    maintenance: breaks.map(([from, to]) => ({ from: at(from), to: at(to) })),
    years: Object.fromEntries(named.map((name) => [name, year(name)])),
  };
}

/** `2006-01-02 11:00` in UTC, or `2010-08-04 09:35 -04:00`. */
function at(text: string): Instant {
  const [date = '', time = '', offset = 'Z'] = text.split(' ');
  return instant(`${date}T${time.length === 5 ? `${time}:00` : time}${offset}`);
}

function dueAfter(
  amount: number,
  start: string,
  calendar: WorkCalendar,
  unit: Measure['unit'] = 'serviceMinutes',
) {
  return reckon({ unit, amount }, [{ from: at(start), to: null }], { calendar, zone: 'UTC' });
}

/** The business seconds between two instants. */
function secondsWithin(start: string, end: string, calendar: WorkCalendar): number {
  const [from, to] = [at(start), at(end)];
  const zone = calendar.zone ?? 'UTC';
  let seconds = 0;
  for (let date = dateIn(from, zone); date <= dateIn(to, zone); date = addDays(date, 1)) {
    for (const span of workSpansOf(calendar, date, zone)) {
      const begins = span.from > from ? span.from : from;
      const ends = span.to < to ? span.to : to;
      if (begins < ends) seconds += toSeconds(ends) - toSeconds(begins);
    }
  }
  return seconds;
}

/** `01-02 09:00/17:00` of each span of the days, in UTC. */
function spans(calendar: WorkCalendar, first: string, days: number): string[] {
  return Array.from({ length: days }, (_, index) => addDays(plainDate(first), index)).flatMap((date) =>
    workSpansOf(calendar, date, 'UTC').map(
      ({ from, to }) => `${from.slice(5, 16).replace('T', ' ')}/${to.slice(11, 16)}`,
    ),
  );
}

function isOpen(moment: string, calendar: WorkCalendar): boolean {
  const found = at(moment);
  const date = dateIn(found, calendar.zone ?? 'UTC');
  return workSpansOf(calendar, date, 'UTC').some(({ from, to }) => from <= found && found < to);
}

type Due = readonly [law: string, amount: number, start: string, due: string, calendar: WorkCalendar];

describe('biz: hours and minutes', () => {
  const hours: Hours = { mon: '9-17', tue: '10-16', wed: '9-17', thu: '10-16', fri: '9-17', sat: '11-14:30' };
  const plain = calendarOf(hours);
  const split = calendarOf({ ...hours, thu: '10-12 13-17' });
  const january = calendarOf(hours, { holidays: ['2006-01-16', '2006-01-18'] });
  const readme: Hours = { mon: '9-17', tue: '0-24', wed: '9-17', thu: '9-12 13-17', sat: '10-14' };
  const pacific = calendarOf(readme, { zone: 'America/Los_Angeles', holidays: ['2016-01-01', '2016-12-25'] });
  const saturdays = calendarOf({ sat: '6-18' }, { zone: 'America/Los_Angeles' });

  it.each<Due>([
    ['nineteen hours over three days', 19 * 60, '2006-01-02 11:00', '2006-01-04 16:00', plain],
    ['ninety minutes to the closing', 90, '2006-01-04 15:30', '2006-01-04 17:00', plain],
    ['three hours to the closing', 180, '2006-01-04 14:00', '2006-01-04 17:00', plain],
    ['half an hour from the opening', 30, '2006-01-02 09:00', '2006-01-02 09:30', plain],
    ['an hour within a day', 60, '2006-01-02 10:00', '2006-01-02 11:00', plain],
    ['seven hours from noon to noon', 7 * 60, '2006-01-05 12:00', '2006-01-06 12:00', plain],
    ['the 39.5 hours of a week', 39.5 * 60, '2006-01-01 00:00', '2006-01-07 14:30', plain],
    ['the rest of a day that has begun', 5 * 60, '2006-01-02 12:00', '2006-01-02 17:00', plain],
    ['over a holiday', 210 + 360, '2006-01-14 00:00', '2006-01-17 16:00', january],
    ['over two holidays', 210 + 720, '2006-01-14 00:00', '2006-01-19 16:00', january],
    ['two shifts of one day', 2 * 60 + 4 * 60, '2006-01-05 00:00', '2006-01-05 17:00', split],
    [
      'the last hour of a Saturday in California',
      60,
      '2006-01-07 17:00 -08:00',
      '2006-01-07 18:00 -08:00',
      saturdays,
    ],
    ['51 hours of the README’s week', 51 * 60, '2015-01-10 10:00', '2015-01-16 01:00', pacific],
    ['3598 minutes, to the second', 3598, '2015-04-27 20:36:57', '2015-05-05 12:34:57', pacific],
  ])('%s: %d minutes after %s are %s', (_, amount, start, due, calendar) => {
    expect(dueAfter(amount, start, calendar).dueAt).toBe(at(due));
  });

  it('the business time between two instants', () => {
    expect(secondsWithin('2006-01-01 00:00', '2006-01-08 00:00', plain)).toBe(39.5 * 3600);
    expect(secondsWithin('2006-01-05 12:00', '2006-01-06 12:00', plain)).toBe(7 * 3600);
    expect(secondsWithin('2006-01-01 00:00', '2006-01-01 00:00', plain)).toBe(0);
    expect(secondsWithin('2006-01-08 00:00', '2006-01-01 00:00', plain)).toBe(0);
  });

  it('the periods of a week, of two weeks, and around holidays', () => {
    const week = ['01-02 09:00/17:00', '01-03 10:00/16:00', '01-04 09:00/17:00', '01-05 10:00/16:00'];
    expect(spans(plain, '2006-01-01', 7)).toEqual([...week, '01-06 09:00/17:00', '01-07 11:00/14:30']);
    expect(spans(plain, '2006-01-01', 14)).toHaveLength(12);
    expect(spans(plain, '2006-01-14', 1)).toEqual(['01-14 11:00/14:30']);
    expect(spans(january, '2006-01-15', 5)).toEqual(['01-17 10:00/16:00', '01-19 10:00/16:00']);
    expect(spans(split, '2006-01-05', 1)).toEqual(['01-05 10:00/12:00', '01-05 13:00/17:00']);
  });

  it('the README’s segments of a week in California are our counted segments', () => {
    const { segments } = dueAfter(51 * 60, '2015-01-10 10:00', pacific);
    const counted = segments.filter((segment) => segment.counted);
    expect(counted.map(({ from, to }) => `${from.slice(8, 16)} ${to.slice(8, 16)}`)).toEqual([
      '10T18:00 10T22:00',
      '12T17:00 13T01:00',
      '13T08:00 14T08:00',
      '14T17:00 15T01:00',
      '15T17:00 15T20:00',
      '15T21:00 16T01:00',
    ]);
  });

  it('a break is our maintenance', () => {
    const breaks = [
      ['2006-01-02 10:00', '2006-01-02 11:30'],
      ['2006-01-03 14:15', '2006-01-03 14:30'],
      ['2006-01-03 15:40', '2006-01-03 15:50'],
    ] as const;
    const broken = calendarOf(hours, { breaks });
    expect(isOpen('2006-01-02 11:00', broken)).toBe(false);
    expect(isOpen('2006-01-02 13:00', broken)).toBe(true);
    const both = calendarOf(
      { mon: '9-10', tue: '11-15', wed: '16-17', thu: '11-12 13-14' },
      { breaks: [['2006-01-03 11:15', '2006-01-03 11:45'], ...breaks.slice(1)] },
    );
    expect(spans(both, '2006-01-01', 3)).toEqual([
      '01-02 09:00/10:00',
      '01-03 11:00/11:15',
      '01-03 11:45/14:15',
      '01-03 14:30/15:00',
    ]);
    expect(dueAfter(60 + 15 + 150, '2006-01-01 00:00', both).dueAt).toBe(at('2006-01-03 14:15'));
  });

  it('open or not', () => {
    const holiday = calendarOf(hours, { holidays: ['2006-01-04'] });
    const moments = ['2006-01-01 06:00', '2006-01-04 06:00', '2006-01-02 12:00', '2006-01-04 12:00'];
    expect(moments.map((moment) => isOpen(moment, holiday))).toEqual([false, false, true, false]);
    expect(isOpen('2006-01-02 08:00', plain)).toBe(false);
  });

  it('days with hours', () => {
    const twice = calendarOf({ mon: '9-17', fri: '9-17' });
    const days = Array.from({ length: 7 }, (_, index) => addDays(plainDate('2006-01-01'), index));
    expect(days.filter((day) => isWorkingDay(twice, day))).toEqual(['2006-01-02', '2006-01-06']);
  });
});

describe('biz: changes of the clocks', () => {
  it('of a time that comes twice it takes the first, and so do we', () => {
    expect(instantAt(plainDate('2014-11-02'), '01:30', 'America/Los_Angeles')).toBe(
      at('2014-11-02 01:30 -07:00'),
    );
  });

  it('a day whose midnight is skipped ends at 01:00 of the next, with both', () => {
    expect(instantAt(plainDate('2015-10-17'), '24:00', 'America/Sao_Paulo')).toBe(
      at('2015-10-18 01:00 -02:00'),
    );
  });

  it('a skipped time it moves an hour on, 02:30 to 03:30; with us it begins when the clocks have skipped it, 03:00', () => {
    expect(instantAt(plainDate('2014-03-09'), '02:30', 'America/Los_Angeles')).toBe(
      at('2014-03-09 03:00 -07:00'),
    );
  });

  it('so a shift from 02:30 to 03:15 is empty to it; with us it has the quarter of an hour that passed', () => {
    const sundays = calendarOf({ sun: '02:30-03:15', mon: '9-17' }, { zone: 'America/Los_Angeles' });
    expect(spans(sundays, '2006-04-02', 2)).toEqual(['04-02 10:00/10:15', '04-03 16:00/00:00']);
    expect(dueAfter(16, '2006-04-02 00:00 -08:00', sundays).dueAt).toBe(at('2006-04-03 09:01 -07:00'));
  });
});

describe('biz: a day is the same time on the next day with hours, moved on to when it is open', () => {
  const plain = calendarOf({
    mon: '9-17',
    tue: '10-16',
    wed: '9-17',
    thu: '10-16',
    fri: '9-17',
    sat: '11-14:30',
  });

  it('within the hours, our 24 hours of each working day end at the same time', () => {
    expect(dueAfter(2, '2006-01-06 12:00', plain, 'workingDays').dueAt).toBe(at('2006-01-09 12:00'));
    expect(dueAfter(2, '2006-01-06 12:30:52', plain, 'workingDays').dueAt).toBe(at('2006-01-09 12:30:52'));
  });

  it.each<[start: string, biz: string, hours24: string, dayEnd: string]>([
    ['2006-01-03 08:00', '2006-01-05 10:00', '2006-01-05 08:00', '2006-01-05 16:00'],
    ['2006-01-03 18:00', '2006-01-06 09:00', '2006-01-05 18:00', '2006-01-05 16:00'],
  ])(
    'two days after %s: biz says %s; our 24-hour days end at %s, our second day at %s',
    (start, biz, hours24, dayEnd) => {
      expect(dueAfter(2, start, plain, 'workingDays').dueAt).toBe(at(hours24));
      expect(dueAfter(2, start, plain, 'workingDayEnds').dueAt).toBe(at(dayEnd));
      expect([at(hours24), at(dayEnd)]).not.toContain(at(biz));
    },
  );
});

describe('business_time: hours and minutes', () => {
  const nine = { mon: '9-17', tue: '9-17', wed: '9-17', thu: '9-17', fri: '9-17' };
  const plain = calendarOf(nine);
  const july = calendarOf(nine, { holidays: ['2010-07-05'] });
  const eastern = calendarOf(nine, { zone: 'America/New_York', holidays: ['2010-07-05'] });
  const short = calendarOf({ mon: '9-17', fri: '9-17', sat: '10-15' });
  const long = calendarOf({ mon: '0-24', fri: '0-24', sat: '11-15' });
  const fridays = calendarOf({ fri: '9-17' });
  const all = calendarOf({ mon: '0-24', fri: '0-24', sat: '0-24', sun: '0-24' });
  const evening = calendarOf({ mon: '8-20', tue: '8-20' });

  it.each<Due>([
    ['eight hours are a day', 480, '2010-08-04 09:35', '2010-08-05 09:35', plain],
    ['over a weekend', 60, '2010-04-09 16:50', '2010-04-12 09:50', plain],
    ['over a holiday', 60, '2010-07-02 16:50', '2010-07-06 09:50', july],
    ['in the middle of the day', 180, '2010-04-12 09:50', '2010-04-12 12:50', plain],
    ['each day its own hours', 9 * 60, '2010-12-24 15:00', '2010-12-27 11:00', short],
    ['from before the opening', 15 * 60, '2010-12-24 08:00', '2010-12-27 11:00', short],
    ['some days whole', 24 * 60, '2010-12-24 15:00', '2010-12-27 11:00', long],
    ['some days whole, from before the opening', 15 * 60, '2010-12-25 08:00', '2010-12-27 11:00', long],
    ['all of them whole', 68 * 60, '2010-12-24 15:00', '2010-12-27 11:00', all],
    ['one day alone', 480, '2010-12-24 08:00', '2010-12-24 17:00', fridays],
    ['overnight', 10, '2014-05-12 20:50', '2014-05-13 08:10', evening],
    ['in the early morning, from 09:00', 1, '2010-04-26 04:30', '2010-04-26 09:01', plain],
    ['in the evening, from 09:00 of the next day', 1, '2010-04-26 18:00', '2010-04-27 09:01', plain],
    ['on a Sunday, from Monday', 1, '2010-04-25 12:06:56', '2010-04-26 09:01', plain],
    ['in New York, eight hours', 480, '2010-08-04 09:35 -04:00', '2010-08-05 09:35 -04:00', eastern],
    ['in New York, over a weekend', 60, '2010-04-09 16:50 -04:00', '2010-04-12 09:50 -04:00', eastern],
    ['in New York, over a holiday', 60, '2010-07-02 16:50 -04:00', '2010-07-06 09:50 -04:00', eastern],
  ])('%s: %d minutes after %s are %s', (_, amount, start, due, calendar) => {
    expect(dueAfter(amount, start, calendar).dueAt).toBe(at(due));
  });

  it('the business time between two instants', () => {
    expect(secondsWithin('2010-12-24 15:00', '2010-12-27 11:00', short)).toBe(9 * 3600);
    expect(secondsWithin('2010-12-24 15:00', '2010-12-27 11:00', long)).toBe(24 * 3600);
    expect(secondsWithin('2010-12-24 15:00', '2010-12-27 11:00', all)).toBe(68 * 3600);
    expect(secondsWithin('2014-05-12 20:50', '2014-05-13 08:10', evening)).toBe(600);
    const untilSix = calendarOf({ mon: '9-18', tue: '9-18', wed: '9-18' });
    expect(secondsWithin('2012-05-28 11:04:26 +03:00', '2012-05-29 17:56:45 +03:00', untilSix)).toBe(53_805);
  });
});

describe('working_hours: hours and minutes', () => {
  const nine = { mon: '9-17', tue: '9-17', wed: '9-17', thu: '9-17', fri: '9-17' };
  const plain = calendarOf(nine);
  const tokyo = calendarOf(nine, { zone: 'Asia/Tokyo' });
  const mondays = calendarOf({ mon: '7-12 13-18' });
  const whole = calendarOf({ mon: '0-24' });
  const may = calendarOf(nine, { holidays: ['2014-05-01'] });
  const december = calendarOf({ fri: '8-18' }, { special: { '2019-12-27': '10-18' } });

  it.each<Due>([
    ['within a day', 120, '1991-11-15 14:00:42', '1991-11-15 16:00:42', plain],
    ['from a time of another zone', 180, '1991-11-15 07:00', '1991-11-18 11:00 +09:00', tokyo],
    ['over the break', 360, '1991-11-11 05:00', '1991-11-11 14:00', mondays],
    ['over a weekend', 45, '1991-11-15 16:30:42', '1991-11-18 09:15:42', plain],
    ['over a weekend, in seconds', 2, '1991-11-15 16:59:42', '1991-11-18 09:01:42', plain],
    ['over midnight, to the next Monday', 1, '2014-04-07 23:59:30', '2014-04-14 00:00:30', whole],
    ['from a holiday', 1, '2014-05-01 12:00', '2014-05-02 09:01', may],
    ['from a Sunday', 1, '2014-06-01 12:00', '2014-06-02 09:01', may],
    ['a minute before the opening', 1, '2014-04-07 08:59', '2014-04-07 09:01', plain],
    ['at the closing', 1, '2014-04-07 17:00', '2014-04-08 09:01', plain],
    ['a minute before the break', 1, '2014-04-07 11:59', '2014-04-07 12:00', mondays],
    ['in the break', 1, '2014-04-07 12:59', '2014-04-07 13:01', mondays],
    ['on a day with other hours', 1, '2019-12-27 09:00', '2019-12-27 10:01', december],
    ['the README’s hour and 32 minutes', 92, '2014-08-03 08:32', '2014-08-04 10:32', plain],
  ])('%s: %d minutes after %s are %s', (_, amount, start, due, calendar) => {
    expect(dueAfter(amount, start, calendar).dueAt).toBe(at(due));
  });

  it.each<[law: string, start: string, end: string, seconds: number, calendar: WorkCalendar]>([
    ['none at the same time', '2014-04-07 08:00', '2014-04-07 08:00', 0, plain],
    ['none over a weekend', '2014-04-11 20:00', '2014-04-14 05:00', 0, plain],
    ['ten minutes and 24 seconds', '2014-04-13 09:10:24', '2014-04-14 09:10:24', 624, plain],
    ['within a day', '2014-04-07 10:00', '2014-04-07 15:00', 5 * 3600, plain],
    ['the whole of a day', '2014-04-07 07:00', '2014-04-07 20:00', 8 * 3600, plain],
    ['105 whole Mondays', '2014-04-06 12:00', '2016-04-06 12:00', 105 * 24 * 3600, whole],
    ['around the break', '2014-04-07 11:59', '2014-04-07 13:01', 120, mondays],
    ['from one Monday to the next', '2014-04-07 11:00', '2014-04-14 13:00', 11 * 3600, mondays],
    ['by times of two zones', '2014-04-07 01:00 -09:00', '2014-04-07 15:00 -04:00', 7 * 3600, plain],
    ['the README’s 5520 seconds', '2014-08-03 08:32', '2014-08-04 10:32', 5520, plain],
  ])('%s: between %s and %s are %d seconds', (_, start, end, seconds, calendar) => {
    expect(secondsWithin(start, end, calendar)).toBe(seconds);
  });

  it('open or not', () => {
    const moments = ['2014-04-07 08:59', '2014-04-07 09:00', '2014-04-07 16:59', '2014-04-07 17:00'];
    expect(moments.map((moment) => isOpen(moment, plain))).toEqual([false, true, true, false]);
    const around = ['2014-04-07 11:59', '2014-04-07 12:00', '2014-04-07 12:59', '2014-04-07 13:00'];
    expect(around.map((moment) => isOpen(moment, mondays))).toEqual([true, false, false, true]);
    expect(isOpen('2014-04-07 00:00', tokyo)).toBe(true);
    expect(isOpen('2014-05-01 12:00', may)).toBe(false);
  });
});

describe('working_hours: a day is the same time on the next working day; the next closing is that of today', () => {
  const nine = { mon: '9-17', tue: '9-17', wed: '9-17', thu: '9-17', fri: '9-17' };
  const plain = calendarOf(nine);
  const may = calendarOf(nine, { holidays: ['2014-05-01'] });

  it('our 24 hours of each working day end at the same time', () => {
    const tokyo = calendarOf(nine, { zone: 'Asia/Tokyo' });
    expect(dueAfter(1, '1991-11-15 14:00:42', plain, 'workingDays').dueAt).toBe(at('1991-11-18 14:00:42'));
    expect(dueAfter(1, '1991-11-14 21:00', tokyo, 'workingDays').dueAt).toBe(at('1991-11-18 06:00 +09:00'));
  });

  it('of days by themselves it names the day, and we its closing', () => {
    const twice = calendarOf({ mon: '9-17', wed: '9-17' }, { holidays: ['2014-04-09'] });
    const holiday = calendarOf(nine, { holidays: ['2014-04-08'] });
    expect(dueAfter(2, '1991-11-15 00:00', plain, 'workingDayEnds').dueAt).toBe(at('1991-11-19 17:00'));
    expect(dueAfter(1, '2014-04-07 00:00', holiday, 'workingDayEnds').dueAt).toBe(at('2014-04-09 17:00'));
    expect(dueAfter(3, '2014-04-07 00:00', twice, 'workingDayEnds').dueAt).toBe(at('2014-04-21 17:00'));
  });

  it('from a day off the next closing is that of our first day', () => {
    expect(dueAfter(1, '2014-05-01 12:00', may, 'workingDayEnds').dueAt).toBe(at('2014-05-02 17:00'));
    expect(dueAfter(1, '2014-06-01 12:00', may, 'workingDayEnds').dueAt).toBe(at('2014-06-02 17:00'));
  });

  it('from a working day it is today’s; with us the first day does not count, so it is tomorrow’s', () => {
    // working_hours: 17:00 of the 4th for both; after the closing, 17:00 of the 5th.
    expect(dueAfter(1, '2014-08-04 07:16', plain, 'workingDayEnds').dueAt).toBe(at('2014-08-05 17:00'));
    expect(dueAfter(1, '2014-08-04 10:16', plain, 'workingDayEnds').dueAt).toBe(at('2014-08-05 17:00'));
    expect(dueAfter(1, '2014-08-04 18:16', plain, 'workingDayEnds').dueAt).toBe(at('2014-08-05 17:00'));
  });
});
