import { type Fault, joinPath, unknownName } from '#domain/fault';
import { conditionHolds } from './clause-text.js';
import { allowedFor, parameterFault, type ParameterValue } from './parameter-value.js';
import type { ParameterDefinition, Template } from './template.js';

/** Every parameter of a template with its value: whole numbers as numbers, everything else as text. */
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** All parameters, or one fault for each that is missing, unknown or wrong. */
export type ResolvedParameters = { readonly values: ParameterValues } | { readonly faults: readonly Fault[] };

/**
 * The template's parameters with the given values, and the defaults for the rest. Paths of faults are
 * `parameters.NAME`. Never throws.
 */
export function resolveParameters(
  template: Pick<Template, 'parameters'>,
  given: Readonly<Record<string, unknown>>,
): ResolvedParameters {
  const names = template.parameters.map(({ name }) => name);
  const faults: Fault[] = [];
  const values: Record<string, ParameterValue> = {};
  for (const definition of template.parameters) {
    const path = joinPath('parameters', definition.name);
    if (!conditionHolds(definition.when, values)) {
      if (isGiven(definition, given)) faults.push(notApplying(definition, path));
      continue;
    }
    const value = valueOf(definition, given);
    const fault = value === undefined ? missing(definition, path) : parameterFault(definition, value, path);
    if (fault !== null) faults.push(fault);
    else values[definition.name] = value as ParameterValue;
  }
  for (const name of Object.keys(given)) {
    if (!names.includes(name))
      faults.push(unknownName(joinPath('parameters', name), 'parameter', name, names));
  }
  return faults.length > 0 ? { faults } : { values };
}

function valueOf(definition: ParameterDefinition, given: Readonly<Record<string, unknown>>): unknown {
  return isGiven(definition, given) ? given[definition.name] : definition.default;
}

function isGiven({ name }: ParameterDefinition, given: Readonly<Record<string, unknown>>): boolean {
  return Object.hasOwn(given, name) && given[name] !== undefined;
}

function notApplying({ when }: ParameterDefinition, path: string): Fault {
  const problem = 'does not apply to this contract';
  return { path, problem, allowed: `allowed only where ${when?.parameter} is ${when?.is}` };
}

function missing(definition: ParameterDefinition, path: string): Fault {
  return { path, problem: 'is missing', allowed: allowedFor(definition) };
}
