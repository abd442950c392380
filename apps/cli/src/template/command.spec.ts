import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { configure } from './command.js';

const BASE = 'it-support-2025';

let folder = '';
const calledFrom = process.env['INIT_CWD'];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pacta-template-'));
  process.env['INIT_CWD'] = folder;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (calledFrom === undefined) delete process.env['INIT_CWD'];
  else process.env['INIT_CWD'] = calledFrom;
});

interface Run {
  readonly out: string;
  readonly errors: string[];
  readonly exitCode: number;
}

/** Runs `pacta template ...` in this process, from the test's folder. */
async function run(...args: string[]): Promise<Run> {
  const out: string[] = [];
  const errors: string[] = [];
  const { log, error } = console;
  const write = process.stdout.write.bind(process.stdout);
  console.log = (line: string) => void out.push(`${line}\n`);
  console.error = (line: string) => void errors.push(line);
  process.stdout.write = (text: string | Uint8Array) => out.push(String(text)) > 0;
  try {
    const command = new Command('template').exitOverride();
    configure(command);
    for (const each of command.commands) each.exitOverride().configureOutput({ writeErr: () => undefined });
    await command.parseAsync(args, { from: 'user' });
    return { out: out.join(''), errors, exitCode: Number(process.exitCode ?? 0) };
  } finally {
    Object.assign(console, { log, error });
    process.stdout.write = write;
    process.exitCode = 0;
  }
}

