import { type Fault, unknownName } from '#domain/fault';
import { bindingsIn } from './bindings.js';
import { clauseConditions, clauseParts, type ConditionalClause, clauseTextFor } from './clause-text.js';
import type { ParameterDefinition } from './template.js';

/** Beyond so many combinations of the values that decide over a clause nobody could read it either. */
const MOST_COMBINATIONS = 4096;

/**
 * What is wrong with a clause's conditions: a parameter that is none or no enum, a value that it does not have, with the
 * nearest name. Where the names are right, every combination of the values that decide over the clause is looked at: a
 * parameter that belongs to the clause must be printed wherever it exists, and none where it does not. `path` is the
 * clause's, `clauses.en["2.6"]`; the clause's text is one that `parseClauseText` gave.
 */
export function conditionFaults(
  clause: ConditionalClause,
  parameters: readonly ParameterDefinition[],
  path: string,
): Fault[] {
  const enums = new Map(parameters.flatMap((each) => (each.type === 'enum' ? [[each.name, each]] : [])));
  const unknown = clauseConditions(clause).flatMap(({ parameter, is }) => {
    const definition = enums.get(parameter);
    if (definition === undefined) return unknownName(path, 'enum parameter', parameter, [...enums.keys()]);
    if (Object.hasOwn(definition.values, is)) return [];
    return unknownName(path, `value of ${parameter}`, is, Object.keys(definition.values));
  });
  return unknown.length > 0 ? unknown : printingFaults(clause, parameters, path);
}

function printingFaults(
  clause: ConditionalClause,
  parameters: readonly ParameterDefinition[],
  path: string,
): Fault[] {
  const byName = new Map(parameters.map((each) => [each.name, each]));
  const bound = bindingsIn(clause.text);
  const concerned = parameters.filter(
    ({ name, clause: own }) => own === clause.number || bound.includes(name),
  );
  const combinations = combinationsOf(decidersOf(clause, concerned, byName));
  if (combinations === null) {
    const allowed = `allowed are conditions on at most ${MOST_COMBINATIONS} combinations of values`;
    return [{ path, problem: 'has too many conditions', allowed }];
  }
  const printed = combinations.map((values) => {
    const there = Object.entries(values).filter(([name]) => exists(byName.get(name), values, byName));
    return bindingsIn(clauseTextFor(clause, Object.fromEntries(there)) ?? '');
  });
  // What no part of the clause prints is said elsewhere, once.
  return concerned
    .filter(({ name }) => bound.includes(name))
    .flatMap((definition) => {
      const isThere = combinations.map((values) => exists(definition, values, byName));
      const faulty = (shouldPrint: boolean): Values[] =>
        combinations.filter(
          (_, index) =>
            isThere[index] === shouldPrint && printed[index]?.includes(definition.name) === !shouldPrint,
        );
      const missing = definition.clause === clause.number ? faulty(true) : [];
      return [
        ...printingFault(definition, true, missing, combinations, path),
        ...printingFault(definition, false, faulty(false), combinations, path),
      ];
    });
}

/** The fault of a parameter that is not printed, or printed, in these combinations of all there are; none for none. */
function printingFault(
  { name, when }: ParameterDefinition,
  isThere: boolean,
  faulty: readonly Values[],
  all: readonly Values[],
  path: string,
): Fault[] {
  const [first] = faulty;
  if (first === undefined) return [];
  const where = Object.entries(decisive(first, faulty, all))
    .map(([parameter, value]) => `${parameter} = ${value}`)
    .join(' and ');
  const under = when === undefined ? 'outside every condition' : `under when ${when.parameter} = ${when.is}`;
  const problem = isThere ? `does not print ${name}` : `prints ${name}, which there is not,`;
  const allowed = `{{${name}}} must stand ${under}`;
  return [{ path, problem: where === '' ? problem : `${problem} where ${where}`, allowed }];
}

