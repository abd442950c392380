import { z } from 'zod';
import { type ParameterDefinition } from './template.js';
import { termsDefinitionSchema, type TermsDefinition } from './terms-definition.js';

/** What a slot of `terms.json` takes: parameters of which type, and of an enum which values. */
export interface SlotKind {
  readonly types: readonly ParameterDefinition['type'][];
  /** The values that the law knows for a decision; an enum parameter has some of them. */
  readonly values?: readonly string[];
}

/** A slot that a parameter fills. */
export interface Slot extends SlotKind {
  /** `terms.invoices.dueDay`. */
  readonly path: string;
  readonly parameter: string;
}

/** The types of slots whose value is text; all others are whole numbers or decisions by their schemas. */
const TEXT_SLOTS: readonly [RegExp, SlotKind][] = [
  [/^terms\.zone$/, { types: ['zone'] }],
  [/^terms\.calendar$/, { types: ['enum'] }],
  [/^terms\.term\.start$/, { types: ['date'] }],
  [/^terms\.price\.(?:monthlyFee|statedTotal)$/, { types: ['money'] }],
  [/^terms\.assessment\.attainmentBelowPercent\./, { types: ['decimal'] }],
  [/^terms\.consequences\[\d+\]\.caps\[\d+\]\.percent$/, { types: ['decimal'] }],
  [/^terms\.obligations\[\d+\]\.due$/, { types: ['date'] }],
  [/^terms\.obligations\[\d+\]\.value$/, { types: ['money'] }],
];

/** Every slot of a template's terms that takes a parameter. */
export function slotsOf(definition: TermsDefinition): Slot[] {
  return slotsWithin(definition, termsDefinitionSchema, 'terms');
}

function slotsWithin(value: unknown, schema: z.core.$ZodType | undefined, path: string): Slot[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => slotsWithin(each, elementOf(schema), `${path}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const { parameter } = value as { parameter?: unknown };
  if (typeof parameter === 'string' && Object.keys(value).length === 1) {
    return [{ path, parameter, ...kindOf(path, schema) }];
  }
  // A condition names a parameter as well, but takes none of its values.
  return Object.entries(value)
    .filter(([name]) => name !== 'when')
    .flatMap(([name, each]) => slotsWithin(each, memberOf(schema, name), `${path}.${name}`));
}

function kindOf(path: string, schema: z.core.$ZodType | undefined): SlotKind {
  const text = TEXT_SLOTS.find(([pattern]) => pattern.test(path));
  if (text) return text[1];
  const values = valuesOf(schema);
  return values.length > 0 ? { types: ['enum'], values } : { types: ['integer'] };
}

/** The values of a decision: of the enum among a slot's alternatives. */
function valuesOf(schema: z.core.$ZodType | undefined): string[] {
  const plain = unwrapped(schema);
  if (plain instanceof z.ZodEnum) return plain.options.map(String);
  return plain instanceof z.ZodUnion ? plain.options.flatMap((option) => valuesOf(option)) : [];
}

function elementOf(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const plain = unwrapped(schema);
  return plain instanceof z.ZodArray ? plain.element : undefined;
}

function memberOf(schema: z.core.$ZodType | undefined, name: string): z.core.$ZodType | undefined {
  const plain = unwrapped(schema);
  if (plain instanceof z.ZodRecord) return plain.valueType;
  return plain instanceof z.ZodObject ? plain.shape[name] : undefined;
}

function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodExactOptional ? schema.unwrap() : schema;
}
