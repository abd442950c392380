import type { FactDefinition, RuleSet } from '#domain/decision';
import { formatFault } from '#domain/fault';
import { OPERATORS } from './operator-names.js';
import { checkRuleSet } from './rule-set.js';
import { checkRuleSetFor, type RuleContext } from './vocabulary-check.js';
import {
  DECISION_POINT_NAMES,
  DECISION_POINTS,
  type DecisionPoint,
  decisionPointOf,
  OPERATOR_WORDS,
} from './vocabulary.js';

const context: RuleContext = {
  parameters: [
    { name: 'penaltyPermille', type: 'decimal', unit: 'permille' },
    { name: 'freeMisses', type: 'integer', unit: 'count' },
    { name: 'monthlyFee', type: 'money' },
    { name: 'tier', type: 'enum', values: { gold: {}, silver: {} } },
    { name: 'termStart', type: 'date' },
  ],
  priorities: ['high', 'low'],
  targets: ['response', 'resolution', 'report'],
  obligations: ['delivery'],
};

const described = (fact: Omit<FactDefinition, 'description'>): FactDefinition => ({
  ...fact,
  description: { 'zh-CN': '事实', en: 'A fact' },
});

/** A rule set with these facts and one rule over the first of them, which gives a permille. */
function ruleSetOf(
  facts: RuleSet['facts'],
  conditions: RuleSet['rules'][number]['conditions'],
  permille: string | { fact: string } = '5',
): RuleSet {
  return {
    id: 'sample',
    version: '1.0.0',
    clause: '2.6',
    outcome: 'permille',
    facts,
    rules: [{ name: 'only', priority: 1, conditions, event: { type: 'permille', params: { permille } } }],
  };
}

const target = described({ type: 'string' });
const always: RuleSet['rules'][number]['conditions'] = {
  all: [{ fact: 'target', operator: 'equal', value: 'response' }],
};

function faultsOf(point: DecisionPoint, ruleSet: RuleSet): string[] {
  expect(checkRuleSet(ruleSet)).toEqual({ ruleSet });
  return checkRuleSetFor(point, ruleSet, context).map(formatFault);
}

describe('the vocabulary', () => {
  it('gives every fact both languages, a source and no values but text', () => {
    for (const point of DECISION_POINT_NAMES) {
      const { asked, outcome, facts } = DECISION_POINTS[point];
      const texts = [asked, outcome.description, outcome.range];
      for (const fact of Object.values(facts)) {
        texts.push(fact.description, fact.source);
        expect(fact.values === undefined || fact.type === 'string').toBe(true);
        expect(fact.unit !== undefined).toBe(fact.type === 'number' || fact.type === 'decimal');
      }
      for (const text of texts) {
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/^[^\p{Script=Han}]+$/u);
      }
    }
  });

  it('explains exactly the operators there are', () => {
    expect(new Set(Object.keys(OPERATOR_WORDS))).toEqual(new Set(Object.values(OPERATORS).flat()));
  });

  it('tells the decision point by outcome and facts, and none where they fit several', () => {
    const set = (outcome: string, ...names: string[]) => ({
      outcome,
      facts: Object.fromEntries(names.map((name) => [name, {}])),
    });
    expect(decisionPointOf(set('priority', 'urgency'))).toBe('priority');
    expect(decisionPointOf(set('permille', 'target', 'penaltyPermille'))).toBe('miss');
    expect(decisionPointOf(set('permille', 'attainmentPercent'))).toBe('month');
    expect(decisionPointOf(set('permille', 'daysLate', 'obligation'))).toBe('obligation');
    expect(decisionPointOf(set('permille', 'daysLate', 'invoiceAmount'))).toBe('latePayment');
    expect(decisionPointOf(set('permille', 'daysLate'))).toBeNull();
    expect(decisionPointOf(set('bonus', 'urgency'))).toBeNull();
  });
});

