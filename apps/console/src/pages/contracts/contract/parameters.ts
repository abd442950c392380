import { type components } from '#client/openapi';
import { formatValue } from '#templates/format-value';
import { type ParameterDefinition } from '#templates/template';
import { type Language } from '~/words/words';

export type Template = components['schemas']['Template'];
export type Parameter = Template['parameters'][number];
export type ParameterValue = string | number;

/** A value as the contract prints it; what does not fit its parameter stands as it is. */
export function parameterText(parameter: Parameter, value: ParameterValue, language: Language): string {
  try {
    // The answer has each member of a definition, null where its type has none; the printer looks at those that it has.
    return formatValue(parameter as unknown as ParameterDefinition, value, language);
  } catch {
    return String(value);
  }
}

/** Whether a contract with these values has the parameter at all. */
export function applies(
  { when }: Pick<Parameter, 'when'>,
  values: Readonly<Record<string, ParameterValue | undefined>>,
): boolean {
  return when === null || values[when.parameter] === when.is;
}

/** The values that a contract gets: those that were given, else the defaults; without those that do not apply. */
export function withDefaults(
  { parameters }: Template,
  given: Readonly<Record<string, ParameterValue | null | undefined>>,
): Record<string, ParameterValue> {
  const values: Record<string, ParameterValue> = {};
  for (const { name, default: usual } of parameters) {
    const own = given[name];
    const value = own === undefined || own === null || own === '' ? usual : own;
    if (value !== null) values[name] = value;
  }
  const holding = parameters.filter((parameter) => applies(parameter, values));
  return Object.fromEntries(
    holding.flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
}
