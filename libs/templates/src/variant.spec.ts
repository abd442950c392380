import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFault } from '#domain/fault';
import { templateFaults } from './check.js';
import { clauseTextFor } from './clause-text.js';
import { contextOf, listTemplates, loadPackage, loadTemplate } from './load.js';
import type { TemplatePackage } from './package.js';
import { jsonText } from './package-archive.js';
import { parseTemplate, type ParsedTemplate } from './parse-template.js';
import { rulesFolder, sharedCalendars } from './rules-folder.js';
import type { ParameterDefinition, Template } from './template.js';
import { variantSchema } from './variant.js';
import { resolveVariant } from './variant-resolve.js';

const BASE = 'it-support-2025';
const manifest = JSON.parse(readFileSync(join(rulesFolder(), BASE, 'template.json'), 'utf8')) as {
  version: string;
};
const VERSION = manifest.version;

let base: Template;
let bases: Record<string, TemplatePackage>;
let calendars: Record<string, unknown>;
beforeAll(async () => {
  base = await loadTemplate(BASE);
  bases = { [BASE]: await loadPackage(BASE) };
  calendars = await sharedCalendars();
});

const title = { 'zh-CN': '某客户的合同', en: 'Contract of a client' };

function manifestWith(members: object): object {
  return {
    id: 'acme',
    version: '1.0.0',
    title,
    description: title,
    extends: { template: BASE, version: VERSION },
    ...members,
  };
}

function parse(
  members: object,
  more: TemplatePackage['files'] = {},
  others: Record<string, TemplatePackage> = {},
): ParsedTemplate | string[] {
  const files = { 'variant.json': jsonText(manifestWith(members)), ...more };
  const parsed = parseTemplate(files, { bases: { ...bases, ...others }, calendars });
  return 'faults' in parsed ? parsed.faults.map(formatFault) : parsed;
}

function sound(...args: Parameters<typeof parse>): Template {
  const parsed = parse(...args);
  if (Array.isArray(parsed)) throw new Error(parsed.join('\n'));
  return parsed.value;
}

function faults(...args: Parameters<typeof parse>): string[] {
  const parsed = parse(...args);
  return Array.isArray(parsed) ? parsed : [];
}

const parameter = (template: Template, name: string): ParameterDefinition | undefined =>
  template.parameters.find((each) => each.name === name);

const textOf = (template: Template, language: 'zh-CN' | 'en', number: string): string =>
  template.clauses[language].find((clause) => clause.number === number)?.text ?? '';

