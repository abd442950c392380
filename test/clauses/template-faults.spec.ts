import { readFileSync } from 'node:fs';
import { formatFault } from '#domain/fault';
import { type TestedTemplate, testTemplate } from '#rehearsal/acceptance';
import { contextOf, loadPackage } from '#templates/load';
import { type TemplatePackage } from '#templates/package';
import { type TemplateContext } from '#templates/parse-template';
import { rulesFolder } from '#templates/rules-folder';

/*
 * The reference template with an acceptance case, and in each test one slip of its author. What `pacta template test`
 * says must name the slip.
 */
const ID = 'it-support-2025';
const CASES = new URL('../cases/rehearsal/', import.meta.url);
const NAME = '02-every-target-missed';

let files: TemplatePackage['files'];
let context: TemplateContext;
beforeAll(async () => {
  const source = await loadPackage(ID);
  context = await contextOf(source, rulesFolder());
  const shipped = Object.entries(source.files).filter(([path]) => !path.startsWith('acceptance/'));
  files = {
    ...Object.fromEntries(shipped),
    'acceptance/missed.json': readFileSync(new URL(`${NAME}.json`, CASES), 'utf8'),
    'acceptance/missed.expected.json': readFileSync(new URL(`${NAME}.expected.json`, CASES), 'utf8'),
  };
});

/** One edit of one file: what stood there once at least, and what stands there now. */
type Slip = readonly [file: string, from: string | RegExp, to: string];

async function afterSlips(...slips: Slip[]): Promise<TestedTemplate> {
  const edited: Record<string, string> = { ...files };
  for (const [file, from, to] of slips) {
    const text = edited[file] ?? '';
    const changed = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
    if (changed === text) throw new Error(`${file} does not hold ${from}`);
    edited[file] = changed;
  }
  return testTemplate(edited, context);
}

function lines({ faults, results }: TestedTemplate): string[] {
  return [
    ...faults.map(formatFault),
    ...results.flatMap((each) => [...each.faults.map(formatFault), ...each.differences]),
  ];
}

it('passes as it is', async () => {
  const tested = await testTemplate(files, context);
  expect(lines(tested)).toEqual([]);
  expect(tested.results).toEqual([{ name: 'missed', passed: true, faults: [], differences: [] }]);
});

