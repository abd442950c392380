import { z } from 'zod';
import { ruleSetSchema } from '#decisions/rule-schema';
import { calendarSchema, manifestSchema, parametersSchema, targetsSchema } from './template.js';

const SCHEMAS = {
  template: { title: 'Contract template', schema: manifestSchema },
  parameters: { title: 'Parameters of a contract template', schema: parametersSchema },
  targets: { title: 'SLA targets of a contract template', schema: targetsSchema },
  'rule-set': { title: 'Rule set', schema: ruleSetSchema },
  calendar: { title: 'Working-day calendar', schema: calendarSchema },
} as const;

/** The JSON Schemas of the files under `rules`, by file name, as text ready to be written to `rules/schemas`. */
export function schemaFiles(): Record<string, string> {
  const files = Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
    const { $schema, ...members } = z.toJSONSchema(schema);
    // The files name their schema for editors; the readers leave that member out.
    const properties = { $schema: { type: 'string' }, ...members.properties };
    const document = { $schema, title, ...members, properties };
    return [`${name}.schema.json`, `${JSON.stringify(document, null, 2)}\n`] as const;
  });
  return Object.fromEntries(files);
}