describe('a variant', () => {
  it('is the whole template under its own name, less nothing', () => {
    const template = sound({});
    const { id: _, version: __, title: ___, description: ____, hash, ...parts } = template;
    const { id: _1, version: _2, title: _3, description: _4, hash: baseHash, ...baseParts } = base;
    expect(parts).toEqual(baseParts);
    expect(template).toMatchObject({ id: 'acme', version: '1.0.0', title });
    expect(hash).not.toBe(baseHash);
  });

  it('narrows limits and changes defaults', () => {
    const template = sound({
      parameters: {
        responseCriticalMinutes: { maximum: 15, default: 10 },
        penaltyCapPercent: { minimum: '5' },
        monthlyFee: { maximum: '50000.00' },
        penaltyPermille: { default: '3' },
      },
    });
    expect(parameter(template, 'responseCriticalMinutes')).toMatchObject({
      minimum: 1,
      maximum: 15,
      default: 10,
    });
    expect(parameter(template, 'penaltyCapPercent')).toMatchObject({ minimum: '5' });
    expect(parameter(template, 'monthlyFee')).toMatchObject({ maximum: '50000.00', required: true });
    expect(parameter(template, 'penaltyPermille')).toMatchObject({ default: '3', moreThan: '0' });
    expect(parameter(template, 'penaltyPermille')).not.toHaveProperty('required');
  });

  it('fixes a value of each type, and leaves that value alone', () => {
    const template = sound({
      parameters: {
        reportDueDay: { fixed: 8 },
        penaltyPermille: { fixed: '4' },
        monthlyFee: { fixed: '30000.00' },
        termStart: { fixed: '2026-01-01' },
        missesPerRequest: { fixed: 'first' },
        zone: { fixed: 'Asia/Tokyo' },
        hotline: { fixed: '400-1 || 400-2' },
      },
    });
    expect(parameter(template, 'reportDueDay')).toMatchObject({ minimum: 8, maximum: 8, default: 8 });
    expect(parameter(template, 'penaltyPermille')).not.toHaveProperty('moreThan');
    expect(parameter(template, 'monthlyFee')).toMatchObject({ minimum: '30000.00', default: '30000.00' });
    expect(parameter(template, 'termStart')).toMatchObject({ minimum: '2026-01-01', maximum: '2026-01-01' });
    expect(Object.keys((parameter(template, 'missesPerRequest') as { values: object }).values)).toEqual([
      'first',
    ]);
    expect(template.terms.zone).toBe('Asia/Tokyo');
    expect(parameter(template, 'hotline')).toMatchObject({
      type: 'enum',
      values: { '400-1 || 400-2': { 'zh-CN': '400-1', en: '400-2' } },
    });
  });

  it('replaces clauses in both languages, titles where they are given', () => {
    const clause = {
      '1.3': { title: '不包括的事项', text: '本合同不包括：{{exclusions}}。' },
    };
    const english = { '1.3': { text: 'Not included: {{exclusions}}.' } };
    const template = sound({ clauses: { 'zh-CN': clause, en: english } });
    const chinese = template.clauses['zh-CN'].find(({ number }) => number === '1.3');
    expect(chinese).toMatchObject({ title: '不包括的事项', text: '本合同不包括：{{exclusions}}。' });
    expect(textOf(template, 'en', '1.3')).toBe('Not included: {{exclusions}}.');
    expect(textOf(template, 'en', '1.2')).toBe(textOf(base, 'en', '1.2'));
  });

  it('replaces a rule set and the targets by files of its own', () => {
    const penalty = { ...base.rules['penalty'], version: '2.0.0' };
    const targets = structuredClone(base.targets) as { pauseReasons: Record<string, unknown> };
    delete targets.pauseReasons['changeWindow'];
    const template = sound(
      { rules: { penalty: 'penalty.rules.json' }, targets: 'targets.json' },
      { 'penalty.rules.json': jsonText(penalty), 'targets.json': jsonText(targets) },
    );
    expect(template.rules['penalty']?.version).toBe('2.0.0');
    expect(template.rules['priority']).toEqual(base.rules['priority']);
    expect(Object.keys(template.targets?.pauseReasons ?? {})).not.toContain('changeWindow');
  });

  it('merges terms member by member, takes one away by null, and a list as a whole', () => {
    const template = sound({ terms: { termination: { noticeDays: 30, failedMonths: null }, renewal: {} } });
    const { failedMonths: _, ...termination } = base.terms.termination;
    expect(template.terms.termination).toEqual({ ...termination, noticeDays: 30 });
    expect(template.terms.consequences).toEqual(base.terms.consequences);
    const without = sound({ terms: { consequences: [] } });
    expect(Object.keys(without.rules)).toEqual(['priority']);
  });

  it('leaves out what a fixed value leaves without effect, for every choice of the template', () => {
    const choices = base.parameters.flatMap((each) =>
      each.type === 'enum' ? Object.keys(each.values).map((value) => [each.name, value] as const) : [],
    );
    expect(choices.length).toBeGreaterThan(20);
    const { hash: _, ...parts } = base;
    for (const [name, value] of choices) {
      const manifest = variantSchema.parse(manifestWith({ parameters: { [name]: { fixed: value } } }));
      const resolved = resolveVariant(parts, { manifest, rules: {}, targets: null });
      // A choice of one is fixed already.
      const found = 'faults' in resolved ? resolved.faults : templateFaults(resolved.value);
      const isTheOnlyOne = found.every(({ problem }) => problem.startsWith('does not differ'));
      expect({ name, value, found: isTheOnlyOne ? [] : found }).toEqual({ name, value, found: [] });
    }
    const template = sound({
      parameters: { latePayment: { fixed: 'none' }, workingDay: { fixed: 'wholeDay' } },
    });
    expect(parameter(template, 'lateInterestPermillePerDay')).toBeUndefined();
    expect(textOf(template, 'en', '3.2')).not.toContain('lateInterestPermillePerDay');
    expect(template.terms.consequences.map(({ id }) => id)).toEqual(['missPenalty']);
    expect(Object.keys(template.rules)).toEqual(['priority', 'penalty']);
    expect(template.terms.service?.minutesPerWorkingDay).toBe(
      parameter(base, 'minutesPerWorkingDay')?.default,
    );
    const clause = template.clauses.en.find(({ number }) => number === '3.2');
    expect(clause && clauseTextFor(clause, { latePayment: 'none' })).not.toBeNull();
  });
});

