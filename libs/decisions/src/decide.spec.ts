import type { Facts, RuleSet } from '#domain/decision';
import { createDecider } from './decide.js';
import { DecisionError } from './decision-error.js';
import { contentHash } from './hash.js';
import { bonusRules, priorityRules } from '../../../test/support/sample-rule-sets.js';
import { verifyReceipt } from './verify.js';

const calm: Facts = { urgency: 'low', impact: 'low', coreBusinessDown: false };

describe('decide', () => {
  it('lets the first rule that holds decide, and tries none behind it', async () => {
    const { outcome, receipt } = await createDecider().decide(priorityRules, {
      ...calm,
      urgency: 'high',
      impact: 'high',
    });
    expect(outcome).toEqual({ type: 'priority', params: { priority: 'critical' } });
    expect(receipt.decidedBy).toBe('high and high is critical');
    expect(receipt.rules.map(({ rule, fired }) => [rule, fired])).toEqual([
      ['core business down is critical', false],
      ['high and high is critical', true],
    ]);
  });

  it('writes a receipt with the rule set, the facts and each condition as it turned out', async () => {
    const { receipt } = await createDecider().decide(priorityRules, {
      ...calm,
      urgency: 'high',
      impact: 'high',
    });
    expect(receipt.ruleSet).toEqual({
      id: 'sample-priority',
      version: '1.0.0',
      hash: contentHash(priorityRules),
    });
    expect(receipt.clause).toBe('2.2');
    expect(Object.keys(receipt.facts)).toEqual(['urgency', 'impact', 'coreBusinessDown']);
    expect(receipt.rules[1]?.condition).toEqual({
      operator: 'all',
      result: true,
      conditions: [
        { fact: 'urgency', operator: 'equal', expected: 'high', actual: 'high', result: true },
        {
          operator: 'not',
          result: true,
          conditions: [
            { fact: 'impact', operator: 'in', expected: ['medium', 'low'], actual: 'high', result: false },
          ],
        },
      ],
    });
  });

  it('gives each of many decisions made at once the answer to its own facts', async () => {
    const decider = createDecider();
    const levels = ['high', 'medium', 'low'];
    const all = Array.from({ length: 90 }, (_, index) => ({
      ...calm,
      urgency: levels[index % 3] ?? '',
      impact: levels[Math.floor(index / 3) % 3] ?? '',
    }));
    const together = await Promise.all(all.map((facts) => decider.decide(priorityRules, facts)));
    for (const [index, facts] of all.entries()) {
      expect(together[index]).toEqual(await createDecider().decide(priorityRules, facts));
    }
  });

  it.each([
    ['9', 'small'],
    ['10', 'large'],
    ['10.0', 'large'],
    ['9.999999', 'small'],
    ['0.50', 'half'],
    ['0.5', 'half'],
    ['123456789.000001', 'large'],
    // An amount in yuan: the largest that a parameter of a template takes.
    ['9999999999999.99', 'large'],
  ])('compares the decimal %s as a number', async (permille, bonus) => {
    const { outcome } = await createDecider().decide(bonusRules, { permille, threshold: '10' });
    expect(outcome.params['bonus']).toBe(bonus);
  });

  it('fills parameters of the outcome from facts', async () => {
    const { outcome } = await createDecider().decide(bonusRules, { permille: '7.50', threshold: '10' });
    expect(outcome.params).toEqual({ bonus: 'small', of: '7.50' });
  });

  it.each<[string, Facts, string, RegExp]>([
    [
      'a missing fact',
      { urgency: 'low', impact: 'low' },
      'factMissing',
      /facts\.coreBusinessDown: is missing/,
    ],
    ['an unknown fact', { ...calm, urgancy: 'low' }, 'factUnknown', /"urgancy", did you mean "urgency"\?/],
    [
      'a fact of another type',
      { ...calm, coreBusinessDown: 'no' },
      'factWrong',
      /is "no", allowed is true or false/,
    ],
    [
      'a value that is not one of its values',
      { ...calm, impact: 'hihg' },
      'factWrong',
      /did you mean "high"\?/,
    ],
    ['null', { ...calm, impact: null }, 'factWrong', /facts\.impact: is null/],
    ['a name of Object', { ...calm, constructor: 'x' }, 'factUnknown', /"constructor"/],
  ])('refuses %s by name', async (_, facts, code, message) => {
    const refusal = createDecider().decide(priorityRules, facts);
    await expect(refusal).rejects.toThrow(DecisionError);
    await expect(refusal).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('refuses a decimal that is none', async () => {
    const refusal = createDecider().decide(bonusRules, { permille: '1e3', threshold: '10' });
    await expect(refusal).rejects.toMatchObject({ code: 'factWrong' });
  });

  it('says so when no rule holds', async () => {
    const open: RuleSet = { ...priorityRules, rules: priorityRules.rules.slice(0, 2) };
    await expect(createDecider().decide(open, calm)).rejects.toMatchObject({
      code: 'noRuleFired',
      message: expect.stringContaining('no rule holds for {"urgency":"low"'),
    });
  });

  it('refuses a rule set it has not seen before and that is wrong', async () => {
    const wrong = { ...priorityRules, rules: [...priorityRules.rules, ...priorityRules.rules] };
    await expect(createDecider().decide(wrong, calm)).rejects.toMatchObject({ code: 'ruleSetInvalid' });
  });

  it('freezes the rules it has decided by, so that their hash stays true', async () => {
    const decider = createDecider();
    const rules = structuredClone(priorityRules);
    await decider.decide(rules, calm);
    expect(() => Object.assign(rules.rules[0] ?? {}, { name: 'changed' })).toThrow(TypeError);
    expect((await decider.decide(rules, calm)).outcome.params['priority']).toBe('low');
  });
});

describe('verifyReceipt', () => {
  it('finds a genuine receipt the same, also after a trip through JSON', async () => {
    const { receipt } = await createDecider().decide(bonusRules, { permille: '7.5', threshold: '10' });
    const again = await verifyReceipt(bonusRules, JSON.parse(JSON.stringify(receipt)) as typeof receipt);
    expect(again).toEqual({ same: true, differences: [] });
  });

  it('names every member that was changed', async () => {
    const { receipt } = await createDecider().decide(priorityRules, calm);
    const forged = { ...receipt, outcome: { priority: 'critical' }, decidedBy: 'somebody' };
    const { same, differences } = await verifyReceipt(priorityRules, forged);
    expect(same).toBe(false);
    expect(differences).toEqual([
      'decidedBy: "somebody" in the receipt, "the rest is low" by the rules',
      'outcome.priority: "critical" in the receipt, "low" by the rules',
    ]);
  });

  it('tells another rule set by its hash, and facts that do not decide', async () => {
    const { receipt } = await createDecider().decide(priorityRules, calm);
    const other = await verifyReceipt({ ...priorityRules, version: '1.0.1' }, receipt);
    expect(other.differences.map((each) => each.split(':')[0])).toEqual(['ruleSet.version', 'ruleSet.hash']);
    const bad = await verifyReceipt(priorityRules, { ...receipt, facts: {} });
    expect(bad.differences[0]).toMatch(/facts\.urgency: is missing/);
  });
});
