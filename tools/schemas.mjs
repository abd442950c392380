// Writes the JSON Schemas of the files under rules/ to rules/schemas, from the zod schemas that read those files.
// A small test (libs/templates/src/schemas.spec.ts) fails when they are out of date. Beside them docs/event-types.json, the
// types of events that other systems are told, with the schemas of their data (libs/webhooks/src/event-types.spec.ts).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildOrExplain } from './build.mjs';

if (!buildOrExplain()) process.exit(1);
const { schemaFiles } = await import('../dist/libs/templates/src/schemas.js');
const { rulesFolder } = await import('../dist/libs/templates/src/rules-folder.js');
for (const [name, text] of Object.entries(schemaFiles())) {
  const path = join(rulesFolder(), 'schemas', name);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  console.error(`rules/schemas/${name}`);
}
const { eventCatalogue } = await import('../dist/libs/webhooks/src/event-types.js');
const catalogue = 'docs/event-types.json';
const options = { ...(await resolveConfig(catalogue)), filepath: catalogue };
writeFileSync(catalogue, await format(JSON.stringify(eventCatalogue()), options));
console.error(catalogue);