describe('names each slip', () => {
  it.each<[string, Slip[], RegExp]>([
    [
      'a parameter in a clause that there is not',
      [['clauses/zh-CN.md', '{{penaltyCapPercent}}', '{{penaltyCapPercent}}{{penaltyCapPercents}}']],
      /^clauses\/zh-CN\.md#2\.6: unknown binding "penaltyCapPercents", did you mean "penaltyCapPercent"/,
    ],
    [
      'a parameter that is printed nowhere',
      [['clauses/en.md', '{{hotline}}', '400-000-0000']],
      /^clauses\/en\.md#2\.1: does not print hotline, \{\{hotline\}\} must stand in clause 2\.1/,
    ],
    [
      'a parameter in the clause of another',
      [['clauses/en.md', '{{exclusions}}', '{{exclusions}} {{hotline}}']],
      /^clauses\/en\.md#1\.3: prints hotline, it belongs to clause 2\.1 alone/,
    ],
    [
      'the default of a choice that is none of its values',
      [['parameters.json', '"default": "resolutionOnly"', '"default": "resolutionsOnly"']],
      /^parameters\.json#parameters\[\d+\]\.default: unknown value "resolutionsOnly", did you mean "resolutionOnly"/,
    ],
    [
      'a default outside its limits',
      [['parameters.json', '"default": 14,', '"default": 400,']],
      /^parameters\.json#parameters\[0\]\.default: is 400, allowed is a whole number from 1 to 365/,
    ],
    [
      'a rule over a fact that there is not',
      [['priority.rules.json', '"fact": "urgency"', '"fact": "urgancy"']],
      /^priority\.rules\.json#rules\[\d\].*unknown fact "urgancy", did you mean "urgency"/,
    ],
    [
      'two rules of one priority',
      [['priority.rules.json', /"priority": \d+,/, '"priority": 10,']],
      /^priority\.rules\.json#rules\[1\]\.priority: 10 is given twice/,
    ],
    [
      'a rule that gives a priority without targets',
      [['priority.rules.json', '"priority": "medium"', '"priority": "middle"']],
      /^targets\.json#priorities: has no priority "middle"/,
    ],
    [
      'a target over a parameter of another unit',
      [['targets.json', 'resolutionLowWorkingDays', 'responseLowMinutes']],
      /^targets\.json#priorities\.low\.targets\[1\]\.measure\.parameter: unknown parameter in workingDays "responseLowMinutes"/,
    ],
    [
      'clauses that differ in number between the languages',
      [['clauses/en.md', '## 2.5 ', '## 2.7 ']],
      /^clauses\/en\.md: has the clauses .*2\.7.*those of the Chinese text, .*2\.5/,
    ],
    [
      'an expectation that does not come out',
      [['acceptance/missed.expected.json', '"failed": true', '"failed": false']],
      /^months\[2\]\.failed: expected false got true/,
    ],
    [
      'a scenario that the contract does not allow',
      [['acceptance/missed.json', '"termMonths": 12', '"termMonths": 1200']],
      /^parameters\.termMonths: is 1200, allowed is a whole number from 1 to 120/,
    ],
    [
      'a scenario of another template',
      [['acceptance/missed.json', `"template": "${ID}"`, '"template": "it-support-2024"']],
      /^template: unknown template "it-support-2024", did you mean "it-support-2025"/,
    ],
    [
      'words and figures of a ratio that differ',
      [['clauses/zh-CN.md', '应当立即登记', '应当立即登记，差错不超过千分之五（6‰）']],
      /^clauses\/zh-CN\.md#2\.1: says "千分之五（6‰）", words and figures must say the same ratio/,
    ],
    [
      'terms over a parameter that there is not',
      [['terms.json', '"paymentDueDay"', '"paymentDuDay"']],
      /^terms\.json#invoices\.dueDay\.parameter: unknown integer parameter "paymentDuDay", did you mean "paymentDueDay"/,
    ],
    [
      'terms over a parameter of another type',
      [['terms.json', '"termMonths"', '"termStart"']],
      /^terms\.json#term\.months\.parameter: unknown integer parameter "termStart"/,
    ],
    [
      'a choice that the law does not know',
      [['parameters.json', '"sameClock"', '"oneClock"']],
      /^parameters\.json#parameters\[\d+\]\.values\.oneClock: unknown value for terms\.service\.\w+ "oneClock"/,
    ],
    [
      'a member that there is not',
      [['terms.json', '"dueDay":', '"dueDays":']],
      /^terms\.json#\w+\.dueDays: unknown member "dueDays", did you mean "dueDay"/,
    ],
    [
      'a calendar that there is not',
      [['parameters.json', '"CN"', '"CNN"']],
      /^parameters\.json#parameters\[\d+\]\.values\.CNN: unknown calendar "CNN", did you mean "CN"/,
    ],
    [
      'a condition on a value that there is not',
      [
        ['clauses/en.md', '::: when totalAmountBasis = stated', '::: when totalAmountBasis = statd'],
        ['clauses/zh-CN.md', '::: when totalAmountBasis = stated', '::: when totalAmountBasis = statd'],
      ],
      /^clauses\/en\.md#3\.1: unknown value of totalAmountBasis "statd", did you mean "stated"/,
    ],
    [
      'a condition in one language only',
      [['clauses/en.md', '::: when latePayment = interest', '::: when latePayment = none']],
      /^clauses\/en\.md#3\.2: has conditions of its own: .*; only the Chinese text has: latePayment = interest/,
    ],
    [
      'a condition that does not end',
      [['clauses/zh-CN.md', /\n:::\n/, '\n']],
      /^clauses\/zh-CN\.md: .*condition.* in line \d+/,
    ],
    [
      'a rule set that no term takes',
      [['terms.json', '"rules": "penalty"', '"rules": "priority"']],
      /^penalty\.rules\.json: is used by nothing/,
    ],
    [
      'a clause that the terms name and the text does not have',
      [['terms.json', '"penalties": "2.6"', '"penalties": "2.9"']],
      /^terms\.json#clauses\.penalties: unknown clause "2\.9"/,
    ],
  ])('%s', async (_, slips, message) => {
    const tested = await afterSlips(...slips);
    expect(lines(tested)).toContainEqual(expect.stringMatching(message));
  });

  it('an acceptance case that expects nothing, and no case at all', async () => {
    const empty = { ...files, 'acceptance/missed.expected.json': '{}' };
    expect(lines(await testTemplate(empty, context))).toEqual([
      expect.stringMatching(
        /^acceptance\/missed\.expected\.json: expects \{\}, allowed is an object with members/,
      ),
    ]);
    const none = Object.fromEntries(
      Object.entries(files).filter(([path]) => !path.startsWith('acceptance/')),
    );
    expect(lines(await testTemplate(none, context))).toEqual([
      expect.stringMatching(/^acceptance: has no case, at least one acceptance\/NAME\.json/),
    ]);
  });

  it('a request that the expectation does not know, and a member that no answer has', async () => {
    const answer = JSON.parse(files['acceptance/missed.expected.json'] ?? '') as { requests: object };
    const expecting = (document: object): Promise<TestedTemplate> =>
      testTemplate({ ...files, 'acceptance/missed.expected.json': JSON.stringify(document) }, context);
    const [first = '', ...rest] = Object.keys(answer.requests);
    const fewer = Object.fromEntries(Object.entries(answer.requests).filter(([name]) => name !== first));
    expect(lines(await expecting({ requests: fewer }))).toEqual([
      `requests: expected ${JSON.stringify(rest.toSorted().join(', '))} got ${JSON.stringify([first, ...rest].toSorted().join(', '))}`,
    ]);
    expect(lines(await expecting({ stauts: 'active' }))).toEqual(['stauts: expected "active" got nothing']);
  });
});
