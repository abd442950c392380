import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { loadCalendar } from '#templates/calendars';
import { loadTemplate } from '#templates/load';
import { resolveParameters } from '#templates/parameters';
import { TemplateError } from '#templates/template-error';
import { buildTerms } from '#templates/terms';
import { type Scenario } from './scenario.js';

/** The terms that a scenario's template and parameters make, or what is wrong with them. */
export async function scenarioTerms(
  scenario: Pick<Scenario, 'template' | 'parameters'>,
): Promise<{ terms: Terms } | { faults: readonly Fault[] }> {
  try {
    const template = await loadTemplate(scenario.template);
    const resolved = resolveParameters(template, scenario.parameters);
    if ('faults' in resolved) return resolved;
    const { calendar } = await loadCalendar(String(resolved.values['calendar']));
    return { terms: buildTerms(template, resolved.values, calendar) };
  } catch (error) {
    if (error instanceof TemplateError) return { faults: error.faults };
    throw error;
  }
}
