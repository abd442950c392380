import type { FactDefinition, RuleSet } from '#domain/decision';
import { type Fault, joinPath, oneOf, quote, unknownName } from '#domain/fault';
import { comparisonsOf, isReference } from './conditions.js';
import { compareDecimals } from './decimal.js';
import {
  DECISION_POINTS,
  type DecisionPoint,
  type TemplateNames,
  type VocabularyOutcome,
} from './vocabulary.js';

/** A parameter of a template as far as rules see it; a parameter's definition in `parameters.json` fits. */
export interface RuleParameter {
  readonly name: string;
  readonly type: 'integer' | 'decimal' | 'money' | 'enum' | 'text' | 'date' | 'zone';
  readonly unit?: string;
  /** Of an enum: its values are the names of the members. */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The template around a rule set: its parameters, and the names that the vocabulary leaves open. */
export interface RuleContext {
  readonly parameters: readonly RuleParameter[];
  readonly priorities: readonly string[];
  readonly targets: readonly string[];
  /** Left out: the values of the fact `obligation` are not looked at. */
  readonly obligations?: readonly string[];
}

/** A fact that a rule set may declare, with what it has to say about it. */
interface KnownFact {
  readonly type: FactDefinition['type'];
  readonly unit?: string | undefined;
  /** All values there are; undefined for open text. */
  readonly values?: readonly string[] | undefined;
  /** The values have to be declared; else they may be left open. */
  readonly closed: boolean;
}

/**
 * What is wrong with a rule set (one that `checkRuleSet` accepts) for a decision point of a template: another
 * outcome than the point's; a declared fact that is neither of the point's vocabulary nor a parameter, or is one of
 * another type, unit or values; a priority, target or obligation that the template does not have; an outcome out of
 * its range. A parameter with the name of a fact is hidden by the fact. Paths are those of the rule set.
 */
export function checkRuleSetFor(point: DecisionPoint, ruleSet: RuleSet, context: RuleContext): Fault[] {
  const { outcome } = DECISION_POINTS[point];
  const known = knownFacts(point, context);
  if (ruleSet.outcome !== outcome.name) {
    return [unknownName('outcome', `outcome for ${point}`, ruleSet.outcome, [outcome.name])];
  }
  return [
    ...Object.entries(ruleSet.facts).flatMap(([name, definition]) =>
      factFaults(name, definition, point, known),
    ),
    ...openValueFaults(ruleSet, known),
    ...outcomeFaults(ruleSet, outcome, known, context),
  ];
}

function knownFacts(point: DecisionPoint, context: RuleContext): ReadonlyMap<string, KnownFact> {
  const known = new Map<string, KnownFact>();
  for (const parameter of context.parameters) known.set(parameter.name, parameterFact(parameter));
  for (const [name, { type, unit, values, names }] of Object.entries(DECISION_POINTS[point].facts)) {
    const all = names === undefined ? values : namesOf(names, context);
    known.set(name, { type, unit, values: all, closed: values !== undefined });
  }
  return known;
}

function namesOf(names: TemplateNames, context: RuleContext): readonly string[] | undefined {
  return context[names];
}

/** A parameter as a fact: whole numbers are numbers, ratios and yuan are decimals, all else is text. */
function parameterFact({ type, unit, values }: RuleParameter): KnownFact {
  switch (type) {
    case 'integer':
      return { type: 'number', unit, closed: false };
    case 'decimal':
      return { type: 'decimal', unit, closed: false };
    case 'money':
      return { type: 'decimal', unit: 'yuan', closed: false };
    case 'enum':
      return { type: 'string', values: Object.keys(values ?? {}), closed: true };
    case 'text':
    case 'date':
    case 'zone':
      return { type: 'string', closed: false };
  }
}

function factFaults(
  name: string,
  { type, unit, values }: FactDefinition,
  point: DecisionPoint,
  known: ReadonlyMap<string, KnownFact>,
): Fault[] {
  const path = joinPath('facts', name);
  const fact = known.get(name);
  if (fact === undefined) return [unknownName(path, `fact for ${point}`, name, [...known.keys()])];
  if (type !== fact.type) {
    return [{ path: joinPath(path, 'type'), problem: `is ${quote(type)}`, allowed: oneOf([fact.type]) }];
  }
  const faults: Fault[] = [];
  if (unit !== undefined && unit !== fact.unit) {
    const allowed = fact.unit === undefined ? 'it has no unit' : oneOf([fact.unit]);
    faults.push({ path: joinPath(path, 'unit'), problem: `is ${quote(unit)}`, allowed });
  }
  return [...faults, ...valuesFaults(values, fact, joinPath(path, 'values'))];
}

/** Declared values are all there are: one that was left out could come, and no decision would be made. */
function valuesFaults(values: FactDefinition['values'], { values: all, closed }: KnownFact, path: string) {
  if (all === undefined) return [];
  if (values === undefined) return closed ? [{ path, problem: 'is missing', allowed: oneOf(all) }] : [];
  const faults = values.flatMap((value, index) =>
    all.includes(value) ? [] : [unknownName(joinPath(path, index), 'value', value, all)],
  );
  const missing = all.filter((value) => !values.includes(value));
  if (missing.length > 0) {
    faults.push({ path, problem: `leaves out ${missing.join(', ')}`, allowed: `all of ${all.join(', ')}` });
  }
  return faults;
}

/** Where a fact declares no values of its own, the conditions may still name only those there are. */
function openValueFaults({ facts, rules }: RuleSet, known: ReadonlyMap<string, KnownFact>): Fault[] {
  const faults: Fault[] = [];
  rules.forEach(({ conditions }, index) => {
    for (const { comparison, path } of comparisonsOf(conditions, joinPath('rules', index, 'conditions'))) {
      const { fact, value } = comparison;
      const all = known.get(fact)?.values;
      if (all === undefined || facts[fact]?.values !== undefined || isReference(value)) continue;
      const at = joinPath(path, 'value');
      const listed = Array.isArray(value) ? value : [value];
      listed.forEach((each: unknown, place) => {
        if (typeof each !== 'string' || all.includes(each)) return;
        faults.push(unknownName(Array.isArray(value) ? joinPath(at, place) : at, fact, each, all));
      });
    }
  });
  return faults;
}

function outcomeFaults(
  ruleSet: RuleSet,
  outcome: VocabularyOutcome,
  known: ReadonlyMap<string, KnownFact>,
  context: RuleContext,
): Fault[] {
  const all = outcome.names === undefined ? undefined : namesOf(outcome.names, context);
  return ruleSet.rules.flatMap(({ event }, index) =>
    Object.entries(event.params).flatMap(([name, value]) => {
      const path = joinPath('rules', index, 'event', 'params', name);
      if (name !== outcome.name) return [unknownName(path, 'parameter', name, [outcome.name])];
      if (isReference(value)) {
        const definition = ruleSet.facts[value.fact];
        const unit = known.get(value.fact)?.unit;
        return referenceFaults(value.fact, definition, unit, outcome, all, joinPath(path, 'fact'));
      }
      if (all !== undefined) {
        return typeof value === 'string' && all.includes(value)
          ? []
          : [unknownName(path, outcome.name, String(value), all)];
      }
      return isPermille(value)
        ? []
        : [
            {
              path,
              problem: `is ${quote(value)}`,
              allowed: 'allowed is a decimal from 0 to 1000 as text, like "0.5"',
            },
          ];
    }),
  );
}

/** An outcome taken from a fact: one of the outcome's type and unit, which can have no value but the outcome's. */
function referenceFaults(
  name: string,
  definition: FactDefinition | undefined,
  unit: string | undefined,
  outcome: VocabularyOutcome,
  all: readonly string[] | undefined,
  path: string,
): Fault[] {
  if (definition?.type !== outcome.type) {
    return [
      { path, problem: `${quote(name)} is no ${outcome.type}`, allowed: `allowed is a ${outcome.type} fact` },
    ];
  }
  if (outcome.unit !== undefined && unit !== undefined && unit !== outcome.unit) {
    const problem = `${quote(name)} is in ${unit}`;
    return [{ path, problem, allowed: `allowed is a fact in ${outcome.unit}` }];
  }
  if (all === undefined || definition.values?.every((value) => all.includes(value)) === true) return [];
  const problem = `${quote(name)} can be no ${outcome.name}`;
  return [{ path, problem, allowed: `allowed is a fact with values among ${all.join(', ')}` }];
}

function isPermille(value: unknown): boolean {
  try {
    return typeof value === 'string' && compareDecimals(value, '1000') <= 0;
  } catch {
    // Text that is no decimal.
    return false;
  }
}
