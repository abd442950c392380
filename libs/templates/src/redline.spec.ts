import { loadTemplate } from './load.js';
import { isEmptyRedline, redline } from './redline.js';
import { redlineText } from './redline-text.js';
import { valueChanges } from './redline-values.js';
import type { Clause, ParameterDefinition, Template } from './template.js';

let base: Template;
beforeAll(async () => {
  base = await loadTemplate('it-support-2025');
});

function withClause(number: string, change: (clause: Clause) => Clause | null): Template['clauses'] {
  const changed = (clauses: readonly Clause[]): Clause[] =>
    clauses.flatMap((clause) => (clause.number === number ? (change(clause) ?? []) : clause));
  return { 'zh-CN': changed(base.clauses['zh-CN']), en: changed(base.clauses.en) };
}

describe('valueChanges', () => {
  it.each<[string, unknown, unknown, object[]]>([
    ['nothing between equals', { a: 1, b: [1] }, { b: [1], a: 1 }, []],
    ['a member that changes', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'a.b', before: 1, after: 2 }]],
    [
      'one that comes and one that goes',
      { a: 1 },
      { b: 2 },
      [
        { path: 'a', before: 1 },
        { path: 'b', after: 2 },
      ],
    ],
    ['null for a value', { a: null }, { a: 1 }, [{ path: 'a', before: null, after: 1 }]],
    [
      'entries by their id, wherever they stand',
      {
        list: [
          { id: 'x', a: 1 },
          { id: 'y', a: 1 },
        ],
      },
      { list: [{ id: 'new' }, { id: 'x', a: 1 }, { id: 'y', a: 2 }] },
      [
        { path: 'list.y.a', before: 1, after: 2 },
        { path: 'list.new', after: { id: 'new' } },
      ],
    ],
    [
      'another order of entries',
      [{ id: 'x' }, { id: 'y' }],
      [{ id: 'y' }, { id: 'x' }],
      [{ path: 'order', before: ['x', 'y'], after: ['y', 'x'] }],
    ],
    [
      'plain entries that come and go',
      { d: [1, 2, 2] },
      { d: [2, 3] },
      [
        { path: 'd', before: 1 },
        { path: 'd', before: 2 },
        { path: 'd', after: 3 },
      ],
    ],
    ['another order of plain entries', [1, 2], [2, 1], [{ path: '', before: [1, 2], after: [2, 1] }]],
    [
      'other lists place by place',
      [{ a: 1 }, [2]],
      [{ a: 2 }],
      [
        { path: '[0].a', before: 1, after: 2 },
        { path: '[1]', before: [2] },
      ],
    ],
    ['another kind of value', { a: [1] }, { a: { b: 1 } }, [{ path: 'a', before: [1], after: { b: 1 } }]],
  ])('finds %s', (_, before, after, changes) => {
    expect(valueChanges(before, after)).toEqual(changes);
  });
});