describe('what a variant is refused', () => {
  const text = 'Not included: {{exclusions}}.';
  it.each<[string, object, RegExp]>([
    [
      'a wider limit',
      { parameters: { reportDueDay: { maximum: 31 } } },
      /parameters\.reportDueDay\.maximum: is 31, allowed is a whole number from 1 to 28/,
    ],
    ['a fixed value outside', { parameters: { reportDueDay: { fixed: 29 } } }, /reportDueDay\.fixed: is 29/],
    [
      'a default outside',
      { parameters: { penaltyPermille: { default: '0' } } },
      /penaltyPermille\.default: is "0"/,
    ],
    [
      'limits that leave the default outside',
      { parameters: { reportDueDay: { maximum: 3 } } },
      /parameters\.reportDueDay: leaves the default 5 outside, give a default/,
    ],
    [
      'limits that leave nothing',
      { parameters: { reportDueDay: { minimum: 9, maximum: 8, default: 9 } } },
      /reportDueDay: leaves no value/,
    ],
    [
      'fixed beside another',
      { parameters: { reportDueDay: { fixed: 8, default: 8 } } },
      /says more beside fixed/,
    ],
    ['a parameter that says nothing', { parameters: { reportDueDay: {} } }, /reportDueDay: says nothing/],
    [
      'an unknown parameter',
      { parameters: { reportDueDays: { fixed: 8 } } },
      /unknown parameter "reportDueDays", did you mean "reportDueDay"/,
    ],
    [
      'a limit that its type does not have',
      { parameters: { zone: { maximum: 3 } } },
      /unknown member of a parameter of type zone, "maximum"/,
    ],
    [
      'a value of another type',
      { parameters: { reportDueDay: { default: '8' } } },
      /reportDueDay\.default: is "8"/,
    ],
    [
      'a choice there is none of',
      { parameters: { pauses: { fixed: 'boht' } } },
      /unknown value "boht", did you mean "both"/,
    ],
    [
      'a text too long to be fixed',
      { parameters: { hotline: { fixed: '4'.repeat(65) } } },
      /a fixed text has at most 64/,
    ],
    [
      'the same default',
      { parameters: { reportDueDay: { default: 5 } } },
      /reportDueDay\.default: does not differ from the template/,
    ],
    [
      'the same terms',
      { terms: { penalties: { fixed: { parameter: 'penaltyFixed' } } } },
      /variant\.json#terms\.penalties\.fixed: does not differ/,
    ],
    [
      'a member of the terms that is not there',
      { terms: { colour: 'red' } },
      /variant\.json#terms\.colour: unknown member "colour"/,
    ],
    [
      'taking away what is not there',
      { terms: { termination: { delayDays: null } } },
      /delayDays: does not differ/,
    ],
    ['taking away what must be there', { terms: { zone: null } }, /variant\.json#terms\.zone: is missing/],
    [
      'a clause in one language',
      { clauses: { 'zh-CN': {}, en: { '1.3': { text } } } },
      /clauses\.en\["1\.3"\]: stands in en only, zh-CN must have it too/,
    ],
    [
      'a clause that is not there',
      { clauses: { 'zh-CN': { '9.9': { text } }, en: { '9.9': { text } } } },
      /unknown clause "9\.9"/,
    ],
    [
      'a clause that does not print its parameter',
      { clauses: { 'zh-CN': { '1.3': { text: '无。' } }, en: { '1.3': { text } } } },
      /clauses\.zh-CN\["1\.3"\]: does not print exclusions/,
    ],
    [
      'a condition without an end',
      {
        clauses: { 'zh-CN': { '1.3': { text } }, en: { '1.3': { text: `::: when pauses = both\n${text}` } } },
      },
      /\["1\.3"\]\.text: begins a condition that does not end in line 1/,
    ],
    [
      'another version of the base',
      { extends: { template: BASE, version: '9.9.9' } },
      /extends\.version: unknown version of it-support-2025 "9\.9\.9"/,
    ],
    [
      'another content of the base',
      { extends: { template: BASE, version: VERSION, hash: `sha256:${'0'.repeat(64)}` } },
      /extends\.hash: is not the hash of it-support-2025/,
    ],
    [
      'a base that is not there',
      { extends: { template: 'it-support-2052', version: '1.0.0' } },
      /unknown template "it-support-2052", did you mean "it-support-2025"/,
    ],
    [
      'itself as its base',
      { extends: { template: 'acme', version: '1.0.0' } },
      /leads in a circle: acme extends acme/,
    ],
    [
      'an unknown member',
      { parameter: {} },
      /variant\.json#parameter: unknown member "parameter", did you mean "parameters"/,
    ],
    ['a file that is not there', { rules: { penalty: 'p.rules.json' } }, /p\.rules\.json: is missing/],
  ])('%s', (_, members, message) => {
    expect(faults(members)).toContainEqual(expect.stringMatching(message));
  });

  it('a rule set under another name, and files of the same content', () => {
    const penalty = jsonText(base.rules['penalty']);
    expect(faults({ rules: { penalties: 'p.json' } }, { 'p.json': penalty })).toContainEqual(
      expect.stringMatching(/unknown rule set "penalties", did you mean "penalty"/),
    );
    expect(faults({ rules: { penalty: 'p.json' } }, { 'p.json': penalty })).toEqual([
      expect.stringMatching(/variant\.json#rules\.penalty: does not differ/),
    ]);
    expect(faults({ targets: 't.json' }, { 't.json': jsonText(base.targets) })).toEqual([
      expect.stringMatching(/variant\.json#targets: does not differ/),
    ]);
    const same = { '1.3': { text: textOf(base, 'en', '1.3') } };
    const chinese = { '1.3': { text: textOf(base, 'zh-CN', '1.3') } };
    expect(faults({ clauses: { 'zh-CN': chinese, en: same } })).toHaveLength(2);
  });
});

describe('variants of variants', () => {
  const variantOf = (id: string, template: string, members: object = {}): TemplatePackage => ({
    files: {
      'variant.json': jsonText(manifestWith({ id, extends: { template, version: '1.0.0' }, ...members })),
    },
  });
  const chain = {
    v1: variantOf('v1', BASE, {
      extends: { template: BASE, version: VERSION },
      parameters: { reportDueDay: { maximum: 10 } },
    }),
    v2: variantOf('v2', 'v1', { parameters: { reportDueDay: { maximum: 8 } } }),
    v3: variantOf('v3', 'v2'),
  };

  it('narrow what the one below has narrowed', () => {
    const template = sound({ extends: { template: 'v2', version: '1.0.0' } }, {}, chain);
    expect(parameter(template, 'reportDueDay')).toMatchObject({ maximum: 8 });
    const wider = {
      extends: { template: 'v2', version: '1.0.0' },
      parameters: { reportDueDay: { maximum: 9 } },
    };
    expect(faults(wider, {}, chain)).toEqual([
      expect.stringMatching(/maximum: is 9, allowed is a whole number from 1 to 8/),
    ]);
  });

  it('may be three on each other, no more', () => {
    expect(faults({ extends: { template: 'v3', version: '1.0.0' } }, {}, chain)).toEqual([
      expect.stringMatching(/extends\.template: is variant 4 on the way to a template, allowed are 3/),
    ]);
  });

  it('may not lead in a circle', () => {
    const circle = { v1: variantOf('v1', 'v2'), v2: variantOf('v2', 'v1') };
    expect(faults({ extends: { template: 'v1', version: '1.0.0' } }, {}, circle)).toEqual([
      expect.stringMatching(/leads in a circle: acme extends v1 extends v2 extends v1/),
    ]);
  });

  it('name the faults of the one below by its folder', () => {
    const broken = {
      v1: variantOf('v1', BASE, {
        extends: { template: BASE, version: VERSION },
        parameters: { colour: { default: 1 } },
      }),
    };
    expect(faults({ extends: { template: 'v1', version: '1.0.0' } }, {}, broken)).toEqual([
      expect.stringMatching(/^v1\/variant\.json#parameters\.colour: unknown parameter "colour"/),
    ]);
  });
});

it('the context of a template that is no variant reads no other template', async () => {
  const source = await loadPackage(BASE);
  expect((await contextOf(source, rulesFolder())).bases).toEqual({});
  const variant = { files: { 'variant.json': jsonText(manifestWith({})) } };
  expect(Object.keys((await contextOf(variant, rulesFolder())).bases)).toEqual(await listTemplates());
});
