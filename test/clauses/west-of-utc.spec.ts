/** @jest-environment ./test/support/new-york-environment.mjs */
import { readdirSync, readFileSync } from 'node:fs';
import { addDays, dayOfWeek, plainDate, type PlainDate } from '#domain/time/dates';
import { isWorkingDay, type WorkCalendar } from '#domain/time/calendar';
import { loadCalendar } from '#templates/calendars';
import { rehearsed } from '../support/builders.js';
import { documentDifferences } from '../support/compare.js';
import { type RehearsalDocument } from '#rehearsal/document';

const CASES = new URL('../cases/rehearsal/', import.meta.url);
const ANSWER = '.expected.json';

/** What a contract says does not depend on where the machine stands: here it stands in New York. */
describe('on a machine in America/New_York', () => {
  it('that really is there', () => {
    expect(new Date('2025-01-01T00:00:00Z').getDate()).toBe(31);
  });

  describe('working days', () => {
    let calendar: WorkCalendar;

    beforeAll(async () => {
      ({ calendar } = await loadCalendar('CN'));
    });

    /** As many as the notices make: weekdays, less holidays on weekdays, and the make-up days. */
    it.each([
      ['2025', 248],
      ['2026', 248],
    ])('of %s are %i', (year, count) => {
      expect(daysOf(year).filter((date) => isWorkingDay(calendar, date))).toHaveLength(count);
    });

    it.each(['2025', '2026'])('of %s are the days of the notice', (year) => {
      const { offDays = [], makeUpDays = [] } = calendar.years[year] ?? {};
      for (const date of daysOf(year)) {
        const isWorked = makeUpDays.includes(date) || (dayOfWeek(date) <= 5 && !offDays.includes(date));
        expect([date, isWorkingDay(calendar, date)]).toEqual([date, isWorked]);
      }
    });
  });

  it.each(names())('the scenario %s has the same answer', async (name) => {
    const document = await rehearsed(read(`${name}.json`));
    expect(documentDifferences(read<RehearsalDocument>(`${name}${ANSWER}`), document)).toEqual([]);
  });
});

function daysOf(year: string): PlainDate[] {
  const days: PlainDate[] = [];
  for (let date = plainDate(`${year}-01-01`); date.startsWith(year); date = addDays(date, 1)) days.push(date);
  return days;
}

function names(): string[] {
  const answers = readdirSync(CASES).filter((name) => name.endsWith(ANSWER));
  return answers.map((name) => name.slice(0, -ANSWER.length)).toSorted();
}

function read<Document>(name: string): Document {
  return JSON.parse(readFileSync(new URL(name, CASES), 'utf8')) as Document;
}