/** Of a combination that is at fault those values that make it so: whatever the others are, the fault is there. */
function decisive(first: Values, faulty: readonly Values[], all: readonly Values[]): Values {
  let values = first;
  for (const name of Object.keys(first)) {
    const { [name]: _, ...fewer } = values;
    const isLike = (each: Values): boolean =>
      Object.entries(fewer).every(([key, value]) => each[key] === value);
    if (all.filter(isLike).length === faulty.filter(isLike).length) values = fewer;
  }
  return values;
}

type Values = Readonly<Record<string, string>>;
type ByName = ReadonlyMap<string, ParameterDefinition>;

/** The enum parameters on which hangs what the clause prints and which of its parameters there are. */
function decidersOf(
  clause: ConditionalClause,
  concerned: readonly ParameterDefinition[],
  byName: ByName,
): Extract<ParameterDefinition, { type: 'enum' }>[] {
  const names = clauseConditions(clause).map(({ parameter }) => parameter);
  const open = [...names, ...concerned.flatMap(({ when }) => when?.parameter ?? [])];
  const deciders = new Map<string, Extract<ParameterDefinition, { type: 'enum' }>>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = byName.get(name);
    if (definition?.type !== 'enum' || deciders.has(name)) continue;
    deciders.set(name, definition);
    if (definition.when !== undefined) open.push(definition.when.parameter);
  }
  // In the order of the template, so that a fault reads alike wherever the conditions stand.
  return [...byName.keys()].flatMap((name) => deciders.get(name) ?? []);
}

/** Every combination of the values; null where they are too many. */
function combinationsOf(enums: readonly Extract<ParameterDefinition, { type: 'enum' }>[]): Values[] | null {
  let combinations: Values[] = [{}];
  for (const { name, values } of enums) {
    const choices = Object.keys(values);
    if (combinations.length * choices.length > MOST_COMBINATIONS) return null;
    combinations = combinations.flatMap((each) => choices.map((value) => ({ ...each, [name]: value })));
  }
  return combinations;
}

/** Whether a contract with these values has the parameter. A condition in a circle, a fault elsewhere, never holds. */
function exists(definition: ParameterDefinition | undefined, values: Values, byName: ByName): boolean {
  const seen = new Set<string>();
  for (let each = definition; each !== undefined;) {
    const { name, when }: ParameterDefinition = each;
    if (when === undefined) return true;
    if (seen.has(name) || values[when.parameter] !== when.is) return false;
    seen.add(name);
    each = byName.get(when.parameter);
  }
  return false;
}

/**
 * Whether both languages make the same of a contract: a fault for each clause whose conditions, its own or those of its
 * parts, differ between the Chinese and the English text.
 */
export function languageConditionFaults(
  clauses: Readonly<Record<'zh-CN' | 'en', readonly ConditionalClause[]>>,
): Fault[] {
  return clauses.en.flatMap((clause) => {
    const other = clauses['zh-CN'].find(({ number }) => number === clause.number);
    if (other === undefined) return [];
    const [here, there] = [conditionWords(clause), conditionWords(other)];
    const only = [here.filter((each) => !there.includes(each)), there.filter((each) => !here.includes(each))];
    const [onlyHere, onlyThere] = only.map((conditions) => conditions.join(', ') || 'none');
    if (only.flat().length === 0) return [];
    const problem = `has conditions of its own: ${onlyHere}; only the Chinese text has: ${onlyThere}`;
    return [{ path: `clauses.en["${clause.number}"]`, problem, allowed: 'both languages have the same' }];
  });
}

function conditionWords(clause: ConditionalClause): string[] {
  const words = ({ parameter, is }: { parameter: string; is: string }): string => `${parameter} = ${is}`;
  const own = clause.when === undefined ? [] : [`clause when ${words(clause.when)}`];
  const parts = clauseParts(clause.text).flatMap(({ when }) => (when === null ? [] : words(when)));
  return [...own, ...new Set(parts)];
}
