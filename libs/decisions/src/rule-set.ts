import type { RuleSet } from '#domain/decision';
import { type Fault, joinPath, oneOf, quote, unknownName } from '#domain/fault';
import { conditionFaults } from './check-conditions.js';
import { canonicalJson } from './hash.js';
import { LIMITS } from './limits.js';
import { ruleSetOutlineSchema, ruleSetSchema, type RuleSetOutline } from './rule-schema.js';
import { parseDocument } from './schema-faults.js';

/** A rule set that fits its own vocabulary and the limits, or everything that is wrong with it. */
export type CheckedRuleSet = { readonly ruleSet: RuleSet } | { readonly faults: readonly Fault[] };

/**
 * Checks a rule set before anybody saves or runs it: the closed vocabulary (facts, operators by the fact's type,
 * values), unique names and priorities, outcomes, and the limits on number, depth and size. Never throws.
 */
export function checkRuleSet(input: unknown): CheckedRuleSet {
  const size = sizeFault(input);
  if (size !== null) return { faults: [size] };
  const outline = parseDocument(ruleSetOutlineSchema, input);
  if ('faults' in outline) return outline;
  const faults = [...vocabularyFaults(outline.value), ...rulesFaults(outline.value)];
  if (faults.length > 0) return { faults };
  const whole = parseDocument(ruleSetSchema, input);
  return 'faults' in whole ? whole : { ruleSet: whole.value };
}

/** What is wrong with the size of a document, also of one that is no JSON; null where nothing is. */
export function sizeFault(input: unknown): Fault | null {
  const allowed = `allowed is JSON of at most ${LIMITS.size} characters`;
  try {
    const length = canonicalJson(input).length;
    return length <= LIMITS.size ? null : { path: '', problem: `is ${length} characters long`, allowed };
  } catch {
    // Circular, endlessly deep, or holding what JSON cannot say: nothing the walks below should see.
    return { path: '', problem: 'is no JSON document', allowed };
  }
}

function vocabularyFaults(ruleSet: RuleSetOutline): Fault[] {
  const faults: Fault[] = [];
  const names = Object.keys(ruleSet.facts);
  if (names.length === 0 || names.length > LIMITS.facts) {
    faults.push({
      path: 'facts',
      problem: `has ${names.length} facts`,
      allowed: `allowed are 1 to ${LIMITS.facts}`,
    });
  }
  for (const [name, { type, values }] of Object.entries(ruleSet.facts)) {
    const path = joinPath('facts', name, 'values');
    if (values === undefined) continue;
    if (type !== 'string') {
      faults.push({ path, problem: `stands at a ${type} fact`, allowed: 'allowed only at string facts' });
    }
    faults.push(...duplicateFaults(values, (index) => joinPath(path, index)));
  }
  return faults;
}

function rulesFaults(ruleSet: RuleSetOutline): Fault[] {
  const { rules } = ruleSet;
  return [
    ...duplicateFaults(
      rules.map((rule) => rule.name),
      (index) => joinPath('rules', index, 'name'),
    ),
    // Rules of equal priority would run in no guaranteed order.
    ...duplicateFaults(
      rules.map((rule) => rule.priority),
      (index) => joinPath('rules', index, 'priority'),
    ),
    ...rules.flatMap((rule, index) => [
      ...conditionFaults(rule.conditions, ruleSet.facts, joinPath('rules', index, 'conditions')),
      ...eventFaults(rule.event, ruleSet, joinPath('rules', index, 'event')),
    ]),
  ];
}

/** Each rule's event is the set's outcome, with one parameter of that name and the same others as the first rule. */
function eventFaults(
  event: RuleSetOutline['rules'][number]['event'],
  ruleSet: RuleSetOutline,
  path: string,
): Fault[] {
  const faults: Fault[] = [];
  if (event.type !== ruleSet.outcome) {
    faults.push(unknownName(joinPath(path, 'type'), 'outcome', event.type, [ruleSet.outcome]));
  }
  const expected = new Set([ruleSet.outcome, ...Object.keys(ruleSet.rules[0]?.event.params ?? {})]);
  for (const name of expected) {
    if (Object.hasOwn(event.params, name)) continue;
    faults.push({
      path: joinPath(path, 'params', name),
      problem: 'is missing',
      allowed: oneOf([...expected]),
    });
  }
  for (const [name, value] of Object.entries(event.params)) {
    const at = joinPath(path, 'params', name);
    if (!expected.has(name)) faults.push(unknownName(at, 'parameter', name, [...expected]));
    if (typeof value === 'object' && !Object.hasOwn(ruleSet.facts, value.fact)) {
      faults.push(unknownName(joinPath(at, 'fact'), 'fact', value.fact, Object.keys(ruleSet.facts)));
    }
  }
  return faults;
}

function duplicateFaults(values: readonly (string | number)[], pathAt: (index: number) => string): Fault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [{ path: pathAt(index), problem: `${quote(value)} is given twice`, allowed: 'each is allowed once' }],
  );
}
