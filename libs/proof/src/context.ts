import { type Decider } from '#decisions/decide';
import { type Clerk } from '#decisions/clerk';
import { type RuleSet } from '#domain/decision';
import { type Terms } from '#domain/terms';
import { type Template } from '#templates/template';
import { StartBook } from './starts.js';
import { type Trial } from './trials.js';

/** What every check works with. */
export interface ProofContext {
  readonly template: Template;
  readonly trials: readonly Trial[];
  readonly engine: Decider;
  readonly clerk: Clerk;
  /** The starts of each calendar in each zone, with the deadlines that are known by now. */
  readonly books: Map<string, StartBook>;
}

/** The parameters that a rule set declares as facts. */
export function parametersOf(template: Template, ruleSet: RuleSet): string[] {
  const names = new Set(template.parameters.map(({ name }) => name));
  return Object.keys(ruleSet.facts).filter((name) => names.has(name));
}

/** One trial for each different value of what a check depends on; of several the first, so that defaults come first. */
export function distinctTrials(trials: readonly Trial[], dependsOn: (trial: Trial) => unknown): Trial[] {
  const seen = new Set<string>();
  return trials.filter((trial) => {
    const key = JSON.stringify(dependsOn(trial));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The values of some parameters in a contract; null for one that it does not have. */
export function valuesOf({ terms }: Trial, names: readonly string[]): (string | number | null)[] {
  return names.map((name) => terms.parameters[name] ?? null);
}

/** The starts at which the deadlines of a contract are tried. */
export function bookFor({ books }: ProofContext, { calendar, zone }: Terms): StartBook {
  const place = `${calendar.id} ${zone}`;
  const book = books.get(place) ?? new StartBook(calendar, zone);
  books.set(place, book);
  return book;
}
