import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from '#decisions/hash';
import { type Fault, joinPath, quote, unknownName } from '#domain/fault';
import type { WorkCalendar } from '#domain/time/calendar';
import { dayOfWeek, parsePlainDate, plainDate, type PlainDate, yearOf } from '#domain/time/dates';
import { readJson, rulesFolder } from './rules-folder.js';
import { type CalendarFile, calendarSchema, type Localised } from './template.js';
import { TemplateError } from './template-error.js';

/** A calendar as it is published, with the version and hash that tell one state of it from another. */
export interface PublishedCalendar {
  readonly calendar: WorkCalendar;
  readonly version: string;
  readonly title: Localised;
  readonly hash: string;
}

/** The ids of the calendars there are, sorted. */
export async function listCalendars(): Promise<string[]> {
  const files = await readdir(join(rulesFolder(), 'calendars'));
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .toSorted();
}

/** Reads a calendar and checks every day of it. Throws a `TemplateError` that lists the ids there are, or its faults. */
export async function loadCalendar(id: string): Promise<PublishedCalendar> {
  const ids = await listCalendars();
  if (!ids.includes(id)) throw new TemplateError(id, [unknownName('calendar', 'calendar', id, ids)]);
  const read = await readJson(join(rulesFolder(), 'calendars'), `${id}.json`, calendarSchema);
  if ('faults' in read) throw new TemplateError(id, read.faults);
  const faults = calendarFaults(read.value, id);
  if (faults.length > 0) throw new TemplateError(id, faults);
  const { version, title, years } = read.value;
  return { calendar: { id, years: publishedYears(years) }, version, title, hash: contentHash(read.value) };
}

function publishedYears(years: CalendarFile['years']): WorkCalendar['years'] {
  const published = Object.entries(years).map(([year, { notice, publishedOn, offDays, makeUpDays }]) => {
    const days = { offDays: offDays.map(plainDate), makeUpDays: makeUpDays.map(plainDate) };
    return [year, { notice, publishedOn: plainDate(publishedOn), ...days }] as const;
  });
  return Object.fromEntries(published);
}

/** What is wrong with the days: not of their year, given twice, or a make-up day that is a weekday anyway. */
function calendarFaults(file: CalendarFile, id: string): Fault[] {
  const faults: Fault[] = [];
  if (file.id !== id) faults.push(unknownName('id', 'id for this file', file.id, [id]));
  for (const [year, { publishedOn, offDays, makeUpDays }] of Object.entries(file.years)) {
    const path = joinPath('years', year);
    const published = dayFault(publishedOn, null, joinPath(path, 'publishedOn'));
    if (published !== null) faults.push(published);
    const days = [
      ...offDays.map((day) => ['offDays', day] as const),
      ...makeUpDays.map((day) => ['makeUpDays', day] as const),
    ];
    days.forEach(([list, day], index) => {
      const at = joinPath(path, list);
      const fault =
        dayFault(day, year, at) ?? (list === 'makeUpDays' ? makeUpFault(day as PlainDate, at) : null);
      if (fault !== null) faults.push(fault);
      else if (days.findIndex(([, other]) => other === day) !== index) {
        faults.push({ path: at, problem: `${quote(day)} is given twice`, allowed: 'each is allowed once' });
      }
    });
  }
  return faults;
}

function dayFault(day: string, year: string | null, path: string): Fault | null {
  const date = parsePlainDate(day);
  if (date !== null && (year === null || String(yearOf(date)) === year)) return null;
  return {
    path,
    problem: `${quote(day)} is no such day`,
    allowed: `allowed is a day of ${year ?? 'the calendar'}`,
  };
}

function makeUpFault(day: PlainDate, path: string): Fault | null {
  if (dayOfWeek(day) > 5) return null;
  return { path, problem: `${quote(day)} is a weekday`, allowed: 'a make-up day falls on a weekend' };
}
