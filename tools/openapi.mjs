// Writes docs/openapi.json, the document of the API, and the types of libs/client that are made of it.
// With `--release`, docs/openapi.released.json as well: what later versions are compared with.
// A small test (apps/api/src/docs/openapi-file.spec.ts) fails when they are out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { buildOrExplain } from './build.mjs';

if (!buildOrExplain()) process.exit(1);
const { offlineDocument } = await import('../dist/apps/api/src/docs/offline-document.js');
const { breaksBetween } = await import('../dist/apps/api/src/docs/breaks.js');

const document = await offlineDocument();
await write('docs/openapi.json', JSON.stringify(document));
const types = astToString(
  await openapiTS(structuredClone(document), { alphabetize: true, defaultNonNullable: false }),
);
await write(
  'libs/client/src/openapi.ts',
  `// Made of docs/openapi.json by \`npm run -s openapi\`: not to be edited.\n${types}`,
);
const breaks = breaksBetween(
  JSON.parse(readFileSync(new URL('../docs/openapi.released.json', import.meta.url), 'utf8')),
  document,
);
for (const each of breaks) console.error(`breaks callers: ${each}`);
// On one line: it is there for a program to compare with.
if (process.argv.includes('--release'))
  writeFileSync(new URL('../docs/openapi.released.json', import.meta.url), `${JSON.stringify(document)}\n`);

async function write(path, text) {
  const file = new URL(`../${path}`, import.meta.url);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: path }));
  console.error(path);
}
