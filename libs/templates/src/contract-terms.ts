import { type ContractText } from '#domain/command';
import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Amended } from './amended-months.js';
import { carriedParameters } from './carried.js';
import { loadCalendar } from './calendars.js';
import { contractText } from './contract-text.js';
import { loadParsedTemplate } from './load.js';
import { calendarIdFor, type Calendars } from './package-calendars.js';
import { resolveParameters } from './parameters.js';
import { type Parties } from './parties.js';
import { TemplateError } from './template-error.js';
import { type Template } from './template.js';
import { buildTerms } from './terms.js';

/** What a contract is made from: its terms, and its text once the parties are known. */
export interface ContractBasis {
  readonly terms: Terms;
  readonly textFor: (parties: Parties) => ContractText;
}

/**
 * The terms that a template and its parameters make, with the calendar they name; or all that is wrong with them.
 * `calendars` are the template's own; a shared one is taken where it has none of the id. With `amended` they are the
 * terms of a running contract from an instant on.
 */
export async function contractTerms(
  template: Template,
  parameters: Readonly<Record<string, unknown>>,
  calendars: Calendars = {},
  amended?: Amended,
): Promise<ContractBasis | { faults: readonly Fault[] }> {
  const resolved = resolveParameters(template, amended ? goingOn(template, parameters, amended) : parameters);
  if ('faults' in resolved) return resolved;
  const id = calendarIdFor(template, resolved.values);
  const { calendar } = calendars[id] ?? (await loadCalendar(id));
  const built = buildTerms(template, resolved.values, calendar, amended);
  if ('faults' in built) return built;
  const { terms } = built;
  return { terms, textFor: (parties) => contractText(template, terms, parties) };
}

/** What an amendment leaves alone goes on, as far as it still applies beside what changes. */
function goingOn(
  template: Template,
  changes: Readonly<Record<string, unknown>>,
  { before }: Amended,
): Readonly<Record<string, unknown>> {
  return { ...carriedParameters(before, template, null, changes).values, ...changes };
}

/** The same for a template of the rules folder, by its id. */
export async function contractTermsOf(
  templateId: string,
  parameters: Readonly<Record<string, unknown>>,
  amended?: Amended,
): Promise<ContractBasis | { faults: readonly Fault[] }> {
  try {
    const { value, calendars } = await loadParsedTemplate(templateId);
    return await contractTerms(value, parameters, calendars, amended);
  } catch (error) {
    if (error instanceof TemplateError) return { faults: error.faults };
    throw error;
  }
}
