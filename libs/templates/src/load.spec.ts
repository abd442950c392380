import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatFault } from '#domain/fault';
import { listTemplates, loadTemplate } from './load.js';
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
    expect(await listTemplates()).toEqual([ID]);
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
        expect.stringMatching(/^template: unknown template .*allowed is it-support-2025$/),
      ]);
    },
  );

  it.each<[string, [string, string, string], RegExp]>([
    [
      'a parameter that its clause does not print',
      ['clauses/en.md', '{{hotline}}', 'number'],
      /clauses\.en\["2\.1"\]: does not print hotline/,
    ],
    [
      'a parameter printed in another clause',
      ['clauses/en.md', '{{exclusions}}', '{{exclusions}} {{zone}}'],
      /\["1\.3"\]: prints zone, it belongs to clause 2\.3 alone/,
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
      /clauses\.zh-CN: has the clauses .*2\.55/,
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
      /targets\.priorities: has no priority "lowest"/,
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
      /parameters\[0\]\.default: is 400, allowed is a whole number from 1 to 365/,
    ],
    [
      'a parameter that the terms need',
      ['parameters.json', '"name": "zone"', '"name": "zona"'],
      /parameters: has no zone zone/,
    ],
    [
      'an unknown member',
      ['parameters.json', '"maximum": 365', '"maximun": 365'],
      /unknown member "maximun", did you mean "maximum"/,
    ],
    [
      'a fact that no contract supplies',
      ['penalty.rules.json', '"missNumberInPeriod"', '"missNumber"'],
      /rules\.penalty\.facts\.missNumberInPeriod: is missing/,
    ],
    [
      'a fact of another type than contracts supply',
      ['penalty.rules.json', '"type": "decimal"', '"type": "number"'],
      /rules\.penalty\.facts\.penaltyPermille: is a number, contracts supply it as a decimal/,
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
      /target\.json: cannot be read/,
    ],
    ['a file that is no JSON', ['targets.json', '{', '{{'], /targets\.json: is no JSON/],
  ])('refuses %s', async (_, [file, from, to], message) => {
    edit(file, from, to);
    expect(await faultsOf()).toContainEqual(expect.stringMatching(message));
  });
});
