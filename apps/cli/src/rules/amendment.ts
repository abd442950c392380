import { type EntityManager } from '@mikro-orm/postgresql';
import { type Command } from 'commander';
import { type Amendment, type TemplateWithCalendars } from '#backtest/amendment';
import { readCalendar, readRules, TARGETS_SCHEMA } from '#backtest/amendment-document';
import { findTemplate as templateOfVersion } from '#backtest/found-templates';
import { parseDocument } from '#decisions/schema-faults';
import { type Fault } from '#domain/fault';
import { findTemplate } from '../template/source.js';
import { readDocument } from './input.js';

/** What a command line amends. */
export interface AmendmentOptions {
  readonly template?: string;
  readonly rules?: readonly string[];
  readonly targets?: string;
  readonly calendar?: string;
  readonly parameter?: readonly string[];
}

/** Adds the options that say what is amended. */
export function amendmentOptions(command: Command): Command {
  return command
    .option(
      '--template <name>',
      'another template: its folder, packed file, id, or ID@VERSION of the database',
    )
    .option(
      '--rules <point=file>',
      'other rules for priority or a consequence (penalty); repeatable',
      collected,
    )
    .option('--targets <file>', 'other targets, priority by priority')
    .option('--calendar <file>', 'another calendar')
    .option('--parameter <name=value>', 'another value of a parameter; repeatable', collected);
}

/** The amendment that the options say, or what is wrong with them. `em` is where versions of templates are looked for. */
export async function amendmentOf(
  options: AmendmentOptions,
  em: EntityManager | null,
): Promise<{ readonly amendment: Amendment } | { readonly faults: readonly Fault[] }> {
  const { template, rules, targets, calendar, parameter } = options;
  const faults: Fault[] = [];
  const taken = <Value>(
    read: Value | { readonly faults: readonly Fault[] },
    option: string,
  ): Value | undefined => {
    if (!isFaulty(read)) return read;
    faults.push(
      ...read.faults.map((fault) => ({ ...fault, path: [option, fault.path].filter(Boolean).join(' ') })),
    );
    return undefined;
  };
  const amendment = {
    template: template === undefined ? undefined : taken(await namedTemplate(template, em), '--template'),
    rules: rules && taken(rulesOf(pairs(rules, '--rules', faults)), '--rules'),
    targets: targets === undefined ? undefined : taken(targetsOf(targets), '--targets'),
    calendar: calendar === undefined ? undefined : taken(calendarOf(calendar), '--calendar'),
    parameters: parameter && pairs(parameter, '--parameter', faults),
  };
  if (faults.length > 0) return { faults };
  const given = Object.entries(amendment).filter(([, value]) => value !== undefined);
  return given.length > 0 ? { amendment: Object.fromEntries(given) } : { faults: [NOTHING] };
}

const NOTHING: Fault = {
  path: '',
  problem: 'nothing is amended',
  allowed: 'allowed are --template, --rules, --targets, --calendar, --parameter, one at least',
};

async function namedTemplate(
  name: string,
  em: EntityManager | null,
): Promise<TemplateWithCalendars | { readonly faults: readonly Fault[] }> {
  const [, id, version] = /^([a-z0-9-]+)@(\d[\d.]*)$/.exec(name) ?? [];
  if (id !== undefined) return templateOfVersion(em, id, version);
  const found = await findTemplate(name);
  return 'faults' in found ? found : { template: found.parsed.value, calendars: found.parsed.calendars };
}

function rulesOf(files: Readonly<Record<string, string>>): ReturnType<typeof readRules> {
  const faults: Fault[] = [];
  const documents: Record<string, unknown> = {};
  for (const [point, file] of Object.entries(files)) {
    const document = readDocument(file);
    if ('faults' in document) faults.push(...document.faults);
    else documents[point] = document.value;
  }
  return faults.length > 0 ? { faults } : readRules(documents);
}

function targetsOf(file: string): NonNullable<Amendment['targets']> | { readonly faults: readonly Fault[] } {
  const document = readDocument(file);
  if ('faults' in document) return document;
  const parsed = parseDocument(TARGETS_SCHEMA, document.value);
  return 'faults' in parsed ? parsed : parsed.value;
}

function calendarOf(file: string): ReturnType<typeof readCalendar> {
  const document = readDocument(file);
  return 'faults' in document ? document : readCalendar(document.value);
}

/** `NAME=VALUE` by its first equals sign. */
function pairs(texts: readonly string[], option: string, faults: Fault[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at > 0) found[text.slice(0, at)] = text.slice(at + 1);
    else faults.push({ path: option, problem: `is "${text}"`, allowed: 'allowed is NAME=VALUE' });
  }
  return found;
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function isFaulty(read: unknown): read is { readonly faults: readonly Fault[] } {
  return typeof read === 'object' && read !== null && 'faults' in read && Array.isArray(read.faults);
}
