import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { checkPaper } from '#documents/check-paper';
import { type PaperLanguage } from '#documents/paper';
import { readScenario, readScenarioDocument } from '#rehearsal/scenario';
import { rulesFolder } from '#templates/rules-folder';
import { randomScenario } from '../../../../test/support/scenarios.js';
import { rehearsedPapers } from './collect.js';
import { filesOf } from './files.js';

const LANGUAGES: readonly PaperLanguage[] = ['zh-CN', 'en'];

/** The acceptance cases of every template; in Chinese the recorded scenarios of the reference contract as well. */
async function caseFiles(language: PaperLanguage): Promise<string[]> {
  const recorded =
    language === 'en' ? [] : [fileURLToPath(new URL('../../../../test/cases/rehearsal', import.meta.url))];
  const templates = (await readdir(rulesFolder())).map((id) => join(rulesFolder(), id, 'acceptance'));
  const folders = [...recorded, ...templates].filter((folder) => existsSync(folder));
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return names.flat().filter((name) => name.endsWith('.json') && !name.endsWith('.expected.json'));
}

const SHORT = {
  template: 'it-support-2025',
  parameters: { termStart: '2025-01-01', termMonths: 1, monthlyFee: '20000.00', penaltyPermille: '5' },
  events: [
    {
      at: '2025-01-06T09:00:00+08:00',
      type: 'request.recorded',
      request: 'A',
      urgency: 'high',
      impact: 'high',
    },
    { at: '2025-01-06T09:20:00+08:00', type: 'request.responded', request: 'A' },
  ],
  until: '2025-02-01T00:00:00+08:00',
};

async function filesFor(language: PaperLanguage): Promise<ReturnType<typeof filesOf>> {
  const found = await rehearsedPapers(readScenarioDocument(SHORT), language);
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return filesOf(found.papers);
}

describe('the files of a rehearsal', () => {
  it.each(LANGUAGES)('are the same to the byte each time (%s)', async (language) => {
    const [first, second] = [await filesFor(language), await filesFor(language)];
    expect(first.map(({ name }) => name)).toEqual([
      'contract.docx',
      'contract.pdf',
      'invoice-2025-01.pdf',
      'report-2025-01.docx',
      'report-2025-01.pdf',
      'report-2025-01.xlsx',
      'settlement.pdf',
      'statement-2025-01.pdf',
    ]);
    for (const [index, { name, bytes }] of first.entries()) {
      expect(bytes.length).toBeGreaterThan(1000);
      expect([name, Buffer.compare(bytes, second[index]?.bytes ?? new Uint8Array())]).toEqual([name, 0]);
    }
  });

  it('are none where the scenario is wrong: its faults are those of the rehearsal', async () => {
    const wrong = { ...SHORT, events: [{ ...SHORT.events[1], request: 'B' }] };
    expect(await rehearsedPapers(readScenarioDocument(wrong), 'en')).toEqual({
      faults: [expect.objectContaining({ path: 'events[0].request' })],
    });
  });
});

describe('every shipped case', () => {
  it.each(LANGUAGES)('has papers that can be printed as they are (%s)', async (language) => {
    const names = await caseFiles(language);
    expect(names.length).toBeGreaterThan(40);
    let papers = 0;
    for (const name of names) {
      const found = await rehearsedPapers(readScenario(await readFile(name, 'utf8')), language);
      if ('faults' in found) throw new Error(`${name}: ${JSON.stringify(found.faults)}`);
      for (const { paper } of found.papers) checkPaper(paper);
      papers += found.papers.length;
    }
    expect(papers).toBeGreaterThan(400);
  });
});

describe('any scenario', () => {
  it('has papers whose lines sum to what the contract has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.constantFrom(...LANGUAGES),
        async (seed, language) => {
          const found = await rehearsedPapers(readScenarioDocument(randomScenario(seed, 12)), language);
          expect(found).toHaveProperty('papers');
        },
      ),
      { numRuns: 30 },
    );
  });
});
