import { createDecider, type Decider } from './decide.js';
import { type Decision } from '#domain/decision';
import { type Classification, type Severity } from '#domain/incident/events';
import { questionTo, Unanswered, type Answers } from '#domain/question';
import { serviceOf, type Terms } from '#domain/terms';

/** Asks the contract's rules what the core needs to know for a step: the core itself is synchronous and pure. */
export class Clerk {
  constructor(private readonly decider: Decider = createDecider()) {}

  /** The priority of a request by the rules of clause 2.2. Throws a Refusal where the contract takes no requests. */
  async classify(terms: Terms, severity: Severity): Promise<Classification> {
    const { rules } = serviceOf(terms);
    const { facts } = questionTo(terms, rules, { ...severity });
    const { outcome, receipt } = await this.decider.decide(rules, facts);
    const priority = outcome.params['priority'];
    if (typeof priority !== 'string') throw new Error('the priority rules gave no priority');
    return { priority, receipt };
  }

  /**
   * Takes a step of the core, and takes it again with the answers of the rules each time it says what it has to know.
   * Every time round at least one question more is answered, so it ends. `answers` are those of earlier steps under the
   * same terms; new ones are added to them.
   */
  async answering<Result>(
    step: (answers: Answers) => Result,
    answers = new Map<string, Decision>(),
  ): Promise<Result> {
    for (;;) {
      try {
        return step(answers);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        for (const { key, rules, facts } of error.questions) {
          if (!answers.has(key)) answers.set(key, await this.decider.decide(rules, facts));
        }
      }
    }
  }
}
