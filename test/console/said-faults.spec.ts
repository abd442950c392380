import { z } from 'zod';
import { type Fault } from '#domain/fault';
import { readCamtStatement } from '#banking/camt';
import { mappingOf } from '#banking/columns';
import { readCsvStatement } from '#banking/csv';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { contextOf, loadPackage } from '#templates/load';
import { parseTemplate } from '#templates/parse-template';
import * as access from '../../apps/api/src/access/account-schemas.js';
import * as keys from '../../apps/api/src/access/key-schemas.js';
import * as amendments from '../../apps/api/src/amendments/amendment-schemas.js';
import * as bank from '../../apps/api/src/bank/bank-schemas.js';
import * as contracts from '../../apps/api/src/contracts/contract-schemas.js';
import { Problem } from '../../apps/api/src/http/problem.js';
import { ValidationPipe } from '../../apps/api/src/http/validation.js';
import * as requests from '../../apps/api/src/requests/request-schemas.js';
import * as webhooks from '../../apps/api/src/webhooks/webhook-schemas.js';
import { faultNames } from '../../apps/console/src/words/faults/names.js';
import { faultPhrases } from '../../apps/console/src/words/faults/phrases.js';
import { saying } from '../../apps/console/src/words/faults/saying.js';
import { event, PARAMETERS, recorded, SOUND } from '../support/fault-lines.js';

const say = saying(faultPhrases, faultNames);

