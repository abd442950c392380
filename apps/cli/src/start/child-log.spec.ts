import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChildLog, troubleIn, troubleInPostgres } from './child-log.js';

describe('troubleIn', () => {
  it.each([
    ['{"level":30,"msg":"served"}', undefined],
    ['{"level":40,"msg":"slow","err":{"message":"no answer"}}', 'slow: no answer'],
    ['{"level":"error","message":"gone"}', 'gone'],
    ['{"level":50}', '{"level":50}'],
    ['{half a line', undefined],
    ['2026-01-01T00:00:00Z [INFO] worker state changed', undefined],
    ['2026-01-01T00:00:00Z [WARN] cannot poll', '2026-01-01T00:00:00Z [WARN] cannot poll'],
  ])('of %s is %s', (line, trouble) => {
    expect(troubleIn(line)).toBe(trouble);
  });

  it('leaves a failed statement of PostgreSQL to the client that sent it', () => {
    expect(troubleInPostgres('2026-01-01 UTC [1] ERROR:  duplicate key')).toBeUndefined();
    expect(troubleInPostgres('2026-01-01 UTC [1] PANIC:  no space left')).toContain('no space left');
  });
});

describe('openChildLog', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-log-'));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps every line but shows only the first of a flood of warnings', () => {
    const shown: string[] = [];
    const log = openChildLog(folder, 'worker', (line) => shown.push(line));
    for (let i = 0; i < 50; i++) log.onLine(`WARN ${i}`);
    log.close();
    expect(readFileSync(log.file, 'utf8').split('\n')).toHaveLength(51);
    expect(shown).toHaveLength(11);
    expect(shown[0]).toBe('worker: WARN 0');
    expect(shown.at(-1)).toBe(`worker: more like this in ${log.file}`);
    expect(log.lastLines().at(-1)).toBe('WARN 49');
  });
});
