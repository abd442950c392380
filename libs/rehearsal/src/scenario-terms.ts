import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { contractTermsOf } from '#templates/contract-terms';
import { type Scenario } from './scenario.js';

/** The terms that a scenario's template and parameters make, or what is wrong with them. */
export function scenarioTerms(
  scenario: Pick<Scenario, 'template' | 'parameters'>,
): Promise<{ terms: Terms } | { faults: readonly Fault[] }> {
  return contractTermsOf(scenario.template, scenario.parameters);
}