/** The faults that are not wholly said in Chinese: of names and values in them, none is of two words but in quotes. */
function unsaid(faults: readonly Fault[]): string[] {
  return [...new Set(faults.flatMap(({ problem, allowed }) => [problem, allowed]))].flatMap((english) => {
    const said = say(english);
    const words = said?.replaceAll(/“[^”]*”|`[^`]*`|\{.*?\}|Noto S\w+ SC( Bold)?/g, '');
    // What a parser says of a document is its own.
    if (english.startsWith('is not JSON: ')) return [];
    return said === null || /[A-Za-z]{2,} [A-Za-z]{2,}/.test(words ?? '') ? [`${english} => ${said}`] : [];
  });
}

const WRONG = [undefined, null, true, -1, 1.5, 1e9, '', 'wrongly', 'x'.repeat(3000), [], [5], {}, { odd: 1 }];

/** A document with one of its values after the other left out or replaced by a wrong one; a few of each. */
function* mutants(document: unknown, wrong: readonly unknown[], step: number): Generator {
  const paths = [...pathsOf(document)];
  for (let turn = 0; turn < paths.length * wrong.length; turn += step) {
    const copy: unknown = structuredClone(document);
    if (replaced(copy, paths[turn % paths.length] ?? [], wrong[turn % wrong.length])) yield copy;
  }
}

function* pathsOf(value: unknown, at: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    yield [...at, name];
    yield* pathsOf(member, [...at, name]);
  }
}

function replaced(within: unknown, [name, ...rest]: readonly string[], value: unknown): boolean {
  if (typeof within !== 'object' || within === null || name === undefined) return false;
  if (rest.length > 0) return replaced(Reflect.get(within, name), rest, value);
  return value === undefined ? Reflect.deleteProperty(within, name) : Reflect.set(within, name, value);
}

it('says what the API finds wrong with bodies and queries', async () => {
  const modules: readonly object[] = [access, amendments, bank, contracts, keys, requests, webhooks];
  const schemas = modules.flatMap((each) => Object.values(each)).filter((each) => each instanceof z.ZodType);
  const faults: Fault[] = [];
  for (const schema of schemas)
    for (const value of bodiesFor(schema)) {
      const thrown: unknown = await new ValidationPipe()
        .transform(value, { type: 'body', schema })
        .catch((error: unknown) => error);
      if (thrown instanceof Problem) faults.push(...thrown.errors);
    }
  expect(faults.length).toBeGreaterThan(1000);
  expect(unsaid(faults)).toEqual([]);
});

function bodiesFor(schema: z.ZodType): unknown[] {
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : ['type', 'kind'];
  return [
    ...WRONG,
    ...names.flatMap((name) => WRONG.map((value) => ({ [name]: value, odd: '\0' }))),
    ...names.flatMap((name) => WRONG.map((value) => ({ [name]: value }))),
  ];
}

it('says what is wrong with a rehearsal', async () => {
  const events = [
    recorded('A', '01-06T09:00'),
    event('01-06T10:00', 'request.paused', { request: 'A', reason: 'holiday' }),
    event('01-06T11:00', 'request.resolved', { request: 'B' }),
    event('01-06T12:00', 'request.reopened', { request: 'A' }),
    event('01-06T12:30', 'payment.recieved', { amount: 'many' }),
    event('02-06T12:30', 'statement.contested', { period: '2025-03', line: 'fee', party: 'client' }),
    event('02-07T12:30', 'obligation.performed', { obligation: 'training' }),
    event('02-07T13:30', 'termination.exercised', { effectiveAt: '2025-02-01T00:00:00+08:00' }),
  ];
  const sound = { ...SOUND, events };
  const faults: Fault[] = [];
  for (const document of [
    '',
    [],
    sound,
    { ...SOUND, parameters: { ...PARAMETERS, monthlyFee: '1' } },
    ...mutants(sound, WRONG, 31),
  ]) {
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    const played = await simulateScenario(readScenario(text), scenarioTerms);
    if ('faults' in played) faults.push(...played.faults);
  }
  expect(faults.length).toBeGreaterThan(100);
  expect(unsaid(faults)).toEqual([]);
});

it('says what is wrong with the files of a template', async () => {
  const { files } = await loadPackage('it-support-2025');
  const context = await contextOf({ files });
  const faults: Fault[] = [];
  for (const [name, text] of Object.entries(files)) {
    if (name.startsWith('acceptance/')) continue;
    const changed = name.endsWith('.json')
      ? [...mutants(JSON.parse(text), WRONG, 199)].map((document) => JSON.stringify(document))
      : [
          text.replace('## ', '## ::: when x = y\n'),
          text.replace('::: when', ':: when'),
          text.replaceAll('{{', '{{un'),
          '',
        ];
    for (const content of changed) {
      const parsed = parseTemplate({ ...files, [name]: content }, context);
      if ('faults' in parsed) faults.push(...parsed.faults);
    }
  }
  expect(faults.length).toBeGreaterThan(100);
  expect(unsaid(faults)).toEqual([]);
});

it('says what is wrong with the statement of a bank', () => {
  const camt = [
    '<a',
    '<Document/>',
    '<!DOCTYPE a><Document/>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry/></Stmt></BkToCstmrStmt></Document>',
  ];
  const csv = [
    '',
    'a,b',
    '交易日期,贷方金额,借方金额,币种\nyesterday,much,1.00,QQ\n2025-03-08,1.00,1.00,CNY',
  ];
  const read = [
    ...camt.map((text) => readCamtStatement(text)),
    ...csv.map((text) => readCsvStatement(text, { mapping: mappingOf('generic', {}), account: null })),
  ];
  const faults = read.flatMap((each) => ('faults' in each ? each.faults : []));
  expect(faults.length).toBeGreaterThan(5);
  expect(unsaid(faults.filter(({ allowed }) => allowed !== 'allowed is well-formed XML'))).toEqual([]);
});

it('a value that is like a phrase stays as it is, and one that was cut off is quoted nevertheless', () => {
  expect(say('unknown member "template", did you mean "clause"?')).toBe(
    '没有成员“template”，是否指“clause”？',
  );
  expect(say('is "x is taken"')).toBe('给出的是“x is taken”');
  expect(say(`unknown fact "${'f'.repeat(57)}...`)).toBe(`没有事实“${'f'.repeat(57)}...”`);
  expect(say('allowed are client, template')).toBe('可选：client、template');
  expect(say('the client has already signed')).toBe('客户已签署');
  expect(say('nobody has ever refused this')).toBeNull();
});
