import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Entry } from '#domain/entry';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { CONTRACT_SENTENCES } from './contract-sentences.js';
import { REQUEST_SENTENCES } from './request-sentences.js';
import { entrySentence } from './sentences.js';
import { clockText } from './words.js';

const folder = new URL('../../../test/cases/rehearsal/', import.meta.url);

/** Everything that the recorded scenarios write down, simulated in memory. */
async function entriesOfCases(): Promise<Entry[]> {
  const files = (await readdir(fileURLToPath(folder))).filter(
    (file) => file.endsWith('.json') && !file.includes('expected'),
  );
  const rehearsals = await Promise.all(
    files.map(async (file) =>
      simulateScenario(readScenario(await readFile(new URL(file, folder), 'utf8')), scenarioTerms),
    ),
  );
  return rehearsals.flatMap((rehearsal) => ('entries' in rehearsal ? rehearsal.entries : []));
}

it('has a sentence in both languages for whatever a contract writes down', async () => {
  const entries = await entriesOfCases();
  expect(entries.length).toBeGreaterThan(100);
  for (const entry of entries) {
    const known = entry.kind in CONTRACT_SENTENCES || entry.kind in REQUEST_SENTENCES;
    expect({ kind: entry.kind, known }).toEqual({ kind: entry.kind, known: true });
    const { 'zh-CN': chinese, en } = entrySentence(entry, 'Asia/Shanghai');
    for (const text of [chinese, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(chinese).toMatch(/^.*\p{Script=Han}.*。$/u);
    expect(en).toMatch(/^[A-Z0-9].*\.$/);
    expect(en).toContain(entry.request ?? '');
  }
});

it.each([...Object.keys(CONTRACT_SENTENCES), ...Object.keys(REQUEST_SENTENCES)])(
  '%s can be said of little',
  (kind) => {
    const { 'zh-CN': chinese, en } = entrySentence({ kind, request: 'I-1', payload: {} }, 'Asia/Shanghai');
    for (const text of [chinese, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  },
);

it('says what was recorded, with priority and deadlines', () => {
  const deadlines = [{ target: 'response', dueAt: '2025-01-06T01:30:00Z' }];
  const entry = { kind: 'request.recorded', request: 'I-1', payload: { priority: 'critical', deadlines } };
  expect(entrySentence(entry, 'Asia/Shanghai')).toEqual({
    'zh-CN': '服务请求 I-1 已登记，优先级：紧急。响应截止 2025-01-06 09:30。',
    en: 'Request I-1 was put on record with priority Critical. Due: response 2025-01-06 09:30.',
  });
});

it('a kind it does not know is named', () => {
  expect(entrySentence({ kind: 'new.kind', request: null, payload: {} }, 'UTC').en).toBe('new.kind');
});

describe('clockText', () => {
  it('is in the zone of the contract', () => {
    expect(clockText('2025-01-06T01:15:00Z', 'Asia/Shanghai')).toBe('2025-01-06 09:15');
    expect(clockText('2025-01-06T01:15:00Z', 'America/New_York')).toBe('2025-01-05 20:15');
  });

  it('writes a deadline at midnight as the end of its day', () => {
    expect(clockText('2025-01-10T16:00:00Z', 'Asia/Shanghai', 'deadline')).toBe('2025-01-10 24:00');
    expect(clockText('2025-01-10T16:00:00Z', 'Asia/Shanghai')).toBe('2025-01-11 00:00');
  });
});