describe('checkRuleSetFor', () => {
  it('accepts facts of the point and parameters of the template, by their types', () => {
    const facts = {
      target: described({ type: 'string', values: ['response', 'resolution', 'report'] }),
      missNumberInPeriod: described({ type: 'number', unit: 'misses' }),
      penaltyPermille: described({ type: 'decimal', unit: 'permille' }),
      freeMisses: described({ type: 'number' }),
      monthlyFee: described({ type: 'decimal', unit: 'yuan' }),
      tier: described({ type: 'string', values: ['silver', 'gold'] }),
      termStart: described({ type: 'string' }),
    };
    expect(faultsOf('miss', ruleSetOf(facts, always, { fact: 'penaltyPermille' }))).toEqual([]);
  });

  it('lets an occasion’s fact hide a parameter of its name', () => {
    const hidden = { ...context, parameters: [{ name: 'target', type: 'integer' as const }] };
    expect(checkRuleSetFor('miss', ruleSetOf({ target }, always), hidden)).toEqual([]);
  });

  it.each<[string, DecisionPoint, RuleSet, string]>([
    [
      'a fact of another point',
      'month',
      ruleSetOf({ target }, always),
      'facts.target: unknown fact for month "target", allowed are penaltyPermille',
    ],
    [
      'a misspelt fact, with the nearest',
      'miss',
      ruleSetOf({ target, missNumberInPerod: described({ type: 'number' }) }, always),
      'facts.missNumberInPerod: unknown fact for miss "missNumberInPerod", did you mean "missNumberInPeriod"?',
    ],
    [
      'another type',
      'miss',
      ruleSetOf({ target, missNumberInPeriod: described({ type: 'decimal' }) }, always),
      'facts.missNumberInPeriod.type: is "decimal", allowed is number',
    ],
    [
      'a parameter of another type',
      'miss',
      ruleSetOf({ target, freeMisses: described({ type: 'decimal' }) }, always),
      'facts.freeMisses.type: is "decimal", allowed is number',
    ],
    [
      'another unit',
      'miss',
      ruleSetOf({ target, penaltyPermille: described({ type: 'decimal', unit: 'percent' }) }, always),
      'facts.penaltyPermille.unit: is "percent", allowed is permille',
    ],
    [
      'an enum parameter without its values',
      'miss',
      ruleSetOf({ target, tier: described({ type: 'string' }) }, always),
      'facts.tier.values: is missing, allowed are gold, silver',
    ],
    [
      'a value there is not',
      'miss',
      ruleSetOf(
        { target: described({ type: 'string', values: ['response', 'resolution', 'report', 'fix'] }) },
        always,
      ),
      'facts.target.values[3]: unknown value "fix"',
    ],
    [
      'a value that is left out and could come',
      'miss',
      ruleSetOf({ target: described({ type: 'string', values: ['response', 'resolution'] }) }, always),
      'facts.target.values: leaves out report, all of response, resolution, report',
    ],
    [
      'an unknown target in a condition, where the fact lists no values',
      'miss',
      ruleSetOf(
        { target },
        { all: [{ not: { fact: 'target', operator: 'in', value: ['response', 'reponse'] } }] },
      ),
      'rules[0].conditions.all[0].not.value[1]: unknown target "reponse", did you mean "response"?',
    ],
    [
      'an unknown obligation',
      'obligation',
      ruleSetOf(
        { obligation: described({ type: 'string' }) },
        { all: [{ fact: 'obligation', operator: 'equal', value: 'delivry' }] },
      ),
      'rules[0].conditions.all[0].value: unknown obligation "delivry", did you mean "delivery"?',
    ],
    [
      'more than the whole',
      'miss',
      ruleSetOf({ target }, always, '1000.1'),
      'rules[0].event.params.permille: is "1000.1", allowed is a decimal from 0 to 1000',
    ],
    [
      'an outcome that is no decimal',
      'miss',
      ruleSetOf({ target }, always, 'five'),
      'rules[0].event.params.permille: is "five"',
    ],
    [
      'an outcome from a fact of another type',
      'miss',
      ruleSetOf({ target, freeMisses: described({ type: 'number' }) }, always, { fact: 'freeMisses' }),
      'rules[0].event.params.permille.fact: "freeMisses" is no decimal, allowed is a decimal fact',
    ],
    [
      'an outcome from a fact in another unit',
      'miss',
      ruleSetOf({ target, monthlyFee: described({ type: 'decimal' }) }, always, {
        fact: 'monthlyFee',
      }),
      'rules[0].event.params.permille.fact: "monthlyFee" is in yuan, allowed is a fact in permille',
    ],
    [
      'the outcome of another point',
      'priority',
      ruleSetOf({ target }, always),
      'outcome: unknown outcome for priority "permille", allowed is priority',
    ],
  ])('refuses %s', (_, point, ruleSet, message) => {
    expect(faultsOf(point, ruleSet)).toContainEqual(expect.stringContaining(message));
  });

  it('refuses a priority that the template does not have, and a further parameter', () => {
    const set: RuleSet = {
      ...ruleSetOf(
        { urgency: described({ type: 'string', values: ['high', 'medium', 'low'] }) },
        { all: [{ fact: 'urgency', operator: 'equal', value: 'high' }] },
      ),
      outcome: 'priority',
    };
    const rule = { ...set.rules[0], event: { type: 'priority', params: { priority: 'hihg', note: 'x' } } };
    const faults = faultsOf('priority', { ...set, rules: [rule as RuleSet['rules'][number]] });
    expect(faults).toEqual([
      'rules[0].event.params.priority: unknown priority "hihg", did you mean "high"?, allowed are high, low',
      'rules[0].event.params.note: unknown parameter "note", allowed is priority',
    ]);
  });
});
