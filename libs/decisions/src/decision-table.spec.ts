import fc from 'fast-check';
import type { FactDefinition, Facts, FactValue } from '#domain/decision';
import { formatFault } from '#domain/fault';
import { compareDecimals } from './decimal.js';
import { createDecider } from './decide.js';
import { compileDecisionTable, readRuleSet } from './decision-table.js';
import { priorityRules } from '../../../test/support/sample-rule-sets.js';

const fact = (type: FactDefinition['type'], more: Partial<FactDefinition> = {}): FactDefinition => ({
  type,
  ...more,
  description: { 'zh-CN': '事实', en: 'A fact' },
});

const FACTS = {
  urgency: fact('string', { values: ['high', 'medium', 'low'] }),
  product: fact('string'),
  down: fact('boolean'),
  misses: fact('number'),
  attainment: fact('decimal', { unit: 'percent' }),
  bound: fact('decimal', { unit: 'percent' }),
  limit: fact('number'),
};
const INPUTS = ['urgency', 'product', 'down', 'misses', 'attainment'] as const;

const row = (when: readonly string[], given: unknown, name?: string) =>
  // oxlint-disable-next-line unicorn/no-thenable -- a member of a JSON document, never a function
  ({ when, then: { priority: given }, ...(name === undefined ? {} : { name }) });

function tableOf(rows: readonly unknown[], inputs: readonly string[] = INPUTS): Record<string, unknown> {
  return {
    id: 'sample-table',
    version: '1.0.0',
    clause: '2.2',
    outcome: 'priority',
    facts: FACTS,
    inputs: inputs.map((name) => ({ fact: name })),
    hit: 'first',
    rows,
  };
}

/** A table over one input. */
const oneCell = (input: string, ...cells: string[]) =>
  tableOf(
    cells.map((cell, index) => row([cell], `outcome ${index}`)),
    [input],
  );

function conditionOf(input: string, cell: string): unknown {
  const compiled = compileDecisionTable(oneCell(input, cell));
  if ('faults' in compiled) throw new Error(compiled.faults.map(formatFault).join('\n'));
  const conditions = compiled.ruleSet.rules[0]?.conditions;
  return conditions !== undefined && 'all' in conditions ? conditions.all : conditions;
}

function faultsOf(document: unknown): string[] {
  const compiled = compileDecisionTable(document);
  return 'faults' in compiled ? compiled.faults.map(formatFault) : [];
}

describe('a cell', () => {
  const comparison = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value });
  it.each<[string, string, unknown]>([
    ['urgency', 'high', comparison('urgency', 'equal', 'high')],
    ['urgency', ' medium |low ', comparison('urgency', 'in', ['medium', 'low'])],
    ['urgency', 'not high', comparison('urgency', 'notEqual', 'high')],
    ['urgency', 'not high | low', comparison('urgency', 'notIn', ['high', 'low'])],
    ['urgency', '{product}', comparison('urgency', 'equal', { fact: 'product' })],
    ['product', '"a | b" | "not c" | "-"', comparison('product', 'in', ['a | b', 'not c', '-'])],
    ['product', '"say \\"so\\""', comparison('product', 'equal', 'say "so"')],
    ['down', 'true', comparison('down', 'equal', true)],
    ['down', 'not true', comparison('down', 'notEqual', true)],
    [
      'down',
      'true | false',
      { any: [comparison('down', 'equal', true), comparison('down', 'equal', false)] },
    ],
    ['misses', '3', comparison('misses', 'equal', 3)],
    ['misses', '-3 | 4.5', comparison('misses', 'in', [-3, 4.5])],
    ['misses', '>= {limit}', comparison('misses', 'greaterThanInclusive', { fact: 'limit' })],
    ['attainment', '< 99.9', comparison('attainment', 'lessThan', '99.9')],
    ['attainment', '<=99.9', comparison('attainment', 'lessThanInclusive', '99.9')],
    ['attainment', '> 99', comparison('attainment', 'greaterThan', '99')],
    ['attainment', 'not < 99', { not: comparison('attainment', 'lessThan', '99') }],
    [
      'attainment',
      '[95.5..{bound})',
      {
        all: [
          comparison('attainment', 'greaterThanInclusive', '95.5'),
          comparison('attainment', 'lessThan', { fact: 'bound' }),
        ],
      },
    ],
    [
      'attainment',
      '(95 .. 99] | 100',
      {
        any: [
          {
            all: [
              comparison('attainment', 'greaterThan', '95'),
              comparison('attainment', 'lessThanInclusive', '99'),
            ],
          },
          comparison('attainment', 'equal', '100'),
        ],
      },
    ],
  ])('%s: %s', (input, cell, condition) => {
    expect(conditionOf(input, cell)).toEqual([condition]);
  });

  it.each([
    ['urgency', 'hihg', /^rows\[0\]\.when\[0\]: unknown value "hihg", did you mean "high"\?/],
    ['urgency', '< high', /compares a string fact, allowed are -, a value, \{a fact\}/],
    ['urgency', '[high..low]', /compares a string fact/],
    ['urgency', '{produkt}', /unknown string fact "produkt", did you mean "product"\?/],
    ['urgency', '{misses}', /unknown string fact "misses"/],
    ['urgency', '', /has an empty place/],
    ['urgency', 'high |', /has an empty place/],
    ['urgency', 'high | -', /has "-" beside something else/],
    ['down', 'yes', /has "yes", allowed is true or false/],
    ['misses', 'many', /has "many", allowed is a finite number/],
    ['misses', '< ', /has "", allowed is a finite number/],
    ['misses', '1e3', /has "1e3"/],
    ['misses', '[5..3]', /has the empty interval \[5\.\.3\]/],
    ['misses', '[5..5)', /has the empty interval/],
    ['attainment', '99.9%', /has "99\.9%", allowed is a decimal as text/],
    ['attainment', '[95..]', /has "\[95\.\.\]"/],
  ])('refuses %s: %s', (input, cell, message) => {
    expect(faultsOf(oneCell(input, cell))).toEqual([expect.stringMatching(message)]);
  });
});

