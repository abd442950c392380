import { formatFault } from '#domain/fault';
import { conditionFaults, languageConditionFaults } from './clause-conditions.js';
import {
  clauseConditions,
  clauseParts,
  clauseTextFor,
  type ConditionalClause,
  parseClauseText,
} from './clause-text.js';
import type { ParameterDefinition } from './template.js';

function parse(markdown: string): readonly ConditionalClause[] {
  const parsed = parseClauseText(markdown, 'en.md');
  if ('faults' in parsed) throw new Error(parsed.faults.map(formatFault).join('\n'));
  return parsed.text.clauses;
}

function faultsOf(markdown: string): string[] {
  const parsed = parseClauseText(markdown, 'en.md');
  return 'faults' in parsed ? parsed.faults.map(formatFault) : [];
}

const TEXT = `# Contract

<!-- a comment
of two lines -->

## 1.1 Services

The services.

## 2.6 Penalties {when penalties = agreed}

(1) Each miss costs {{permille}}.

::: when fixed = atOnce
(2) The penalty is owed at once.
:::

::: when fixed = at month close
(2) The penalty is fixed at the close of the month.

It is provisional until then.
:::

(3) The rest.
`;

describe('parseClauseText', () => {
  it('reads the condition of a heading and keeps the source of the text', () => {
    const [services, penalties] = parse(TEXT);
    expect(services).toEqual({ number: '1.1', title: 'Services', text: 'The services.' });
    expect(penalties).toMatchObject({
      number: '2.6',
      title: 'Penalties',
      when: { parameter: 'penalties', is: 'agreed' },
      text: expect.stringContaining('::: when fixed = atOnce\n(2)'),
    });
  });

  it('reads a file with line ends of Windows alike', () => {
    expect(parse(TEXT.replaceAll('\n', '\r\n'))).toEqual(parse(TEXT));
  });

  it('gives parts and conditions in their order', () => {
    const text = parse(TEXT)[1]?.text ?? '';
    expect(clauseParts(text).map(({ when }) => when?.is ?? null)).toEqual([
      null,
      'atOnce',
      null,
      'at month close',
      null,
    ]);
    const [, clause] = parse(TEXT);
    expect(clause && clauseConditions(clause).map(({ parameter }) => parameter)).toEqual([
      'penalties',
      'fixed',
      'fixed',
    ]);
  });

  it.each<[string, string, RegExp]>([
    [
      'a condition within another',
      '::: when a = b\nx\n::: when c = d\ny\n:::',
      /within a condition in line 12, /,
    ],
    [
      'a condition without an end',
      'x\n\n::: when a = b\ny',
      /begins a condition that does not end in line 12/,
    ],
    ['an end without a condition', 'x\n:::\ny', /ends a condition that did not begin in line 11/],
    [
      'a line that looks like one',
      ':::when a = b\nx',
      /has ":::when a = b" in line 10, allowed are "::: when NAME/,
    ],
    ['a condition without a value', '::: when a\nx\n:::', /has "::: when a" in line 10/],
  ])('refuses %s, with its line', (_, body, message) => {
    // The comment takes lines 3 to 6, the heading is line 8.
    const head = '# Title\n\n<!--\none\ntwo\n-->\n\n## 1.1 First\n\n';
    expect(faultsOf(`${head}${body}\n`)[0]).toMatch(message);
    expect(faultsOf(`${head}x\n\n## 1.2 Second {when a == }\n\nx\n`)[0]).toMatch(/the heading .* in line 12/);
  });

  it('finds the faults of all clauses at once', () => {
    expect(faultsOf('# T\n\n## 1.1\n\nx\n\n## 1.2 B\n\n:::\n\n## 1.3 C\n')).toHaveLength(3);
  });
});

describe('clauseTextFor', () => {
  const [services, penalties] = parse(TEXT);
  const textOf = (values: Record<string, string>): string | null =>
    penalties ? clauseTextFor(penalties, values) : '';

  it('prints the parts that apply', () => {
    expect(textOf({ penalties: 'agreed', fixed: 'atOnce' })).toBe(
      '(1) Each miss costs {{permille}}.\n\n(2) The penalty is owed at once.\n\n(3) The rest.',
    );
    expect(textOf({ penalties: 'agreed', fixed: 'at month close' })).toContain(
      'close of the month.\n\nIt is',
    );
    expect(textOf({ penalties: 'agreed' })).toBe('(1) Each miss costs {{permille}}.\n\n(3) The rest.');
  });

  it('prints nothing of a clause that does not apply', () => {
    expect(textOf({ penalties: 'none', fixed: 'atOnce' })).toBeNull();
    expect(textOf({})).toBeNull();
    expect(services && clauseTextFor(services, {})).toBe('The services.');
    expect(clauseTextFor({ number: '1', title: 'T', text: '::: when a = b\nx\n:::' }, { a: 'c' })).toBeNull();
  });

  it('keeps a line of a list in its list', () => {
    const text = 'Either:\n::: when a = b\none;\n:::\ntwo.';
    expect(clauseTextFor({ number: '1', title: 'T', text }, { a: 'b' })).toBe('Either:\none;\ntwo.');
    expect(clauseTextFor({ number: '1', title: 'T', text }, { a: 'c' })).toBe('Either:\ntwo.');
  });
});

