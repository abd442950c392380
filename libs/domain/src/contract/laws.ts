import { type RuleSet } from '../decision.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';

/** Terms, and the stretch of time in which they hold; null where it has no such end. */
export interface Law {
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly terms: Terms;
}

/**
 * The laws of a contract one after the other, for what reaches over an amendment: interest, a late delivery. Those under
 * which nothing costs otherwise, after a change of words say, are one.
 */
export function lawsOf(terms: Terms): readonly Law[] {
  const changes = (terms.earlier ?? []).toReversed();
  let law: Law = { from: null, until: null, terms: changes[0]?.terms ?? terms };
  const laws: Law[] = [];
  for (const [index, { until }] of changes.entries()) {
    const next = changes[index + 1]?.terms ?? terms;
    if (isSame(costsUnder(law.terms), costsUnder(next))) {
      law = { ...law, terms: next };
      continue;
    }
    laws.push({ ...law, until });
    law = { from: until, until: null, terms: next };
  }
  return [...laws, law];
}

/** The parameters that a contract's rules ask for: they decide, and are no words. */
export function parametersOfRules({ parameters, consequences, service }: Terms): unknown {
  const rules: readonly RuleSet[] = [
    ...consequences.map((consequence) => consequence.rules),
    ...(service ? [service.rules] : []),
  ];
  const asked = new Set(rules.flatMap(({ facts }) => Object.keys(facts)));
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => asked.has(name)));
}

function costsUnder(terms: Terms): unknown {
  const { consequences, obligations, totalAmount, amountAtSigning } = terms;
  return { consequences, obligations, totalAmount, amountAtSigning, parameters: parametersOfRules(terms) };
}

/** Whether two values say the same, whatever the order of their members: terms that were stored come back in another. */
export function isSame(a: unknown, b: unknown): boolean {
  return inOneOrder(a) === inOneOrder(b);
}

function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
