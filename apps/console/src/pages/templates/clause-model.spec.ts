import {
  type Base,
  canWriteClauses,
  clauseRows,
  readClause,
  withBasesClause,
  withClause,
  withOwnClause,
} from './clause-model';
import { type Files, textOfJson } from './files';

const clause = (number: string, text: string, when: Base['en']['clauses'][number]['when'] = null) => ({
  number,
  title: `T ${number}`,
  text,
  when,
});
const BASE: Base = {
  'zh-CN': { clauses: [clause('1.1', '甲'), clause('2.1', '乙')], parameters: [], terms: {} },
  en: { clauses: [clause('1.1', 'A'), clause('2.1', 'B')], parameters: [], terms: {} },
};
const MANIFEST = {
  id: 'v',
  extends: { template: 'b', version: '1.0.0' },
  parameters: { fee: { fixed: '1' } },
};
const VARIANT: Files = { 'variant.json': textOfJson(MANIFEST), 'acceptance/a.json': '{}' };
const TEMPLATE: Files = {
  'template.json': textOfJson({ files: { clauses: { 'zh-CN': 'c/zh.md', en: 'c/en.md' } } }),
  'c/zh.md': '# 合同\n\n## 1.1 服务\n\n文。\n',
  'c/en.md': '# Contract\n\n## 1.1 Services {when mode = some}\n\nText.\n\n## 9 Only here\n\nX\n',
};

const manifestOf = (files: Files) => JSON.parse(files['variant.json'] ?? '') as Record<string, unknown>;
const own = (files: Files, number: string) =>
  clauseRows(files, BASE).find((row) => row.number === number)?.sides.en;

describe('the clauses of a variant', () => {
  it('are those of the base until it has its own, in both languages', () => {
    expect(own(VARIANT, '2.1')).toEqual({ title: 'T 2.1', text: 'B', isOwn: false });
    const copied = withOwnClause(VARIANT, BASE, '2.1');
    expect(manifestOf(copied)).toEqual({
      ...MANIFEST,
      clauses: { 'zh-CN': { '2.1': { text: '乙' } }, en: { '2.1': { text: 'B' } } },
    });
    expect(own(copied, '2.1')).toEqual({ title: 'T 2.1', text: 'B', isOwn: true });
    expect(own(copied, '1.1')?.isOwn).toBe(false);
  });

  it('say of the title only what differs, and go back to the base without a trace', () => {
    const copied = withOwnClause(VARIANT, BASE, '2.1');
    const at = { number: '2.1', language: 'en' } as const;
    const titled = withClause(copied, BASE, at, { title: 'Mine', text: 'B2' });
    expect(manifestOf(titled)['clauses']).toMatchObject({ en: { '2.1': { title: 'Mine', text: 'B2' } } });
    const again = withClause(titled, BASE, at, { title: 'T 2.1', text: 'B2' });
    expect(manifestOf(again)['clauses']).toEqual({
      'zh-CN': { '2.1': { text: '乙' } },
      en: { '2.1': { text: 'B2' } },
    });
    expect(withBasesClause(again, '2.1')).toEqual(VARIANT);
  });

  it('are not written while the manifest is half typed', () => {
    expect(canWriteClauses(VARIANT, BASE)).toBe(true);
    expect(canWriteClauses({ ...VARIANT, 'variant.json': '{ "id": "v",' }, BASE)).toBe(false);
  });
});

describe('the clauses of a template', () => {
  it('stand in the files that its manifest names', () => {
    expect(clauseRows(TEMPLATE, null)).toEqual([
      {
        number: '1.1',
        sides: {
          'zh-CN': { title: '服务', text: '文。', isOwn: true },
          en: { title: 'Services {when mode = some}', text: 'Text.', isOwn: true },
        },
      },
      { number: '9', sides: { 'zh-CN': null, en: { title: 'Only here', text: 'X', isOwn: true } } },
    ]);
    const change = { title: 'Work', text: 'Other.' };
    const changed = withClause(TEMPLATE, null, { number: '1.1', language: 'en' }, change);
    expect(changed['c/en.md']).toBe('# Contract\n\n## 1.1 Work\n\nOther.\n\n## 9 Only here\n\nX\n');
    expect({ ...changed, 'c/en.md': TEMPLATE['c/en.md'] }).toEqual(TEMPLATE);
  });

  it('are read with their conditions, and with what is wrong with them', () => {
    const side = { title: 'Services {when mode = some}', text: 'A <!-- why -->', isOwn: true };
    expect(readClause('1.1', side)).toEqual({
      clause: { number: '1.1', title: 'Services', text: 'A', when: { parameter: 'mode', is: 'some' } },
      faults: [],
    });
    const open = readClause('1.1', { ...side, text: '::: when mode = some\nA' });
    expect(open.faults).toEqual([expect.stringMatching(/begins a condition that does not end/)]);
    expect(open.clause.text).toBe('::: when mode = some\nA');
  });
});
