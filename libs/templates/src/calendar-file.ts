import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';

const localised = closedObject({ 'zh-CN': z.string().min(1).max(2000), en: z.string().min(1).max(2000) });
/** The form of a date; whether there is such a day is looked at afterwards. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'allowed is a day like 2025-01-31');
const wallTime = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'allowed is a time from 00:00 to 24:00, such as 09:30');
/** The form of an instant with its offset. */
const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/,
    'allowed is an instant with its offset, such as 2025-06-01T22:00:00+08:00',
  );

const shift = closedObject({ from: wallTime, to: wallTime });
const shifts = z.array(shift).min(1).max(24);
const dayShifts = z.exactOptional(z.array(shift).max(24));

const maintenanceWindow = closedObject({ from: instant, to: instant, announcedOn: date });

const calendarYear = closedObject({
  notice: z.string().min(1).max(200),
  publishedOn: date,
  offDays: z.array(date).max(366),
  makeUpDays: z.array(date).max(366),
  /** Days with shifts of their own. */
  specialDays: z.exactOptional(z.record(date, shifts)),
});

/**
 * `rules/calendars/ID.json`: where and when work is done, and the published years, each with its notice and the day
 * since when it is known.
 */
export const calendarSchema = closedObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]{0,31}$/),
  version: z.string().min(1).max(32),
  title: localised,
  /** Left out where the calendar is read in each contract's own zone. */
  zone: z.exactOptional(z.string().min(1).max(64)),
  /** Left out where Mondays to Fridays are worked whole; a day left out is a day off. */
  week: z.exactOptional(
    closedObject({
      monday: dayShifts,
      tuesday: dayShifts,
      wednesday: dayShifts,
      thursday: dayShifts,
      friday: dayShifts,
      saturday: dayShifts,
      sunday: dayShifts,
    }),
  ),
  /** Left out where a make-up day has the shifts of Monday. */
  makeUpShifts: z.exactOptional(shifts),
  maintenance: z.exactOptional(z.array(maintenanceWindow).max(500)),
  years: z.record(z.string().regex(/^\d{4}$/), calendarYear),
});

export type CalendarFile = z.infer<typeof calendarSchema>;
export type CalendarFileYear = z.infer<typeof calendarYear>;
export type ShiftFile = z.infer<typeof shift>;

/** The days of the week as a calendar's file names them, Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
