import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { bothLanguages, languageIn } from '../http/fields.js';

export const templateParams = closedObject({ template: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/) });
export const templateQuery = closedObject({ language: languageIn });

const summary = {
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  title: bothLanguages,
  description: bothLanguages,
};

const fault = z.strictObject({ path: z.string(), problem: z.string(), allowed: z.string() });

export const templateList = z
  .strictObject({
    items: z.array(z.strictObject(summary)),
    invalid: z
      .array(z.strictObject({ id: z.string(), errors: z.array(fault) }))
      .meta({ description: 'Templates that cannot be used, and why' }),
  })
  .meta({ id: 'TemplateList' });

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
      .array(z.strictObject({ number: z.string(), title: z.string(), text: z.string() }))
      .meta({ description: 'As written: {{name}} stands where a contract prints its value' }),
    rules: z.strictObject({ priority: z.unknown(), penalty: z.unknown() }),
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
