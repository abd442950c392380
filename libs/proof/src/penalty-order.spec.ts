import { type Facts } from '#domain/decision';
import { type ConsequenceTerms } from '#domain/terms';
import { inversionsOf, type Judged } from './penalty-order.js';

const description = { 'zh-CN': '事实', en: 'Fact' };

function consequence(
  on: ConsequenceTerms['on'],
  times: ConsequenceTerms['times'],
  ...facts: string[]
): ConsequenceTerms {
  const rules = {
    id: 'sample',
    version: '1.0.0',
    clause: '2.6',
    outcome: 'permille',
    facts: Object.fromEntries(facts.map((name) => [name, { type: 'number' as const, description }])),
    rules: [],
  };
  return { id: 'sample', on, clause: '2.6', base: 'totalAmount', times, periodDays: 1, caps: [], rules };
}

const judged = (facts: Facts, permille: string): Judged => ({ facts, permille });

describe('what is worse and costs less', () => {
  it('of months: a lower attainment, all else alike', () => {
    const months = [
      judged(
        { period: '2025-01', attainmentPercent: '99.0', worstAttainmentPercent: '99.0', received: 1 },
        '0',
      ),
      judged(
        { period: '2025-01', attainmentPercent: '98.9', worstAttainmentPercent: '98.9', received: 1 },
        '50',
      ),
      judged(
        { period: '2025-01', attainmentPercent: '90.0', worstAttainmentPercent: '90.0', received: 1 },
        '10',
      ),
    ];
    const found = inversionsOf(consequence('month', 'once'), months, []);
    expect(found.map(({ worse, better }) => [worse.permille, better.permille])).toEqual([['10', '50']]);
  });

  it('of months: none where the rules may look at how much was concluded', () => {
    const few = judged({ attainmentPercent: '50.0', worstAttainmentPercent: '50.0', concluded: 2 }, '0');
    const many = judged({ attainmentPercent: '90.0', worstAttainmentPercent: '90.0', concluded: 100 }, '50');
    expect(inversionsOf(consequence('month', 'once', 'concluded'), [few, many], [])).toEqual([]);
    expect(inversionsOf(consequence('month', 'once'), [few, many], [])).toHaveLength(1);
  });

  it('of a late obligation: the sum over the days, not the ratio of a day', () => {
    const days = [
      judged({ obligation: 'a', daysLate: 10 }, '5'),
      judged({ obligation: 'a', daysLate: 11 }, '4.5'),
    ];
    expect(inversionsOf(consequence('obligation', 'once'), days, [])).toHaveLength(1);
    expect(inversionsOf(consequence('obligation', 'daysLate'), days, [])).toHaveLength(1);
    const slower = [
      judged({ obligation: 'a', daysLate: 10 }, '5'),
      judged({ obligation: 'a', daysLate: 20 }, '2.5'),
    ];
    expect(inversionsOf(consequence('obligation', 'daysLate'), slower, [])).toEqual([]);
  });

  it('of misses: the same target of a higher priority', () => {
    const misses = [
      judged({ priority: 'critical', target: 'response' }, '1'),
      judged({ priority: 'low', target: 'response' }, '2'),
      judged({ priority: 'low', target: 'resolution' }, '9'),
    ];
    const found = inversionsOf(consequence('miss', 'once'), misses, ['critical', 'low']);
    expect(found.map(({ worse, better }) => [worse.facts['priority'], better.facts['target']])).toEqual([
      ['critical', 'response'],
    ]);
  });
});
