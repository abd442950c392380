import { type Fault } from '#domain/fault';
import { simulateScenario } from '#rehearsal/rehearse';
import { type ReadScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { type Amendment } from './amendment.js';
import { memoClerk } from './backtest.js';
import { type ContractComparison } from './comparison.js';
import { recordedTemplate } from './found-templates.js';
import { scenarioContract } from './scenario-facts.js';
import { tried } from './tried.js';

/**
 * Back-tests a rehearsal: its events under its own terms and under the amended ones. The scenario has to be right as it
 * is; an event that only the amended contract refuses is part of the answer.
 */
export async function backtestScenario(
  read: ReadScenario,
  amendment: Amendment,
): Promise<{ readonly comparison: ContractComparison } | { readonly faults: readonly Fault[] }> {
  const clerk = memoClerk();
  const rehearsal = await simulateScenario(read, scenarioTerms, clerk);
  if ('faults' in rehearsal) return rehearsal;
  const { scenario } = read;
  if (scenario === null || scenario.until === null) return { faults: read.faults };
  const { terms } = rehearsal;
  const recorded = scenarioContract(terms, scenario.events, scenario.until);
  const templates = new Map([[terms.template.hash, await recordedTemplate(null, terms.template)]]);
  return tried(recorded, amendment, templates, clerk);
}
