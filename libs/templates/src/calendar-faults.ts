import { type Fault, joinPath, nearestName, quote, unknownName } from '#domain/fault';
import { isWorkingDay, shiftsOf, type WorkCalendar } from '#domain/time/calendar';
import { addDays, parsePlainDate, plainDate, type PlainDate, yearOf } from '#domain/time/dates';
import { parseInstant, toSeconds } from '#domain/time/instant';
import { isZone } from '#domain/time/zone';
import { type CalendarFile, type CalendarFileYear, type ShiftFile, WEEKDAYS } from './calendar-file.js';

const SECONDS_PER_DAY = 86_400;
const LONGEST_MAINTENANCE_DAYS = 31;
/** Ten years, leap days included: after so long without work a clock would wait for ever. */
const MOST_IDLE_DAYS = 3653;

/** What is wrong with a calendar's file by itself: names, times and days, each by its path. */
export function fileFaults(file: CalendarFile, id: string): Fault[] {
  return [
    ...(file.id === id ? [] : [unknownName('id', 'id for this file', file.id, [id])]),
    ...zoneFaults(file),
    ...weekFaults(file),
    ...(file.makeUpShifts ? shiftFaults(file.makeUpShifts, 'makeUpShifts') : []),
    ...maintenanceFaults(file.maintenance ?? []),
    ...Object.entries(file.years).flatMap(([name, year]) => yearFaults(name, year)),
  ];
}

/** What is wrong with a calendar whose file has no faults: days that are worked anyway, or never. */
export function calendarFaults(calendar: WorkCalendar): Fault[] {
  return [...makeUpFaults(calendar), ...idleFaults(calendar)];
}

function zoneFaults({ zone }: CalendarFile): Fault[] {
  if (zone === undefined || isZone(zone)) return [];
  const nearest = nearestName(zone, Intl.supportedValuesOf('timeZone'));
  const hint = nearest === null ? '' : `, did you mean ${quote(nearest)}?`;
  const problem = `unknown zone ${quote(zone)}${hint}`;
  return [{ path: 'zone', problem, allowed: 'allowed is an IANA time zone like Asia/Shanghai' }];
}

function weekFaults({ week }: CalendarFile): Fault[] {
  if (week === undefined) return [];
  const faults = WEEKDAYS.flatMap((day) => shiftFaults(week[day] ?? [], joinPath('week', day)));
  if (WEEKDAYS.some((day) => (week[day] ?? []).length > 0)) return faults;
  return [...faults, { path: 'week', problem: 'has no shift', allowed: 'at least one day has one' }];
}

/** Of one day's shifts: each ends after it begins, and they follow one another. */
function shiftFaults(shifts: readonly ShiftFile[], path: string): Fault[] {
  const faults: Fault[] = [];
  shifts.forEach(({ from, to }, index) => {
    const at = joinPath(path, index);
    const before = shifts[index - 1];
    if (from >= to) {
      const problem = `begins at ${from} and ends at ${to}`;
      const allowed = 'a shift ends after it begins; one over midnight is written as two, on two days';
      faults.push({ path: at, problem, allowed });
    } else if (before !== undefined && from < before.to) {
      const problem = `begins at ${from}, before the one before it ends at ${before.to}`;
      faults.push({ path: at, problem, allowed: 'the shifts of a day are in order and do not overlap' });
    }
  });
  return faults;
}

function maintenanceFaults(windows: NonNullable<CalendarFile['maintenance']>): Fault[] {
  const faults: Fault[] = [];
  windows.forEach((window, index) => {
    const path = joinPath('maintenance', index);
    const [from, to] = [parseInstant(window.from), parseInstant(window.to)];
    const last = windows[index - 1];
    const before = last === undefined ? null : parseInstant(last.to);
    const announced = dayFault(window.announcedOn, null, joinPath(path, 'announcedOn'));
    if (from === null) faults.push(instantFault(window.from, joinPath(path, 'from')));
    if (to === null) faults.push(instantFault(window.to, joinPath(path, 'to')));
    if (announced !== null) faults.push(announced);
    if (from === null || to === null) return;
    const days = (toSeconds(to) - toSeconds(from)) / SECONDS_PER_DAY;
    const add = (problem: string, allowed: string): void => void faults.push({ path, problem, allowed });
    if (days <= 0) add(`begins at ${window.from} and ends at ${window.to}`, 'it ends after it begins');
    if (days > LONGEST_MAINTENANCE_DAYS)
      add(`lasts ${Math.ceil(days)} days`, `allowed are at most ${LONGEST_MAINTENANCE_DAYS}`);
    if (before !== null && from < before)
      add(`begins at ${window.from}, before the one before it ends`, 'they are in order and do not overlap');
    if (window.announcedOn > window.from.slice(0, 10))
      add(`was announced on ${window.announcedOn}, after it began`, 'it is announced before it begins');
  });
  return faults;
}

