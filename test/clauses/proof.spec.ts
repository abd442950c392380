import { type RuleDefinition, type RuleSet } from '#domain/decision';
import { proofLines } from '#narration/proof';
import { proveTemplate } from '#proof/prove';
import { type ProofReport } from '#proof/report';
import { loadParsedTemplate } from '#templates/load';
import { type ParsedTemplate } from '#templates/parse-template';
import { type Template } from '#templates/template';

const REFERENCE = 'it-support-2025';

/** The parameters of one contract: what a planted error is looked for in. */
const CONTRACT = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' };

type Mutable<Value> = { -readonly [Member in keyof Value]: Mutable<Value[Member]> };

/** Plants an error into a copy of the reference template. */
type Plant = (template: Mutable<Template>) => void;

let reference: ParsedTemplate;

beforeAll(async () => {
  reference = await loadParsedTemplate(REFERENCE);
});

function planted(plant: Plant): Template {
  const template = structuredClone(reference.value) as Mutable<Template>;
  plant(template);
  return template as Template;
}

function rulesOf(template: Mutable<Template>, name: string): Mutable<RuleSet> {
  const rules = template.rules[name];
  if (!rules) throw new Error(`there is no rule set ${name}`);
  return rules;
}

function ruleNamed(template: Mutable<Template>, set: string, name: string): Mutable<RuleDefinition> {
  const rule = rulesOf(template, set).rules.find((each) => each.name === name);
  if (!rule) throw new Error(`there is no rule ${name}`);
  return rule;
}

function parameterNamed(template: Mutable<Template>, name: string): { default?: unknown; maximum?: unknown } {
  const definition = template.parameters.find((each) => each.name === name);
  if (!definition) throw new Error(`there is no parameter ${name}`);
  return definition;
}

/** A consequence over a month's attainment by tiers, as clause 2.6 might have it. */
const withTiers =
  (...tiers: [from: string | null, below: string | null, permille: string][]): Plant =>
  (template) => {
    const fact = 'attainmentPercent';
    const rules = tiers.map(([from, below, permille], index) => ({
      name: `tier ${index + 1}`,
      priority: 100 - index,
      conditions: {
        all: [
          ...(from === null ? [] : [{ fact, operator: 'greaterThanInclusive', value: from }]),
          ...(below === null ? [] : [{ fact, operator: 'lessThan', value: below }]),
        ],
      },
      event: { type: 'permille', params: { permille } },
    }));
    const description = { 'zh-CN': '当月达成率', en: "The month's attainment" };
    const facts = { [fact]: { type: 'decimal' as const, unit: 'percent', description } };
    const set = { id: 'tiers', version: '1.0.0', clause: '2.6', outcome: 'permille', facts, rules };
    template.rules = { ...template.rules, tiers: set };
    const caps = [{ window: 'month' as const, percent: '20', of: 'monthlyFee' as const }];
    template.terms.consequences.push({
      id: 'credit',
      on: 'month',
      clause: '2.6',
      rules: 'tiers',
      base: 'monthFee',
      times: 'once',
      caps,
    });
  };

const without = (template: Mutable<Template>, binding: string): void => {
  for (const language of ['zh-CN', 'en'] as const) {
    for (const clause of template.clauses[language])
      clause.text = clause.text.replaceAll(`{{${binding}}}`, '…');
  }
};

interface Planted {
  readonly error: string;
  readonly plant: Plant;
  readonly parameters?: object;
  readonly check: string;
  readonly kind: string;
  /** What the counter-example names. */
  readonly says: RegExp;
}

