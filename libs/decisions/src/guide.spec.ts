import { readFileSync } from 'node:fs';
import type { Facts, RuleSet } from '#domain/decision';
import { createDecider } from './decide.js';
import { readRuleSet } from './decision-table.js';
import { DECISION_POINTS } from './vocabulary.js';

const root = new URL('../../../', import.meta.url);
const guide = readFileSync(new URL('docs/guides/rules.md', root), 'utf8');

function ruleSetOf(text: string): RuleSet {
  const { $schema: _, ...document } = JSON.parse(text) as Record<string, unknown>;
  const read = readRuleSet(document);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.ruleSet;
}

const [matrix = '', credits = ''] = [...guide.matchAll(/```json\n(.*?)```/gs)].flatMap(([, text = '']) =>
  text.includes('"rows"') ? [text] : [],
);

describe('the guide to rules', () => {
  it('has every fact of the vocabulary with its type, unit and meaning in both languages', () => {
    for (const [point, { facts }] of Object.entries(DECISION_POINTS)) {
      const section = guide.split(`### \`${point}\``)[1]?.split('\n### ')[0] ?? '';
      const rows = section.split('\n').filter((line) => line.startsWith('| `'));
      expect(rows).toHaveLength(Object.keys(facts).length);
      for (const [name, { type, unit, description, source }] of Object.entries(facts)) {
        const row = rows.find((line) => line.startsWith(`| \`${name}\``));
        for (const text of [type, unit ?? '', description.en, description['zh-CN'], source.en]) {
          expect(row).toContain(text);
        }
      }
    }
  });

  it('shows a priority matrix that decides as the reference template does, in each of its 36 cells', async () => {
    const table = ruleSetOf(matrix);
    const reference = ruleSetOf(
      readFileSync(new URL('rules/it-support-2025/priority.rules.json', root), 'utf8'),
    );
    const decider = createDecider();
    const priority = async (rules: RuleSet, facts: Facts) =>
      (await decider.decide(rules, facts)).outcome.params['priority'];
    const levels = ['high', 'medium', 'low'];
    let cells = 0;
    for (const urgency of levels) {
      for (const impact of levels) {
        for (const coreBusinessDown of [true, false]) {
          for (const severeSecurityRisk of [true, false]) {
            const facts = { urgency, impact, coreBusinessDown, severeSecurityRisk };
            expect([facts, await priority(table, facts)]).toEqual([facts, await priority(reference, facts)]);
            cells += 1;
          }
        }
      }
    }
    expect(cells).toBe(36);
  });

  it('shows a table whose second row compiles to the rule it shows', () => {
    const rule = JSON.stringify(ruleSetOf(credits).rules[1], null, 2);
    expect(guide).toContain(`\`\`\`json\n${rule}\n\`\`\``);
  });
});
