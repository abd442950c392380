import fc from 'fast-check';
import { createDecider, type Decider } from '#decisions/decide';
import { DecisionError } from '#decisions/decision-error';
import { type Facts, type RuleSet } from '#domain/decision';
import { termsOf } from '../../../test/support/contracts.js';
import { memoDecider, withoutProof } from './memo-decider.js';

/** Counts how often the rules engine is really asked. */
function counting(): { decider: Decider; asked: () => number } {
  const decider = createDecider();
  let asked = 0;
  const decide: Decider['decide'] = (ruleSet, facts) => {
    asked += 1;
    return decider.decide(ruleSet, facts);
  };
  return { decider: { decide }, asked: () => asked };
}

const level = fc.constantFrom('high', 'medium', 'low');
const severity = fc.record({
  urgency: level,
  impact: level,
  coreBusinessDown: fc.boolean(),
  severeSecurityRisk: fc.boolean(),
});

describe('a decider with a memory', () => {
  let priority: RuleSet;
  let penalty: RuleSet;

  beforeAll(async () => {
    const terms = await termsOf();
    const [consequence] = terms.consequences;
    if (!terms.service || !consequence) throw new Error('the reference template has both rule sets');
    priority = terms.service.rules;
    penalty = consequence.rules;
  });

  it('decides whatever it is asked as one without, receipt and all, however often it was asked before', async () => {
    const memo = memoDecider();
    const plain = createDecider();
    await fc.assert(
      fc.asyncProperty(severity, async (facts) => {
        const expected = await plain.decide(priority, facts);
        expect(await memo.decide(priority, facts)).toEqual(expected);
        expect(await memo.decide(priority, facts)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('asks the rules once for equal facts, in whatever order they stand, and for equal rule sets', async () => {
    const { decider, asked } = counting();
    const memo = memoDecider(decider);
    const facts = { urgency: 'high', impact: 'low', coreBusinessDown: false, severeSecurityRisk: false };
    const first = await memo.decide(priority, facts);
    const turned = Object.fromEntries(Object.entries(facts).toReversed());
    expect(await memo.decide(structuredClone(priority), turned)).toBe(first);
    expect(asked()).toBe(1);
  });

  it('asks again for a rule set of other content, also where its id and version are the same', async () => {
    const { decider, asked } = counting();
    const memo = memoDecider(decider);
    const facts = await factsOf(penalty);
    await memo.decide(penalty, facts);
    const dearer = { ...penalty, rules: penalty.rules.map((rule) => ({ ...rule, event: free(rule.event) })) };
    expect((await memo.decide(dearer, facts)).outcome.params).toEqual({ permille: '0' });
    expect(asked()).toBe(2);
  });

  it('keeps no more than it may, and what was used last the longest', async () => {
    const { decider, asked } = counting();
    const memo = memoDecider(decider, 2);
    const facts = (urgency: string): Facts => ({
      urgency,
      impact: 'low',
      coreBusinessDown: false,
      severeSecurityRisk: false,
    });
    for (const urgency of ['high', 'medium', 'high', 'low', 'high'])
      await memo.decide(priority, facts(urgency));
    expect(asked()).toBe(3);
    await memo.decide(priority, facts('medium'));
    expect(asked()).toBe(4);
  });

  it('does not keep a refusal', async () => {
    const { decider, asked } = counting();
    const memo = memoDecider(decider);
    for (let time = 0; time < 2; time++)
      await expect(memo.decide(priority, { urgency: 'high' })).rejects.toThrow(DecisionError);
    expect(asked()).toBe(2);
  });

  it('hands out decisions that nobody can change', async () => {
    const decision = await memoDecider().decide(penalty, await factsOf(penalty));
    expect(() => Object.assign(decision.outcome.params, { permille: '1' })).toThrow(TypeError);
  });

  it('without proof gives the same outcome, and a receipt of the same facts', async () => {
    const facts = await factsOf(penalty);
    const whole = await createDecider().decide(penalty, facts);
    const bare = await withoutProof(memoDecider()).decide(penalty, facts);
    expect(bare).toEqual({ outcome: whole.outcome, receipt: { ...whole.receipt, rules: [] } });
  });
});

/** Facts that the rule set takes: of each the first value of its type. */
async function factsOf({ facts }: RuleSet): Promise<Facts> {
  const values = { string: 'critical', number: 1, boolean: false, decimal: '5' };
  return Object.fromEntries(
    Object.entries(facts).map(([name, { type, values: all }]) => [name, all?.[0] ?? values[type]]),
  );
}

function free(event: RuleSet['rules'][number]['event']): RuleSet['rules'][number]['event'] {
  return { ...event, params: { permille: '0' } };
}
