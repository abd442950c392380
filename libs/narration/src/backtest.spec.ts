import { type ContractComparison, type Figures } from '#backtest/comparison';
import { type Instant } from '#domain/time/instant';
import { comparisonHeadline, comparisonSentences, figureRows, totalSentences } from './backtest.js';

const at = (text: string): Instant => text as Instant;

const figures: Figures = {
  requests: 1,
  misses: 0,
  waived: 0,
  failedMonths: 0,
  rights: 0,
  penalties: '0.00',
  credits: '0.00',
  interest: '0.00',
  invoiced: '20000.00',
  credited: '0.00',
  payable: '20000.00',
};

const comparison: ContractComparison = {
  contract: 'C-1',
  zone: 'Asia/Shanghai',
  changed: true,
  reproduced: true,
  differs: [],
  comparedAt: at('2025-02-01T00:00:00Z'),
  runsOnAt: null,
  status: { before: 'active', after: 'active' },
  before: figures,
  after: { ...figures, misses: 1, penalties: '1200.00' },
  requests: [
    {
      request: 'A',
      priority: { before: 'high', after: 'critical' },
      targets: [
        {
          key: 'response',
          before: { dueAt: at('2025-01-06T01:30:00Z'), outcome: 'met' },
          after: { dueAt: at('2025-01-06T01:15:00Z'), outcome: 'missed' },
        },
      ],
    },
  ],
  misses: [
    {
      key: 'A response',
      before: null,
      after: {
        request: 'A',
        target: 'response',
        at: at('2025-01-06T01:15:00Z'),
        period: '2025-01',
        waived: false,
        penalty: '1200.00',
        capped: false,
      },
    },
  ],
  months: [
    {
      key: '2025-01',
      before: { misses: 0, waived: 0, failed: false, streak: 0 },
      after: { misses: 1, waived: 0, failed: true, streak: 1 },
    },
  ],
  rights: [],
  invoices: [],
  charges: [],
  reports: [],
  obligations: [],
  settlement: [],
  refused: [
    {
      sequence: 12,
      at: at('2025-01-07T02:00:00Z'),
      type: 'miss.waived',
      request: 'B',
      code: 'unknownMiss',
      member: 'target',
      problem: 'response of B was not missed',
      allowed: 'this request has missed no target',
    },
  ],
  notCarried: [],
};

describe('a back-test told', () => {
  it('in English, each change a sentence, in the zone of the contract', () => {
    expect(comparisonSentences(comparison).map(({ en }) => en)).toEqual([
      'Month 2025-01: met (0 missed, 0 waived, streak 0) → failed (1 missed, 0 waived, streak 1)',
      'New miss: A, response, 2025-01-06 09:15, penalty 1200.00',
      'No longer possible: 2025-01-07 10:00 B the waiver of a miss (line 12), target: response of B was not missed',
      'Request A: priority High → Critical',
      'Request A: response due 2025-01-06 09:30 met → due 2025-01-06 09:15 missed',
    ]);
    expect(comparisonHeadline(comparison).en).toBe(
      'C-1: 1 request, 1 miss, 1 month and 0 rights differ, 1 fact no longer possible',
    );
  });

  it('in Chinese', () => {
    expect(comparisonSentences(comparison).map((sentence) => sentence['zh-CN'])).toEqual([
      '2025-01 月：达标（未达标 0 次，豁免 0 次，连续 0 个月） → 不达标（未达标 1 次，豁免 0 次，连续 1 个月）',
      '新增未达标：请求 A 响应 2025-01-06 09:15，违约金 1200.00 元',
      '不再可能：2025-01-07 10:00 B 豁免（第 12 条），该目标并无未达标',
      '请求 A 优先级：高 → 紧急',
      '请求 A 响应：2025-01-06 09:30 截止，达标 → 2025-01-06 09:15 截止，未达标',
    ]);
  });

  it('first says where it could not be reproduced, or would have gone on', () => {
    const doubtful = {
      ...comparison,
      reproduced: false,
      differs: ['contract.paidOut: 1 recorded, 0 by the re-run'],
    };
    expect(comparisonSentences(doubtful)[0]?.en).toContain('contract.paidOut: 1 recorded');
    const goingOn = { ...comparison, runsOnAt: at('2025-01-31T16:00:00Z') };
    expect(comparisonSentences(goingOn)[0]?.en).toContain('would not have ended at 2025-02-01 00:00');
  });

  it('shows all figures, or those that differ', () => {
    const rows = figureRows(comparison.before, comparison.after, 'changed');
    expect(rows.map(({ name, before, after }) => [name.en, before, after])).toEqual([
      ['misses', '0', '1'],
      ['penalties, yuan', '0.00', '1200.00'],
    ]);
    expect(figureRows(comparison.before, comparison.after, 'all')).toHaveLength(11);
  });

  it('sums up many contracts', () => {
    const none = { arisen: 0, gone: 0, changed: 0 };
    const total = {
      contracts: 2,
      changed: 1,
      notReproduced: 1,
      failed: 0,
      requests: 9,
      requestsChanged: 1,
      misses: { ...none, arisen: 1 },
      months: none,
      rights: none,
      invoices: none,
      refused: 0,
      before: figures,
      after: figures,
    };
    const english = totalSentences(total).map(({ en }) => en);
    expect(english[0]).toBe(
      '2 contracts and 9 requests looked at: 1 contract and 1 request would have been otherwise',
    );
    expect(english).toContain('Misses: 1 new, 0 gone, 0 otherwise');
    expect(english.at(-1)).toBe('1 contract could not be reproduced: take their comparison as a hint only');
  });
});
