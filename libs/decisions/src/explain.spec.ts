import fc from 'fast-check';
import type { FactDefinition, Facts, FactValue, RuleCondition, RuleSet } from '#domain/decision';
import { CompiledRules } from './compiled-rules.js';
import { createDecider, createReferenceDecider } from './decide.js';
import { explainDecision, explainReceipt } from './explain.js';
import { OPERATORS, takesList } from './operator-names.js';
import { priorityRules } from '../../../test/support/sample-rule-sets.js';

const calm: Facts = { urgency: 'low', impact: 'low', coreBusinessDown: false };

const described = (type: FactDefinition['type'], unit?: string): FactDefinition => ({
  type,
  ...(unit === undefined ? {} : { unit }),
  description: { 'zh-CN': '事实', en: 'A fact' },
});

/** The credit of a month by its attainment, in tiers. */
const credits: RuleSet = {
  id: 'credits',
  version: '1.0.0',
  clause: '2.6',
  outcome: 'permille',
  facts: {
    attainmentPercent: described('decimal', 'percent'),
    missed: described('number', 'targets'),
    threshold: described('decimal', 'percent'),
  },
  rules: [
    {
      name: 'below 95',
      priority: 30,
      conditions: { all: [{ fact: 'attainmentPercent', operator: 'lessThan', value: '95' }] },
      event: { type: 'permille', params: { permille: '100' } },
    },
    {
      name: 'below the threshold, with more than two misses',
      priority: 20,
      conditions: {
        all: [
          { fact: 'attainmentPercent', operator: 'lessThan', value: { fact: 'threshold' } },
          { not: { fact: 'missed', operator: 'lessThanInclusive', value: 2 } },
        ],
      },
      event: { type: 'permille', params: { permille: '50' } },
    },
    {
      name: 'at the threshold or above',
      priority: 10,
      conditions: {
        any: [{ fact: 'attainmentPercent', operator: 'greaterThanInclusive', value: { fact: 'threshold' } }],
      },
      event: { type: 'permille', params: { permille: '0' } },
    },
  ],
};

describe('explainDecision', () => {
  it('tells the rule that decided by the conditions that held, and each that failed by those that failed', async () => {
    const { decidedBy, outcome, clause, point, rules } = await explainDecision(priorityRules, {
      ...calm,
      urgency: 'high',
      impact: 'high',
    });
    expect({ decidedBy, outcome, clause, point }).toEqual({
      decidedBy: 'high and high is critical',
      outcome: { priority: 'critical' },
      clause: '2.2',
      point: 'priority',
    });
    const unit = null;
    const off = null;
    expect(rules).toEqual([
      {
        rule: 'core business down is critical',
        fired: false,
        reason: {
          fact: 'coreBusinessDown',
          operator: 'equal',
          expected: true,
          actual: false,
          held: false,
          needed: [true],
          unit,
          off,
        },
      },
      {
        rule: 'high and high is critical',
        fired: true,
        reason: {
          group: 'all',
          of: [
            {
              fact: 'urgency',
              operator: 'equal',
              expected: 'high',
              actual: 'high',
              held: true,
              needed: null,
              unit,
              off,
            },
            // `not` is worked in.
            {
              fact: 'impact',
              operator: 'notIn',
              expected: ['medium', 'low'],
              actual: 'high',
              held: true,
              needed: null,
              unit,
              off,
            },
          ],
        },
      },
    ]);
  });

  it('tells by how much numbers and decimals failed, exactly', async () => {
    const facts = { attainmentPercent: '99.95', missed: 2, threshold: '99.9' };
    const { rules, decidedBy } = await explainDecision(credits, facts);
    expect(decidedBy).toBe('at the threshold or above');
    expect(rules[0]?.reason).toMatchObject({
      expected: '95',
      unit: 'percent',
      off: { direction: 'above', by: '4.95' },
    });
    expect(rules[1]?.reason).toMatchObject({
      group: 'all',
      of: [
        { operator: 'lessThan', expected: '99.9', off: { direction: 'above', by: '0.05' } },
        {
          operator: 'greaterThan',
          expected: 2,
          actual: 2,
          unit: 'targets',
          off: { direction: 'at', by: '0' },
        },
      ],
    });
  });

  it('answers also where no rule holds', async () => {
    const facts = { attainmentPercent: '97.0', missed: 1, threshold: '99.0' };
    const explained = await explainDecision(credits, facts);
    expect(explained).toMatchObject({ decidedBy: null, outcome: null });
    expect(explained.rules.map(({ fired }) => fired)).toEqual([false, false, false]);
    expect(explained.rules[2]?.reason).toMatchObject({ off: { direction: 'below', by: '2' } });
    expect(explained.nearest[0]).toEqual({
      fact: 'attainmentPercent',
      from: '97.0',
      to: '99.0',
      unit: 'percent',
      by: '2',
      decidedBy: 'at the threshold or above',
      outcome: { permille: '0' },
    });
  });

  it('gives the closest single changes first, numbers at their boundary, and leaves parameters alone', async () => {
    const facts = { attainmentPercent: '98.5', missed: 3, threshold: '99.0' };
    const { nearest } = await explainDecision(credits, facts);
    expect(nearest.map(({ fact, to, by, decidedBy }) => [fact, to, by, decidedBy])).toEqual([
      ['attainmentPercent', '99.0', '0.5', 'at the threshold or above'],
      ['attainmentPercent', '94.9', '3.6', 'below 95'],
    ]);
    const free = await explainDecision(credits, facts, { fixed: [] });
    expect(free.nearest.map(({ fact, to }) => [fact, to])).toContainEqual(['threshold', '98.5']);
  });

  it('refuses facts that do not fit, as a decision does', async () => {
    await expect(explainDecision(priorityRules, { urgency: 'low' })).rejects.toMatchObject({
      code: 'factMissing',
    });
  });
});

