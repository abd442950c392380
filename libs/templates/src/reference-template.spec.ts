import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDecider } from '#decisions/decide';
import { loadTemplate } from './load.js';
import { rulesFolder } from './rules-folder.js';

const LEVELS = ['high', 'medium', 'low'] as const;

/** Clause 2.2: urgency down, impact across. */
const MATRIX = [
  ['critical', 'high', 'medium'],
  ['high', 'medium', 'low'],
  ['medium', 'low', 'low'],
];

const CELLS = LEVELS.flatMap((urgency, row) =>
  LEVELS.map((impact, column) => [urgency, impact, MATRIX[row]?.[column]] as const),
);

describe('the reference template', () => {
  it.each(CELLS)(
    '2.2: urgency %s and impact %s is %s, and critical with either flag',
    async (urgency, impact, priority) => {
      const { rules } = await loadTemplate('it-support-2025');
      const decider = createDecider();
      const decide = async (coreBusinessDown: boolean, severeSecurityRisk: boolean) =>
        (await decider.decide(rules.priority, { urgency, impact, coreBusinessDown, severeSecurityRisk }))
          .outcome.params;
      expect(await decide(false, false)).toEqual({ priority });
      expect(await decide(true, false)).toEqual({ priority: 'critical' });
      expect(await decide(false, true)).toEqual({ priority: 'critical' });
      expect(await decide(true, true)).toEqual({ priority: 'critical' });
    },
  );

  it('2.2: no higher urgency or impact ever gives a lower priority', () => {
    const rank = (row: number, column: number) =>
      ['low', 'medium', 'high', 'critical'].indexOf(MATRIX[row]?.[column] ?? '');
    for (const a of [0, 1, 2]) {
      for (const b of [0, 1]) {
        expect(rank(a, b)).toBeGreaterThanOrEqual(rank(a, b + 1));
        expect(rank(b, a)).toBeGreaterThanOrEqual(rank(b + 1, a));
      }
    }
  });

  it('2.3, 2.4: has the targets of the reference contract', async () => {
    const { targets, parameters } = await loadTemplate('it-support-2025');
    const shown = Object.entries(targets.priorities).map(([priority, { targets: list }]) => [
      priority,
      ...list.map(({ kind, measure, metBy, clause }) => {
        const parameter = parameters.find(({ name }) => name === measure.parameter);
        return `${clause} ${kind} ${String(parameter?.default)} ${measure.unit} by ${metBy.join('|')}`;
      }),
    ]);
    expect(shown).toEqual([
      [
        'critical',
        '2.3 response 15 minutes by responded',
        '2.4 workaround 240 minutes by workaround|path|resolved',
      ],
      [
        'high',
        '2.3 response 30 minutes by responded',
        '2.4 workaround 480 minutes by workaround|resolved',
        '2.4 resolution 1440 minutes by resolved',
      ],
      ['medium', '2.3 response 240 minutes by responded', '2.4 resolution 1 workingDays by resolved'],
      ['low', '2.3 response 480 minutes by responded', '2.4 resolution 3 workingDays by resolved'],
    ]);
  });

  it('2.6: every miss costs the agreed permille', async () => {
    const { rules } = await loadTemplate('it-support-2025');
    for (const target of ['response', 'workaround', 'resolution']) {
      const facts = {
        priority: 'low',
        target,
        period: '2025-01',
        missNumberInPeriod: 7,
        penaltyPermille: '2.5',
      };
      const { outcome, receipt } = await createDecider().decide(rules.penalty, facts);
      expect(outcome.params).toEqual({ permille: '2.5' });
      expect(receipt.clause).toBe('2.6');
    }
  });

  it('pauses for the reasons of clause 2.4', async () => {
    const { targets } = await loadTemplate('it-support-2025');
    expect(Object.keys(targets.pauseReasons)).toEqual([
      'waitingForClient',
      'waitingForThirdParty',
      'changeWindow',
      'other',
    ]);
  });

  it('has every parameter in the guide, with its clause and default', async () => {
    const guide = readFileSync(join(rulesFolder(), '..', 'docs', 'guides', 'templates.md'), 'utf8');
    const rows = guide.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    for (const { name, clause, type, required, default: value } of (await loadTemplate('it-support-2025'))
      .parameters) {
      const row = rows.find((cells) => cells[2] === `\`${name}\``);
      const shown = required ? 'required' : type === 'text' ? 'sample text' : String(value);
      expect([row?.[1], row?.[2], row?.[4]]).toEqual([clause, `\`${name}\``, shown]);
    }
  });
});
