import { explainDecision } from '#decisions/explain';
import { readRuleSet } from '#decisions/decision-table';
import type { Facts, RuleSet } from '#domain/decision';
import { formatFault } from '#domain/fault';
import { explanationSentences, explanationText } from './explain.js';
import { priorityRules } from '../../../test/support/sample-rule-sets.js';

function ruleSet(document: unknown): RuleSet {
  const read = readRuleSet(document);
  if ('faults' in read) throw new Error(read.faults.map(formatFault).join('\n'));
  return read.ruleSet;
}

// oxlint-disable-next-line unicorn/no-thenable -- a member of a JSON document, never a function
const row = (name: string, permille: string, ...when: string[]) => ({ name, when, then: { permille } });

const credits = ruleSet({
  id: 'credits',
  version: '1.0.0',
  clause: '2.6',
  outcome: 'permille',
  facts: {
    attainmentPercent: {
      type: 'decimal',
      unit: 'percent',
      description: { 'zh-CN': '当月达成率（保留一位小数）', en: 'The attainment' },
    },
    daysLate: {
      type: 'number',
      unit: 'days',
      description: { 'zh-CN': '逾期天数', en: 'Days late' },
    },
    tier: {
      type: 'string',
      values: ['gold', 'silver', 'bronze'],
      description: { 'zh-CN': '服务等级', en: 'The tier' },
    },
  },
  inputs: [{ fact: 'attainmentPercent' }, { fact: 'daysLate' }, { fact: 'tier' }],
  hit: 'first',
  rows: [
    row('far below', '100', '< 95', '-', '-'),
    row('below', '50', '[95..99)', '> 1', 'not bronze'),
    row('gold and late', '20', '-', '>= 1', 'gold | silver'),
    row('the rest', '0', '-', '-', '-'),
  ],
});

async function told(rules: RuleSet, facts: Facts) {
  return explanationSentences(await explainDecision(rules, facts));
}

const calm: Facts = { urgency: 'low', impact: 'low', coreBusinessDown: false };