function instantFault(text: string, path: string): Fault {
  return { path, problem: `${quote(text)} is no such instant`, allowed: 'allowed is one with its offset' };
}

/** Of one year: days that are not its own, days named twice, and the shifts of special days. */
function yearFaults(name: string, year: CalendarFileYear): Fault[] {
  const path = joinPath('years', name);
  const specialDays = year.specialDays ?? {};
  const days = [
    ...year.offDays.map((day) => ({ day, at: joinPath(path, 'offDays') })),
    ...year.makeUpDays.map((day) => ({ day, at: joinPath(path, 'makeUpDays') })),
    ...Object.keys(specialDays).map((day) => ({ day, at: joinPath(path, 'specialDays') })),
  ];
  const named = new Set<string>();
  const faults: (Fault | null)[] = [dayFault(year.publishedOn, null, joinPath(path, 'publishedOn'))];
  for (const { day, at } of days) {
    const twice = { path: at, problem: `${quote(day)} is given twice`, allowed: 'each is allowed once' };
    faults.push(dayFault(day, name, at) ?? (named.has(day) ? twice : null));
    named.add(day);
  }
  for (const [day, shifts] of Object.entries(specialDays))
    faults.push(...shiftFaults(shifts, joinPath(path, 'specialDays', day)));
  return faults.filter((fault) => fault !== null);
}

function dayFault(day: string, year: string | null, path: string): Fault | null {
  const date = parsePlainDate(day);
  if (date !== null && (year === null || day.startsWith(`${year}-`))) return null;
  const allowed = `allowed is a day of ${year ?? 'the calendar'}`;
  return { path, problem: `${quote(day)} is no such day`, allowed };
}

/** A make-up day is worked although it falls on a day off; so it needs shifts, and a day off to fall on. */
function makeUpFaults(calendar: WorkCalendar): Fault[] {
  const byWeekdayAlone: WorkCalendar = { ...calendar, years: {} };
  return Object.entries(calendar.years).flatMap(([name, { makeUpDays }]) => {
    const path = joinPath('years', name, 'makeUpDays');
    return makeUpDays.flatMap((day): Fault[] => {
      if (isWorkingDay(byWeekdayAlone, day)) {
        const problem = `${quote(day)} is worked anyway`;
        return [{ path, problem, allowed: 'a make-up day falls on a day off such as a weekend' }];
      }
      if (shiftsOf(calendar, day).length > 0) return [];
      const allowed = 'give makeUpShifts where Monday is off';
      return [{ path, problem: `${quote(day)} has no shifts`, allowed }];
    });
  });
}

/** Ten years on end without work, which only published years can hold: every other week has a shift. */
function idleFaults(calendar: WorkCalendar): Fault[] {
  let idle = 0;
  let last: number | null = null;
  for (const year of Object.keys(calendar.years)
    .map(Number)
    .toSorted((a, b) => a - b)) {
    if (last !== null && year !== last + 1) idle = 0;
    last = year;
    for (let day = firstDayOf(year); yearOf(day) === year; day = addDays(day, 1)) {
      idle = isWorkingDay(calendar, day) ? 0 : idle + 1;
      if (idle <= MOST_IDLE_DAYS) continue;
      const problem = `has no working day in the ten years to ${day}`;
      return [{ path: 'years', problem, allowed: 'ten years have at least one working day' }];
    }
  }
  return [];
}

function firstDayOf(year: number): PlainDate {
  return plainDate(`${String(year).padStart(4, '0')}-01-01`);
}