const at = (...path: string[]): string => join(folder, ...path);

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(at(file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(at(file), text.replaceAll(from, to));
}

describe('pacta template new', () => {
  it.each<[string, string[]]>([
    ['of nothing', []],
    ['from another one', ['--from', BASE]],
    ['as a variant', ['--variant-of', BASE]],
  ])('%s makes a folder that checks and tests green, with its schemas', async (_, options) => {
    expect((await run('new', 'mine', ...options)).errors).toEqual([]);
    const checked = await run('check', 'mine');
    expect(checked).toMatchObject({ errors: [], exitCode: 0 });
    expect(checked.out).toMatch(/^mine 0\.1\.0.*nothing wrong\nsha256:[0-9a-f]{64}\n$/);
    const tested = await run('test', 'mine');
    expect(tested.out).toMatch(/^ok {4}check\n(?:ok {4}[\w-]+\n)+\d+ passed, 0 failed\n$/);
    expect(tested.exitCode).toBe(0);
    for (const file of readdirSync(at('mine')).filter((name) => name.endsWith('.json'))) {
      const { $schema } = JSON.parse(readFileSync(at('mine', file), 'utf8')) as { $schema: string };
      expect($schema).toMatch(/^schemas\/[a-z-]+\.schema\.json$/);
      expect(existsSync(at('mine', $schema))).toBe(true);
    }
  });

  it('takes the id from --id, and refuses one that is none', async () => {
    await run('new', 'some folder', '--id', 'my-id');
    expect((await run('check', './some folder')).out).toMatch(/^my-id 0\.1\.0/);
    const refused = await run('new', 'Other Folder');
    expect(refused).toMatchObject({
      exitCode: 2,
      errors: [expect.stringMatching(/^--id: "Other Folder" is no id/)],
    });
    expect(existsSync(at('Other Folder'))).toBe(false);
  });

  it('refuses a folder that holds anything, an unknown template, and both ways at once', async () => {
    await run('new', 'mine');
    expect((await run('new', 'mine')).errors).toEqual([expect.stringMatching(/holds files already/)]);
    expect((await run('new', 'next', '--from', 'it-support-2052')).errors).toEqual([
      expect.stringMatching(/unknown template "it-support-2052", did you mean "it-support-2025"/),
    ]);
    await expect(run('new', 'next', '--from', BASE, '--variant-of', BASE)).rejects.toThrow(
      /cannot be used with/,
    );
  });
});

describe('pacta template check', () => {
  it('says every fault with its place, and exits 2', async () => {
    await run('new', 'mine');
    edit('mine/clauses/en.md', '{{services}}', 'services');
    edit('mine/terms.json', '"zone": {', '"zones": {');
    const { errors, exitCode } = await run('check', 'mine');
    expect(exitCode).toBe(2);
    expect(errors).toEqual([
      expect.stringMatching(/^terms\.json#zone: is missing/),
      expect.stringMatching(/^terms\.json#zones: unknown member "zones", did you mean "zone"/),
    ]);
    edit('mine/terms.json', '"zones": {', '"zone": {');
    expect((await run('check', 'mine')).errors).toEqual([
      'clauses/en.md#1.1: does not print services, {{services}} must stand in clause 1.1',
    ]);
  });

  it('takes an id, and says which there are', async () => {
    expect((await run('check', BASE)).exitCode).toBe(0);
    expect(await run('check', 'it-support-2052')).toMatchObject({
      exitCode: 2,
      errors: [expect.stringMatching(/did you mean "it-support-2025"/)],
    });
    expect((await run('check', './nowhere')).errors).toEqual([
      expect.stringMatching(/^\.\/nowhere: is no folder/),
    ]);
  });
});

describe('pacta template test', () => {
  it('shows what came out otherwise by its path, and exits 1', async () => {
    await run('new', 'mine');
    edit('mine/acceptance/01-nothing-happens.expected.json', '"status": "active"', '"status": "expired"');
    const { out, exitCode } = await run('test', 'mine');
    expect(exitCode).toBe(1);
    expect(out).toBe(
      'ok    check\nFAIL  01-nothing-happens\n      status: expected "expired" got "active"\n1 passed, 1 failed\n',
    );
  });

  it('fails without cases, and where the check fails', async () => {
    await run('new', 'mine');
    rmSync(at('mine', 'acceptance'), { recursive: true });
    const { out, exitCode } = await run('test', 'mine');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^FAIL {2}check\n {6}acceptance: has no case.*\n0 passed, 1 failed\n$/);
    edit('mine/terms.json', '"CN"', '"CNN"');
    expect((await run('test', 'mine')).out).toMatch(/terms\.json#calendar: unknown calendar "CNN"/);
    expect((await run('test', 'nothing')).exitCode).toBe(1);
  });
});

describe('pacta template pack, export and import', () => {
  it('carry a template over, byte by byte', async () => {
    await run('new', 'mine', '--from', BASE);
    const packed = await run('pack', 'mine');
    await run('pack', 'mine', '-o', 'mine.json');
    expect(readFileSync(at('mine.json'), 'utf8')).toBe(packed.out);
    expect((await run('import', 'mine.json', '--into', 'elsewhere')).exitCode).toBe(0);
    expect((await run('pack', 'elsewhere/mine')).out).toBe(packed.out);
    expect((await run('test', 'elsewhere/mine')).exitCode).toBe(0);
    expect((await run('check', 'mine.json')).out).toBe((await run('check', 'mine')).out);
    expect((await run('export', BASE)).out).toContain(`"id":"${BASE}"`);
  });

  it('write nothing where anything is wrong', async () => {
    await run('new', 'mine');
    await run('pack', 'mine', '-o', 'mine.json');
    edit('mine.json', 'The fixed fee', 'A fixed fee');
    const refused = await run('import', 'mine.json', '--into', 'elsewhere');
    expect(refused).toMatchObject({
      exitCode: 2,
      errors: [expect.stringMatching(/^hash: unknown hash for these files/)],
    });
    expect(existsSync(at('elsewhere'))).toBe(false);
    edit('mine/clauses/en.md', '{{services}}', '');
    expect((await run('pack', 'mine', '-o', 'wrong.json')).exitCode).toBe(2);
    expect(existsSync(at('wrong.json'))).toBe(false);
    expect((await run('import', 'nothing.json')).errors).toEqual([
      expect.stringMatching(/^nothing\.json: cannot be read/),
    ]);
  });

  it('bring a variant with the template that it stands on, where that is missing', async () => {
    await run('new', 'mine');
    await run('new', 'client', '--variant-of', 'mine');
    await run('pack', 'client', '-o', 'client.json');
    expect((await run('import', 'client.json', '--into', 'elsewhere')).errors).toEqual([]);
    expect(readdirSync(at('elsewhere')).toSorted()).toEqual(['client', 'mine']);
    expect((await run('test', 'elsewhere/client')).exitCode).toBe(0);
  });
});

describe('pacta template diff', () => {
  it('shows a redline as text, Markdown or data', async () => {
    await run('new', 'mine');
    await run('new', 'next', '--from', 'mine');
    edit('next/clauses/en.md', 'taxes included', 'taxes excluded');
    edit('next/clauses/zh-CN.md', '已包含税费', '不含税费');
    const plain = await run('diff', 'mine', 'next');
    expect(plain.out).toContain('{{monthlyFee}}, taxes [-included-]{+excluded+}.');
    expect((await run('diff', 'mine', 'next', '--lang', 'zh-CN')).out).toContain(
      '模板变更对照：mine 0.1.0 → next 0.1.0',
    );
    expect((await run('diff', 'mine', 'next', '--markdown')).out).toContain(
      '<del>included</del><ins>excluded</ins>',
    );
    const data = JSON.parse((await run('diff', 'mine', 'next', '--json')).out) as {
      clauses: { en: unknown[] };
    };
    expect(data.clauses.en).toHaveLength(1);
    await expect(run('diff', 'mine', 'next', '--json', '--markdown')).rejects.toThrow(/cannot be used with/);
  });

  it('shows a variant as what it makes of its template', async () => {
    await run('new', 'mine');
    await run('new', 'client', '--variant-of', 'mine');
    edit('client/variant.json', '"parameters": {}', '"parameters": { "paymentDueDay": { "maximum": 15 } }');
    expect((await run('diff', 'mine', 'client')).out).toContain(
      '- paymentDueDay (changed)\n  - maximum: [-28-]{+15+}',
    );
    expect(await run('diff', 'mine', 'nothing')).toMatchObject({ exitCode: 2, out: '' });
  });
});
