import { type Decision, type Facts, type FactValue, type RuleSet } from './decision.js';
import { type Terms } from './terms.js';

/** Something that a step has to know from the contract's rules before it can go on. */
export interface Question {
  readonly key: string;
  readonly rules: RuleSet;
  readonly facts: Facts;
}

/** What the rules said, by the key of the question. */
export type Answers = ReadonlyMap<string, Decision>;

export const NO_ANSWERS: Answers = new Map();

/**
 * The step cannot go on: the rules engine is asynchronous and the core is not. Whoever drives the core asks the
 * questions, adds the answers, and takes the same step again from the beginning; nothing was changed by this one.
 */
export class Unanswered extends Error {
  constructor(readonly questions: readonly Question[]) {
    super(`the rules have not been asked yet: ${questions.map(({ key }) => key).join(', ')}`);
    this.name = 'Unanswered';
  }
}

/**
 * A question to a rule set. It is handed the facts it declares: those of the occasion, then the contract's parameters
 * by their names. Equal questions have the same key, so that they are asked once.
 */
export function questionTo(terms: Terms, rules: RuleSet, occasion: Facts): Question {
  const facts: Record<string, FactValue> = {};
  for (const name of Object.keys(rules.facts)) {
    const value = Object.hasOwn(occasion, name) ? occasion[name] : terms.parameters[name];
    if (value !== undefined) facts[name] = value;
  }
  return { key: `${rules.id}@${rules.version}${JSON.stringify(facts)}`, rules, facts };
}

/** The answers to the questions, in their order. Throws `Unanswered` with all of those that are still open. */
export function answersTo(answers: Answers, questions: readonly Question[]): Decision[] {
  const open = questions.filter(({ key }) => !answers.has(key));
  if (open.length > 0) throw new Unanswered(open);
  return questions.flatMap(({ key }) => answers.get(key) ?? []);
}

/** The permille that a consequence's rules gave. */
export function permilleOfDecision(decision: Decision): string {
  const permille = decision.outcome.params['permille'];
  if (typeof permille !== 'string') throw new Error(`${decision.receipt.ruleSet.id} gave no permille`);
  return permille;
}