describe('explainReceipt', () => {
  it('explains a recorded decision as the hypothetical one, after a trip through JSON', async () => {
    const facts = { attainmentPercent: '96.0', missed: 3, threshold: '99.0' };
    const { receipt } = await createDecider().decide(credits, facts);
    const recorded = JSON.parse(JSON.stringify(receipt)) as typeof receipt;
    expect(explainReceipt(recorded, credits)).toEqual(await explainDecision(credits, facts));
  });

  it('explains without the rule set what the receipt alone tells', async () => {
    const facts = { attainmentPercent: '96.0', missed: 3, threshold: '99.0' };
    const { receipt } = await createDecider().decide(credits, facts);
    const { rules, nearest, point, vocabulary } = explainReceipt(receipt);
    expect({ nearest, point, vocabulary }).toEqual({ nearest: [], point: null, vocabulary: {} });
    expect(rules[0]?.reason).toMatchObject({ unit: null, off: { direction: 'above', by: '1' } });
  });

  it('refuses another rule set than the one it was decided by', async () => {
    const { receipt } = await createDecider().decide(priorityRules, calm);
    expect(() => explainReceipt(receipt, { ...priorityRules, version: '1.0.1' })).toThrow(RangeError);
  });
});

const VOCABULARY = {
  level: { ...described('string'), values: ['high', 'medium', 'low'] },
  flag: described('boolean'),
  count: described('number'),
  rate: described('decimal'),
  bound: described('decimal'),
};
const decimal = fc.integer({ min: 0, max: 12 }).map((tenths) => (tenths / 10).toFixed(1));
const VALUES: Record<keyof typeof VOCABULARY, fc.Arbitrary<FactValue>> = {
  level: fc.constantFrom('high', 'medium', 'low'),
  flag: fc.boolean(),
  count: fc.integer({ min: 0, max: 6 }),
  rate: decimal,
  bound: decimal,
};

const comparison: fc.Arbitrary<RuleCondition> = fc
  .constantFrom<keyof typeof VOCABULARY>('level', 'flag', 'count', 'rate')
  .chain((fact) =>
    fc.constantFrom(...OPERATORS[VOCABULARY[fact].type]).chain((operator) => {
      const value: fc.Arbitrary<FactValue | FactValue[] | { fact: string }> = takesList(operator)
        ? fc.array(VALUES[fact], { minLength: 1, maxLength: 3 })
        : fact === 'rate'
          ? fc.oneof(VALUES.rate, fc.constant({ fact: 'bound' }))
          : VALUES[fact];
      return value.map((value) => ({ fact, operator, value }));
    }),
  );
