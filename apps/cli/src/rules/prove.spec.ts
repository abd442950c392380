import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { rulesFolder } from '#templates/rules-folder';
import { configureProve } from './prove.js';

const folder = mkdtempSync(join(tmpdir(), 'pacta-prove-'));
const template = join(folder, 'maintenance-2025');
const parametersFile = join(folder, 'parameters.json');
const out = join(folder, 'proof.json');

interface Run {
  readonly lines: readonly string[];
  readonly errors: readonly string[];
  readonly exitCode: number;
}

/** Runs `pacta rules prove ...` in this process. */
async function run(...args: string[]): Promise<Run> {
  const lines: string[] = [];
  const errors: string[] = [];
  const before = { log: console.log, error: console.error, code: process.exitCode };
  console.log = (line: string) => void lines.push(line);
  console.error = (line: string) => void errors.push(line);
  try {
    const command = new Command('prove').exitOverride();
    configureProve(command);
    await command.parseAsync(args, { from: 'user' });
    return { lines, errors, exitCode: Number(process.exitCode ?? 0) };
  } finally {
    Object.assign(console, { log: before.log, error: before.error });
    process.exitCode = before.code;
  }
}

beforeAll(() => {
  cpSync(join(rulesFolder(), 'maintenance-2025'), template, { recursive: true });
  writeFileSync(
    parametersFile,
    JSON.stringify({ termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00' }),
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('pacta rules prove', () => {
  it('proves the parameters of one contract of a template by its id, and says so', async () => {
    const { lines, errors, exitCode } = await run('maintenance-2025', '--parameters', parametersFile);
    expect([exitCode, errors]).toEqual([0, []]);
    expect(lines[0]).toMatch(/^maintenance-2025 \d+\.\d+\.\d+ \(sha256:/);
    expect(lines[1]).toContain('Tried: 1 contracts');
    expect(lines.at(-1)).toMatch(/^Proved: \d+ checks hold/);
  });

  it('writes the report as data, to standard output and to a file alike', async () => {
    const { lines, exitCode } = await run(template, '--json', '--parameters', parametersFile, '--out', out);
    expect(exitCode).toBe(0);
    const report: unknown = JSON.parse(lines.join(''));
    expect(report).toMatchObject({ template: { id: 'maintenance-2025' }, passed: true });
    expect(readFileSync(out, 'utf8')).toBe(`${lines.join('')}\n`);
  });

  it('exits with 1 where something does not hold, in the language asked for', async () => {
    const file = join(template, 'late-interest.table.json');
    const table = JSON.parse(readFileSync(file, 'utf8')) as { rows: unknown[] };
    writeFileSync(file, JSON.stringify({ ...table, rows: table.rows.slice(0, 1) }));
    const { lines, exitCode } = await run(template, '--parameters', parametersFile, '--lang', 'zh-CN');
    expect(exitCode).toBe(1);
    expect(lines).toContainEqual(expect.stringMatching(/✗ 规则集 .* 有缺口：.*31.*没有一条规则成立/));
    expect(lines.at(-1)).toContain('证明未通过');
  });

  it.each([
    ['no such template', ['maintenence-2025'], /unknown template "maintenence-2025", did you mean/],
    ['no such file of parameters', ['maintenance-2025', '--parameters', '/nowhere.json'], /cannot be read/],
  ])('exits with 2 for %s', async (_, args, error) => {
    const { lines, errors, exitCode } = await run(...args);
    expect([exitCode, lines]).toEqual([2, []]);
    expect(errors.join('\n')).toMatch(error);
  });
});