describe('redline', () => {
  it('of a template with itself is empty', () => {
    const same = redline(base, structuredClone(base));
    expect(isEmptyRedline(same)).toBe(true);
    expect(redlineText(same, 'en')).toMatch(
      /^Changes of the template: .*\n\nBoth have the same content\.\n$/,
    );
  });

  it('shows clauses that come, go and change, in their order', () => {
    const added = { number: '2.10', title: 'New', text: 'New text.' };
    const clauses = withClause('2.5', () => null);
    const changed = {
      'zh-CN': clauses['zh-CN'],
      en: [
        added,
        ...clauses.en.map((clause) =>
          clause.number === '1.3' ? { ...clause, text: `${clause.text} More.` } : clause,
        ),
      ],
    };
    const { clauses: found } = redline(base, { ...base, clauses: changed });
    expect(found.en.map(({ kind, number }) => [kind, number])).toEqual([
      ['changed', '1.3'],
      ['removed', '2.5'],
      ['added', '2.10'],
    ]);
    expect(found['zh-CN'].map(({ kind }) => kind)).toEqual(['removed']);
    const [first] = found.en;
    expect(first?.kind === 'changed' && first.textRuns?.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'inserted', text: ' More.' },
    ]);
    expect(first).toMatchObject({ titleRuns: null, when: null });
  });

  it('shows a new title and a new condition of a clause', () => {
    const clauses = withClause('2.5', (clause) => ({
      ...clause,
      title: `${clause.title} X`,
      when: { parameter: 'pauses', is: 'both' },
    }));
    const changes = redline(base, { ...base, clauses });
    expect(changes.clauses.en).toEqual([
      expect.objectContaining({
        when: { before: null, after: { parameter: 'pauses', is: 'both' } },
        textRuns: null,
      }),
    ]);
    const text = redlineText(changes, 'en');
    expect(text).toMatch(/2\.5 .*\{\+ X\+\}/);
    expect(text).toContain('applies when: [-always-]{+pauses = both+}');
  });

  it('shows parameters and their members', () => {
    const [first, ...rest] = base.parameters;
    const parameters = rest.map((each) =>
      each.name === 'reportDueDay' ? ({ ...each, default: 8, maximum: 20 } as ParameterDefinition) : each,
    );
    const added = { ...first, name: 'extra' } as ParameterDefinition;
    const changes = redline(base, { ...base, parameters: [...parameters, added] });
    expect(changes.parameters).toEqual([
      { kind: 'removed', name: first?.name, value: first },
      {
        kind: 'changed',
        name: 'reportDueDay',
        changes: [
          { path: 'maximum', before: 28, after: 20 },
          { path: 'default', before: 5, after: 8 },
        ],
      },
      { kind: 'added', name: 'extra', value: added },
    ]);
    const text = redlineText(changes, 'zh-CN');
    expect(text).toContain('- reportDueDay（修改）\n  - maximum: [-28-]{+20+}\n  - default: [-5-]{+8+}');
    expect(text).toContain(`{+extra：${first?.label['zh-CN']}, `);
  });

  it('shows rule sets with their rules and conditions', () => {
    const { priority, ...others } = base.rules;
    if (!priority) throw new Error('no rule set "priority"');
    const [first, second, ...rest] = priority.rules;
    if (!first || !second) throw new Error('too few rules');
    const amended = {
      ...priority,
      version: '2.0.0',
      rules: [
        { ...first, name: 'renamed' },
        { ...second, conditions: { all: [{ not: { fact: 'impact', operator: 'in', value: ['low'] } }] } },
        ...rest,
      ],
    };
    const changes = redline(base, { ...base, rules: { ...others, priority: amended } });
    expect(changes.rules).toEqual([
      {
        kind: 'changed',
        name: 'priority',
        head: [{ path: 'version', before: priority.version, after: '2.0.0' }],
        rules: [
          { kind: 'removed', name: first.name, value: first },
          { kind: 'changed', name: second.name, changes: expect.anything() },
          { kind: 'added', name: 'renamed', value: amended.rules[0] },
        ],
      },
    ]);
    const text = redlineText(changes, 'en');
    expect(text).toContain('rule set priority');
    expect(text).toMatch(/\{\+"renamed" \(priority \d+\): if .* then priority = "critical"\+\}/);
    const fewer = redline(base, { ...base, rules: others });
    expect(fewer.rules).toEqual([{ kind: 'removed', name: 'priority', ruleSet: priority }]);
    expect(redlineText(fewer, 'en')).toContain('rule set priority (removed)');
  });

  it('shows targets, terms and calendars by their paths', () => {
    const targets = structuredClone(base.targets) as NonNullable<Template['targets']>;
    const [response] = targets.priorities['high']?.targets ?? [];
    if (!response) throw new Error('no target');
    response.measure.parameter = 'responseLowMinutes';
    const changes = redline(
      base,
      { ...base, targets, terms: { ...base.terms, consequences: [] } },
      { before: { CN: { years: { 2025: { offDays: ['2025-01-01'] } } } }, after: { CN: { years: {} } } },
    );
    expect(changes.targets).toEqual([
      {
        path: 'priorities.high.targets.response.measure.parameter',
        before: 'responseHighMinutes',
        after: 'responseLowMinutes',
      },
    ]);
    expect(changes.terms.map(({ path }) => path)).toEqual([
      'consequences.missPenalty',
      'consequences.lateInterest',
    ]);
    expect(changes.calendars).toEqual([
      {
        kind: 'changed',
        name: 'CN',
        changes: [{ path: 'years["2025"]', before: { offDays: ['2025-01-01'] } }],
      },
    ]);
    const none = redline(base, { ...base, targets: null });
    expect(none.targets.map(({ path }) => path)).toEqual(['priorities', 'pauseReasons']);
  });
});

describe('redlineText', () => {
  const TEXTS = {
    'zh-CN': '第一款不变。\n\n逾期提交报告的，不因此产生违约金。\n\n第三款不变。',
    en: 'The first stays.\n\nA late report carries no penalty.\n\nThe third stays.',
  };
  const withTexts = (texts: typeof TEXTS): Template => {
    const clauses = (language: 'zh-CN' | 'en'): Clause[] =>
      base.clauses[language].map((clause) =>
        clause.number === '2.5' ? { ...clause, text: texts[language] } : clause,
      );
    return { ...base, clauses: { 'zh-CN': clauses('zh-CN'), en: clauses('en') } };
  };
  const changed = () =>
    redline(
      withTexts(TEXTS),
      withTexts({
        'zh-CN': TEXTS['zh-CN'].replace('不因此产生', '因此产生'),
        en: TEXTS.en.replace('no penalty', 'a <small> penalty'),
      }),
    );

  it('shows the paragraphs that change, and where others stand', () => {
    expect(redlineText(changed(), 'en')).toContain(
      '\n\n…\n\nA late report carries [-no-]{+a <small>+} penalty.\n\n…\n',
    );
  });

  it('shows Chinese by its words', () => {
    expect(redlineText(changed(), 'zh-CN')).toMatch(/\[-不因此-\]\{\+因此\+\}产生|\[-不-\]因此产生/);
  });

  it('is Markdown where that is asked for, in which no text is taken for markup', () => {
    const text = redlineText(changed(), 'en', { markdown: true });
    expect(text).toContain('# Changes of the template: ');
    expect(text).toContain('## Clauses');
    expect(text).toContain('<del>no</del><ins>a &lt;small&gt;</ins> penalty');
  });

  it('shows every line where only line breaks differ', () => {
    const broken = { ...TEXTS, en: TEXTS.en.replaceAll('\n\n', '\n') };
    const text = redlineText(redline(withTexts(TEXTS), withTexts(broken)), 'en');
    for (const line of TEXTS.en.split('\n\n')) expect(text).toContain(line);
  });
});
