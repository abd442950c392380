import { readFileSync } from 'node:fs';
import { type ApiContract, breaksBetween } from './breaks.js';
import { offlineDocument } from './offline-document.js';

const fileOf = (name: string) => JSON.parse(readFileSync(`docs/${name}`, 'utf8')) as ApiContract;

it('docs/openapi.json is the document of this API: `npm run -s openapi` writes it, and the types of libs/client', async () => {
  expect(fileOf('openapi.json')).toEqual(JSON.parse(JSON.stringify(await offlineDocument())));
});

it('breaks no program that was written for the released document', async () => {
  const now = JSON.parse(JSON.stringify(await offlineDocument())) as ApiContract;
  expect(breaksBetween(fileOf('openapi.released.json'), now)).toEqual([]);
});
