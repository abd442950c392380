import { readdirSync, readFileSync } from 'node:fs';
import { documentDifferences } from '../support/compare.js';
import { rehearsed } from '../support/builders.js';
import { DOCUMENT_SCHEMA, type RehearsalDocument } from '#rehearsal/document';

const FOLDER = new URL('../cases/rehearsal/', import.meta.url);
const ANSWER = '.expected.json';

function read<Document>(name: string): Document {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Document;
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith(ANSWER))
  .map((name) => name.slice(0, -ANSWER.length))
  .sort();

describe('scenarios with their answers', () => {
  it.each(names)('%s', async (name) => {
    const document = await rehearsed(read(`${name}.json`));
    expect(documentDifferences(read<RehearsalDocument>(`${name}${ANSWER}`), document)).toEqual([]);
    expect(DOCUMENT_SCHEMA.safeParse(document).error).toBeUndefined();
  });
});
