import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
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

  it.each([
    ['template', 'it-support-2025/template.json'],
    ['parameters', 'it-support-2025/parameters.json'],
    ['targets', 'it-support-2025/targets.json'],
    ['rule-set', 'it-support-2025/priority.rules.json'],
    ['rule-set', 'it-support-2025/penalty.rules.json'],
    ['calendar', 'calendars/CN.json'],
  ])('%s accepts %s as it lies there, and nothing more', (schema, file) => {
    const published = z.fromJSONSchema(read(`schemas/${schema}.schema.json`));
    const document = read(file);
    expect(published.safeParse(document).error).toBeUndefined();
    expect(document).toMatchObject({ $schema: `../schemas/${schema}.schema.json` });
    expect(published.safeParse({ ...document, colour: 'red' }).success).toBe(false);
  });
});

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(rulesFolder(), file), 'utf8')) as Record<string, unknown>;
}
