import fc from 'fast-check';
import { type DueDayTerms } from '../terms.js';
import { isWorkingDay, type CalendarYear, type WorkCalendar } from '../time/calendar.js';
import { addDays, plainDate, type PlainDate } from '../time/dates.js';
import { startOfDay } from '../time/zone.js';
import { dueInstant, rolled, type DueDayBook } from './due-days.js';

const days = (...lines: string[]): PlainDate[] => lines.flatMap((line) => line.split(' ').map(plainDate));

function year(offDays: PlainDate[], makeUpDays: PlainDate[]): CalendarYear {
  return { notice: 'a notice', publishedOn: plainDate('2024-11-12'), offDays, makeUpDays, specialDays: {} };
}

/** The Spring Festival and the National Day of 2025, and a day off at either end of the year. */
const CALENDAR: WorkCalendar = {
  id: 'CN',
  version: '1',
  zone: null,
  week: null,
  makeUpShifts: null,
  maintenance: [],
  years: {
    '2025': year(
      days(
        '2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-03 2025-02-04',
        '2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08 2025-12-31',
      ),
      days('2025-01-26 2025-02-08 2025-09-28 2025-10-11'),
    ),
  },
};

const book = (dueDays: Partial<DueDayTerms>, zone = 'Asia/Shanghai'): DueDayBook => {
  return { dueDays: { included: 'inclusive', roll: 'stays', ...dueDays }, calendar: CALENDAR, zone };
};

describe('a due day that is no working day (Civil Code art. 203)', () => {
  it.each<[string, string, string, string]>([
    // A Friday, a Saturday, a Sunday.
    ['2025-03-07', '2025-03-07', '2025-03-07', '2025-03-07'],
    ['2025-03-08', '2025-03-08', '2025-03-10', '2025-03-07'],
    ['2025-03-09', '2025-03-09', '2025-03-10', '2025-03-07'],
    // Worked although Sundays and Saturdays.
    ['2025-01-26', '2025-01-26', '2025-01-26', '2025-01-26'],
    ['2025-02-08', '2025-02-08', '2025-02-08', '2025-02-08'],
    // Off although weekdays, with the weekend between them.
    ['2025-01-28', '2025-01-28', '2025-02-05', '2025-01-27'],
    ['2025-02-01', '2025-02-01', '2025-02-05', '2025-01-27'],
    ['2025-10-01', '2025-10-01', '2025-10-09', '2025-09-30'],
    ['2025-10-11', '2025-10-11', '2025-10-11', '2025-10-11'],
    ['2025-10-12', '2025-10-12', '2025-10-13', '2025-10-11'],
    // Over the end of a year; 2026 is not published, so its days are those of the week.
    ['2025-12-31', '2025-12-31', '2026-01-01', '2025-12-30'],
    ['2025-01-01', '2025-01-01', '2025-01-02', '2024-12-31'],
  ])('%s stays %s, or moves to %s, or back to %s', (date, stays, next, previous) => {
    const day = plainDate(date);
    expect(rolled(day, book({ roll: 'stays' }))).toBe(stays);
    expect(rolled(day, book({ roll: 'next' }))).toBe(next);
    expect(rolled(day, book({ roll: 'previous' }))).toBe(previous);
  });
});

describe('the instant of a due day (clauses 2.5, 3.2)', () => {
  it.each<[string, Partial<DueDayTerms>, string, string, string]>([
    ['2025-03-07', { included: 'inclusive' }, 'Asia/Shanghai', '2025-03-07', '2025-03-07T16:00:00Z'],
    ['2025-03-07', { included: 'exclusive' }, 'Asia/Shanghai', '2025-03-07', '2025-03-06T16:00:00Z'],
    ['2025-03-08', { roll: 'next' }, 'Asia/Shanghai', '2025-03-10', '2025-03-10T16:00:00Z'],
    // Without the day: before the day begins to which it has moved.
    ['2025-03-08', { roll: 'next', included: 'exclusive' }, 'UTC', '2025-03-10', '2025-03-10T00:00:00Z'],
    ['2025-03-08', { roll: 'previous', included: 'exclusive' }, 'UTC', '2025-03-07', '2025-03-07T00:00:00Z'],
    // To the end of a day of 23 hours, of one of 25, and of one that begins at 01:00 where midnight was skipped.
    ['2025-03-09', {}, 'America/New_York', '2025-03-09', '2025-03-10T04:00:00Z'],
    ['2025-11-02', {}, 'America/New_York', '2025-11-02', '2025-11-03T05:00:00Z'],
    ['2018-11-03', {}, 'America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00Z'],
    // Samoa had no 30 December 2011: the day before it ends where the 31st begins.
    ['2011-12-29', {}, 'Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00Z'],
  ])('%s, %o, in %s', (date, dueDays, zone, moved, at) => {
    expect(dueInstant(plainDate(date), book(dueDays, zone))).toEqual({ date: moved, at });
  });
});

describe('laws of due days', () => {
  const dates = fc.integer({ min: -200, max: 600 }).map((offset) => addDays(plainDate('2025-01-01'), offset));
  const rolls = fc.constantFrom('next', 'previous');
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
  );

  it('moves to a working day, and passes none', () => {
    fc.assert(
      fc.property(dates, rolls, (date, roll) => {
        const moved = rolled(date, book({ roll }));
        expect(isWorkingDay(CALENDAR, moved)).toBe(true);
        expect(roll === 'next' ? moved >= date : moved <= date).toBe(true);
        const step = roll === 'next' ? 1 : -1;
        for (let day = date; day !== moved; day = addDays(day, step))
          expect(isWorkingDay(CALENDAR, day)).toBe(false);
      }),
    );
  });

  it('a later day is never due earlier, and what has moved does not move again', () => {
    fc.assert(
      fc.property(dates, fc.nat(30), fc.constantFrom('stays', 'next', 'previous'), (date, more, roll) => {
        const [early, late] = [rolled(date, book({ roll })), rolled(addDays(date, more), book({ roll }))];
        expect(early <= late).toBe(true);
        expect(rolled(early, book({ roll }))).toBe(early);
      }),
    );
  });

  it('with the day is a day later than without it, by the clock of the zone', () => {
    fc.assert(
      fc.property(dates, rolls, zones, (date, roll, zone) => {
        const included = dueInstant(date, book({ roll }, zone));
        const excluded = dueInstant(date, book({ roll, included: 'exclusive' }, zone));
        expect(included.date).toBe(excluded.date);
        expect(excluded.at).toBe(startOfDay(included.date, zone));
        expect(included.at).toBe(startOfDay(addDays(included.date, 1), zone));
      }),
    );
  });
});
