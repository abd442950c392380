import { z } from 'zod';
import { decisionTableSchema } from '#decisions/decision-table-schema';
import { ruleSetSchema } from '#decisions/rule-schema';
import { calendarSchema } from './calendar-file.js';
import { withHelp } from './schema-help.js';
import { manifestSchema, parametersSchema, targetsSchema } from './template.js';
import { termsDefinitionSchema } from './terms-definition.js';
import { variantSchema } from './variant.js';

const SCHEMAS = {
  template: { title: 'Contract template', schema: manifestSchema },
  parameters: { title: 'Parameters of a contract template', schema: parametersSchema },
  targets: { title: 'SLA targets of a contract template', schema: targetsSchema },
  'rule-set': { title: 'Rule set', schema: ruleSetSchema },
  terms: { title: 'Terms of a contract template', schema: termsDefinitionSchema },
  variant: { title: 'Variant of a contract template', schema: variantSchema },
  'decision-table': { title: 'Decision table', schema: decisionTableSchema },
  calendar: { title: 'Working-day calendar', schema: calendarSchema },
} as const;

/** The JSON Schemas of the files under `rules`, by file name, as text ready to be written to `rules/schemas`. */
export function schemaFiles(): Record<string, string> {
  const files = Object.entries(SCHEMAS).map(([name, { title, schema }]) => {
    const { $schema, ...members } = z.toJSONSchema(schema);
    // The files name their schema for editors; the readers leave that member out.
    const properties = { $schema: { type: 'string' }, ...members.properties };
    const document = withHelp(name, { $schema, title, ...members, properties });
    return [`${name}.schema.json`, `${JSON.stringify(document, null, 2)}\n`] as const;
  });
  return Object.fromEntries(files);
}
