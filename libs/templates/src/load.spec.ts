import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatFault } from '#domain/fault';
import { listTemplates, loadParsedTemplate, loadTemplate } from './load.js';
import { rulesFolder } from './rules-folder.js';
import { TemplateError } from './template-error.js';

const ID = 'it-support-2025';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pacta-rules-'));
  cpSync(join(rulesFolder(), ID), join(folder, ID), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Replaces text in a file of the copied template, as an administrator's slip would. */
function edit(file: string, from: string, to: string): void {
  const path = join(folder, ID, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, text.replaceAll(from, to));
}

async function faultsOf(id = ID): Promise<string[]> {
  const error: unknown = await loadTemplate(id, folder).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof TemplateError ? error.faults.map(formatFault) : [];
}

describe('loadTemplate', () => {
  it('lists and loads the reference template', async () => {
    expect(await listTemplates()).toContain(ID);
    const template = await loadTemplate(ID);
    expect(template).toMatchObject({ id: ID, title: { en: 'IT Technical Support Service Contract' } });
    expect(template.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('gives the same content the same hash, wherever it lies, and another content another', async () => {
    const { hash } = await loadTemplate(ID);
    expect((await loadTemplate(ID, folder)).hash).toBe(hash);
    edit('clauses/en.md', 'hotline {{hotline}}', 'telephone {{hotline}}');
    expect((await loadTemplate(ID, folder)).hash).not.toBe(hash);
  });

  it.each(['it-support-2052', '../it-support-2025', '', '..', 'schemas', 'calendars'])(
    'answers the unknown id %p with the ids there are',
    async (id) => {
      expect(await faultsOf(id)).toEqual([
        expect.stringMatching(/^template: unknown template .*allowed (?:is|are) .*it-support-2025/),
      ]);
    },
  );

  it.each<[string, [string, string, string], RegExp]>([
    [
      'a parameter that its clause does not print',
      ['clauses/en.md', '{{hotline}}', 'number'],
      /^clauses\/en\.md#2\.1: does not print hotline/,
    ],
    [
      'a parameter printed in another clause',
      ['clauses/en.md', '{{exclusions}}', '{{exclusions}} {{zone}}'],
      /^clauses\/en\.md#1\.3: prints zone, it belongs to clause 2\.3 alone/,
    ],
    [
      'an unknown binding',
      ['clauses/zh-CN.md', '{{zone}}', '{{zone}}{{zona}}'],
      /unknown binding "zona", did you mean "zone"\?/,
    ],
    [
      'a party outside its clause',
      ['clauses/en.md', '{{exclusions}}', '{{exclusions}} {{client.email}}'],
      /unknown binding "client\.email"/,
    ],
    [
      'a party that is not printed',
      ['clauses/en.md', '{{provider.email}}', '-'],
      /does not print provider\.email/,
    ],
    ['stray braces', ['clauses/en.md', '{{hotline}}', '{{hotline}} }}'], /has braces that bind nothing/],
    [
      'a clause that is missing',
      ['clauses/zh-CN.md', '## 2.5 ', '## 2.55 '],
      /^clauses\/en\.md: has the clauses .*those of the Chinese text, .*2\.55/,
    ],
    [
      'a clause without a title',
      ['clauses/en.md', '## 2.5 Service report', '## 2.5'],
      /incomplete clause "## 2\.5"/,
    ],
    [
      'words and figures that differ',
      ['clauses/zh-CN.md', '应当立即登记', '应当立即登记，差错不超过千分之五（6‰）'],
      /says "千分之五（6‰）"/,
    ],
    [
      'a rule over an unknown fact',
      ['priority.rules.json', '"fact": "impact"', '"fact": "impakt"'],
      /priority\.rules\.json#rules\[1\].*unknown fact "impakt", did you mean "impact"/,
    ],
    [
      'rules that give a priority without targets',
      ['priority.rules.json', '"priority": "low"', '"priority": "lowest"'],
      /^targets\.json#priorities: has no priority "lowest"/,
    ],
    [
      'targets over an unknown parameter',
      ['targets.json', 'responseHighMinutes', 'responseHighMinute'],
      /unknown parameter in minutes "responseHighMinute", did you mean "responseHighMinutes"/,
    ],
    [
      'targets over a parameter of another unit',
      ['targets.json', 'resolutionLowWorkingDays', 'responseLowMinutes'],
      /unknown parameter in workingDays/,
    ],
    [
      'a default outside its bounds',
      ['parameters.json', '"default": 14', '"default": 400'],
      /^parameters\.json#parameters\[0\]\.default: is 400, allowed is a whole number from 1 to 365/,
    ],
    [
      'a parameter that the terms need',
      ['parameters.json', '"name": "zone"', '"name": "zona"'],
      /^terms\.json#zone\.parameter: unknown zone parameter "zone", did you mean "zona"/,
    ],
    [
      'an unknown member',
      ['parameters.json', '"maximum": 365', '"maximun": 365'],
      /unknown member "maximun", did you mean "maximum"/,
    ],
    [
      'a fact that no contract supplies',
      ['penalty.rules.json', '"missNumberInPeriod"', '"missNumber"'],
      /^penalty\.rules\.json#facts\.missNumber: unknown fact/,
    ],
    [
      'a fact of another type than contracts supply',
      ['penalty.rules.json', '"type": "decimal"', '"type": "number"'],
      /^penalty\.rules\.json#facts\.penaltyPermille\.type: is "number", allowed is decimal/,
    ],
    [
      'the id of another folder',
      ['template.json', '"id": "it-support-2025"', '"id": "it-support"'],
      /template\.json#id: unknown id for this folder "it-support"/,
    ],
    [
      'a file that leads out of the folder',
      ['template.json', '"targets.json"', '"../targets.json"'],
      /template\.json#files\.targets: is "\.\.\/targets\.json"/,
    ],
    [
      'a file that is not there',
      ['template.json', '"targets.json"', '"target.json"'],
      /^target\.json: is missing/,
    ],
    ['a file that is no JSON', ['targets.json', '{', '{{'], /targets\.json: is no JSON/],
  ])('refuses %s', async (_, [file, from, to], message) => {
    edit(file, from, to);
    expect(await faultsOf()).toContainEqual(expect.stringMatching(message));
  });

  it.each<[string, string, RegExp]>([
    [
      'that nothing names',
      'penalties.rules.json',
      /^penalties\.rules\.json: is named nowhere, allowed are README\.md/,
    ],
    ['of a name that no file can have', 'notes 2.md', /^notes 2\.md: is no name for a file of a template/],
    [
      'of an acceptance case without its answer',
      'acceptance/01.json',
      /^acceptance\/01\.expected\.json: is missing/,
    ],
    [
      'of an acceptance case under another name',
      'acceptance/a.b.json',
      /^acceptance\/a\.b\.json: is named nowhere/,
    ],
    ['with a calendar that is none', 'calendars/XX.json', /^calendars\/XX\.json#id: is missing/],
  ])('refuses a file %s', async (_, file, message) => {
    mkdirSync(dirname(join(folder, ID, file)), { recursive: true });
    writeFileSync(join(folder, ID, file), '{}');
    expect(await faultsOf()).toContainEqual(expect.stringMatching(message));
  });

  it('leaves README.md, hidden files and schemas alone', async () => {
    const { hash } = await loadTemplate(ID, folder);
    mkdirSync(join(folder, ID, 'schemas'));
    for (const file of ['README.md', '.notes', 'schemas/x.schema.json']) {
      writeFileSync(join(folder, ID, file), 'text');
    }
    expect((await loadTemplate(ID, folder)).hash).toBe(hash);
  });

  it('loads and lists a variant like a template, over the template beside it', async () => {
    const { version, hash } = await loadTemplate(ID, folder);
    const words = { 'zh-CN': '客户合同', en: 'Client contract' };
    const variant = {
      id: 'acme',
      version: '1.0.0',
      title: words,
      description: words,
      extends: { template: ID, version, hash },
      parameters: { reportDueDay: { fixed: 8 } },
    };
    mkdirSync(join(folder, 'acme'));
    writeFileSync(join(folder, 'acme', 'variant.json'), JSON.stringify(variant));
    expect(await listTemplates(folder)).toEqual(['acme', ID]);
    const loaded = await loadParsedTemplate('acme', folder);
    expect(loaded.value).toMatchObject({ id: 'acme', title: words });
    expect(loaded.variant?.extends.template).toBe(ID);
    expect(Object.keys(loaded.calendars)).toContain('CN');
    edit('clauses/en.md', 'hotline {{hotline}}', 'telephone {{hotline}}');
    expect(await faultsOf('acme')).toEqual([
      expect.stringMatching(/^variant\.json#extends\.hash: is not the hash/),
    ]);
  });

  it('takes a calendar of the template for the shared one of that id', async () => {
    const shared = JSON.parse(readFileSync(join(rulesFolder(), 'calendars', 'CN.json'), 'utf8')) as object;
    mkdirSync(join(folder, ID, 'calendars'));
    const own = JSON.stringify({ ...shared, version: 'own' });
    writeFileSync(join(folder, ID, 'calendars', 'CN.json'), own);
    const loaded = await loadParsedTemplate(ID, folder);
    expect(loaded.calendars['CN']?.version).toBe('own');
    expect((await loadParsedTemplate(ID)).calendars['CN']?.version).not.toBe('own');
  });
});
