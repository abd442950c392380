import { exactText } from '#decisions/exact';
import { type RuleCondition, type RuleSet } from '#domain/decision';
import { around, comparedValues, numbers } from './boundaries.js';

const description = { 'zh-CN': '达成率', en: 'Attainment' };

function rulesWith(...conditions: RuleCondition[]): RuleSet {
  return {
    id: 'sample',
    version: '1.0.0',
    clause: '2.6',
    outcome: 'permille',
    facts: { attainmentPercent: { type: 'decimal', description } },
    rules: conditions.map((condition, index) => ({
      name: `rule ${index}`,
      priority: index + 1,
      conditions: condition,
      event: { type: 'permille', params: { permille: '5' } },
    })),
  };
}

const attainment = (
  operator: string,
  value: string | readonly string[] | { readonly fact: string },
): RuleCondition => ({
  fact: 'attainmentPercent',
  operator,
  value,
});

describe('comparedValues', () => {
  it('are those of every rule, in lists, in groups, and of parameters on either side', () => {
    const rules = rulesWith(
      { any: [attainment('lessThan', '99.5'), { not: attainment('in', ['97', '98']) }] },
      { all: [attainment('greaterThan', { fact: 'tierPercent' })] },
      { all: [{ fact: 'floorPercent', operator: 'lessThan', value: { fact: 'attainmentPercent' } }] },
    );
    const parameters = { tierPercent: '95', floorPercent: '90' };
    expect(comparedValues(rules, 'attainmentPercent', parameters)).toEqual(['99.5', '97', '98', '95', '90']);
  });

  it('leave out parameters that the contract does not have', () => {
    const rules = rulesWith({ all: [attainment('lessThan', { fact: 'tierPercent' })] });
    expect(comparedValues(rules, 'attainmentPercent', {})).toEqual([]);
  });
});

describe('around', () => {
  const texts = (values: readonly (string | number)[], step: string, ends: readonly [string, string]) =>
    around(values, step, ends).map((value) => exactText(value));

  it('gives each boundary, a step below and above, and the ends', () => {
    expect(numbers(around(['99.5'], '0.1', ['0', '100']))).toEqual([0, 99.4, 99.5, 99.6, 99.7, 100]);
  });

  it('lies on both sides of a boundary between two steps', () => {
    expect(numbers(around(['99.95'], '0.1', ['0', '100']))).toEqual([0, 99.8, 99.9, 100]);
  });

  it('stays within the ends, in order, each value once', () => {
    expect(texts([1, 3], '1', ['1', '10'])).toEqual(['1', '2', '3', '4', '5', '10']);
  });
});
