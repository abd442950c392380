import { isWorkingDay } from '#domain/time/calendar';
import { addDays, dayOfWeek } from '#domain/time/dates';
import { dateIn } from '#domain/time/zone';
import { loadCalendar } from '#templates/calendars';
import { StartBook } from './starts.js';

const HOURS_OF_FORTNIGHT = 336;

describe('the starts at which deadlines are tried', () => {
  it('go hour by hour through a fortnight with a holiday, a weekend and a make-up day', async () => {
    const { calendar } = await loadCalendar('CN');
    const { starts } = new StartBook(calendar, 'Asia/Shanghai');
    expect(starts).toHaveLength(HOURS_OF_FORTNIGHT);
    const days = [...new Set(starts.map((start) => dateIn(start, 'Asia/Shanghai')))];
    expect(days).toHaveLength(14);
    const isWeekend = (day: (typeof days)[number]) => dayOfWeek(day) > 5;
    expect(days.some((day) => !isWeekend(day) && !isWorkingDay(calendar, day))).toBe(true);
    expect(days.some((day) => isWeekend(day) && isWorkingDay(calendar, day))).toBe(true);
    expect(days.some((day) => isWeekend(day) && !isWorkingDay(calendar, day))).toBe(true);
  });

  it.each(['America/New_York', 'Australia/Lord_Howe'])(
    'go through both changes of the clocks in %s',
    async (zone) => {
      const { calendar } = await loadCalendar('CN');
      const days = new Set(new StartBook(calendar, zone).starts.map((start) => dateIn(start, zone)));
      const changes =
        zone === 'America/New_York' ? ['2025-03-09', '2025-11-02'] : ['2025-04-06', '2025-10-05'];
      for (const change of changes) expect([...days]).toContain(change);
    },
  );

  it('are due by the same clock as requests; long measures are tried at some of them', async () => {
    const { calendar } = await loadCalendar('CN');
    const book = new StartBook(calendar, 'Asia/Shanghai');
    const dues = book.duesOf({ unit: 'minutes', amount: 60 });
    expect(dues.slice(0, 3)).toEqual(book.starts.slice(1, 4));
    const long = book.duesOf({ unit: 'workingDays', amount: 250 });
    expect(long.filter((due) => due !== null)).toHaveLength(Math.ceil(HOURS_OF_FORTNIGHT / 29));
    const [start, due] = [book.starts[0], long[0]];
    expect(
      start !== undefined &&
        due != null &&
        dateIn(due, 'Asia/Shanghai') > addDays(dateIn(start, 'Asia/Shanghai'), 250),
    ).toBe(true);
  });
});
