import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { takeDataFolder } from './data-folder.js';
import { demoKeys, exportLines, writeEnvFile } from './demo-keys.js';

const silent = (): void => undefined;

/** A real folder and real processes. */
describe('takeDataFolder', () => {
  let path: string;

  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'pacta-data-'));
  });

  afterEach(() => rm(path, { recursive: true, force: true }));

  it('refuses a folder that a running `pacta start` has', async () => {
    // Shows in the list of processes as `pacta start` does.
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)', 'pacta.mjs', 'start']);
    try {
      await writeFile(join(path, 'lock'), String(other.pid));
      await expect(takeDataFolder(path, silent)).rejects.toThrow(
        `Pacta already runs on ${path} (process ${other.pid}). End that one first, or set PACTA_DATA to another folder.`,
      );
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('takes over the lock of one that was killed, even when its process id has gone to another program', async () => {
    await writeFile(join(path, 'lock'), String(process.ppid));
    const data = await takeDataFolder(path, silent);
    expect(await readFile(join(path, 'lock'), 'utf8')).toBe(String(process.pid));
    await data.release();
    await expect(stat(join(path, 'lock'))).rejects.toThrow('ENOENT');
  });

  it('waits for the children of one that was killed', async () => {
    const killed = await takeDataFolder(path, silent);
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    killed.noteChild('worker', child.pid ?? 0);
    while ((await stat(join(path, 'running', 'worker')).catch(() => undefined)) === undefined)
      await delay(10);
    const lines: string[] = [];
    setTimeout(() => child.kill('SIGKILL'), 300);
    const data = await takeDataFolder(path, (line) => lines.push(line));
    expect(child.signalCode ?? child.killed).toBeTruthy();
    expect(lines).toEqual(['waiting for what an earlier start left running to end']);
    await data.release();
  });

  it('says so when the folder cannot be used', async () => {
    await writeFile(join(path, 'file'), '');
    await expect(takeDataFolder(join(path, 'file'), silent)).rejects.toThrow(
      /cannot be used .* set PACTA_DATA to another one/,
    );
  });
});

describe('demoKeys', () => {
  it('are random, kept over starts, and readable by their owner alone', async () => {
    const path = await mkdtemp(join(tmpdir(), 'pacta-keys-'));
    const keys = await demoKeys(path);
    expect(keys.map(({ role }) => role)).toEqual([
      'administrator',
      'reviewer',
      'desk',
      'billing',
      'integration',
      'auditor',
      'party',
    ]);
    expect(keys.filter(({ clients }) => clients !== undefined).map(({ role }) => role)).toEqual(['party']);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(7);
    expect(await demoKeys(path)).toEqual(keys);
    const file = await writeEnvFile(path, exportLines('http://127.0.0.1:3000', keys));
    expect((await readFile(file, 'utf8')).split('\n').slice(0, 2)).toEqual([
      'export PACTA_URL=http://127.0.0.1:3000',
      `export PACTA_KEY_ADMINISTRATOR=${keys[0]?.key}`,
    ]);
    for (const name of ['keys.json', 'env']) expect((await stat(join(path, name))).mode & 0o777).toBe(0o600);
    await rm(path, { recursive: true });
  });

  it('come to a role that is newer than the folder, and the others stay', async () => {
    const path = await mkdtemp(join(tmpdir(), 'pacta-keys-'));
    const keys = await demoKeys(path);
    const older = keys.filter(({ role }) => role !== 'reviewer');
    await writeFile(join(path, 'keys.json'), JSON.stringify(older));
    const renewed = await demoKeys(path);
    expect(renewed.slice(0, -1)).toEqual(older);
    expect(renewed.at(-1)).toMatchObject({ name: 'demo-reviewer', role: 'reviewer' });
    expect(await demoKeys(path)).toEqual(renewed);
    await writeFile(join(path, 'keys.json'), '{}');
    await expect(demoKeys(path)).rejects.toThrow('is not a list of keys any more');
    await rm(path, { recursive: true });
  });
});
