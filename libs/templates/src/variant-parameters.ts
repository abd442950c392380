import { compareDecimals } from '#decisions/decimal';
import { canonicalJson } from '#decisions/hash';
import { parseDocument } from '#decisions/schema-faults';
import { type Fault, joinPath, quote, unknownName } from '#domain/fault';
import { parseYuan } from '#domain/money/fen';
import { formatValue } from './format-value.js';
import { allowedFor, parameterFault } from './parameter-value.js';
import { type ParameterDefinition, parameterSchema } from './template.js';
import { sameFault, type Variant } from './variant.js';

type Override = NonNullable<Variant['parameters']>[string];

/** What a variant may say of a parameter, by its type. */
const MEMBERS = {
  integer: ['default', 'minimum', 'maximum', 'fixed'],
  decimal: ['default', 'minimum', 'maximum', 'moreThan', 'fixed'],
  money: ['default', 'minimum', 'maximum', 'fixed'],
  date: ['default', 'minimum', 'maximum', 'fixed'],
  enum: ['default', 'fixed'],
  zone: ['default', 'fixed'],
  text: ['default', 'maximum', 'fixed'],
} as const satisfies Readonly<Record<ParameterDefinition['type'], readonly (keyof Override)[]>>;

/** A fixed text becomes the value of a choice, and those are no longer. */
const LONGEST_FIXED_TEXT = 64;

/**
 * The template's parameters with the limits and defaults of a variant. Faults, at `parameters.NAME`: no such parameter,
 * a member that its type does not have, a value outside the template's limits (they are narrowed, never widened), limits
 * that leave nothing, a default outside of them, and what is no different.
 */
export function narrowedParameters(
  base: readonly ParameterDefinition[],
  given: NonNullable<Variant['parameters']>,
): { parameters: ParameterDefinition[]; faults: Fault[] } {
  const names = base.map(({ name }) => name);
  const faults = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => unknownName(joinPath('parameters', name), 'parameter', name, names));
  const parameters = base.map((definition) => {
    const override = Object.hasOwn(given, definition.name) ? given[definition.name] : undefined;
    if (override === undefined) return definition;
    const narrowed = narrow(definition, override, joinPath('parameters', definition.name));
    if (!('faults' in narrowed)) return narrowed.value;
    faults.push(...narrowed.faults);
    return definition;
  });
  return { parameters, faults };
}

function narrow(
  definition: ParameterDefinition,
  override: Override,
  path: string,
): { value: ParameterDefinition } | { faults: readonly Fault[] } {
  const faults = memberFaults(definition, override, path);
  if (faults.length > 0) return { faults };
  const parsed = parseDocument(parameterSchema, narrowedDocument(definition, override), path);
  if ('faults' in parsed) return parsed;
  const { value } = parsed;
  if (allowsNothing(value)) {
    return { faults: [{ path, problem: 'leaves no value', allowed: allowedFor(definition) }] };
  }
  if (value.default !== undefined && parameterFault(value, value.default, path) !== null) {
    const problem = `leaves the default ${quote(value.default)} outside`;
    return { faults: [{ path, problem, allowed: `give a default: ${allowedFor(value)}` }] };
  }
  return { value };
}

function memberFaults(definition: ParameterDefinition, override: Override, path: string): Fault[] {
  const allowed: readonly string[] = MEMBERS[definition.type];
  const members = Object.keys(override) as (keyof Override)[];
  if (members.length === 0)
    return [{ path, problem: 'says nothing', allowed: `allowed are ${allowed.join(', ')}` }];
  if (override.fixed !== undefined && members.length > 1) {
    const problem = 'says more beside fixed';
    return [{ path, problem, allowed: 'fixed stands alone: it is the limits and the default' }];
  }
  const faults: Fault[] = [];
  for (const member of members) {
    const at = joinPath(path, member);
    if (!allowed.includes(member)) {
      faults.push(unknownName(at, `member of a parameter of type ${definition.type},`, member, [...allowed]));
    } else faults.push(...valueFaults(definition, member, override[member], at));
  }
  return faults;
}

/** A bound that is itself a value of the parameter narrows it; any other would widen it. */
function valueFaults(
  definition: ParameterDefinition,
  member: keyof Override,
  value: unknown,
  path: string,
): Fault[] {
  const now: unknown = (definition as { readonly [Member in keyof Override]?: unknown })[member];
  if (value === now || (member === 'fixed' && isFixedAt(definition, value))) return [sameFault(path)];
  if (definition.type === 'text' && member === 'maximum') {
    if (Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) < definition.maximum) return [];
    const problem = `is ${quote(value)}`;
    return [{ path, problem, allowed: `allowed is a whole number from 1 to ${definition.maximum}` }];
  }
  const fault = parameterFault(definition, value, path);
  if (fault !== null) return [fault];
  if (definition.type !== 'text' || member !== 'fixed' || String(value).length <= LONGEST_FIXED_TEXT)
    return [];
  const problem = `has ${String(value).length} characters`;
  return [{ path, problem, allowed: `a fixed text has at most ${LONGEST_FIXED_TEXT}: give it as default` }];
}

function isFixedAt(definition: ParameterDefinition, value: unknown): boolean {
  const document = narrowedDocument(definition, { fixed: value as string | number });
  return canonicalJson(document) === canonicalJson(definition);
}

/** The definition's document with the override in it. */
function narrowedDocument(definition: ParameterDefinition, override: Override): Record<string, unknown> {
  const document: Record<string, unknown> = { ...definition, ...override };
  if (override.fixed !== undefined) {
    for (const member of ['fixed', 'moreThan', 'minimum', 'maximum']) delete document[member];
    Object.assign(document, { default: override.fixed }, onlyValue(definition, override.fixed));
  }
  // One lower limit takes the place of the other.
  if (override.minimum !== undefined && override.moreThan === undefined) delete document['moreThan'];
  if (override.moreThan !== undefined && override.minimum === undefined) delete document['minimum'];
  if (document['default'] !== undefined) delete document['required'];
  return document;
}

/** What of a definition leaves the one value; a text or a zone, which has no limits, becomes a choice of one. */
function onlyValue(definition: ParameterDefinition, value: string | number): Record<string, unknown> {
  const text = String(value);
  switch (definition.type) {
    case 'enum':
      return { values: { [text]: definition.values[text] } };
    case 'zone':
    case 'text': {
      const words = {
        'zh-CN': formatValue(definition, text, 'zh-CN'),
        en: formatValue(definition, text, 'en'),
      };
      return { type: 'enum', values: { [text]: words } };
    }
    case 'integer':
    case 'decimal':
    case 'money':
    case 'date':
      return { minimum: value, maximum: value };
  }
}

function allowsNothing(definition: ParameterDefinition): boolean {
  switch (definition.type) {
    case 'integer':
    case 'date':
      return definition.minimum > definition.maximum;
    case 'money':
      return (parseYuan(definition.minimum) ?? 0) > (parseYuan(definition.maximum) ?? 0);
    case 'decimal': {
      const { minimum, moreThan, maximum } = definition;
      if (moreThan !== undefined && compareDecimals(moreThan, maximum) >= 0) return true;
      return minimum !== undefined && compareDecimals(minimum, maximum) > 0;
    }
    case 'enum':
    case 'zone':
    case 'text':
      return false;
  }
}
