import { type ContractText } from '#domain/command';
import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { loadCalendar } from './calendars.js';
import { contractText } from './contract-text.js';
import { loadTemplate } from './load.js';
import { resolveParameters } from './parameters.js';
import { type Parties } from './parties.js';
import { TemplateError } from './template-error.js';
import { buildTerms } from './terms.js';

/** What a contract is made from: its terms, and its text once the parties are known. */
export interface ContractBasis {
  readonly terms: Terms;
  readonly textFor: (parties: Parties) => ContractText;
}

/** The terms that a template and its parameters make, with the calendar they name; or all that is wrong with them. */
export async function contractTerms(
  templateId: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<ContractBasis | { faults: readonly Fault[] }> {
  try {
    const template = await loadTemplate(templateId);
    const resolved = resolveParameters(template, parameters);
    if ('faults' in resolved) return resolved;
    const { calendar } = await loadCalendar(String(resolved.values['calendar']));
    const { values } = resolved;
    return {
      terms: buildTerms(template, values, calendar),
      textFor: (parties) => contractText(template, values, parties),
    };
  } catch (error) {
    if (error instanceof TemplateError) return { faults: error.faults };
    throw error;
  }
}
