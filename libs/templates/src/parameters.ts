import { type Fault, joinPath, unknownName } from '#domain/fault';
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
  const value = Object.hasOwn(given, definition.name) ? given[definition.name] : undefined;
  return value === undefined ? definition.default : value;
}

function missing(definition: ParameterDefinition, path: string): Fault {
  return { path, problem: 'is missing', allowed: allowedFor(definition) };
}