const words = { 'zh-CN': '文', en: 'text' };
const common = { clause: '1.1', label: words, help: words };
const choice = (name: string, ...values: string[]): ParameterDefinition => ({
  type: 'enum',
  name,
  ...common,
  clause: '9.9',
  values: Object.fromEntries(values.map((value) => [value, words])),
  default: values[0] ?? '',
});
const text = (name: string, when?: { parameter: string; is: string }): ParameterDefinition => ({
  type: 'text',
  name,
  ...common,
  maximum: 10,
  default: 'x',
  ...(when && { when }),
});

describe('conditionFaults', () => {
  const parameters = [
    choice('fixed', 'atOnce', 'atMonthClose'),
    choice('late', 'none', 'interest'),
    text('always'),
    text('rate', { parameter: 'late', is: 'interest' }),
  ];
  const found = (body: string, when?: { parameter: string; is: string }): string[] =>
    conditionFaults({ number: '1.1', title: 'T', text: body, ...(when && { when }) }, parameters, 'c').map(
      formatFault,
    );
  const rate = '::: when late = interest\n{{rate}}\n:::';

  it.each<[string, string, RegExp[]]>([
    ['nothing in a sound clause', `{{always}}\n${rate}`, []],
    [
      'nothing where each value prints it',
      `::: when fixed = atOnce\n{{always}} a\n:::\n::: when fixed = atMonthClose\n{{always}} b\n:::\n${rate}`,
      [],
    ],
    [
      'an unknown parameter',
      '::: when fixd = atOnce\nx\n:::',
      [/unknown enum parameter "fixd", did you mean "fixed"/],
    ],
    ['a parameter that is no enum', '::: when always = x\ny\n:::', [/unknown enum parameter "always"/]],
    [
      'an unknown value',
      '::: when fixed = atonce\nx\n:::',
      [/unknown value of fixed "atonce", did you mean "atOnce"/],
    ],
    [
      'a parameter printed where there is none',
      '{{always}} {{rate}}',
      [
        /prints rate, which there is not, where late = none, \{\{rate\}\} must stand under when late = interest/,
      ],
    ],
    [
      'a parameter under another condition',
      `{{always}}\n::: when fixed = atOnce\n{{rate}}\n:::`,
      [
        /does not print rate where fixed = atMonthClose and late = interest, /,
        /prints rate, which there is not, where fixed = atOnce and late = none, /,
      ],
    ],
    [
      'a parameter that some contracts do not print',
      `::: when fixed = atOnce\n{{always}}\n:::\n${rate}`,
      [/does not print always where fixed = atMonthClose, .* outside every condition/],
    ],
  ])('finds %s', (_, body, messages) => {
    const lines = found(body);
    expect(lines).toHaveLength(messages.length);
    messages.forEach((message, index) => expect(lines[index]).toMatch(message));
  });

  it('finds a parameter whose whole clause may be missing', () => {
    expect(found('{{always}}', { parameter: 'fixed', is: 'atOnce' })).toEqual([
      expect.stringMatching(/does not print always where fixed = atMonthClose, /),
    ]);
  });

  it('refuses more combinations than anybody can read', () => {
    const many = Array.from({ length: 13 }, (_, index) => choice(`choice${index}`, 'a', 'b'));
    const body = many.map(({ name }) => `::: when ${name} = a\nx\n:::`).join('\n');
    expect(conditionFaults({ number: '1.1', title: 'T', text: body }, many, 'c').map(formatFault)).toEqual([
      expect.stringMatching(/c: has too many conditions/),
    ]);
  });
});

describe('languageConditionFaults', () => {
  const clause = (body: string, when?: { parameter: string; is: string }): ConditionalClause => ({
    number: '2.6',
    title: 'T',
    text: body,
    ...(when && { when }),
  });
  it('wants the same conditions in both languages, of clauses and of their parts', () => {
    const one = clause('::: when a = b\nx\n:::');
    expect(languageConditionFaults({ en: [one], 'zh-CN': [clause('文\n::: when a = b\n文\n:::')] })).toEqual(
      [],
    );
    expect(languageConditionFaults({ en: [one], 'zh-CN': [clause('文')] }).map(formatFault)).toEqual([
      'clauses.en["2.6"]: has conditions of its own: a = b; only the Chinese text has: none, both languages have the same',
    ]);
    const whole = { parameter: 'a', is: 'b' };
    expect(languageConditionFaults({ en: [clause('x', whole)], 'zh-CN': [one] })).toHaveLength(1);
  });
});
