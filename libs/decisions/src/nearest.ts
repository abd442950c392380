import type { FactDefinition, Facts, FactValue, RuleSet } from '#domain/decision';
import { CompiledRules, paramsOf } from './compiled-rules.js';
import { comparisonsOf, expectedBy, isReference, listOf } from './conditions.js';
import { isDecimal } from './decimal.js';
import { add, distanceText, type Exact, exactOf, exactText, relativeDistance } from './exact.js';
import type { NearestChange } from './explanation.js';

type Rule = RuleSet['rules'][number];

/** How many changes an explanation lists at most. */
const MOST_CHANGES = 20;

/**
 * The single facts that, changed, let another rule than `decidedBy` decide (null: none did): for each fact and rule the
 * closest value, the closest change first. How far a change is: for numbers and decimals the difference as a share of
 * the fact's value, for values in a list the share of the list between them, one for all else. Numbers and decimals
 * move to a value at or next to a bound of a condition, in the decimals they are written with. Facts in `fixed` (a
 * contract's parameters) stay.
 */
export function nearestChanges(
  ruleSet: RuleSet,
  facts: Facts,
  decidedBy: string | null,
  fixed: readonly string[] = [],
): NearestChange[] {
  const rules = new CompiledRules(ruleSet);
  const found: { change: NearestChange; distance: number }[] = [];
  for (const [fact, definition] of Object.entries(ruleSet.facts)) {
    const from = facts[fact];
    if (fixed.includes(fact) || from === undefined) continue;
    const closest = new Map<string, { change: NearestChange; distance: number }>();
    for (const to of candidates(fact, definition, facts, ruleSet)) {
      const changed = { ...facts, [fact]: to };
      const rule = rules.deciding(changed);
      if (rule === null || rule.name === decidedBy) continue;
      const distance = distanceBetween(from, to, definition);
      if (distance >= (closest.get(rule.name)?.distance ?? Infinity)) continue;
      closest.set(rule.name, { change: changeTo(fact, definition, from, to, rule, changed), distance });
    }
    found.push(...closest.values());
  }
  // Sorting is stable: what is equally close stays in the order of the facts.
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, MOST_CHANGES).map(({ change }) => change);
}

function changeTo(
  fact: string,
  definition: FactDefinition,
  from: FactValue,
  to: FactValue,
  rule: Rule,
  changed: Facts,
): NearestChange {
  const ends = numericEnds(from, to, definition);
  return {
    fact,
    from,
    to,
    unit: definition.unit ?? null,
    by: ends === null ? null : distanceText(...ends),
    decidedBy: rule.name,
    outcome: paramsOf(rule, changed),
  };
}

/** The other values worth trying: one on each side of every bound, or all values that a condition could tell apart. */
function candidates(
  fact: string,
  definition: FactDefinition,
  facts: Facts,
  ruleSet: RuleSet,
): readonly FactValue[] {
  const actual = facts[fact] ?? null;
  if (definition.type === 'boolean') return [actual !== true];
  const named = boundsOf(fact, facts, ruleSet);
  if (definition.type === 'string') {
    return (definition.values ?? named).filter((value) => value !== actual);
  }
  const bounds = named.flatMap((value) => exactOf(value) ?? []);
  const start = exactOf(actual);
  if (start === null) return [];
  const digits = Math.max(start.digits, ...bounds.map((bound) => bound.digits));
  const step: Exact = { units: 1n, digits };
  const back: Exact = { units: -1n, digits };
  const mayBeNegative = [start, ...bounds].some(({ units }) => units < 0n);
  const values = bounds.flatMap((bound) => [
    add(bound, back),
    add(bound, { units: 0n, digits }),
    add(bound, step),
  ]);
  return values
    .filter(({ units }) => mayBeNegative || units >= 0n)
    .map(exactText)
    .filter((text) => definition.type === 'number' || isDecimal(text))
    .map((text) => (definition.type === 'number' ? Number(text) : text));
}

/** What the conditions compare a fact with, directly or as the fact that is referred to. */
function boundsOf(fact: string, facts: Facts, { rules }: RuleSet): FactValue[] {
  const bounds = new Set<FactValue>();
  for (const { conditions } of rules) {
    for (const { comparison } of comparisonsOf(conditions, '')) {
      const { value } = comparison;
      if (isReference(value) && value.fact === fact) bounds.add(facts[comparison.fact] ?? null);
      if (comparison.fact !== fact) continue;
      for (const each of listOf(expectedBy(value, facts))) bounds.add(each);
    }
  }
  return [...bounds];
}

function distanceBetween(from: FactValue, to: FactValue, definition: FactDefinition): number {
  const ends = numericEnds(from, to, definition);
  if (ends !== null) return relativeDistance(...ends);
  const { values } = definition;
  if (values === undefined || values.length < 2) return 1;
  return Math.abs(values.indexOf(String(from)) - values.indexOf(String(to))) / (values.length - 1);
}

function numericEnds(from: FactValue, to: FactValue, { type }: FactDefinition): [Exact, Exact] | null {
  if (type !== 'number' && type !== 'decimal') return null;
  const [a, b] = [exactOf(from), exactOf(to)];
  return a === null || b === null ? null : [a, b];
}
