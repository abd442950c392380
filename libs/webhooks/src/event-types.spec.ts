import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type Entry } from '#domain/entry';
import { instant } from '#domain/time/instant';
import { CONTRACT_SENTENCES } from '#narration/contract-sentences';
import { REQUEST_SENTENCES } from '#narration/request-sentences';
import { SIGNING_SENTENCES } from '#narration/signing-sentences';
import { STATEMENT_SENTENCES } from '#narration/statement-sentences';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { simulateScenario } from '#rehearsal/rehearse';
import { cloudEventOf, testEvent } from './cloud-event.js';
import { EVENT_TYPES, eventCatalogue, factsOf, kindOfType, TEST_TYPE, typeOfKind } from './event-types.js';

const CASES = 'test/cases/rehearsal';
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const checks = new Map(eventCatalogue().map(({ type, schema }) => [type, ajv.compile(schema)]));

function lineOf(entry: Entry, index: number) {
  const recordedAt = entry.at;
  return { contractId: 'C-1', clientId: 'acme', sequence: index + 1, recordedAt, ...entry };
}

it('has a type for every kind of entry that has a sentence, and no other', () => {
  const told = [CONTRACT_SENTENCES, REQUEST_SENTENCES, SIGNING_SENTENCES, STATEMENT_SENTENCES];
  const kinds = told.flatMap((sentences) => Object.keys(sentences)).map(typeOfKind);
  expect(EVENT_TYPES).toEqual([...new Set(kinds)].sort());
  for (const type of EVENT_TYPES) expect(typeOfKind(kindOfType(type) ?? '')).toBe(type);
});

it('tells every entry of every worked case as its schema says', async () => {
  const seen = new Set<string>();
  for (const name of readdirSync(CASES).filter((each) => !each.includes('expected'))) {
    const read = readScenario(readFileSync(`${CASES}/${name}`, 'utf8'));
    const rehearsal = await simulateScenario(read, scenarioTerms);
    if ('faults' in rehearsal) throw new Error(name);
    for (const [index, entry] of rehearsal.entries.entries()) {
      const event = cloudEventOf(lineOf(entry, index), '');
      const check = checks.get(event.type);
      if (!check?.(event.data)) throw new Error(`${name} ${event.type}: ${ajv.errorsText(check?.errors)}`);
      seen.add(event.type);
    }
  }
  expect(seen.size).toBeGreaterThan(40);
});

it('tells no free text and no names', () => {
  expect(factsOf('payment.received', { amount: '1.00', reference: 'Mr Wang' })).toEqual({ amount: '1.00' });
  const signed = { by: 'client', signer: 'Ms Li', complete: true };
  expect(factsOf('contract.signed', signed)).toEqual({ by: 'client', complete: true });
  expect(factsOf('contract.declined', { by: 'Ms Li', reason: 'ill' })).toEqual({});
  expect(factsOf('never.seen', { name: 'Ms Li' })).toEqual({});
});

it('has a schema for the test event', () => {
  const { type, data } = testEvent('test/1', 'W-1', instant('2026-01-01T00:00:00Z'), '');
  expect(type).toBe(TEST_TYPE);
  expect(checks.get(type)?.(data)).toBe(true);
});

it('is in docs/event-types.json: `npm run -s schemas` writes it', () => {
  const file: unknown = JSON.parse(readFileSync('docs/event-types.json', 'utf8'));
  expect(file).toEqual(JSON.parse(JSON.stringify(eventCatalogue())));
});
