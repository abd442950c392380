import { type Fault, joinPath, unknownName } from '#domain/fault';
import { parseCalendar, type PublishedCalendar } from './calendars.js';
import type { ParameterValues } from './parameters.js';
import { inFile, packageJson, type TemplatePackage } from './package.js';
import type { TemplateParts } from './template.js';

/** Calendars by their ids. */
export type Calendars = Readonly<Record<string, PublishedCalendar>>;

const CALENDAR_FILE = /^calendars\/([A-Z][A-Z0-9-]{0,31})\.json$/;

/** The id of the calendar that a package's file holds; null where it holds none. */
export function calendarIdOf(path: string): string | null {
  return CALENDAR_FILE.exec(path)?.[1] ?? null;
}

/** The calendars that a package holds itself, `calendars/ID.json`. */
export function ownCalendars(source: TemplatePackage): { calendars: Calendars; faults: Fault[] } {
  const calendars: Record<string, PublishedCalendar> = {};
  const faults: Fault[] = [];
  for (const path of Object.keys(source.files)) {
    const id = calendarIdOf(path);
    if (id === null) continue;
    const document = packageJson(source, path);
    const parsed = 'faults' in document ? document : parseCalendar(document.value, id);
    if ('value' in parsed) calendars[id] = parsed.value;
    else faults.push(...('faults' in document ? parsed.faults : inFile(path, parsed.faults)));
  }
  return { calendars, faults };
}

/** The ids of the calendars that contracts of the template can have, each with the place that names it. */
export function namedCalendars({
  terms,
  parameters,
}: Pick<TemplateParts, 'terms' | 'parameters'>): { id: string; path: string }[] {
  const { calendar } = terms;
  if (typeof calendar === 'string') return [{ id: calendar, path: 'terms.calendar' }];
  const index = parameters.findIndex(({ name }) => name === calendar.parameter);
  const definition = parameters[index];
  if (definition?.type !== 'enum') return [];
  const path = joinPath('parameters', index, 'values');
  return Object.keys(definition.values).map((id) => ({ id, path: joinPath(path, id) }));
}

/** The id of the calendar that a contract with these values has. */
export function calendarIdFor({ terms }: Pick<TemplateParts, 'terms'>, values: ParameterValues): string {
  const { calendar } = terms;
  return typeof calendar === 'string' ? calendar : String(values[calendar.parameter]);
}

/**
 * The calendars that the template names: its own where it has one of the id, else the shared one, given as the document
 * it is. One that is neither is a fault, with the nearest id.
 */
export function usedCalendars(
  parts: Pick<TemplateParts, 'terms' | 'parameters'>,
  own: Calendars,
  shared: Readonly<Record<string, unknown>>,
): { calendars: Calendars; faults: Fault[] } {
  const calendars: Record<string, PublishedCalendar> = {};
  const faults: Fault[] = [];
  for (const { id, path } of namedCalendars(parts)) {
    const ownOne = Object.hasOwn(own, id) ? own[id] : undefined;
    if (ownOne !== undefined) calendars[id] = ownOne;
    else if (Object.hasOwn(shared, id)) {
      const parsed = parseCalendar(shared[id], id);
      if ('value' in parsed) calendars[id] = parsed.value;
      else faults.push(...inFile(`calendars/${id}.json`, parsed.faults));
    } else {
      faults.push(
        unknownName(path, 'calendar', id, [...Object.keys(own), ...Object.keys(shared)].toSorted()),
      );
    }
  }
  return { calendars, faults };
}
