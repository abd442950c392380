// Writes the table of the policy into docs/guides/access.md, from the table that the guard reads.
// A small test (apps/api/src/access/policy-table.spec.ts) fails when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { buildOrExplain } from './build.mjs';

if (!buildOrExplain()) process.exit(1);
const { policyTable } = await import('../dist/apps/api/src/access/policy-table.js');
const guide = new URL('../docs/guides/access.md', import.meta.url);
const text = readFileSync(guide, 'utf8');
const table = `<!-- policy -->\n\n${policyTable()}\n\n<!-- /policy -->`;
writeFileSync(
  guide,
  text.replace(/<!-- policy -->[^]*<!-- \/policy -->/, () => table),
);