describe('compileDecisionTable', () => {
  it('makes a rule of each row, the first of the highest priority, named by its cells', () => {
    const compiled = compileDecisionTable(
      tableOf(
        [
          row(['high', '-', 'true'], 'critical', 'down and urgent'),
          row(['medium | low', '-', 'true'], 'high'),
          row(['-', '-', '-'], '{product}'),
        ],
        ['urgency', 'product', 'down'],
      ),
    );
    if ('faults' in compiled) throw new Error(compiled.faults.map(formatFault).join());
    const { id, rules } = compiled.ruleSet;
    expect(id).toBe('sample-table');
    expect(rules.map(({ name, priority }) => [priority, name])).toEqual([
      [3, 'down and urgent'],
      [2, 'row 2: urgency medium | low, down true'],
      [1, 'row 3: otherwise'],
    ]);
    expect(rules[2]).toMatchObject({
      conditions: { all: [{ fact: 'urgency', operator: 'equal', value: { fact: 'urgency' } }] },
      event: { type: 'priority', params: { priority: { fact: 'product' } } },
    });
  });

  it.each<[string, unknown, RegExp]>([
    [
      'too few cells',
      tableOf([row(['high'], 'x')]),
      /^rows\[0\]\.when: has 1 cells, allowed are 5: urgency, product/,
    ],
    [
      'an unknown input',
      oneCell('urgancy', '-'),
      /^inputs\[0\]\.fact: unknown fact "urgancy", did you mean "urgency"/,
    ],
    [
      'an input given twice',
      tableOf([row(['-', '-'], 'x')], ['down', 'down']),
      /^inputs\[1\]\.fact: "down" is given twice/,
    ],
    [
      'an unknown fact as outcome',
      tableOf([row(['-'], '{produkt}')], ['down']),
      /^rows\[0\]\.then\.priority\.fact: unknown fact "produkt", did you mean "product"/,
    ],
    [
      'another outcome',
      // oxlint-disable-next-line unicorn/no-thenable -- a member of a JSON document, never a function
      tableOf([{ when: ['-'], then: { prio: 'x' } }], ['down']),
      /^rows\[0\]\.then\.priority: is missing/,
    ],
    [
      'two rows of one name',
      tableOf([row(['true'], 'x', 'same'), row(['false'], 'x', 'same')], ['down']),
      /^rows\[1\]\.name: "same" is given twice/,
    ],
    [
      'a cell that makes a rule too large',
      tableOf([row(['{limit}|'.repeat(100) + '{limit}'], 'x')], ['misses']),
      /^rows\[0\]\.(name|when)/,
    ],
    ['another hit policy', { ...oneCell('down', '-'), hit: 'any' }, /^hit: is "any", allowed is first/],
    ['no rows', tableOf([]), /^rows: is a list, allowed is at least 1 entries/],
    ['an unknown member', { ...oneCell('down', '-'), rules: [] }, /^rules: unknown member "rules"/],
    ['nothing', null, /^document/],
  ])('refuses %s', (_, document, message) => {
    expect(faultsOf(document)).toContainEqual(expect.stringMatching(message));
  });
});

describe('readRuleSet', () => {
  it('takes rule sets and decision tables, and tells what is wrong with either', () => {
    expect(readRuleSet(priorityRules)).toEqual({ ruleSet: priorityRules });
    expect(readRuleSet(oneCell('down', '-'))).toHaveProperty('ruleSet.rules.length', 1);
    expect(readRuleSet({ ...priorityRules, rules: [] })).toHaveProperty('faults');
    expect(readRuleSet('rows')).toHaveProperty('faults');
  });
});

// Rows as data: written as text for the compiler, and read here by an interpreter that shares nothing with it.
type Term =
  | { kind: 'value'; value: FactValue }
  | { kind: 'fact'; name: string }
  | { kind: 'compare'; sign: '<' | '<=' | '>' | '>='; bound: Bound }
  | { kind: 'interval'; open: '[' | '('; from: Bound; to: Bound; close: ']' | ')' };
