import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { checkRuleSet } from '#decisions/rule-set';
import { priorityRules } from '../../../../test/support/sample-rule-sets.js';
import { configure } from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'pacta-rules-'));
const rulesFile = join(folder, 'priority.rules.json');
const tableFile = join(folder, 'table.json');

const rowOf = (cell: string) =>
  // oxlint-disable-next-line unicorn/no-thenable -- a member of a JSON document, never a function
  ({ when: [cell, '-'], then: { priority: 'critical' } });

const table = {
  $schema: '../schemas/decision-table.schema.json',
  id: 'sample-table',
  version: '1.0.0',
  clause: '2.2',
  outcome: 'priority',
  facts: priorityRules.facts,
  inputs: [{ fact: 'urgency' }, { fact: 'coreBusinessDown' }],
  hit: 'first',
  rows: [rowOf('high')],
};

interface Run {
  readonly out: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** Runs `pacta rules ...` in this process. */
async function run(...args: string[]): Promise<Run> {
  const out: string[] = [];
  const errors: string[] = [];
  const before = {
    log: console.log,
    error: console.error,
    code: process.exitCode,
  };
  console.log = (line: string) => void out.push(`${line}\n`);
  console.error = (line: string) => void errors.push(line);
  try {
    const command = new Command('rules').exitOverride();
    configure(command);
    await command.parseAsync(args, { from: 'user' });
    return { out: out.join(''), errors: errors.join('\n'), exitCode: Number(process.exitCode ?? 0) };
  } finally {
    console.log = before.log;
    console.error = before.error;
    process.exitCode = before.code ?? 0;
  }
}

beforeAll(() => {
  writeFileSync(rulesFile, JSON.stringify({ $schema: 'x', ...priorityRules }));
  writeFileSync(tableFile, JSON.stringify(table));
});
afterAll(() => rmSync(folder, { recursive: true }));

const facts = (over: object = {}) =>
  JSON.stringify({ urgency: 'high', impact: 'high', coreBusinessDown: false, ...over });

const risky = facts({ severeSecurityRisk: true });

describe('pacta rules explain', () => {
  it('says in either language why a rule set decides as it does', async () => {
    const english = await run('explain', rulesFile, '--facts', facts());
    expect(english).toMatchObject({ errors: '', exitCode: 0 });
    expect(english.out).toMatch(
      /^Priority critical under clause 2\.2, because rule "high and high is critical" holds/,
    );
    const chinese = await run('explain', rulesFile, '--facts', facts(), '--lang', 'zh-CN');
    expect(chinese.out).toMatch(/^依据第 2\.2 条，优先级为“紧急”/);
  });

  it('gives the same as data, also of a decision table', async () => {
    const { out } = await run('explain', tableFile, '--facts', facts(), '--json');
    expect(JSON.parse(out)).toMatchObject({
      ruleSet: { id: 'sample-table', version: '1.0.0' },
      decidedBy: 'row 1: urgency high',
      outcome: { priority: 'critical' },
    });
  });

  it.each<[string, string[], RegExp]>([
    [
      'a fact of another value',
      [rulesFile, '--facts', facts({ impact: 'hihg' })],
      /^facts\.impact: unknown value "hihg", did you mean "high"\?/,
    ],
    [
      'an unknown fact',
      [rulesFile, '--facts', facts({ impackt: 'high' })],
      /^facts\.impackt: unknown fact "impackt", did you mean "impact"\?/,
    ],
    ['facts that are no JSON', [rulesFile, '--facts', '{'], /^--facts: is no JSON/],
    ['facts that are a list', [rulesFile, '--facts', '[]'], /^--facts: is \[\]/],
    [
      'a file that is not there',
      [join(folder, 'none.json'), '--facts', '{}'],
      /cannot be read .*allowed is a JSON file/,
    ],
  ])('refuses %s with exit code 2', async (_, args, message) => {
    const { out, errors, exitCode } = await run('explain', ...args);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(errors).toMatch(message);
  });

  it("takes a template's rule set by name, with its parameters at their defaults", async () => {
    const priority = await run('explain', 'it-support-2025', '--set', 'priority', '--facts', risky);
    expect(priority).toMatchObject({ errors: '', exitCode: 0 });
    expect(priority.out).toMatch(
      /^Priority critical under clause 2\.2, because rule "core business down or severe/,
    );
    const interest = ['explain', 'it-support-2025', '--set', 'lateInterest', '--facts'];
    expect((await run(...interest, '{"daysLate":3}')).out).toMatch(/^0\.5‰ under clause 3\.2, because/);
    const agreed = await run(...interest, '{"daysLate":3,"lateInterestPermillePerDay":"0.2"}');
    expect(agreed.out).toMatch(/^0\.2‰ under clause 3\.2, because/);
    const unnamed = await run('explain', 'it-support-2025', '--facts', risky);
    expect(unnamed.errors).toMatch(/^--set: is missing, allowed are .*priority/);
    const unknown = await run('explain', 'it-support-2025', '--set', 'prioritty', '--facts', risky);
    expect(unknown.errors).toMatch(/^--set: unknown rule set "prioritty", did you mean "priority"\?/);
    const template = await run('explain', 'it-support-2052', '--facts', risky);
    expect(template.errors).toMatch(/unknown template "it-support-2052", did you mean "it-support-2025"\?/);
  });

  it('answers with exit code 0 where no rule holds: that is the answer', async () => {
    const { out, exitCode } = await run('explain', tableFile, '--facts', facts({ urgency: 'low' }));
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^No rule of sample-table holds\.\n/);
  });
});

describe('pacta rules compile', () => {
  it('writes a rule set that is one', async () => {
    const { out, exitCode } = await run('compile', tableFile);
    expect(exitCode).toBe(0);
    expect(checkRuleSet(JSON.parse(out))).toHaveProperty('ruleSet.id', 'sample-table');
  });

  it('refuses with the cell', async () => {
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, JSON.stringify({ ...table, rows: [rowOf('hihg')] }));
    const { out, errors, exitCode } = await run('compile', wrong);
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(errors).toBe(
      'rows[0].when[0]: unknown value "hihg", did you mean "high"?, allowed are high, medium, low',
    );
  });
});

describe('pacta rules vocabulary', () => {
  it('prints every decision point and operator in either language', async () => {
    for (const [language, from] of [
      ['en', 'from: '],
      ['zh-CN', '来源：'],
    ] as const) {
      const { out } = await run('vocabulary', '--lang', language);
      for (const word of [
        'priority',
        'miss',
        'month',
        'obligation',
        'latePayment',
        'attainmentPercent',
        'notIn',
        from,
      ]) {
        expect(out).toContain(word);
      }
    }
  });

  it('gives the same as data', async () => {
    const { out } = await run('vocabulary', '--json');
    expect(JSON.parse(out)).toMatchObject({
      decisionPoints: { miss: { outcome: { name: 'permille', type: 'decimal' } } },
      types: { boolean: { operators: ['equal', 'notEqual'] } },
    });
  });
});
