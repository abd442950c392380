import fc from 'fast-check';
import { fen, sumFen } from '../money/fen.js';
import { type WorkCalendar } from '../time/calendar.js';
import { addDays, dayOfMonth, periodOf, plainDate, termEndDate } from '../time/dates.js';
import { endOfDay } from './due-days.js';
import { buildSchedule } from './schedule.js';

const starts = fc.nat(6000).map((days) => addDays(plainDate('2020-01-01'), days));
const zones = fc.constantFrom('Asia/Shanghai', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'UTC');

/** No due day here moves, whatever day it is. */
const ANY_DAYS: WorkCalendar = {
  id: 'any',
  version: '1',
  zone: null,
  week: null,
  makeUpShifts: null,
  maintenance: [],
  years: {},
};

const terms = fc
  .record({
    startDate: starts,
    months: fc.integer({ min: 1, max: 36 }),
    monthlyFee: fc.integer({ min: 1, max: 1_000_000_000 }),
    zone: zones,
    reportDueDay: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ startDate, months, monthlyFee, zone, reportDueDay }) => ({
    zone,
    startDate,
    endDate: termEndDate(startDate, months),
    monthlyFee: fen(monthlyFee),
    totalAmount: fen(monthlyFee * months),
    partMonths: 'byDay' as const,
    reports: { dueDay: reportDueDay, reminderBeforeDays: 2 },
    dueDays: { included: 'inclusive', roll: 'stays' } as const,
    calendar: ANY_DAYS,
  }));

describe('buildSchedule', () => {
  it('covers the term without a gap, month by month', () => {
    fc.assert(
      fc.property(terms, (basis) => {
        const schedule = buildSchedule(basis);
        expect(schedule[0]?.firstDate).toBe(basis.startDate);
        expect(schedule.at(-1)?.endDate).toBe(basis.endDate);
        schedule.forEach((month, index) => {
          expect(month.from < month.to).toBe(true);
          expect(month.period).toBe(periodOf(month.firstDate));
          const before = schedule[index - 1];
          if (!before) return;
          expect([before.to, before.endDate]).toEqual([month.from, month.firstDate]);
          expect(dayOfMonth(month.firstDate)).toBe(1);
        });
      }),
    );
  });

  it('has fees that sum to the total; only the first and the last month differ from the monthly fee', () => {
    fc.assert(
      fc.property(terms, (basis) => {
        const fees = buildSchedule(basis).map((month) => month.fee);
        expect(sumFen(fees)).toBe(basis.totalAmount);
        for (const fee of fees.slice(1, -1)) expect(fee).toBe(basis.monthlyFee);
        for (const fee of fees) expect(fee >= 0 && fee <= basis.monthlyFee).toBe(true);
      }),
    );
  });

  it('has each report due by the end of its day in the month after', () => {
    fc.assert(
      fc.property(terms, (basis) => {
        for (const month of buildSchedule(basis)) {
          const { reportDueAt, reportRemindAt, to } = month;
          expect(reportDueAt !== null && reportDueAt > to).toBe(true);
          expect(reportDueAt !== null && reportRemindAt !== null && reportRemindAt < reportDueAt).toBe(true);
        }
      }),
    );
  });
});

describe('endOfDay', () => {
  it.each([
    ['2025-01-10', 'Asia/Shanghai', '2025-01-10T16:00:00Z'],
    // A day of 23 hours, and one of 25.
    ['2025-03-09', 'America/New_York', '2025-03-10T04:00:00Z'],
    ['2025-11-02', 'America/New_York', '2025-11-03T05:00:00Z'],
  ])('%s in %s is %s', (date, zone, at) => {
    expect(endOfDay(plainDate(date), zone)).toBe(at);
  });
});
