import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import type { RuleSet } from '#domain/decision';
import { type TermsDefinition } from './terms-definition.js';

/** The languages a template is written in. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

const name = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/);
/** The number of a clause as its heading has it: `Parties`, `2.6`. */
const clause = z.string().regex(/^(?:Parties|\d{1,2}(?:\.\d{1,2})?)$/);
const localised = closedObject({ 'zh-CN': z.string().min(1).max(2000), en: z.string().min(1).max(2000) });
const file = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*(?:[./][A-Za-z0-9][A-Za-z0-9_-]*)+$/);

export const templateId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export const templateVersion = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);

export type Localised = z.infer<typeof localised>;

/** `template.json`: what the template is and which files it consists of, as paths beside the manifest. */
export const manifestSchema = closedObject({
  id: templateId,
  version: templateVersion,
  title: localised,
  description: localised,
  files: closedObject({
    parameters: file,
    clauses: closedObject({ 'zh-CN': file, en: file }),
    /** Each rule set by the name under which `terms.json` takes it. */
    rules: z.record(name, file),
    /** Left out where the contract takes no service requests. */
    targets: z.exactOptional(file),
    terms: file,
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** What every parameter has: the one clause that prints it, and either a default or `required`. */
const common = {
  name,
  required: z.exactOptional(z.literal(true)),
  /** The parameter exists only where another one, an enum that stands before it, has this value. */
  when: z.exactOptional(closedObject({ parameter: name, is: z.string().min(1).max(64) })),
  clause,
  label: localised,
  help: localised,
};

const decimal = z.string().regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/);
const yuan = z.string().regex(/^(0|[1-9]\d{0,12})\.\d{2}$/);
/** The form of a date; whether the calendar has such a day is looked at where it is used. */
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const INTEGER_UNITS = ['minutes', 'workingDays', 'days', 'months', 'dayOfMonth', 'weeks', 'count'] as const;

/** One parameter; money, decimals and dates are text: `"20000.00"`, `"0.5"`, `"2025-01-01"`. */
export const parameterSchema = z.discriminatedUnion('type', [
  closedObject({
    type: z.literal('integer'),
    ...common,
    unit: z.enum(INTEGER_UNITS),
    minimum: z.int(),
    maximum: z.int(),
    default: z.exactOptional(z.int()),
  }),
  closedObject({
    type: z.literal('decimal'),
    ...common,
    unit: z.enum(['permille', 'percent']),
    /** More than this, where the bound itself is not allowed. */
    moreThan: z.exactOptional(decimal),
    minimum: z.exactOptional(decimal),
    maximum: decimal,
    default: z.exactOptional(decimal),
  }),
  closedObject({
    type: z.literal('money'),
    ...common,
    minimum: yuan,
    maximum: yuan,
    default: z.exactOptional(yuan),
  }),
  closedObject({
    type: z.literal('date'),
    ...common,
    minimum: date,
    maximum: date,
    default: z.exactOptional(date),
  }),
  closedObject({ type: z.literal('zone'), ...common, default: z.exactOptional(z.string()) }),
  closedObject({
    type: z.literal('enum'),
    ...common,
    /** Each value with the words that the contract prints for it. */
    values: z.record(z.string().min(1).max(64), localised),
    default: z.exactOptional(z.string()),
  }),
  closedObject({
    type: z.literal('text'),
    ...common,
    /** Most characters. A text may give both languages: `中文 || English`. */
    maximum: z.int().min(1).max(10_000),
    default: z.exactOptional(z.string()),
  }),
]);

export type ParameterDefinition = z.infer<typeof parameterSchema>;

/** `parameters.json`. */
export const parametersSchema = closedObject({ parameters: z.array(parameterSchema).min(1).max(200) });

const target = closedObject({
  kind: z.enum(['response', 'workaround', 'resolution']),
  clock: z.enum(['response', 'resolution']),
  measure: closedObject({ unit: z.enum(['minutes', 'serviceMinutes', 'workingDays']), parameter: name }),
  metBy: z.array(z.enum(['responded', 'workaround', 'path', 'resolved'])).min(1),
  clause,
});

/** `targets.json`: the SLA targets of each priority and the reasons for which a clock may pause. */
export const targetsSchema = closedObject({
  priorities: z.record(name, closedObject({ label: localised, targets: z.array(target).min(1).max(3) })),
  pauseReasons: z.record(name, localised),
});

export type Targets = z.infer<typeof targetsSchema>;
export type TargetDefinition = Targets['priorities'][string]['targets'][number];

/** A clause as an administrator wrote it, with its `{{bindings}}` still open. */
export interface Clause {
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

/** A template, checked whole. */
export interface Template {
  readonly id: string;
  readonly version: string;
  readonly title: Localised;
  readonly description: Localised;
  readonly parameters: readonly ParameterDefinition[];
  readonly clauses: Readonly<Record<Language, readonly Clause[]>>;
  readonly rules: Readonly<Record<string, RuleSet>>;
  /** Null where the contract takes no service requests. */
  readonly targets: Targets | null;
  readonly terms: TermsDefinition;
  /** `sha256:…` over all of the above. */
  readonly hash: string;
}

/** A template before its hash. */
export type TemplateParts = Omit<Template, 'hash'>;
