import { type Fault } from '#domain/fault';
import { type Amended } from '#templates/amended-months';
import { type ContractBasis, contractTermsOf } from '#templates/contract-terms';
import { type Scenario } from './scenario.js';

/** The terms that a scenario's template and parameters make, or what is wrong with them. */
export function scenarioTerms(
  scenario: Pick<Scenario, 'template' | 'parameters'>,
  amended?: Amended,
): Promise<ContractBasis | { faults: readonly Fault[] }> {
  return contractTermsOf(scenario.template, scenario.parameters, amended);
}
