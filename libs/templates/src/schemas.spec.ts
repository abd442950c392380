import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesFolder } from './rules-folder.js';
import { schemaFiles } from './schemas.js';

const folder = join(rulesFolder(), 'schemas');

describe('rules/schemas', () => {
  it.each(Object.entries(schemaFiles()))('%s is what `npm run schemas` writes', (name, text) => {
    // Compared as values, as the formatter may lay the files out anew.
    expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(JSON.parse(text));
  });

  it('holds no other file', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(schemaFiles()).toSorted());
  });
});
