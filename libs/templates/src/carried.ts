import { contentHash } from '#decisions/hash';
import { type Terms } from '#domain/terms';
import { type WorkCalendar } from '#domain/time/calendar';
import { type PublishedCalendar } from './calendars.js';
import { conditionHolds } from './clause-text.js';
import { type ParameterDefinition, type Template } from './template.js';

interface Carried {
  readonly values: Readonly<Record<string, unknown>>;
  readonly notCarried: readonly string[];
}

/**
 * The recorded parameters as far as a template knows them and they still apply beside those that are given anew. Where
 * `former`, the contract's own template, is given, one that has its default was not chosen by anybody: the other
 * template's default takes its place.
 */
export function carriedParameters(
  terms: Terms,
  template: Template,
  former: Template | null,
  given: Readonly<Record<string, unknown>>,
): Carried {
  const values: Record<string, unknown> = {};
  const standing: Record<string, string | number> = {};
  for (const definition of template.parameters) {
    const { name } = definition;
    if (!conditionHolds(definition.when, standing)) continue;
    const recorded = terms.parameters[name];
    if (recorded !== undefined && !wasDefault(former, name, recorded)) values[name] = recorded;
    const value = given[name] ?? values[name] ?? definition.default;
    if (typeof value === 'string' || typeof value === 'number') standing[name] = value;
  }
  const notCarried = Object.keys(terms.parameters).filter(
    (name) => !Object.hasOwn(standing, name) && !Object.hasOwn(given, name),
  );
  return { values, notCarried };
}

function wasDefault(former: Template | null, name: string, value: string | number): boolean {
  const definition = former?.parameters.find((candidate: ParameterDefinition) => candidate.name === name);
  return definition?.default !== undefined && definition.default === value;
}

/** A calendar by itself, as if it were published: a contract's own snapshot, say. */
export function asPublished(calendar: WorkCalendar): PublishedCalendar {
  const { id, version } = calendar;
  return { calendar, version, title: { 'zh-CN': id, en: id }, hash: contentHash(calendar) };
}
