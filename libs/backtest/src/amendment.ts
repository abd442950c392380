import { type RuleSet } from '#domain/decision';
import {
  type Measure,
  type MeetingFact,
  type Priority,
  type TargetKind,
  type TargetTerms,
} from '#domain/terms';
import { type WorkCalendar } from '#domain/time/calendar';
import { type Calendars } from '#templates/package-calendars';
import { type Template } from '#templates/template';

/** A template with the calendars that its contracts can have. */
export interface TemplateWithCalendars {
  readonly template: Template;
  readonly calendars: Calendars;
}

/** A target of an amended table: what is left out is taken from the contract's target of the same kind. */
export interface AmendedTarget {
  readonly kind: TargetKind;
  readonly measure: Measure;
  readonly clock?: TargetTerms['clock'];
  readonly metBy?: readonly MeetingFact[];
  readonly clause?: string;
}

/**
 * What is to be tried on the past. Plain data, so that it can be sent to another thread and kept in the database.
 *
 * - `template`: another template or version; contracts keep their parameters.
 * - `parameters`: other values, by name.
 * - `calendar`: takes the place of the contract's calendar.
 * - `targets`: for each priority named its whole list; the others keep theirs.
 * - `rules`: by what they decide: `priority`, or the id of a consequence (`penalty`).
 */
export interface Amendment {
  readonly template?: TemplateWithCalendars;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly calendar?: WorkCalendar;
  readonly targets?: Readonly<Record<Priority, readonly AmendedTarget[]>>;
  readonly rules?: Readonly<Record<string, RuleSet>>;
}

/** The name under which an amendment has the rules of clause 2.2. */
export const PRIORITY_RULES = 'priority';
