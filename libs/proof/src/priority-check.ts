import { type Facts } from '#domain/decision';
import { questionTo } from '#domain/question';
import { type Priority, type Terms } from '#domain/terms';
import { type ProofContext, distinctTrials, parametersOf, valuesOf } from './context.js';
import { Judge } from './judge.js';
import { type ProofCheck, Tally } from './report.js';
import { gapFinding, missingFinding, Overlaps } from './rule-findings.js';
import { chosen, factName, factsWords, priorityWords, valueWords, whereWords } from './words.js';

/** From the least to the most. */
const LEVELS = ['low', 'medium', 'high'] as const;
const FLAGS = [false, true] as const;

/** What the desk records of a request, each with its values from the least to the most (clause 2.2). */
const SEVERITY = {
  urgency: LEVELS,
  impact: LEVELS,
  coreBusinessDown: FLAGS,
  severeSecurityRisk: FLAGS,
} as const;

type SeverityFact = keyof typeof SEVERITY;
type Cell = Readonly<Record<SeverityFact, string | boolean>>;

const NAMES = Object.keys(SEVERITY) as SeverityFact[];

const CELLS: readonly Cell[] = LEVELS.flatMap((urgency) =>
  LEVELS.flatMap((impact) =>
    FLAGS.flatMap((coreBusinessDown) =>
      FLAGS.map((severeSecurityRisk) => ({ urgency, impact, coreBusinessDown, severeSecurityRisk })),
    ),
  ),
);

/** Each cell of the matrix with the priority that the rules give; none for a gap. */
type Matrix = ReadonlyMap<string, Priority>;

/** The priority rules over every cell of urgency, impact and both flags, under every value of their parameters. */
export async function priorityChecks(context: ProofContext): Promise<ProofCheck[]> {
  const rules = context.trials[0]?.terms.service?.rules;
  if (!rules) return [];
  const clause = context.trials[0]?.terms.clauses.priorities;
  const total = new Tally('priority.total', TOTAL, clause);
  const monotone = new Tally('priority.monotone', MONOTONE, clause);
  const facts = new Tally('priority.facts', FACTS, clause);
  const judge = new Judge(rules, context.engine);
  const parameters = parametersOf(context.template, rules);
  const overlaps = new Overlaps(judge, total);
  const mattering = new Set<SeverityFact>();
  for (const { terms } of distinctTrials(context.trials, (trial) => valuesOf(trial, parameters))) {
    const matrix = await matrixOf(context, terms, judge, overlaps, total);
    lookForLowering(context, terms, matrix, parameters, monotone);
    for (const name of NAMES) if (matters(matrix, name)) mattering.add(name);
  }
  overlaps.failIdle(parameters);
  lookForIdleFacts(rules.facts, mattering, facts);
  return [total.check(), monotone.check(), facts.check()];
}

async function matrixOf(
  { template }: ProofContext,
  terms: Terms,
  judge: Judge,
  overlaps: Overlaps,
  tally: Tally,
): Promise<Matrix> {
  const matrix = new Map<string, Priority>();
  for (const cell of CELLS) {
    tally.cases += 1;
    const { facts } = questionTo(terms, judge.ruleSet, cell);
    const missing = judge.missingFacts(facts);
    if (missing.length > 0) {
      tally.fail(`missing ${missing.join()}`, missingFinding(judge, missing, {}));
      continue;
    }
    const verdict = await judge.verdict(facts);
    overlaps.add(facts, verdict);
    const { decidedBy, outcome } = verdict;
    if (decidedBy === null) tally.fail(`gap ${keyOf(cell)}`, gapFinding(judge, facts));
    else if (typeof outcome === 'string' && Object.hasOwn(template.targets?.priorities ?? {}, outcome)) {
      matrix.set(keyOf(cell), outcome);
    } else tally.fail(`unknown ${String(outcome)}`, unknownPriority(judge, facts, String(outcome)));
  }
  return matrix;
}

function unknownPriority({ ruleSet }: Judge, facts: Facts, priority: string) {
  const told = factsWords(facts, ruleSet.facts);
  return {
    kind: 'unknownPriority',
    inputs: { ruleSet: ruleSet.id, facts },
    found: priority,
    expected: 'a priority that has targets',
    sentence: {
      'zh-CN': `${told['zh-CN']}时，规则给出“${priority}”，而目标表中没有这一优先级。`,
      en: `For ${told.en} the rules give "${priority}", which has no targets.`,
    },
  };
}

