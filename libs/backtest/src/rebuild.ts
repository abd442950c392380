import { contentHash } from '#decisions/hash';
import { type Fault, quote } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type WorkCalendar } from '#domain/time/calendar';
import { type PublishedCalendar } from '#templates/calendars';
import { conditionHolds } from '#templates/clause-text';
import { contractTerms } from '#templates/contract-terms';
import { calendarIdFor, type Calendars } from '#templates/package-calendars';
import { resolveParameters } from '#templates/parameters';
import { type ParameterDefinition, type Template } from '#templates/template';
import { TemplateError } from '#templates/template-error';
import { type Amendment, type TemplateWithCalendars } from './amendment.js';

/** Terms made again, with the recorded parameters that had no place in them. */
type Rebuilt =
  { readonly terms: Terms; readonly notCarried: readonly string[] } | { readonly faults: readonly Fault[] };

/**
 * The terms with another template, other parameters or another calendar. Where only the calendar changes and no due day
 * moves by it, it is put in its place; all else is built again from the template, as a contract is.
 */
export async function rebuilt(
  terms: Terms,
  amendment: Amendment,
  recorded: TemplateWithCalendars | null,
): Promise<Rebuilt> {
  const { template, parameters = {}, calendar } = amendment;
  const rolls = calendar !== undefined && terms.dueDays.roll !== 'stays';
  if (template === undefined && Object.keys(parameters).length === 0 && !rolls)
    return { terms: calendar ? { ...terms, calendar } : terms, notCarried: [] };
  const base = template ?? recorded;
  if (!base) return { faults: [templateAway(terms, rolls ? 'calendar' : 'parameters')] };
  const carried = carriedParameters(
    terms,
    base.template,
    template ? (recorded?.template ?? null) : null,
    parameters,
  );
  const given = { ...carried.values, ...asWhole(base.template, parameters) };
  const made = await madeTerms(base, given, calendarsFor(terms, base, given, amendment));
  return 'faults' in made ? made : { terms: made.terms, notCarried: carried.notCarried };
}

async function madeTerms(
  { template }: TemplateWithCalendars,
  parameters: Readonly<Record<string, unknown>>,
  calendars: Calendars,
): Promise<{ readonly terms: Terms } | { readonly faults: readonly Fault[] }> {
  try {
    return await contractTerms(template, parameters, calendars);
  } catch (error) {
    if (error instanceof TemplateError) return { faults: error.faults };
    throw error;
  }
}

/** A whole number may come as text, as it does on a command line. */
function asWhole(
  template: Template,
  parameters: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const isWhole = (name: string): boolean =>
    template.parameters.some((definition) => definition.name === name && definition.type === 'integer');
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const isNumeral = typeof value === 'string' && /^\d{1,9}$/.test(value);
      return [name, isNumeral && isWhole(name) ? Number(value) : value];
    }),
  );
}

interface Carried {
  readonly values: Readonly<Record<string, unknown>>;
  readonly notCarried: readonly string[];
}

/**
 * The recorded parameters as far as the template knows them. Under another template, one that has the default of the
 * contract's own was not chosen by anybody: the other template's default takes its place.
 */
function carriedParameters(
  terms: Terms,
  template: Template,
  former: Template | null,
  amended: Readonly<Record<string, unknown>>,
): Carried {
  const values: Record<string, unknown> = {};
  const standing: Record<string, string | number> = {};
  for (const definition of template.parameters) {
    const { name } = definition;
    if (!conditionHolds(definition.when, standing)) continue;
    const recorded = terms.parameters[name];
    if (recorded !== undefined && !wasDefault(former, name, recorded)) values[name] = recorded;
    const value = amended[name] ?? values[name] ?? definition.default;
    if (typeof value === 'string' || typeof value === 'number') standing[name] = value;
  }
  const notCarried = Object.keys(terms.parameters).filter(
    (name) => !Object.hasOwn(standing, name) && !Object.hasOwn(amended, name),
  );
  return { values, notCarried };
}

function wasDefault(former: Template | null, name: string, value: string | number): boolean {
  const definition = former?.parameters.find((candidate: ParameterDefinition) => candidate.name === name);
  return definition?.default !== undefined && definition.default === value;
}

/**
 * The calendars to build with: those of the template; in their places the contract's own snapshot, unless the template
 * is another one, and the amended calendar, whatever its id.
 */
function calendarsFor(
  terms: Terms,
  { template, calendars }: TemplateWithCalendars,
  parameters: Readonly<Record<string, unknown>>,
  amendment: Amendment,
): Calendars {
  const own = amendment.template ? {} : { [terms.calendar.id]: published(terms.calendar) };
  const resolved = resolveParameters(template, parameters);
  if (amendment.calendar === undefined || 'faults' in resolved) return { ...calendars, ...own };
  return { ...calendars, ...own, [calendarIdFor(template, resolved.values)]: published(amendment.calendar) };
}

/** A calendar by itself, as if it were published. */
function published(calendar: WorkCalendar): PublishedCalendar {
  const { id, version } = calendar;
  return { calendar, version, title: { 'zh-CN': id, en: id }, hash: contentHash(calendar) };
}

function templateAway(terms: Terms, path: 'calendar' | 'parameters'): Fault {
  const { id, version, hash } = terms.template;
  return {
    path,
    problem: `needs the template ${quote(`${id}@${version}`)} of ${hash.slice(0, 19)}, which is not to be found`,
    allowed: 'name a template to take its place',
  };
}
