import type { FactDefinition, RuleSet } from '#domain/decision';

const level = (en: string): FactDefinition => ({
  type: 'string',
  values: ['high', 'medium', 'low'],
  description: { 'zh-CN': '级别', en },
});

/** Rules with groups, lists and a catch-all, for the specs of this library. */
export const priorityRules: RuleSet = {
  id: 'sample-priority',
  version: '1.0.0',
  clause: '2.2',
  outcome: 'priority',
  facts: {
    urgency: level('urgency'),
    impact: level('impact'),
    coreBusinessDown: {
      type: 'boolean',
      description: { 'zh-CN': '核心业务中断', en: 'core business is down' },
    },
  },
  rules: [
    {
      name: 'core business down is critical',
      priority: 30,
      conditions: { any: [{ fact: 'coreBusinessDown', operator: 'equal', value: true }] },
      event: { type: 'priority', params: { priority: 'critical' } },
    },
    {
      name: 'high and high is critical',
      priority: 20,
      conditions: {
        all: [
          { fact: 'urgency', operator: 'equal', value: 'high' },
          { not: { fact: 'impact', operator: 'in', value: ['medium', 'low'] } },
        ],
      },
      event: { type: 'priority', params: { priority: 'critical' } },
    },
    {
      name: 'the rest is low',
      priority: 10,
      conditions: { all: [{ fact: 'urgency', operator: 'in', value: ['high', 'medium', 'low'] }] },
      event: { type: 'priority', params: { priority: 'low' } },
    },
  ],
};

const decimal: FactDefinition = {
  type: 'decimal',
  unit: 'permille',
  description: { 'zh-CN': '千分比', en: 'permille' },
};

/** Rules over decimals, one comparing two facts, with a parameter taken from a fact. */
export const bonusRules: RuleSet = {
  id: 'sample-bonus',
  version: '1.0.0',
  clause: '9.9',
  outcome: 'bonus',
  facts: { permille: decimal, threshold: decimal },
  rules: [
    {
      name: 'exactly a half',
      priority: 3,
      conditions: { all: [{ fact: 'permille', operator: 'in', value: ['0.5'] }] },
      event: { type: 'bonus', params: { bonus: 'half', of: { fact: 'permille' } } },
    },
    {
      name: 'at the threshold or above',
      priority: 2,
      conditions: {
        all: [{ fact: 'permille', operator: 'greaterThanInclusive', value: { fact: 'threshold' } }],
      },
      event: { type: 'bonus', params: { bonus: 'large', of: { fact: 'permille' } } },
    },
    {
      name: 'below ten',
      priority: 1,
      conditions: { all: [{ fact: 'permille', operator: 'lessThan', value: '10' }] },
      event: { type: 'bonus', params: { bonus: 'small', of: { fact: 'permille' } } },
    },
  ],
};