const { condition } = fc.letrec<{ condition: RuleCondition; group: RuleCondition }>((tie) => ({
  condition: fc.oneof({ maxDepth: 2 }, comparison, tie('group')),
  group: fc.oneof(
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
}));
const ruleSet = fc.array(condition, { minLength: 1, maxLength: 4 }).map((conditions): RuleSet => ({
  ...credits,
  facts: VOCABULARY,
  rules: conditions.map((each, index) => ({
    name: `rule ${index}`,
    priority: conditions.length - index,
    conditions: { all: [each] },
    event: { type: 'permille', params: { permille: String(index) } },
  })),
}));

describe('what if', () => {
  const decider = createReferenceDecider();
  const decidedBy = (rules: RuleSet, facts: Facts) =>
    decider.decide(rules, facts).then(
      ({ receipt }) => receipt.decidedBy,
      () => null,
    );

  it('lists changes that the engine confirms, and misses none on the grid of values', async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(ruleSet, fc.record(VALUES), async (rules, facts) => {
        const { nearest, decidedBy: now } = await explainDecision(rules, facts, { decider, fixed: [] });
        for (const { fact, to, decidedBy: then } of nearest) {
          expect(await decidedBy(rules, { ...facts, [fact]: to })).toBe(then);
          changes += 1;
        }
        for (let count = 0; count <= 6; count++) {
          const then = await decidedBy(rules, { ...facts, count });
          if (then === null || then === now) continue;
          const listed = nearest.find((each) => each.fact === 'count' && each.decidedBy === then);
          expect(Math.abs(Number(listed?.to) - Number(facts['count']))).toBeLessThanOrEqual(
            Math.abs(count - Number(facts['count'])),
          );
        }
      }),
      { numRuns: 100 },
    );
    expect(changes).toBeGreaterThan(50);
  });

  it('blames only what failed: putting right all of it, or one of it, is what the rule needs', async () => {
    await fc.assert(
      fc.asyncProperty(ruleSet, fc.record(VALUES), async (rules, facts) => {
        const { rules: tried } = await explainDecision(rules, facts, { decider });
        expect(tried.flatMap(({ fired, reason }) => wrongWith(reason, fired, facts))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

type Reason = Awaited<ReturnType<typeof explainDecision>>['rules'][number]['reason'];

/** What is wrong with a reason: parts that do not count, or do not say what they have to; nothing where all is right. */
function wrongWith(reason: Reason, held: boolean, facts: Facts): string[] {
  if ('group' in reason) {
    const { group, of } = reason;
    const lone = of.length < 2 ? [`a group of ${of.length}`] : [];
    const nested = of.some((each) => 'group' in each && each.group === group)
      ? [`${group} within ${group}`]
      : [];
    return [...lone, ...nested, ...of.flatMap((each) => wrongWith(each, held, facts))];
  }
  const { fact, operator, expected, actual, off, needed } = reason;
  const value = Array.isArray(expected) ? [...(expected as FactValue[])] : (expected as FactValue);
  const isFigure = fact === 'count' || fact === 'rate';
  const wants: readonly (readonly [string, boolean])[] = [
    ['held as its rule', reason.held === held],
    ['the fact as it was', actual === facts[fact]],
    ['what it says it compared', holdsBy({ fact, operator, value }, facts) === held],
    ['how far a figure was off', (off !== null) === (isFigure && !held)],
    ['a distance unless at the value', off === null || (off.direction === 'at') === (off.by === '0')],
    ['what words were needed', (needed !== null) === (!isFigure && !held)],
  ];
  return wants.flatMap(([what, is]) => (is ? [] : [`${fact}: not ${what}`]));
}

/** Whether one condition holds, as a rule of its own. */
function holdsBy(condition: RuleCondition, facts: Facts): boolean {
  const event = { type: credits.outcome, params: {} };
  const rules = [{ name: 'it', priority: 1, conditions: condition, event }];
  return new CompiledRules({ ...credits, facts: VOCABULARY, rules }).deciding(facts) !== null;
}
