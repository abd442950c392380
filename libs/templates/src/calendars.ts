import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from '#decisions/hash';
import { parseDocument } from '#decisions/schema-faults';
import { unknownName } from '#domain/fault';
import type { CalendarYear, Shift, Week, WorkCalendar } from '#domain/time/calendar';
import { plainDate, type PlainDate } from '#domain/time/dates';
import { instant } from '#domain/time/instant';
import { calendarFaults, fileFaults } from './calendar-faults.js';
import { type CalendarFile, type CalendarFileYear, calendarSchema } from './calendar-file.js';
import { inFile, type Read } from './package.js';
import { readRawJson, rulesFolder } from './rules-folder.js';
import { type Localised } from './template.js';
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
  const file = `${id}.json`;
  const raw = await readRawJson(join(rulesFolder(), 'calendars'), file);
  if ('faults' in raw) throw new TemplateError(id, raw.faults);
  const parsed = parseCalendar(raw.value, id);
  if ('faults' in parsed) throw new TemplateError(id, inFile(file, parsed.faults));
  return parsed.value;
}

/**
 * A calendar from its document, checked whole, or what is wrong with it. `id` is the name under which it is found. The
 * member `$schema`, which is there for editors, is left out. Reads nothing: calendars inside a package come this way.
 */
export function parseCalendar(document: unknown, id: string): Read<PublishedCalendar> {
  const parsed = parseDocument(calendarSchema, withoutSchema(document));
  if ('faults' in parsed) return parsed;
  const file = parsed.value;
  const faults = fileFaults(file, id);
  if (faults.length > 0) return { faults };
  const calendar = workCalendar(file);
  const calendarWide = calendarFaults(calendar);
  if (calendarWide.length > 0) return { faults: calendarWide };
  return { value: { calendar, version: file.version, title: file.title, hash: contentHash(file) } };
}

function withoutSchema(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('$schema' in document)) return document;
  const { $schema: _, ...rest } = document;
  return rest;
}

function workCalendar(file: CalendarFile): WorkCalendar {
  return {
    id: file.id,
    version: file.version,
    zone: file.zone ?? null,
    week: file.week === undefined ? null : weekOf(file.week),
    makeUpShifts: file.makeUpShifts ?? null,
    maintenance: (file.maintenance ?? []).map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
    years: Object.fromEntries(Object.entries(file.years).map(([name, year]) => [name, calendarYear(year)])),
  };
}

function weekOf(week: NonNullable<CalendarFile['week']>): Week {
  return {
    1: week.monday ?? [],
    2: week.tuesday ?? [],
    3: week.wednesday ?? [],
    4: week.thursday ?? [],
    5: week.friday ?? [],
    6: week.saturday ?? [],
    7: week.sunday ?? [],
  };
}

function calendarYear({
  notice,
  publishedOn,
  offDays,
  makeUpDays,
  specialDays,
}: CalendarFileYear): CalendarYear {
  const special = Object.entries(specialDays ?? {}).map(([day, shifts]): [PlainDate, readonly Shift[]] => [
    plainDate(day),
    shifts,
  ]);
  return {
    notice,
    publishedOn: plainDate(publishedOn),
    offDays: offDays.map(plainDate),
    makeUpDays: makeUpDays.map(plainDate),
    specialDays: Object.fromEntries(special),
  };
}
