import { conditionText, valueText } from './rule-text';

/** Rules as people read them on the page of a template. Pure. */
const LABELS: Readonly<Record<string, string>> = {
  attainmentPercent: 'the attainment',
  secondPercent: 'the lower bound of the second tier',
  firstPermille: 'the credit of the first tier',
};
const labelOf = (fact: string) => LABELS[fact] ?? fact;

it('names the facts that are compared with and given', () => {
  const value = { fact: 'secondPercent' };
  const all = [{ fact: 'attainmentPercent', operator: 'greaterThanInclusive', value }];
  expect(conditionText({ all }, labelOf, 'en')).toBe('the attainment ≥ the lower bound of the second tier');
  expect(valueText([{ fact: 'firstPermille' }], labelOf)).toBe('the credit of the first tier');
  expect(valueText(['high', '0'], labelOf)).toBe('high, 0');
});

it('says what is left, which a decision table writes as a fact that is what it is', () => {
  const always = { fact: 'attainmentPercent', operator: 'equal', value: { fact: 'attainmentPercent' } };
  expect(conditionText({ all: [always] }, labelOf, 'en')).toBe('in every other case');
  expect(conditionText({ all: [always] }, labelOf, 'zh-CN')).toBe('其他情况');
});

it('joins groups, and puts brackets round groups in groups', () => {
  const fact = (name: string) => ({ fact: name, operator: 'in', value: ['high', 'low'] });
  const all = [fact('a'), { any: [fact('b'), fact('c')] }];
  expect(conditionText({ all }, (name) => name.toUpperCase(), 'zh-CN')).toBe(
    'A ∈ high, low 且 (B ∈ high, low 或 C ∈ high, low)',
  );
});