/** Raises each fact of each cell by one step: the priority must not become a lower one. */
function lookForLowering(
  { template }: ProofContext,
  terms: Terms,
  matrix: Matrix,
  parameters: readonly string[],
  tally: Tally,
): void {
  const order = Object.keys(template.targets?.priorities ?? {});
  for (const cell of CELLS) {
    for (const name of NAMES) {
      const next = raised(cell, name);
      if (!next) continue;
      tally.cases += 1;
      const [before, after] = [matrix.get(keyOf(cell)), matrix.get(keyOf(next))];
      if (before === undefined || after === undefined || order.indexOf(after) <= order.indexOf(before))
        continue;
      tally.fail(`${keyOf(cell)} ${name}`, lowered(terms, template, parameters, cell, name, before, after));
    }
  }
}

function lowered(
  terms: Terms,
  template: ProofContext['template'],
  parameters: readonly string[],
  cell: Cell,
  name: SeverityFact,
  before: Priority,
  after: Priority,
) {
  const vocabulary = terms.service?.rules.facts ?? {};
  const { [name]: from, ...rest } = cell;
  const to = raised(cell, name)?.[name] ?? from;
  const others = factsWords(rest, vocabulary);
  const where = whereWords(template, terms.parameters, parameters);
  const fact = factName(name, vocabulary);
  const [low, high] = [valueWords(from, null), valueWords(to, null)];
  const [start, end] = [priorityWords(template, before), priorityWords(template, after)];
  return {
    kind: 'lowered',
    inputs: { facts: cell, raised: name, to, parameters: chosen(terms.parameters, parameters) },
    found: after,
    expected: `${before} or higher`,
    sentence: {
      'zh-CN': `${where['zh-CN']}${others['zh-CN']}时，将${fact['zh-CN']}由${low['zh-CN']}提高为${high['zh-CN']}，优先级反而从“${start['zh-CN']}”降为“${end['zh-CN']}”。`,
      en: `${where.en}With ${others.en}, raising ${fact.en} from ${low.en} to ${high.en} lowers the priority from ${start.en} to ${end.en}.`,
    },
  };
}

/** Whether raising the fact changes the priority of any cell. */
function matters(matrix: Matrix, name: SeverityFact): boolean {
  return CELLS.some((cell) => {
    const next = raised(cell, name);
    return next !== null && matrix.get(keyOf(cell)) !== matrix.get(keyOf(next));
  });
}

function lookForIdleFacts(declared: object, mattering: ReadonlySet<SeverityFact>, tally: Tally): void {
  for (const name of NAMES) {
    tally.cases += CELLS.length;
    if (mattering.has(name)) continue;
    const isDeclared = Object.hasOwn(declared, name);
    const finding = {
      kind: isDeclared ? 'ignoredFact' : 'undeclaredFact',
      inputs: { fact: name },
      found: `no cell changes its priority with ${name}`,
      expected: 'at least one cell changes its priority',
      sentence: isDeclared
        ? {
            'zh-CN': `优先级规则声明了事实 ${name}，但无论其取值如何，没有一种情形的优先级因此改变。`,
            en: `The priority rules declare ${name}, but whatever it is, no cell of the matrix changes its priority: the rules ignore it.`,
          }
        : {
            'zh-CN': `服务台登记事实 ${name}，优先级规则不看它。`,
            en: `The desk records ${name}; the priority rules do not look at it.`,
          },
    };
    if (isDeclared) tally.fail(name, finding);
    else tally.note(name, finding);
  }
}

function raised(cell: Cell, name: SeverityFact): Cell | null {
  const values: readonly (string | boolean)[] = SEVERITY[name];
  const next = values[values.indexOf(cell[name]) + 1];
  return next === undefined ? null : { ...cell, [name]: next };
}

function keyOf(cell: Cell): string {
  return NAMES.map((name) => String(cell[name])).join('/');
}

const TOTAL = {
  'zh-CN': '紧急程度、影响范围与两项标志的每种组合都恰好得出一个优先级',
  en: 'Every combination of urgency, impact and both flags gives exactly one priority',
};
const MONOTONE = {
  'zh-CN': '提高紧急程度或影响范围，或者标志成立，都不会降低优先级',
  en: 'Raising urgency or impact, or setting a flag, never lowers the priority',
};
const FACTS = {
  'zh-CN': '优先级规则声明的每项事实都起作用',
  en: 'Each fact that the priority rules declare makes a difference',
};
