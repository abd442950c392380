import { type Fault, quote } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Amended } from '#templates/amended-months';
import { contractTerms } from '#templates/contract-terms';
import { calendarIdFor, type Calendars } from '#templates/package-calendars';
import { resolveParameters } from '#templates/parameters';
import { type Template } from '#templates/template';
import { TemplateError } from '#templates/template-error';
import { type Amendment, type TemplateWithCalendars } from './amendment.js';
import { asPublished, carriedParameters } from '#templates/carried';

/** Terms made again, with the recorded parameters that had no place in them. */
type Rebuilt =
  { readonly terms: Terms; readonly notCarried: readonly string[] } | { readonly faults: readonly Fault[] };

/**
 * The terms with another template, other parameters or another calendar. Where only the calendar changes and no due day
 * moves by it, it is put in its place; all else is built again from the template, as a contract is. `goesOn`: the terms
 * are those of an amendment, and go on from these.
 */
export async function rebuilt(
  terms: Terms,
  amendment: Amendment,
  recorded: TemplateWithCalendars | null,
  goesOn?: Amended,
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
  const made = await madeTerms(base, given, calendarsFor(terms, base, given, amendment), goesOn);
  return 'faults' in made ? made : { terms: made.terms, notCarried: carried.notCarried };
}

async function madeTerms(
  { template }: TemplateWithCalendars,
  parameters: Readonly<Record<string, unknown>>,
  calendars: Calendars,
  goesOn?: Amended,
): Promise<{ readonly terms: Terms } | { readonly faults: readonly Fault[] }> {
  try {
    return await contractTerms(template, parameters, calendars, goesOn);
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
  const own = amendment.template ? {} : { [terms.calendar.id]: asPublished(terms.calendar) };
  const resolved = resolveParameters(template, parameters);
  if (amendment.calendar === undefined || 'faults' in resolved) return { ...calendars, ...own };
  return {
    ...calendars,
    ...own,
    [calendarIdFor(template, resolved.values)]: asPublished(amendment.calendar),
  };
}

function templateAway(terms: Terms, path: 'calendar' | 'parameters'): Fault {
  const { id, version, hash } = terms.template;
  return {
    path,
    problem: `needs the template ${quote(`${id}@${version}`)} of ${hash.slice(0, 19)}, which is not to be found`,
    allowed: 'name a template to take its place',
  };
}