describe('explanationSentences', () => {
  it('tells a priority: why, why not the rules before, and what would have changed it', async () => {
    const { en, 'zh-CN': chinese } = await told(priorityRules, { ...calm, urgency: 'high' });
    expect(en).toEqual([
      'Priority low under clause 2.2, because rule "the rest is low" holds: urgency is high.',
      'Rule "core business down is critical" did not hold: core business down is false, true was needed.',
      'Rule "high and high is critical" did not hold: impact is low, high was needed.',
      'Another rule would have decided with impact high instead of low (rule "high and high is critical": priority critical); or with core business down true instead of false (rule "core business down is critical": priority critical).',
    ]);
    expect(chinese).toEqual([
      '依据第 2.2 条，优先级为“低”，适用规则“the rest is low”：级别为“高”。',
      '规则“core business down is critical”不成立：“核心业务中断”为否，须为是。',
      '规则“high and high is critical”不成立：级别为“低”，须为“高”。',
      '有下列情形之一的，改由其他规则决定：级别为“高”而非“低”（适用规则“high and high is critical”，优先级为“紧急”）；“核心业务中断”为是（适用规则“core business down is critical”，优先级为“紧急”）。',
    ]);
  });

  it('tells by how much figures were off, with their units', async () => {
    const { en, 'zh-CN': chinese } = await told(credits, {
      attainmentPercent: '99.5',
      daysLate: 1,
      tier: 'bronze',
    });
    expect(en.slice(0, 4)).toEqual([
      '0‰ under clause 2.6, because rule "the rest" holds: attainment percent is 99.5%.',
      'Rule "far below" did not hold: attainment percent is 99.5%, less than 95% was needed (4.5 percentage points too high).',
      'Rule "below" did not hold: attainment percent is 99.5%, days late is 1 day and tier is bronze; needed was attainment percent less than 99% (0.5 percentage points too high) and days late more than 1 day and tier gold or silver.',
      'Rule "gold and late" did not hold: tier is bronze, gold or silver was needed.',
    ]);
    expect(chinese.slice(0, 4)).toEqual([
      '依据第 2.6 条，比例为 0‰，适用规则“the rest”：当月达成率为 99.5%。',
      '规则“far below”不成立：当月达成率为 99.5%，须低于 95%（高出 4.5 个百分点）。',
      '规则“below”不成立：当月达成率为 99.5%，逾期天数为 1 天，服务等级为“bronze”；须满足：当月达成率低于 99%（高出 0.5 个百分点）且逾期天数多于 1 天且服务等级为“gold”或“silver”。',
      '规则“gold and late”不成立：服务等级为“bronze”，须为“gold”或“silver”。',
    ]);
    expect(en[4]).toContain(
      'attainment percent 94.9% instead of 99.5%, 4.6 percentage points less (rule "far below": 100‰)',
    );
    expect(chinese[4]).toContain(
      '当月达成率为 94.9%而非 99.5%，低 4.6 个百分点（适用规则“far below”，比例为 100‰）',
    );
  });

  it('tells the bounds within which a rule held', async () => {
    const { en, 'zh-CN': chinese } = await told(credits, {
      attainmentPercent: '97.0',
      daysLate: 4,
      tier: 'gold',
    });
    expect(en[0]).toBe(
      '50‰ under clause 2.6, because rule "below" holds: attainment percent is 97.0% (at least 95% and less than 99%), days late is 4 days (more than 1 day), tier is gold.',
    );
    expect(chinese[0]).toBe(
      '依据第 2.6 条，比例为 50‰，适用规则“below”：当月达成率为 97.0%（不低于 95%且低于 99%），逾期天数为 4 天（多于 1 天），服务等级为“gold”。',
    );
  });

  it('tells alternatives as such, within brackets where they are part of more', async () => {
    const leaf = (fact: string, value: string) => ({ fact, operator: 'equal', value });
    const either: RuleSet = {
      ...priorityRules,
      rules: [
        {
          name: 'either',
          priority: 9,
          conditions: {
            any: [
              { all: [leaf('urgency', 'high'), leaf('impact', 'medium')] },
              { all: [leaf('urgency', 'medium'), leaf('impact', 'high')] },
            ],
          },
          event: { type: 'priority', params: { priority: 'high' } },
        },
        {
          name: 'both',
          priority: 8,
          conditions: {
            all: [
              { any: [leaf('urgency', 'high'), leaf('impact', 'high')] },
              { fact: 'coreBusinessDown', operator: 'equal', value: true },
            ],
          },
          event: { type: 'priority', params: { priority: 'high' } },
        },
      ],
    };
    const { en, 'zh-CN': chinese } = await told(either, calm);
    expect(en.slice(0, 3)).toEqual([
      'No rule of sample-priority holds.',
      'Rule "either" did not hold: urgency is low and impact is low; needed was urgency high and impact medium, or urgency medium and impact high.',
      'Rule "both" did not hold: urgency is low, impact is low and core business down is false; needed was (urgency high or impact high) and core business down true.',
    ]);
    expect(chinese.slice(0, 3)).toEqual([
      '规则集 sample-priority 中没有一条规则成立。',
      '规则“either”不成立：级别为“低”，级别为“低”；须满足：级别为“高”且级别为“中”，或者级别为“中”且级别为“高”。',
      '规则“both”不成立：级别为“低”，级别为“低”，“核心业务中断”为否；须满足：（级别为“高”，或者级别为“高”）且“核心业务中断”为是。',
    ]);
  });

  it('joins the sentences of each language to one text', async () => {
    const explanation = await explainDecision(priorityRules, { ...calm, coreBusinessDown: true });
    const text = explanationText(explanation);
    expect(text.en).toMatch(
      /^Priority critical under clause 2\.2, .*true\. Another rule would have decided with /,
    );
    expect(text['zh-CN']).toMatch(/^依据第 2\.2 条，优先级为“紧急”，.*为是。有下列情形之一的，/);
  });
});
