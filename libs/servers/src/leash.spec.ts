import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { leash, runLeashed } from './leash.js';
import { isAlive } from './processes.js';

const node = process.execPath;
/** Ignores the polite signal, tells its id, lives on. */
const stubbornChild = `process.on('SIGTERM', () => undefined); console.log(process.pid); setInterval(() => undefined, 1000);`;

async function until(condition: () => boolean | Promise<boolean>, withinSeconds: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinSeconds * 1000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) return false;
    await delay(20);
  }
  return true;
}

/** Real processes; those that they are to outlive are really killed. */
describe('leash', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pacta-leash-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** The ids of a child and of the parent that holds it on a leash; the parent is a process of its own. */
  async function startFamily(graceSeconds: number): Promise<{ parent: number; child: number }> {
    const idFile = join(folder, 'child.pid');
    const leashFile = fileURLToPath(new URL('./leash.ts', import.meta.url));
    const program = `
      const { leash } = await import(${JSON.stringify(leashFile)});
      const { writeFileSync } = await import('node:fs');
      leash(process.execPath, ['-e', ${JSON.stringify(stubbornChild)}], {
        name: 'child', graceSeconds: ${graceSeconds}, onLine: (line) => writeFileSync(${JSON.stringify(idFile)}, line) });`;
    const parent = spawn(node, ['--no-warnings', '--input-type=module', '-e', program], { stdio: 'inherit' });
    const readId = async (): Promise<number> => Number(await readFile(idFile, 'utf8').catch(() => '0'));
    expect(await until(async () => (await readId()) > 0, 10)).toBe(true);
    return { parent: parent.pid ?? 0, child: await readId() };
  }

  it('ends the child when its parent is killed by kill -9, even a child that ignores the polite signal', async () => {
    const { parent, child } = await startFamily(0.3);
    expect(isAlive(child)).toBe(true);
    process.kill(parent, 'SIGKILL');
    expect(await until(() => !isAlive(child), 5)).toBe(true);
  });

  it('says how the child ended, with all that it printed', async () => {
    const lines: string[] = [];
    const child = leash(node, ['-e', 'console.log("one"); console.error("two"); process.exitCode = 3'], {
      name: 'child',
      onLine: (line) => lines.push(line),
    });
    expect(await child.exited).toEqual({ code: 3, signal: null });
    expect(lines.sort()).toEqual(['one', 'two']);
  });

  it('says why a child could not be started', async () => {
    const exit = await leash(join(folder, 'no-such-program'), [], { name: 'child' }).exited;
    expect(exit.failure).toContain('ENOENT');
  });

  it('asks first and kills when the grace is over', async () => {
    let isReady = false;
    const child = leash(node, ['-e', stubbornChild], {
      name: 'child',
      graceSeconds: 0.2,
      onLine: () => (isReady = true),
    });
    await until(() => isReady, 10);
    expect(await child.stop()).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('passes on the messages of a Node child', async () => {
    const messages: unknown[] = [];
    const child = leash(node, ['-e', `process.send('ready')`], {
      name: 'child',
      onMessage: (message) => messages.push(message),
    });
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect(messages).toEqual(['ready']);
  });

  it('ends a command that takes too long', async () => {
    const { exit, timedOut } = await runLeashed(node, ['-e', 'setInterval(() => undefined, 1000)'], {
      name: 'child',
      timeoutSeconds: 0.5,
    });
    expect(timedOut).toBe(true);
    expect(exit.signal).toBe('SIGKILL');
  });
});
