import { compareDecimals } from '#decisions/decimal';
import { type Fault, joinPath, quote, unknownName } from '#domain/fault';
import { clauseFaults, clauseNumberFaults } from './check-clauses.js';
import { ruleFaults } from './check-rules.js';
import { targetFaults } from './check-targets.js';
import { termsFaults } from './check-terms.js';
import { parameterFault } from './parameter-value.js';
import { LANGUAGES, type ParameterDefinition, type TemplateParts } from './template.js';

/** What is wrong between the parts of a template, each of which is well-formed by itself. */
export function templateFaults(parts: TemplateParts): Fault[] {
  return [
    ...parts.parameters.flatMap((definition, index) => definitionFaults(definition, index, parts.parameters)),
    ...clauseNumberFaults(parts),
    ...LANGUAGES.flatMap((language) => clauseFaults(parts, language)),
    ...termsFaults(parts),
    ...targetFaults(parts),
    ...ruleFaults(parts),
  ];
}

function definitionFaults(
  definition: ParameterDefinition,
  index: number,
  all: readonly ParameterDefinition[],
): Fault[] {
  const path = joinPath('parameters', index);
  const faults: Fault[] = [];
  if (all.findIndex(({ name }) => name === definition.name) !== index) {
    const problem = `${quote(definition.name)} is given twice`;
    faults.push({ path: joinPath(path, 'name'), problem, allowed: 'each is allowed once' });
  }
  if ((definition.required === true) === (definition.default !== undefined)) {
    faults.push({
      path,
      problem: `${definition.name} is not clear when left out`,
      allowed: 'either required or a default',
    });
  }
  if (definition.when !== undefined) faults.push(...conditionFaults(definition.when, index, all, path));
  if (definition.default !== undefined) {
    const fault = parameterFault(definition, definition.default, joinPath(path, 'default'));
    if (fault !== null) faults.push(fault);
  }
  return [...faults, ...boundFaults(definition, path)];
}

/** A parameter may depend on an enum that stands before it, so that there are no circles. */
function conditionFaults(
  when: NonNullable<ParameterDefinition['when']>,
  index: number,
  all: readonly ParameterDefinition[],
  path: string,
): Fault[] {
  const before = all.slice(0, index).filter((each) => each.type === 'enum');
  const decider = before.find(({ name }) => name === when.parameter);
  const at = joinPath(path, 'when');
  if (!decider) {
    const names = before.map(({ name }) => name);
    return [unknownName(joinPath(at, 'parameter'), 'enum before this parameter', when.parameter, names)];
  }
  const values = Object.keys(decider.values);
  return values.includes(when.is) ? [] : [unknownName(joinPath(at, 'is'), 'value', when.is, values)];
}

/** The bounds of a parameter are values of its own type; a ratio goes up to its whole. */
function boundFaults(definition: ParameterDefinition, path: string): Fault[] {
  const bounds = (['minimum', 'maximum'] as const).filter(
    (bound) => bound in definition && definition.type !== 'text',
  );
  const faults = bounds.flatMap((bound) => {
    const value = (definition as { minimum?: unknown; maximum?: unknown })[bound];
    return parameterFault(definition, value, joinPath(path, bound)) ?? [];
  });
  if (definition.type === 'decimal' && faults.length === 0) {
    const whole = definition.unit === 'permille' ? '1000' : '100';
    if (compareDecimals(definition.maximum, whole) <= 0) return [];
    const problem = `is ${quote(definition.maximum)}`;
    return [{ path: joinPath(path, 'maximum'), problem, allowed: `at most ${whole} ${definition.unit}` }];
  }
  return faults;
}
