import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newContract } from '../support/api-contracts.js';
import { keyOf, TestStack } from '../support/stack.js';

const MAIN = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

let stack: TestStack;
let folder: string;

beforeAll(async () => {
  [stack, folder] = await Promise.all([TestStack.start(), mkdtemp(join(tmpdir(), 'pacta-operations-'))]);
});

afterAll(async () => {
  await stack.stop();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string[];
  readonly err: string;
}

/** `pacta operations …`, as it is shipped. */
function run(...args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, PACTA_URL: stack.url, PACTA_KEY: keyOf('integration') };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, 'operations', ...args],
      { env, cwd: folder },
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : 0;
        resolve({ code, out: stdout.trimEnd().split('\n'), err: stderr });
      },
    );
  });
}

async function file(lines: readonly object[]): Promise<string> {
  const path = join(folder, 'contracts.ndjson');
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
}

it('starts contracts from a file, follows them, and says which lines failed and why', async () => {
  const lines = [
    newContract({}, { reference: 'order-1', id: 'C-CLI-1' }),
    newContract({ monthlyFee: 'much' }, { reference: 'order-2' }),
    newContract({}, { id: 'C-CLI-3' }),
  ];
  const path = await file(lines);
  const started = await run('start', path, '--then', 'send', '--key', 'cli');
  const id = /^O-[0-9a-f]{16}/.exec(started.out[0] ?? '')?.[0] ?? '';
  expect(started.out[0]).toContain('3 lines');
  expect(started.out).toContain('100 %  2 succeeded, 1 failed');
  expect(started.out.at(-1)).toMatch(
    /^2 \(order-2\) {2}failed {2}invalidRequest: parameters.monthlyFee: is "much"/,
  );
  expect(started.code).toBe(1);
  expect((await stack.get<{ status: string }>('/api/v1/contracts/C-CLI-1')).body.status).toBe('signing');

  const again = await run('start', path, '--then', 'send', '--key', 'cli');
  expect(again.out[0]).toContain(id);
  expect((await run('show', id)).out).toEqual([
    expect.stringMatching(new RegExp(`^${id} {2}completed {2}send {2}asked by test-integration `)),
    '100 %  2 succeeded, 1 failed',
  ]);
  expect((await run('results', id)).out).toEqual([
    '1 (order-1)  succeeded  C-CLI-1',
    started.out.at(-1),
    '3  succeeded  C-CLI-3',
  ]);
  const [failed, ...others] = (await run('results', id, '--status', 'failed', '--json')).out;
  expect([JSON.parse(failed ?? ''), others]).toMatchObject([
    { number: 2, problem: { code: 'invalidRequest' } },
    [],
  ]);
  expect(await run('cancel', id)).toMatchObject({ code: 2, err: expect.stringContaining('wrongState') });
}, 90_000);

it.each([
  ['a file that is not there', ['start', 'nowhere.ndjson'], 'nowhere.ndjson cannot be read'],
  ['an operation that is not there', ['show', 'O-0123456789abcdef'], 'unknownOperation'],
])('refuses %s', async (_name, args, why) => {
  expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining(why) });
});