const PLANTED: readonly Planted[] = [
  {
    error: 'a gap in the matrix',
    plant: (template) => {
      const priority = rulesOf(template, 'priority');
      priority.rules = priority.rules.filter(({ name }) => name !== 'the rest');
    },
    check: 'priority.total',
    kind: 'gap',
    says: /has a gap: for urgency low, impact low, core business down false, severe security risk false no rule holds/,
  },
  {
    error: 'a rule that can never decide',
    plant: (template) => {
      const like = ruleNamed(template, 'priority', 'urgency high and impact high');
      const event = { type: 'priority', params: { priority: 'high' } };
      rulesOf(template, 'priority').rules.push({ ...like, name: 'both high at night', priority: 45, event });
    },
    check: 'priority.total',
    kind: 'deadRule',
    says: /"both high at night" can never decide.*urgency high, impact high.*"/,
  },
  {
    error: 'a priority that falls when the impact rises',
    plant: (template) => {
      ruleNamed(template, 'priority', 'urgency high and impact high').event.params = { priority: 'medium' };
    },
    check: 'priority.monotone',
    kind: 'lowered',
    says: /urgency high.*raising impact from medium to high lowers the priority from High to Medium/,
  },
  {
    error: 'a flag that the rules ignore',
    plant: (template) => {
      ruleNamed(template, 'priority', 'core business down or severe security risk').conditions = {
        all: [{ fact: 'coreBusinessDown', operator: 'equal', value: true }],
      };
    },
    check: 'priority.facts',
    kind: 'ignoredFact',
    says: /declare severeSecurityRisk.*ignore it/,
  },
  {
    error: 'a deadline that is longer for a higher priority',
    plant: (template) => {
      parameterNamed(template, 'responseCriticalMinutes').default = 60;
    },
    check: 'deadlines.ordered',
    kind: 'deadlineOrder',
    says: /responseCriticalMinutes = 60, responseHighMinutes = 30: from 2025-\d\d-\d\d \d\d:\d\d, the response to Critical is due .* later than the response to High/,
  },
  {
    error: 'a response that is due after the workaround',
    plant: (template) => {
      parameterNamed(template, 'responseCriticalMinutes').default = 300;
      parameterNamed(template, 'responseHighMinutes').default = 300;
      parameterNamed(template, 'responseMediumMinutes').default = 300;
    },
    check: 'deadlines.ordered',
    kind: 'deadlineOrder',
    says: /the response to Critical is due .* later than the workaround to Critical/,
  },
  {
    error: 'a resolution that resolving does not meet',
    plant: (template) => {
      const high = template.targets?.priorities['high']?.targets.find(({ kind }) => kind === 'resolution');
      if (high) high.metBy = ['workaround'];
    },
    check: 'targets.meetable',
    kind: 'ownFact',
    says: /the resolution target of High cannot be met: recording "resolved" does not meet it/,
  },
  {
    error: 'a gap between tiers',
    plant: withTiers(['99.5', null, '0'], ['98', '99.5', '10'], [null, '97.5', '50']),
    check: 'penalties.decided',
    kind: 'gap',
    says: /tiers has a gap: for attainment percent 97\.5% no rule holds/,
  },
  {
    error: 'a tier that costs less than a better one',
    plant: withTiers(['99.5', null, '0'], ['98', '99.5', '50'], [null, '98', '10']),
    check: 'penalties.ordered',
    kind: 'inversion',
    says: /^Attainment percent 97\.9% costs 10‰, but attainment percent 98\.0%, which is better, costs 50‰/,
  },
  {
    error: 'a ratio of more than the whole',
    plant: (template) => {
      parameterNamed(template, 'penaltyPermille').maximum = '2000';
    },
    parameters: { penaltyPermille: '1500' },
    check: 'penalties.range',
    kind: 'outOfRange',
    says: /penaltyPermille = 1500.*gives 1500‰, which is not from 0 to 1000‰/,
  },
  {
    error: 'a late report that counts as a miss without a rule for it',
    plant: (template) => {
      ruleNamed(template, 'penalty', 'every miss costs the agreed permille').conditions = {
        all: [{ fact: 'target', operator: 'in', value: ['response', 'workaround', 'resolution'] }],
      };
    },
    parameters: { lateReport: 'countsAsMiss' },
    check: 'penalties.decided',
    kind: 'gap',
    says: /has a gap: for .*target report.* no rule holds/,
  },
  {
    error: 'a parameter that the contract does not have',
    plant: (template) => {
      for (const consequence of template.terms.consequences) delete consequence.when;
    },
    check: 'penalties.decided',
    kind: 'missingFact',
    says: /cannot decide: there are contracts without lateInterestPermillePerDay/,
  },
  {
    error: 'a penalty without a cap',
    plant: (template) => {
      for (const consequence of template.terms.consequences) consequence.caps = [];
    },
    check: 'caps.bounded',
    kind: 'unbounded',
    says: /"missPenalty" of clause 2\.6 has no cap: at 5‰, 201 misses cost 241200\.00 yuan, more than the total of 240000\.00/,
  },
  {
    error: 'rules that rest on another clause',
    plant: (template) => {
      rulesOf(template, 'penalty').clause = '2.5';
    },
    check: 'clauses.rules',
    kind: 'otherClause',
    says: /names clause 2\.5, but "missPenalty", which it decides, rests on clause 2\.6/,
  },
  {
    error: 'a clause without rules',
    plant: (template) => {
      template.terms.consequences = template.terms.consequences.filter(({ id }) => id !== 'missPenalty');
    },
    check: 'clauses.printed',
    kind: 'clauseWithoutRule',
    says: /Clause 2\.6 prints penaltyPermille, but no rule and no cap uses it/,
  },
  {
    error: 'rules that no clause uses',
    plant: (template) => {
      template.terms.consequences = template.terms.consequences.filter(({ id }) => id !== 'missPenalty');
    },
    check: 'clauses.rules',
    kind: 'rulesWithoutClause',
    says: /rule set it-support-2025-penalty \(clause 2\.6\) is used by no consequence/,
  },
  {
    error: 'a cap that no clause prints',
    plant: (template) => without(template, 'penaltyCapPercent'),
    check: 'clauses.printed',
    kind: 'unprinted',
    says: /"missPenalty" is reckoned with penaltyCapPercent, which no clause of the (English|Chinese) text prints/,
  },
];

