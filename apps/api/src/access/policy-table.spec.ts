import { readFileSync } from 'node:fs';
import { policyTable } from './policy-table.js';

it('stands in the guide "Access": `npm run -s policy` writes it there', () => {
  const guide = readFileSync('docs/guides/access.md', 'utf8');
  expect(guide).toContain(`<!-- policy -->\n\n${policyTable()}\n\n<!-- /policy -->`);
});
