import { execFileSync } from 'node:child_process';
import { isPublished, isWorkingDay } from '#domain/time/calendar';
import { addDays, dayOfWeek, daysBetween, plainDate, type PlainDate } from '#domain/time/dates';
import { listCalendars, loadCalendar } from './calendars.js';

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

  it('is the one there is', async () => {
    expect(await listCalendars()).toEqual(['CN']);
    await expect(loadCalendar('cn')).rejects.toThrow(/unknown calendar "cn", did you mean "CN"\?/);
  });
});