function sentencesOf({ checks }: ProofReport, id: string, kind: string): string[] {
  const check = checks.find((each) => each.id === id);
  const found = check?.counterExamples.filter((each) => each.kind === kind) ?? [];
  return found.map(({ sentence }) => sentence.en);
}

describe('the proof of planted errors', () => {
  it('finds nothing in the contract without them', async () => {
    const report = await proveTemplate(reference.value, reference.calendars, { parameters: CONTRACT });
    expect(report.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(report.checks.every(({ cases }) => cases > 0)).toBe(true);
  });

  it.each(PLANTED)('finds $error', async ({ plant, parameters, check, kind, says }) => {
    const report = await proveTemplate(planted(plant), reference.calendars, {
      parameters: { ...CONTRACT, ...parameters },
    });
    expect(report.passed).toBe(false);
    expect(sentencesOf(report, check, kind)).toContainEqual(expect.stringMatching(says));
  });

  it('finds them in what the template allows as well, all at once', async () => {
    // Those that hide no other one.
    const together = ['priority.monotone', 'deadlines.ordered', 'penalties.ordered', 'caps.bounded'];
    const chosen = PLANTED.filter(({ check, kind }) => together.includes(check) || kind === 'ignoredFact');
    const template = planted((copy) => {
      for (const { plant } of chosen) plant(copy);
      parameterNamed(copy, 'penaltyPermille').maximum = '2000';
    });
    const { checks } = await proveTemplate(template, reference.calendars);
    const failed = checks.filter(({ passed }) => !passed).map(({ id }) => id);
    // Without a cap, misses of the whole amount come to more than can be said, and what its clause prints is idle.
    expect(failed.toSorted()).toEqual(
      [...together, 'caps.held', 'clauses.printed', 'penalties.range', 'priority.facts'].toSorted(),
    );
  }, 180_000);
});

describe('the proof of the shipped templates', () => {
  it.each([REFERENCE, 'tiered-support-2025', 'goods-supply-2025', 'maintenance-2025'])(
    '%s: everything holds, over all parameters that matter',
    async (id) => {
      const { value, calendars } = await loadParsedTemplate(id);
      const report = await proveTemplate(value, calendars);
      const failures = report.checks.flatMap(({ counterExamples }) => counterExamples);
      expect(failures.map(({ sentence }) => sentence.en)).toEqual([]);
      expect(report.passed).toBe(true);
      expect(report.template).toEqual({ id, version: value.version, hash: value.hash });
    },
    180_000,
  );

  it('is the same report each time, byte by byte', async () => {
    const { value, calendars } = await loadParsedTemplate('goods-supply-2025');
    const [first, second] = [await proveTemplate(value, calendars), await proveTemplate(value, calendars)];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  }, 60_000);

  it('says what it tried: each decision whole, each number with its limits', async () => {
    const { value, calendars } = await loadParsedTemplate('goods-supply-2025');
    const { parameterSets } = await proveTemplate(value, calendars);
    expect(parameterSets.varied).toMatchObject({
      dueDayRoll: ['next', 'stays', 'previous'],
      latePermillePerPeriod: ['5', '0.000001', '100'],
      graceDays: [0, 365],
    });
    expect(parameterSets.fixed).toMatchObject({ termStart: '2025-01-01' });
  }, 60_000);
});

describe('what the proof notes without failing', () => {
  it('the priority that lacks a target, the worst month and term in yuan, what the law may see otherwise', async () => {
    const report = await proveTemplate(reference.value, reference.calendars, {
      parameters: { ...CONTRACT, penaltyCapPercent: '40', latePayment: 'interest' },
    });
    expect(report.passed).toBe(true);
    const notes = report.checks.flatMap(({ notes }) => notes.map(({ sentence }) => sentence.en));
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Critical has no resolution target, while the lower priority High has one/),
        expect.stringMatching(
          /at most 96000\.00 yuan in the worst month and 96000\.00 yuan in the worst term, of a total of 240000\.00/,
        ),
        expect.stringMatching(/a penalty beyond 130 % of the loss is usually held excessive/),
        expect.stringMatching(/costs 0\.5‰, that is 18\.25 % a year: more than 12 %/),
        expect.stringMatching(
          /both "core business down or severe security risk" \(critical\) and "the rest" \(low\) hold/,
        ),
      ]),
    );
  });

  it('deadlines out of order that only a decision of the parties brings about', async () => {
    const deadlines = async (parameters: object) => {
      const given = { ...CONTRACT, ...parameters };
      const { checks } = await proveTemplate(reference.value, reference.calendars, { parameters: given });
      return checks.find(({ id }) => id === 'deadlines.ordered')?.passed;
    };
    expect(await deadlines({})).toBe(true);
    // A working day of two hours is over before the 24 hours of the priority above it.
    expect(await deadlines({ workingDay: 'workingHours', minutesPerWorkingDay: 120 })).toBe(false);
  });

  it('parameters that no contract can have are a failed check', async () => {
    const report = await proveTemplate(reference.value, reference.calendars, {
      parameters: { termMonths: 0 },
    });
    expect(report.passed).toBe(false);
    expect(report.checks.map(({ id, passed }) => [id, passed])).toEqual([['contracts.possible', false]]);
    expect(sentencesOf(report, 'contracts.possible', 'noTerms')).toContainEqual(
      expect.stringMatching(/parameters\.termMonths: is 0, allowed is a whole number from 1 to 120/),
    );
  });
});

describe('the report to read', () => {
  it.each([
    ['en', 'FAIL  priority.total (clause 2.2): ', / {6}✗ .* has a gap: for urgency low/, 'Not proved: '],
    [
      'zh-CN',
      'FAIL  priority.total（第 2.2 条）：',
      / {6}✗ 规则集 .* 有缺口：紧急程度为“低”/,
      '证明未通过：',
    ],
  ] as const)(
    'in %s: what fails, by which case, and the verdict',
    async (language, failure, example, verdict) => {
      const [gap] = PLANTED;
      const template = planted(gap?.plant ?? (() => undefined));
      const report = await proveTemplate(template, reference.calendars, { parameters: CONTRACT });
      const lines = proofLines(report, language);
      expect(lines[0]).toContain(template.hash);
      expect(lines).toContainEqual(expect.stringContaining(failure));
      expect(lines).toContainEqual(expect.stringMatching(example));
      expect(lines.at(-1)).toContain(verdict);
    },
  );
});
