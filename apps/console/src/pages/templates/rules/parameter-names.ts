import { useMemo } from 'react';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { type Language, useLanguage } from '~/words/words';
import { type Choice } from './grid-field';
import { type Files } from '../files';
import { type Override, overridesOf, withParameters } from '../variant-files';
import { readParameters, withParameterMember } from './parameters-text';
import { readTargets } from './targets-text';

type Base = components['schemas']['Template'];

/** A parameter that may be named in other files. */
export interface NamedParameter {
  readonly name: string;
  readonly type: string;
  readonly label: Readonly<Record<string, string>>;
  readonly usual: string | undefined;
  /** The usual value of what a variant extends. */
  readonly base?: string;
}

/** What files of a package may name of each other. */
export interface Names {
  readonly parameters: readonly NamedParameter[];
  readonly priorities: readonly Choice[];
}

/** What the files name, as they are now; of a variant what its base has, where it has nothing of its own. */
export function useNames(files: Files, base: { id: string; version: string } | null): Names {
  const language = useLanguage();
  const { data } = api.useQuery(
    'get',
    '/api/v1/templates/{template}',
    { params: { path: { template: base?.id ?? '' }, query: { version: base?.version ?? '' } } },
    { enabled: base !== null },
  );
  const [parameters, targets, manifest] = [
    files['parameters.json'],
    files['targets.json'],
    files['variant.json'],
  ];
  return useMemo(
    () => ({
      parameters: namedParameters(parameters, data, overridesOf({ 'variant.json': manifest ?? '{}' })),
      priorities: priorityChoices(targets, data, language),
    }),
    [parameters, targets, manifest, data, language],
  );
}

/** `Response to critical requests (responseCriticalMinutes)`. */
export function parameterText({ name, label }: NamedParameter, language: Language): string {
  return `${label[language] ?? name} (${name})`;
}

/** The parameters that files of a package may name: their own, or those of what a variant extends as it overrides them. */
function namedParameters(
  text: string | undefined,
  base: Base | undefined,
  overrides: Readonly<Record<string, Override>>,
): readonly NamedParameter[] {
  const own = text === undefined ? null : readParameters(text);
  if (own)
    return own.map(({ name, type, label, given }) => ({
      name,
      type,
      label,
      usual: given.default === '' ? undefined : given.default,
    }));
  return (base?.parameters ?? []).map(({ name, type, label, default: usual }) => {
    const value = overrides[name]?.fixed ?? overrides[name]?.default ?? usual;
    return {
      name,
      type,
      label,
      usual: value === null ? undefined : String(value),
      ...(usual !== null && { base: String(usual) }),
    };
  });
}

/** The priorities that rules may decide: those of the package's own targets, else of what a variant extends. */
function priorityChoices(
  text: string | undefined,
  base: Base | undefined,
  language: Language,
): readonly Choice[] {
  const own = text === undefined ? null : readTargets(text);
  const labels = own
    ? Object.entries(own.labels).map(([value, label]) => [value, label[language] ?? value] as const)
    : Object.entries(base?.priorities ?? {}).map(([value, { label }]) => [value, label[language]] as const);
  return labels.map(([value, label]) => ({ value, label: label === value ? value : `${value}  ${label}` }));
}

/** The files with another usual value of a parameter: where the package has it, or as what a variant says otherwise. */
export function withUsual(files: Files, names: Names, name: string, value: number): Files {
  const own = files['parameters.json'];
  const row = own === undefined ? undefined : readParameters(own)?.find((each) => each.name === name);
  if (own !== undefined && row)
    return { ...files, 'parameters.json': withParameterMember(own, row, 'default', String(value)) };
  const all = overridesOf(files);
  const { fixed, default: _, ...rest } = all[name] ?? {};
  const isAsBase = names.parameters.find((each) => each.name === name)?.base === String(value);
  const said =
    fixed === undefined ? { ...rest, ...(!isAsBase && { default: value }) } : { ...rest, fixed: value };
  const others = Object.entries(all).filter(([each]) => each !== name);
  const left = Object.keys(said).length === 0 ? [] : [[name, said] as const];
  return withParameters(files, Object.fromEntries([...others, ...left]));
}
