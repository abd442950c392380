import fc from 'fast-check';
import { type AcceptanceCase } from '#templates/acceptance';
import { contextOf, loadPackage } from '#templates/load';
import { skeletonTemplate } from '#templates/new-template-skeleton';
import { type ParsedTemplate, parseTemplate } from '#templates/parse-template';
import { rulesFolder } from '#templates/rules-folder';
import { answerDifferences, runAcceptance } from './acceptance.js';
import { starterCase } from './acceptance-starter.js';

async function parsed(source = skeletonTemplate('mine')): Promise<ParsedTemplate> {
  const template = parseTemplate(source.files, await contextOf(source, rulesFolder()));
  if ('faults' in template) throw new Error(JSON.stringify(template.faults));
  return template;
}

async function firstCase({ value, calendars }: ParsedTemplate): Promise<AcceptanceCase> {
  const starter = await starterCase(value, calendars);
  if ('faults' in starter) throw new Error(JSON.stringify(starter.faults));
  return { name: 'first', ...starter };
}

describe('starterCase', () => {
  it('passes with the template that it was made for, with and without service levels', async () => {
    for (const template of [await parsed(), await parsed(await loadPackage('it-support-2025'))]) {
      const results = await runAcceptance(template.value, template.calendars, [await firstCase(template)]);
      expect(results).toEqual([{ name: 'first', passed: true, faults: [], differences: [] }]);
    }
  });

  it('fails with another template of that id', async () => {
    const template = await parsed();
    const { files } = skeletonTemplate('mine');
    const terms = (files['terms.json'] ?? '').replace('"inAdvance"', '"inArrears"');
    const other = await parsed({ files: { ...files, 'terms.json': terms } });
    const [result] = await runAcceptance(other.value, other.calendars, [await firstCase(template)]);
    expect(result).toMatchObject({ passed: false, faults: [] });
    expect(result?.differences).toContainEqual(expect.stringMatching(/^invoices\[0\]\.issuedAt: expected/));
  });
});

describe('runAcceptance', () => {
  it('runs every case, whatever became of those before', async () => {
    const template = await parsed();
    const sound = await firstCase(template);
    const scenario = { ...(sound.scenario as object), until: 'tomorrow' };
    const results = await runAcceptance(template.value, template.calendars, [
      { ...sound, name: 'a', expected: { status: 'expired' } },
      { ...sound, name: 'b', scenario },
      { ...sound, name: 'c', scenario: [] },
      { ...sound, name: 'd', expected: [] },
      sound,
    ]);
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['a', false],
      ['b', false],
      ['c', false],
      ['d', false],
      ['first', true],
    ]);
    expect(results[1]?.faults.map(({ path }) => path)).toEqual(['until']);
  });
});

describe('answerDifferences', () => {
  const answer = { status: 'active', requests: { A: { priority: 'low' } }, misses: [{ at: 1 }, { at: 2 }] };
  it.each<[string, object, string[]]>([
    ['members that are left out', { status: 'active' }, []],
    ['another value', { status: 'expired' }, ['status: expected "expired" got "active"']],
    ['a member that is not there', { state: 'x' }, ['state: expected "x" got nothing']],
    ['fewer entries', { misses: [{ at: 1 }] }, ['misses: expected 1 entries got 2']],
    [
      'more entries',
      { misses: [{}, {}, { at: 3 }] },
      ['misses: expected 3 entries got 2', 'misses[2]: expected {"at":3} got nothing'],
    ],
    ['a request too many', { requests: {} }, ['requests: expected "" got "A"']],
    [
      'another kind of value',
      { misses: {}, status: [] },
      ['misses: expected {} got [{"at":1},{"at":2}]', 'status: expected [] got "active"'],
    ],
    ['a name of the prototype', { constructor: 'x' }, ['constructor: expected "x" got nothing']],
  ])('finds %s', (_, expected, lines) => {
    expect(answerDifferences(expected as Record<string, unknown>, answer)).toEqual(lines);
  });

  it('finds nothing between a document and itself', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document) => {
        const value = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
        expect(answerDifferences(value, structuredClone(value))).toEqual([]);
      }),
    );
  });
});
