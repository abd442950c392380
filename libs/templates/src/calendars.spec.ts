import { execFileSync } from 'node:child_process';
import { formatFault } from '#domain/fault';
import { isPublished, isWorkingDay, shiftsOf, workSpansOf } from '#domain/time/calendar';
import { addDays, dayOfWeek, daysBetween, plainDate, type PlainDate } from '#domain/time/dates';
import { listCalendars, loadCalendar, parseCalendar } from './calendars.js';

const YEARS = [2025, 2026];
const MAKE_UP_DAYS = [
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

function daysOf(year: number): PlainDate[] {
  const first = plainDate(`${year}-01-01`);
  const length = daysBetween(first, plainDate(`${year + 1}-01-01`));
  return Array.from({ length }, (_, index) => addDays(first, index));
}

/** What chinese-days says, asked in a process of its own on UTC: west of it the package is a day off. */
function workingDaysByChineseDays(days: readonly PlainDate[]): PlainDate[] {
  const script = `const { isWorkday } = require('chinese-days');
    const days = JSON.parse(process.argv[1]);
    process.stdout.write(JSON.stringify(days.filter((day) => isWorkday(day))));`;
  const output = execFileSync(process.execPath, ['-e', script, JSON.stringify(days)], {
    env: { ...process.env, TZ: 'UTC', NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  return JSON.parse(output) as PlainDate[];
}

describe('the calendar CN', () => {
  it('agrees with chinese-days on every day of the published years', async () => {
    const { calendar } = await loadCalendar('CN');
    const days = YEARS.flatMap(daysOf);
    expect(days).toHaveLength(730);
    expect(days.filter((day) => isWorkingDay(calendar, day))).toEqual(workingDaysByChineseDays(days));
  });

  it('has the make-up days of the notices, six of them Saturdays and five Sundays', async () => {
    const { calendar } = await loadCalendar('CN');
    expect(YEARS.flatMap((year) => calendar.years[year]?.makeUpDays ?? [])).toEqual(MAKE_UP_DAYS);
    const weekdays = MAKE_UP_DAYS.map((day) => dayOfWeek(plainDate(day)));
    expect(weekdays.filter((day) => day === 7)).toHaveLength(5);
    expect(weekdays.filter((day) => day === 6)).toHaveLength(6);
  });

  it('names each notice and since when it is known', async () => {
    const { calendar, version, hash } = await loadCalendar('CN');
    expect(calendar.years['2025']).toMatchObject({
      notice: '国办发明电〔2024〕12号',
      publishedOn: '2024-11-12',
    });
    expect(calendar.years['2026']).toMatchObject({
      notice: '国办发明电〔2025〕7号',
      publishedOn: '2025-11-04',
    });
    expect(version).toBe('2026.1');
    expect(hash).toMatch(/^sha256:/);
  });

  it('is provisional from 2027 on', async () => {
    const { calendar } = await loadCalendar('CN');
    expect(isPublished(calendar, plainDate('2026-12-31'))).toBe(true);
    expect(isPublished(calendar, plainDate('2027-01-01'))).toBe(false);
  });

  it('carries its version, for the contract’s snapshot', async () => {
    const { calendar, version } = await loadCalendar('CN');
    expect(calendar).toMatchObject({ id: 'CN', version, zone: null, week: null, maintenance: [] });
  });

  it('is one of those there are', async () => {
    expect(await listCalendars()).toEqual(['CN', 'CN-OFFICE', 'NY-DESK']);
    await expect(loadCalendar('cn')).rejects.toThrow(/unknown calendar "cn", did you mean "CN"\?/);
  });
});

describe('the calendar CN-OFFICE', () => {
  it('works on the days of CN, and on no other', async () => {
    const [office, whole] = [await loadCalendar('CN-OFFICE'), await loadCalendar('CN')];
    expect(office.calendar.years).toEqual(whole.calendar.years);
    for (const day of YEARS.flatMap(daysOf))
      expect([day, isWorkingDay(office.calendar, day)]).toEqual([day, isWorkingDay(whole.calendar, day)]);
  });

  it('has eight hours of each working day, make-up days included', async () => {
    const { calendar } = await loadCalendar('CN-OFFICE');
    const hours = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '18:00' },
    ];
    expect(shiftsOf(calendar, plainDate('2025-03-03'))).toEqual(hours);
    expect(shiftsOf(calendar, plainDate('2025-01-26'))).toEqual(hours);
    expect(shiftsOf(calendar, plainDate('2025-01-28'))).toEqual([]);
  });
});

describe('the calendar NY-DESK', () => {
  /** The third Monday of January is 1/3: month, weekday, which one; −1 is the last. */
  const nth = (year: number, month: number, weekday: number, which: number): PlainDate => {
    const days = daysOf(year).filter(
      (day) => Number(day.slice(5, 7)) === month && dayOfWeek(day) === weekday,
    );
    return days.at(which < 0 ? which : which - 1) ?? plainDate(`${year}-01-01`);
  };
  /** 5 U.S.C. § 6103: fixed days, days by the week; of a Saturday the Friday before is off as well. */
  const federalHolidays = (year: number): PlainDate[] => {
    const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25'].map((day) => plainDate(`${year}-${day}`));
    const observed = fixed.filter((day) => dayOfWeek(day) === 6).map((day) => addDays(day, -1));
    const byWeek = [nth(year, 1, 1, 3), nth(year, 2, 1, 3), nth(year, 5, 1, -1), nth(year, 9, 1, 1)];
    return [...fixed, ...observed, ...byWeek, nth(year, 10, 1, 2), nth(year, 11, 4, 4)].toSorted();
  };

  it.each(YEARS)('is closed on the federal holidays of %i', async (year) => {
    const { calendar } = await loadCalendar('NY-DESK');
    expect(calendar.years[String(year)]?.offDays).toEqual(federalHolidays(year));
    for (const day of federalHolidays(year)) expect(isWorkingDay(calendar, day)).toBe(false);
  });

  it('has twelve hours of a weekday and four of a Saturday, by the clocks of New York', async () => {
    const { calendar } = await loadCalendar('NY-DESK');
    const spans = (day: string) => workSpansOf(calendar, plainDate(day), 'Asia/Shanghai');
    expect(spans('2025-03-07')).toEqual([{ from: '2025-03-07T13:00:00Z', to: '2025-03-08T01:00:00Z' }]);
    expect(spans('2025-03-08')).toEqual([{ from: '2025-03-08T14:00:00Z', to: '2025-03-08T18:00:00Z' }]);
    expect(spans('2025-03-09')).toEqual([]);
    expect(spans('2025-03-10')).toEqual([{ from: '2025-03-10T12:00:00Z', to: '2025-03-11T00:00:00Z' }]);
  });
});

describe('parseCalendar', () => {
  const year = { notice: 'a notice', publishedOn: '2024-11-12', offDays: ['2025-01-01'], makeUpDays: [] };
  const file = {
    id: 'DESK',
    version: '2025.1',
    title: { 'zh-CN': '服务台', en: 'Desk' },
    zone: 'Asia/Shanghai',
    week: { monday: [{ from: '09:00', to: '12:00' }], tuesday: [{ from: '13:00', to: '24:00' }] },
    years: { '2025': year },
  };
  const window = (from: string, to: string, announcedOn = '2025-05-01') => ({
    from: `${from}:00+08:00`,
    to: `${to}:00+08:00`,
    announcedOn,
  });

  it('takes a calendar with everything that one may have', () => {
    const parsed = parseCalendar(
      {
        $schema: '../schemas/calendar.schema.json',
        ...file,
        makeUpShifts: [{ from: '10:00', to: '16:00' }],
        maintenance: [
          window('2025-06-01T22:00', '2025-06-02T02:00'),
          window('2025-06-02T02:00', '2025-06-02T03:00'),
        ],
        years: {
          '2025': {
            ...year,
            makeUpDays: ['2025-01-26'],
            specialDays: { '2025-12-30': [{ from: '09:00', to: '11:00' }] },
          },
        },
      },
      'DESK',
    );
    if ('faults' in parsed) throw new Error(parsed.faults.map(formatFault).join('; '));
    const { calendar, version, hash } = parsed.value;
    expect([calendar.version, version, calendar.zone]).toEqual(['2025.1', '2025.1', 'Asia/Shanghai']);
    expect(hash).toMatch(/^sha256:/);
    expect(calendar.maintenance[0]).toEqual({ from: '2025-06-01T14:00:00Z', to: '2025-06-01T18:00:00Z' });
    expect(shiftsOf(calendar, plainDate('2025-01-06'))).toEqual([{ from: '09:00', to: '12:00' }]);
    expect(shiftsOf(calendar, plainDate('2025-01-08'))).toEqual([]);
    expect(shiftsOf(calendar, plainDate('2025-01-26'))).toEqual([{ from: '10:00', to: '16:00' }]);
    expect(shiftsOf(calendar, plainDate('2025-12-30'))).toEqual([{ from: '09:00', to: '11:00' }]);
  });

  it('has another hash with another minute', () => {
    const hashOf = (to: string) => {
      const parsed = parseCalendar({ ...file, week: { monday: [{ from: '09:00', to }] } }, 'DESK');
      return 'value' in parsed ? parsed.value.hash : 'none';
    };
    expect(hashOf('12:00')).toBe(hashOf('12:00'));
    expect(hashOf('12:00')).not.toBe(hashOf('12:01'));
  });

  const monday = (...shifts: [from: string, to: string][]) => ({
    week: { monday: shifts.map(([from, to]) => ({ from, to })) },
  });
  const inYear = (members: object) => ({ years: { '2025': { ...year, ...members } } });
  const offFor = (years: number) => ({
    years: Object.fromEntries(
      Array.from({ length: years }, (_, index) => [
        String(2020 + index),
        { ...year, offDays: daysOf(2020 + index) },
      ]),
    ),
  });

  it.each<[law: string, change: object, fault: RegExp]>([
    ['another id', { id: 'DEKS' }, /^id: unknown id for this file "DEKS", did you mean "DESK"\?/],
    ['an unknown member', { wek: {} }, /^wek: unknown member "wek", did you mean "week"\?/],
    [
      'an unknown zone',
      { zone: 'Asia/Shanghia' },
      /^zone: unknown zone "Asia\/Shanghia", did you mean "Asia\/Shanghai"\?, allowed is an IANA time zone/,
    ],
    ['a zone that is an offset', { zone: '+08:00' }, /^zone: unknown zone "\+08:00", allowed is an IANA/],
    [
      'a time that is none',
      monday(['09:00', '25:00']),
      /^week\.monday\[0\]\.to: is "25:00", allowed is a time from/,
    ],
    [
      'a time without a zero',
      monday(['9:00', '12:00']),
      /^week\.monday\[0\]\.from: is "9:00", allowed is a time/,
    ],
    ['24:30', monday(['09:00', '24:30']), /^week\.monday\[0\]\.to: is "24:30"/],
    [
      'a shift that ends before it begins',
      monday(['22:00', '06:00']),
      /^week\.monday\[0\]: begins at 22:00 and ends at 06:00, .* written as two/,
    ],
    ['a shift without length', monday(['09:00', '09:00']), /begins at 09:00 and ends at 09:00/],
    [
      'shifts that overlap',
      monday(['09:00', '12:00'], ['11:59', '18:00']),
      /^week\.monday\[1\]: begins at 11:59, before the one before it ends at 12:00/,
    ],
    [
      'shifts out of order',
      monday(['13:00', '18:00'], ['09:00', '12:00']),
      /^week\.monday\[1\]: begins at 09:00/,
    ],
    ['a week without a shift', { week: { monday: [] } }, /^week: has no shift, at least one day has one/],
    [
      'a day that is none',
      { week: { munday: [] } },
      /^week\.munday: unknown member "munday", did you mean "monday"\?/,
    ],
    [
      'make-up shifts that overlap',
      {
        makeUpShifts: [
          { from: '09:00', to: '12:00' },
          { from: '10:00', to: '11:00' },
        ],
      },
      /^makeUpShifts\[1\]: begins at 10:00/,
    ],
    [
      'a day of another year',
      inYear({ offDays: ['2026-01-01'] }),
      /^years\["2025"\]\.offDays: "2026-01-01" is no such/,
    ],
    [
      'a day that there is not',
      inYear({ offDays: ['2025-02-30'] }),
      /"2025-02-30" is no such day, allowed is a day of 2025/,
    ],
    [
      'a day given twice',
      inYear({ specialDays: { '2025-01-01': [{ from: '09:00', to: '10:00' }] } }),
      /^years\["2025"\]\.specialDays: "2025-01-01" is given twice, each is allowed once/,
    ],
    [
      'a special day of another year',
      inYear({ specialDays: { '2024-12-31': [{ from: '09:00', to: '10:00' }] } }),
      /^years\["2025"\]\.specialDays: "2024-12-31" is no such day/,
    ],
    [
      'shifts of a special day',
      inYear({ specialDays: { '2025-12-31': [{ from: '10:00', to: '09:00' }] } }),
      /^years\["2025"\]\.specialDays\["2025-12-31"\]\[0\]: begins at 10:00 and ends at 09:00/,
    ],
    [
      'a day of publication that there is not',
      inYear({ publishedOn: '2024-13-01' }),
      /publishedOn: "2024-13-01" is no/,
    ],
    [
      'a make-up day that is worked anyway',
      inYear({ makeUpDays: ['2025-01-06'] }),
      /makeUpDays: "2025-01-06" is worked anyway, a make-up day falls on a day off/,
    ],
    [
      'a make-up day without shifts',
      { week: { tuesday: [{ from: '09:00', to: '12:00' }] }, ...inYear({ makeUpDays: ['2025-01-26'] }) },
      /makeUpDays: "2025-01-26" has no shifts, give makeUpShifts where Monday is off/,
    ],
    [
      'maintenance that overlaps',
      {
        maintenance: [
          window('2025-06-01T22:00', '2025-06-02T02:00'),
          window('2025-06-02T01:00', '2025-06-02T03:00'),
        ],
      },
      /^maintenance\[1\]: begins at 2025-06-02T01:00:00\+08:00, before the one before it ends/,
    ],
    [
      'maintenance that ends before it begins',
      { maintenance: [window('2025-06-01T22:00', '2025-06-01T21:00')] },
      /^maintenance\[0\]: begins at .* and ends at .*, it ends after it begins/,
    ],
    [
      'maintenance of months',
      { maintenance: [window('2025-06-01T22:00', '2025-08-01T22:00')] },
      /^maintenance\[0\]: lasts 61 days, allowed are at most 31/,
    ],
    [
      'maintenance announced afterwards',
      { maintenance: [window('2025-06-01T22:00', '2025-06-02T02:00', '2025-06-02')] },
      /^maintenance\[0\]: was announced on 2025-06-02, after it began/,
    ],
    [
      'maintenance without an offset',
      {
        maintenance: [{ from: '2025-06-01T22:00:00', to: '2025-06-02T02:00:00Z', announcedOn: '2025-05-01' }],
      },
      /^maintenance\[0\]\.from: is "2025-06-01T22:00:00", allowed is an instant with its offset/,
    ],
    [
      'maintenance on a day that there is not',
      { maintenance: [window('2025-06-31T22:00', '2025-07-02T02:00')] },
      /^maintenance\[0\]\.from: "2025-06-31T22:00:00\+08:00" is no such instant/,
    ],
    ['ten years without work', offFor(11), /^years: has no working day in the ten years to 2030-01-01/],
  ])('refuses %s', (_, change, fault) => {
    const parsed = parseCalendar({ ...file, ...change }, 'DESK');
    expect('faults' in parsed ? parsed.faults.map(formatFault) : []).toEqual([expect.stringMatching(fault)]);
  });

  it('takes ten years without work, and an eleventh with it', () => {
    expect(parseCalendar({ ...file, ...offFor(10) }, 'DESK')).toHaveProperty('value');
  });

  it('refuses what is no calendar at all', () => {
    for (const document of [null, 7, 'CN', [], {}])
      expect(parseCalendar(document, 'CN')).toHaveProperty('faults');
  });
});
