import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { configureBacktest } from './backtest.js';

const folder = mkdtempSync(join(tmpdir(), 'pacta-backtest-'));
const scenarioFile = join(folder, 'scenario.json');
const targetsFile = join(folder, 'targets.json');

const scenario = {
  template: 'it-support-2025',
  parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' },
  events: [
    {
      at: '2025-01-06T09:00:00+08:00',
      type: 'request.recorded',
      request: 'A',
      urgency: 'high',
      impact: 'high',
      coreBusinessDown: true,
    },
    { at: '2025-01-06T09:20:00+08:00', type: 'request.responded', request: 'A' },
    { at: '2025-01-06T10:00:00+08:00', type: 'request.resolved', request: 'A' },
  ],
  until: '2025-03-01T00:00:00+08:00',
};

interface Run {
  readonly out: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** Runs `pacta rules backtest ...` in this process. */
async function run(...args: string[]): Promise<Run> {
  let [out, errors] = ['', ''];
  const before = {
    write: process.stdout.write.bind(process.stdout),
    error: console.error,
    code: process.exitCode,
  };
  process.stdout.write = (text: string | Uint8Array): boolean => {
    out += String(text);
    return true;
  };
  console.error = (line: string) => {
    errors += `${line}\n`;
  };
  try {
    const command = new Command('backtest').exitOverride().configureOutput({ writeErr: console.error });
    configureBacktest(command);
    await command.parseAsync(args, { from: 'user' });
    return { out, errors, exitCode: Number(process.exitCode ?? 0) };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { out, errors, exitCode: error.exitCode };
  } finally {
    process.stdout.write = before.write;
    console.error = before.error;
    process.exitCode = before.code ?? 0;
  }
}

beforeAll(() => {
  writeFileSync(scenarioFile, JSON.stringify(scenario));
  const target = { kind: 'response', measure: { unit: 'minutes', amount: 30 } };
  writeFileSync(targetsFile, JSON.stringify({ critical: [target] }));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('pacta rules backtest --scenario', () => {
  it('shows the figures and each change, in English and in Chinese', async () => {
    const english = await run('--scenario', scenarioFile, '--parameter', 'responseCriticalMinutes=30');
    expect(english).toMatchObject({ errors: '', exitCode: 0 });
    expect(english.out).toMatch(/\n {2}misses +1 +0 \*\n/);
    expect(english.out).toMatch(/\n {2}penalties, yuan +1200\.00 +0\.00 \*\n/);
    expect(english.out).toContain('No miss any more: A, response, 2025-01-06 09:15, penalty 1200.00');
    const chinese = await run('--scenario', scenarioFile, '--targets', targetsFile, '--lang', 'zh-CN');
    expect(chinese.out).toMatch(/\n {2}违约金（元） +1200\.00 +0\.00 \*\n/);
    expect(chinese.out).toContain('不再未达标：请求 A 响应');
  });

  it('with --json writes the comparison as data', async () => {
    const { out } = await run('--scenario', scenarioFile, '--targets', targetsFile, '--json');
    expect(JSON.parse(out)).toMatchObject({
      contract: 'rehearsal',
      changed: true,
      misses: [{ key: 'A response', after: null }],
      requests: [{ request: 'A', targets: [{ key: 'response' }, { key: 'workaround', after: null }] }],
    });
  });

  it('names what is wrong, one line a fault, with exit code 2', async () => {
    const unknown = await run('--scenario', scenarioFile, '--parameter', 'responseCriticalMinute=30');
    expect(unknown).toMatchObject({ out: '', exitCode: 2 });
    expect(unknown.errors).toContain('did you mean "responseCriticalMinutes"?');
    const shapeless = await run(
      '--scenario',
      scenarioFile,
      '--parameter',
      'x',
      '--rules',
      'priority=none.json',
    );
    expect(shapeless.errors).toMatch(/--rules: none\.json cannot be read/);
    expect(shapeless.errors).toMatch(/--parameter: is "x", allowed is NAME=VALUE/);
    const nothing = await run('--scenario', scenarioFile);
    expect(nothing).toMatchObject({ exitCode: 2 });
    expect(nothing.errors).toContain('nothing is amended');
  });

  it('asks for one of --contract, --all and --scenario', async () => {
    expect(await run('--parameter', 'x=1')).toMatchObject({ exitCode: 2 });
    expect((await run('--all', '--scenario', scenarioFile)).errors).toContain('cannot be used with');
  });
});
