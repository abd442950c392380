import { z } from 'zod';
import { readRuleSet } from '#decisions/decision-table';
import { closedObject, parseDocument } from '#decisions/schema-faults';
import { type RuleSet } from '#domain/decision';
import { type Fault, joinPath } from '#domain/fault';
import { type WorkCalendar } from '#domain/time/calendar';
import { parseCalendar } from '#templates/calendars';
import { type Amendment, type TemplateWithCalendars } from './amendment.js';

const name = z.string().regex(/^[a-zA-Z][A-Za-z0-9-]{0,63}$/, 'allowed is a name of letters, digits and -');

const target = closedObject({
  kind: z.enum(['response', 'workaround', 'resolution']),
  measure: closedObject({
    unit: z.enum(['minutes', 'serviceMinutes', 'workingDays', 'workingDayEnds']),
    amount: z.int().min(1).max(5_256_000),
  }),
  clock: z.exactOptional(z.enum(['response', 'resolution'])),
  metBy: z.exactOptional(
    z
      .array(z.enum(['responded', 'workaround', 'path', 'resolved']))
      .min(1)
      .max(4),
  ),
  clause: z.exactOptional(z.string().regex(/^(?:Parties|\d{1,2}(?:\.\d{1,2})?)$/)),
});

/** An amended table of targets: for each priority named its whole list. */
export const TARGETS_SCHEMA = z.record(name, z.array(target).min(1).max(3));

/** An amendment as somebody hands it in; a template by its name, rules and calendars as the files of a template. */
export const AMENDMENT_SCHEMA = closedObject({
  template: z.exactOptional(
    closedObject({ id: z.string().min(1).max(100), version: z.exactOptional(z.string().min(1).max(32)) }),
  ),
  parameters: z.exactOptional(
    z.record(z.string().min(1).max(64), z.union([z.string().max(10_000), z.number()])),
  ),
  calendar: z.exactOptional(z.record(z.string(), z.unknown())),
  targets: z.exactOptional(TARGETS_SCHEMA),
  rules: z.exactOptional(z.record(name, z.record(z.string(), z.unknown()))),
});

export type AmendmentDocument = z.infer<typeof AMENDMENT_SCHEMA>;

export type ReadAmendment = { readonly amendment: Amendment } | { readonly faults: readonly Fault[] };

/** Finds the template that an amendment names. */
export type FindTemplate = (
  id: string,
  version: string | undefined,
) => Promise<TemplateWithCalendars | { readonly faults: readonly Fault[] }>;

/** Reads an amendment whole: every part is checked by itself; whether it fits a contract, `amend` finds out. */
export async function readAmendment(document: unknown, find: FindTemplate): Promise<ReadAmendment> {
  const parsed = parseDocument(AMENDMENT_SCHEMA, document);
  if ('faults' in parsed) return parsed;
  const { template: named, parameters, calendar: calendarFile, targets, rules: ruleFiles } = parsed.value;
  if (Object.keys(parsed.value).length === 0) return { faults: [NOTHING] };
  const faults: Fault[] = [];
  const taken = <Value>(
    read: Value | { readonly faults: readonly Fault[] },
    path: string,
  ): Value | undefined => {
    if (!isFaulty(read)) return read;
    faults.push(...read.faults.map((fault) => ({ ...fault, path: within(path, fault.path) })));
    return undefined;
  };
  const template = named && taken(await find(named.id, named.version), 'template');
  const calendar = calendarFile && taken(readCalendar(calendarFile), 'calendar');
  const rules = ruleFiles && taken(readRules(ruleFiles), 'rules');
  if (faults.length > 0) return { faults };
  return {
    amendment: {
      ...(template && { template }),
      ...(parameters && { parameters }),
      ...(calendar && { calendar }),
      ...(targets && { targets }),
      ...(rules && { rules }),
    },
  };
}

const NOTHING: Fault = {
  path: '',
  problem: 'amends nothing',
  allowed: 'allowed are template, parameters, calendar, targets, rules, one at least',
};

/** A calendar by its own id. */
export function readCalendar(document: unknown): WorkCalendar | { readonly faults: readonly Fault[] } {
  const id = typeof document === 'object' && document !== null && 'id' in document ? document.id : undefined;
  const parsed = parseCalendar(document, typeof id === 'string' ? id : '');
  return 'faults' in parsed ? parsed : parsed.value.calendar;
}

/** Rule sets or decision tables, by what they decide. */
export function readRules(
  files: Readonly<Record<string, unknown>>,
): Readonly<Record<string, RuleSet>> | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const rules: Record<string, RuleSet> = {};
  for (const [point, file] of Object.entries(files)) {
    const read = readRuleSet(file);
    if ('ruleSet' in read) rules[point] = read.ruleSet;
    else
      faults.push(
        ...read.faults.map((fault) => ({ ...fault, path: within(joinPath('', point), fault.path) })),
      );
  }
  return faults.length > 0 ? { faults } : rules;
}

function isFaulty(read: unknown): read is { readonly faults: readonly Fault[] } {
  return typeof read === 'object' && read !== null && 'faults' in read && Array.isArray(read.faults);
}

function within(path: string, inner: string): string {
  if (inner === '') return path;
  return inner.startsWith('[') ? `${path}${inner}` : `${path}.${inner}`;
}
