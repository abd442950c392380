import fc from 'fast-check';
import type { Decision, Facts, RuleSet } from '#domain/decision';
import { factsOfRules, ruleSets } from '../../../test/support/random-rules.js';
import { createDecider, createReferenceDecider, type Decider } from './decide.js';
import { DecisionError } from './decision-error.js';
import { checkRuleSet } from './rule-set.js';

/** What a decider comes to, also where no rule holds, as it would be written down. */
async function saidBy(decider: Decider, ruleSet: RuleSet, facts: Facts): Promise<string> {
  const said: Decision | object = await decider.decide(ruleSet, facts).catch((error: unknown) => {
    if (error instanceof DecisionError && error.code === 'noRuleFired') return { tried: error.tried };
    throw error;
  });
  return JSON.stringify(said);
}

it('decides and writes the receipt, to the byte, as json-rules-engine does', async () => {
  const [compiled, engine] = [createDecider(), createReferenceDecider()];
  await fc.assert(
    fc.asyncProperty(
      ruleSets,
      fc.array(factsOfRules, { minLength: 1, maxLength: 10 }),
      async (ruleSet, cases) => {
        expect(checkRuleSet(ruleSet)).not.toHaveProperty('faults');
        for (const facts of cases)
          expect(await saidBy(compiled, ruleSet, facts)).toBe(await saidBy(engine, ruleSet, facts));
      },
    ),
    { numRuns: 300 },
  );
});