type Bound = { kind: 'value'; value: FactValue } | { kind: 'fact'; name: string };
type Cell = 'any' | { not: boolean; terms: readonly Term[] };

const boundText = (bound: Bound) => (bound.kind === 'fact' ? `{${bound.name}}` : String(bound.value));

function termText(term: Term): string {
  switch (term.kind) {
    case 'value':
    case 'fact':
      return boundText(term);
    case 'compare':
      return `${term.sign} ${boundText(term.bound)}`;
    case 'interval':
      return `${term.open}${boundText(term.from)}..${boundText(term.to)}${term.close}`;
  }
}

const cellText = (cell: Cell) =>
  cell === 'any' ? '-' : `${cell.not ? 'not ' : ''}${cell.terms.map(termText).join(' | ')}`;

function cellHolds(cell: Cell, input: string, facts: Facts): boolean {
  if (cell === 'any') return true;
  const type = (FACTS as Record<string, FactDefinition>)[input]?.type;
  const actual = facts[input] as FactValue;
  const of = (bound: Bound) => (bound.kind === 'fact' ? facts[bound.name] : bound.value) as FactValue;
  const order = (bound: Bound) => {
    const other = of(bound);
    if (type === 'decimal') return compareDecimals(String(actual), String(other));
    if (type === 'number') return Number(actual) - Number(other);
    return actual === other ? 0 : 1;
  };
  const holds = (term: Term): boolean => {
    if (term.kind === 'interval') {
      const [lower, upper] = [order(term.from), order(term.to)];
      return (term.open === '[' ? lower >= 0 : lower > 0) && (term.close === ']' ? upper <= 0 : upper < 0);
    }
    if (term.kind !== 'compare') return order(term) === 0;
    const found = order(term.bound);
    return { '<': found < 0, '<=': found <= 0, '>': found > 0, '>=': found >= 0 }[term.sign];
  };
  return cell.terms.some(holds) !== cell.not;
}

const decimal = fc.integer({ min: 0, max: 40 }).map((tenths) => (tenths / 10).toFixed(1));
const whole = fc.integer({ min: -3, max: 5 });
const VALUES: Record<(typeof INPUTS)[number], fc.Arbitrary<FactValue>> = {
  urgency: fc.constantFrom('high', 'medium', 'low'),
  product: fc.constantFrom('mail', 'web', 'low'),
  down: fc.boolean(),
  misses: whole,
  attainment: decimal,
};
const REFERENCES = { urgency: 'product', product: 'urgency', misses: 'limit', attainment: 'bound' };

function termOf(input: (typeof INPUTS)[number]): fc.Arbitrary<Term> {
  const value = VALUES[input].map((value): Bound => ({ kind: 'value', value }));
  if (input === 'down') return value;
  const bound = fc.oneof(value, fc.constant<Bound>({ kind: 'fact', name: REFERENCES[input] }));
  if (input === 'urgency' || input === 'product') return bound;
  const sign = fc.constantFrom('<', '<=', '>', '>=');
  const compare = fc.record({ kind: fc.constant('compare' as const), sign, bound });
  const open = fc.constantFrom('[', '(');
  const close = fc.constantFrom(']', ')');
  const interval = fc
    .record({ kind: fc.constant('interval' as const), open, from: bound, to: bound, close })
    .filter(
      ({ from, to }) => from.kind === 'fact' || to.kind === 'fact' || Number(from.value) < Number(to.value),
    );
  return fc.oneof(bound, compare, interval);
}

const cellOf = (input: (typeof INPUTS)[number]): fc.Arbitrary<Cell> =>
  fc.oneof(
    fc.constant<Cell>('any'),
    fc.record({ not: fc.boolean(), terms: fc.array(termOf(input), { minLength: 1, maxLength: 3 }) }),
  );
const rowOf = fc.tuple(
  cellOf('urgency'),
  cellOf('product'),
  cellOf('down'),
  cellOf('misses'),
  cellOf('attainment'),
);
const factsOf = fc.record({ ...VALUES, bound: decimal, limit: whole });

describe('a compiled table', () => {
  it('decides as its rows say, read one by one', async () => {
    const decider = createDecider();
    let decided = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(rowOf, { minLength: 1, maxLength: 6 }),
        fc.array(factsOf, { minLength: 3, maxLength: 8 }),
        async (rows, many) => {
          const compiled = compileDecisionTable(
            tableOf(rows.map((cells, index) => row(cells.map(cellText), `outcome ${index}`))),
          );
          if ('faults' in compiled) throw new Error(compiled.faults.map(formatFault).join('\n'));
          for (const facts of many) {
            const expected = rows.findIndex((cells) =>
              cells.every((cell, column) => cellHolds(cell, INPUTS[column] ?? '', facts)),
            );
            const found = await decider.decide(compiled.ruleSet, facts).then(
              ({ outcome }) => outcome.params['priority'],
              (error: { code?: string }) => error.code,
            );
            expect(found).toBe(expected < 0 ? 'noRuleFired' : `outcome ${expected}`);
            decided += expected < 0 ? 0 : 1;
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(decided).toBeGreaterThan(100);
  });
});
