import { isPublished, isWorkingDay, type WorkCalendar } from './calendar.js';
import { plainDate } from './dates.js';

const calendar: WorkCalendar = {
  id: 'sample',
  years: {
    '2025': {
      notice: 'a notice',
      publishedOn: plainDate('2024-11-12'),
      offDays: [plainDate('2025-01-01'), plainDate('2025-10-04')],
      makeUpDays: [plainDate('2025-01-26')],
    },
  },
};

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
});

describe('isPublished', () => {
  it('goes by the year', () => {
    expect(isPublished(calendar, plainDate('2025-12-31'))).toBe(true);
    expect(isPublished(calendar, plainDate('2026-01-01'))).toBe(false);
    expect(isPublished(calendar, plainDate('2024-12-31'))).toBe(false);
  });
});
