import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { factsOfRules, ruleSets } from '../../../test/support/random-rules.ts';
import { rate, rateOfSync } from '../measure.mjs';

const { CompiledRules, paramsOf } = await import('#decisions/compiled-rules');
const { createDecider, createReferenceDecider } = await import('#decisions/decide');
const { readRuleSet } = await import('#decisions/decision-table');

const FILE = 'rules/it-support-2025/priority.rules.json';
const BASELINE = 'json-rules-engine, one engine used again, the same JSON';
const LEVELS = ['high', 'medium', 'low'];

/** Every case of the matrix, with and without what makes a request critical by itself. */
const CASES = LEVELS.flatMap((urgency) =>
  LEVELS.flatMap((impact) =>
    [false, true].map((coreBusinessDown) => ({
      urgency,
      impact,
      coreBusinessDown,
      severeSecurityRisk: false,
    })),
  ),
);
const caseOf = (time) => CASES[time % CASES.length];

function ruleSet() {
  const { $schema: _, ...document } = JSON.parse(readFileSync(FILE, 'utf8'));
  return readRuleSet(document).ruleSet;
}

/** The engine alone, as its guide says: no receipt, no vocabulary, the rules as they are. */
function bareEngine({ rules }) {
  const engine = new Engine(structuredClone(rules), { replaceFactsInEventParams: true });
  engine.on('success', () => engine.stop());
  return (time) => engine.run({ ...caseOf(time) });
}

const ENGINE_TIMES = 10_000;

async function withoutReceipt() {
  const rules = ruleSet();
  const engine = bareEngine(rules);
  const compiled = new CompiledRules(rules);
  const decide = (time) => paramsOf(compiled.deciding(caseOf(time)), caseOf(time));
  return {
    baseline: () => rate(ENGINE_TIMES, engine),
    product: async () => rateOfSync(2_000_000, decide),
    notes: [`${rules.rules.length} rules of ${FILE}, ${CASES.length} cases`],
  };
}

async function withReceipt() {
  const rules = ruleSet();
  const engine = bareEngine(rules);
  const decider = createDecider();
  return {
    baseline: () => rate(ENGINE_TIMES, engine),
    product: () => rate(300_000, (time) => decider.decide(rules, caseOf(time))),
    notes: ['the product checks the facts against the vocabulary and writes every condition down'],
  };
}

const RULE_SETS = 1_000;
const CASES_EACH = 1_000;
const SEED = 20_261_128;

/** How many of a million random pairs of rules and facts come out otherwise, receipts compared to the byte. */
async function mismatches() {
  const sets = fc.sample(ruleSets, { seed: SEED, numRuns: RULE_SETS });
  const cases = fc.sample(factsOfRules, { seed: SEED, numRuns: CASES_EACH });
  const said = (decider, rules, facts) =>
    decider.decide(rules, facts).then(
      (decision) => JSON.stringify(decision),
      (error) => `${error.code} ${JSON.stringify(error.tried)}`,
    );
  let found = null;
  const count = async () => {
    let different = 0;
    for (const rules of sets) {
      const [compiled, engine] = [createDecider(), createReferenceDecider()];
      for (const facts of cases)
        if ((await said(compiled, rules, facts)) !== (await said(engine, rules, facts))) different += 1;
    }
    return different;
  };
  return {
    // A count, which is the same however often: one is enough.
    product: async () => (found ??= await count()),
    notes: [`${RULE_SETS} rule sets x ${CASES_EACH} facts, seed ${SEED}`],
  };
}

export const rows = [
  {
    name: 'rules.outcome',
    what: 'Rule decisions a second, without a receipt',
    unit: 'decisions/s',
    baseline: BASELINE,
    reach: { least: 30 },
    open: withoutReceipt,
  },
  {
    name: 'rules.receipt',
    what: 'Rule decisions a second, with a receipt',
    unit: 'decisions/s',
    baseline: BASELINE,
    reach: { least: 5 },
    open: withReceipt,
  },
  {
    name: 'rules.mismatch',
    what: 'Random pairs of rules and facts, of 1,000,000, on which compiled rules and json-rules-engine differ',
    unit: 'pairs',
    reach: { most: 0 },
    open: mismatches,
  },
];
