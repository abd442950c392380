import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { templateId, templateVersion } from '#templates/template';
import { VERSION_STATES } from '#templates/versions';
import { bothLanguages, languageIn, listQuery, pageOut } from '../http/fields.js';

export const templateParams = closedObject({ template: templateId });
export const templateListQuery = closedObject({
  state: z.exactOptional(
    z
      .enum(VERSION_STATES)
      .meta({ description: 'Only templates with a version in this state, and those versions' }),
  ),
  origin: z.exactOptional(
    z.enum(['shipped', 'stored']).meta({
      description: 'Only templates whose leading version has it: `shipped` came with the product',
    }),
  ),
  ...listQuery('asc'),
});
export const templateQuery = closedObject({
  language: languageIn,
  version: z.exactOptional(
    templateVersion.meta({
      description: 'Left out: the newest published version, or the newest of all where none is published',
    }),
  ),
});

const summary = {
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  title: bothLanguages,
  description: bothLanguages,
  state: z.enum(VERSION_STATES),
  origin: z
    .enum(['shipped', 'stored'])
    .meta({ description: '`shipped` came with the product and is read-only' }),
};

const versionShort = z.strictObject({
  version: z.string(),
  state: summary.state,
  origin: summary.origin,
  hash: z.string(),
});

const fault = z.strictObject({ path: z.string(), problem: z.string(), allowed: z.string() });

const templateItem = z.strictObject({
  ...summary,
  versions: z.array(versionShort).meta({ description: 'The newest number first' }),
});

export type TemplateItem = z.infer<typeof templateItem>;

export const templateList = pageOut(templateItem)
  .extend({
    invalid: z
      .array(z.strictObject({ id: z.string(), errors: z.array(fault) }))
      .meta({ description: 'Templates that cannot be used, and why' }),
  })
  .meta({ id: 'TemplateList' });

const when = z.strictObject({ parameter: z.string(), is: z.string() }).nullable();

const parameter = z.strictObject({
  name: z.string(),
  type: z.enum(['integer', 'decimal', 'money', 'date', 'zone', 'enum', 'text']),
  unit: z.string().nullable(),
  required: z.boolean(),
  default: z.union([z.string(), z.number()]).nullable(),
  minimum: z.union([z.string(), z.number()]).nullable(),
  moreThan: z
    .string()
    .nullable()
    .meta({ description: 'More than this, where the bound itself is not allowed' }),
  maximum: z.union([z.string(), z.number()]).nullable().meta({ description: 'Of a text: most characters' }),
  values: z.record(z.string(), bothLanguages).nullable(),
  when: when.meta({ description: 'There only where another parameter has this value' }),
  clause: z.string(),
  label: bothLanguages,
  help: bothLanguages,
});

export const templateDetail = z
  .strictObject({
    ...summary,
    parameters: z.array(parameter),
    language: z.enum(['zh-CN', 'en']),
    clauses: z
      .array(z.strictObject({ number: z.string(), title: z.string(), text: z.string(), when }))
      .meta({ description: 'As written: {{name}} stands where a contract prints its value' }),
    rules: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Each rule set by its name in the manifest' }),
    terms: z.unknown().meta({ description: 'How the parameters become the terms of a contract' }),
    priorities: z.record(
      z.string(),
      z.strictObject({
        label: bothLanguages,
        targets: z.array(
          z.strictObject({
            kind: z.string(),
            clock: z.string(),
            measure: z.strictObject({ unit: z.string(), parameter: z.string() }),
            metBy: z.array(z.string()),
            clause: z.string(),
          }),
        ),
      }),
    ),
    pauseReasons: z.record(z.string(), bothLanguages),
  })
  .meta({ id: 'Template' });

export type TemplateDetail = z.infer<typeof templateDetail>;
