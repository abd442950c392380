import { createDecider, type Decider } from './decide.js';
import { type Decision } from '#domain/decision';
import { penaltyQuestions } from '#domain/contract/account';
import { type ContractContext } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { type Classification, type Severity } from '#domain/incident/events';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';

/** Asks the contract's rules what the core needs to know before a step: the core itself is synchronous and pure. */
export class Clerk {
  constructor(private readonly decider: Decider = createDecider()) {}

  /** The priority of a request by the rules of clause 2.2. */
  async classify(terms: Terms, severity: Severity): Promise<Classification> {
    const { outcome, receipt } = await this.decider.decide(terms.rules.priority, { ...severity });
    const priority = outcome.params['priority'];
    if (typeof priority !== 'string') throw new Error('the priority rules gave no priority');
    return { priority, receipt };
  }

  /** What the misses cost that no month close has fixed and that lie before an instant (clause 2.6). */
  async penalties(
    terms: Terms,
    state: ContractState,
    requests: readonly IncidentState[],
    before?: Instant,
  ): Promise<ContractContext['penalties']> {
    const answers = new Map<string, Decision>();
    for (const question of penaltyQuestions(terms, state, requests, before)) {
      answers.set(question.key, await this.decider.decide(terms.rules.penalty, question.facts));
    }
    return answers;
  }
}
