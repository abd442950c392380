import { questionTo } from '#domain/question';
import { type ConsequenceTerms, type Terms } from '#domain/terms';
import { type ProofContext, distinctTrials, parametersOf, valuesOf } from './context.js';
import { isPermille, Judge } from './judge.js';
import { type Cases, casesOf } from './occasions.js';
import { inversionsOf, type Inversion, type Judged } from './penalty-order.js';
import { type Finding, type ProofCheck, Tally } from './report.js';
import { missingFinding, gapFinding, Overlaps } from './rule-findings.js';
import { type Trial } from './trials.js';
import { chosen, factsWords, valueWords, whereWords } from './words.js';
import { type Facts, type FactValue, type RuleSet } from '#domain/decision';

interface Tallies {
  readonly decided: Tally;
  readonly range: Tally;
  readonly ordered: Tally;
}

/** One consequence while it is looked at in all contracts. */
interface Subject {
  readonly id: string;
  readonly rules: RuleSet;
  readonly judge: Judge;
  readonly overlaps: Overlaps;
  readonly parameters: readonly string[];
  readonly inversions: { readonly trial: Trial; readonly found: readonly Inversion[] }[];
}

/** Every consequence over all its cases: one rule decides, by a ratio that can be one, and worse never costs less. */
export async function penaltyChecks(context: ProofContext): Promise<ProofCheck[]> {
  const { template, trials } = context;
  if (template.terms.consequences.length === 0) return [];
  const tallies = {
    decided: new Tally('penalties.decided', DECIDED),
    range: new Tally('penalties.range', RANGE),
    ordered: new Tally('penalties.ordered', ORDERED),
  };
  for (const { id, rules: name } of template.terms.consequences) {
    const rules = template.rules[name];
    if (!rules) continue;
    const judge = new Judge(rules, context.engine);
    const overlaps = new Overlaps(judge, tallies.decided);
    const parameters = parametersOf(template, rules);
    const subject: Subject = { id, rules, judge, overlaps, parameters, inversions: [] };
    let isWhole = true;
    for (const trial of distinctTrials(trials, (each) => dependsOn(each, subject))) {
      const consequence = consequenceIn(trial.terms, id);
      if (consequence) isWhole = (await lookAt(context, trial, consequence, subject, tallies)) && isWhole;
    }
    overlaps.failIdle(parameters, isWhole);
    reportInversions(context, subject, tallies.ordered);
  }
  return Object.values(tallies).map((tally) => tally.check());
}

function consequenceIn({ consequences }: Terms, id: string): ConsequenceTerms | undefined {
  return consequences.find((consequence) => consequence.id === id);
}

function dependsOn(trial: Trial, { id, parameters }: Subject): unknown {
  const { terms } = trial;
  const consequence = consequenceIn(terms, id);
  const reports = terms.assessment.lateReport;
  return consequence && [valuesOf(trial, parameters), consequence.periodDays, consequence.times, reports];
}

/** Whether every case was tried. */
async function lookAt(
  { template }: ProofContext,
  trial: Trial,
  consequence: ConsequenceTerms,
  subject: Subject,
  { decided, range, ordered }: Tallies,
): Promise<boolean> {
  const { judge, overlaps, rules, id } = subject;
  const values = trial.terms.parameters;
  const judged: Judged[] = [];
  const cases = casesOf(template, trial.terms, consequence);
  if (cases.all > cases.tried.length) decided.note(`cut ${id}`, cutFinding(id, cases));
  for (const occasion of cases.tried) {
    decided.cases += 1;
    const { facts } = questionTo(trial.terms, rules, occasion);
    const missing = judge.missingFacts(facts);
    if (missing.length > 0) {
      decided.fail(
        `missing ${id} ${missing.join()}`,
        missingFinding(judge, missing, { consequence: id, parameters: whatDiffers(values) }),
      );
      return false;
    }
    const verdict = await judge.verdict(facts);
    overlaps.add(facts, verdict);
    if (verdict.decidedBy === null) {
      decided.fail(`gap ${id} ${JSON.stringify(facts)}`, gapFinding(judge, facts));
      continue;
    }
    range.cases += 1;
    const { outcome } = verdict;
    if (isPermille(outcome)) judged.push({ facts: occasion, permille: outcome });
    else range.fail(`${id} ${String(outcome)}`, rangeFinding(template, subject, values, facts, outcome));
  }
  ordered.cases += judged.length;
  const order = Object.keys(template.targets?.priorities ?? {});
  const found = inversionsOf(consequence, judged, order);
  if (found.length > 0) subject.inversions.push({ trial, found });
  return cases.all === cases.tried.length;
}

function cutFinding(id: string, { tried, all }: Cases): Finding {
  return {
    kind: 'cut',
    inputs: { consequence: id, all },
    found: `${tried.length} of ${all} cases were tried`,
    expected: 'every case',
    sentence: {
      'zh-CN': `后果“${id}”共有 ${all} 种情形，均匀抽取了其中 ${tried.length} 种。`,
      en: `"${id}" has ${all} cases; ${tried.length} of them, spread evenly, were tried.`,
    },
  };
}

/** Of a contract's parameters those that stand under a condition show why a fact is missing; texts say nothing. */
function whatDiffers(values: Terms['parameters']): Terms['parameters'] {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'string' && value.length < 20),
  );
}

function rangeFinding(
  template: ProofContext['template'],
  { id, rules, parameters }: Subject,
  values: Terms['parameters'],
  facts: Facts,
  outcome: FactValue,
): Finding {
  const told = factsWords(facts, rules.facts);
  const where = whereWords(template, values, parameters);
  return {
    kind: 'outOfRange',
    inputs: { consequence: id, ruleSet: rules.id, facts, parameters: chosen(values, parameters) },
    found: String(outcome),
    expected: 'a decimal from 0 to 1000 permille',
    sentence: {
      'zh-CN': `${where['zh-CN']}${told['zh-CN']}时，规则集 ${rules.id} 给出 ${String(outcome)}‰，不在 0 至 1000‰ 之内。`,
      en: `${where.en}for ${told.en}, ${rules.id} gives ${String(outcome)}‰, which is not from 0 to 1000‰.`,
    },
  };
}

/**
 * What is out of order in every contract at the defaults is a failure; what only other parameters bring about is a note,
 * and so is what no clause promises: that a higher priority costs more, that a day's interest does not fall.
 */
function reportInversions({ template, trials }: ProofContext, subject: Subject, tally: Tally): void {
  const { id, inversions } = subject;
  const inBase = inversions.filter(({ trial }) => trial.kind === 'base');
  const bases = distinctTrials(trials, (each) => dependsOn(each, subject)).filter(
    ({ kind, terms }) => kind === 'base' && consequenceIn(terms, id),
  ).length;
  const [first = inversions[0]] = inBase;
  if (!first) return;
  const consequence = consequenceIn(first.trial.terms, id);
  const isPromised = consequence?.on === 'month' || consequence?.on === 'obligation';
  const isFailure = isPromised && inBase.length === bases && bases > 0;
  for (const inversion of nearest(first.found)) {
    const finding = inversionFinding(template, subject, first.trial, inversion);
    const key = `${id} ${finding.sentence.en}`;
    if (isFailure) tally.fail(key, finding);
    else tally.note(`${id} ${first.trial.kind}`, finding);
  }
}

/** Of the inversions between the same two ratios one is enough: that of the cases that lie nearest to each other. */
function nearest(found: readonly Inversion[]): Inversion[] {
  const byRatios = new Map<string, Inversion>();
  for (const inversion of found) {
    const key = `${inversion.better.permille} ${inversion.worse.permille}`;
    const known = byRatios.get(key);
    if (!known || apart(inversion) < apart(known)) byRatios.set(key, inversion);
  }
  return [...byRatios.values()];
}

function apart({ better, worse }: Inversion): number {
  const gaps = Object.entries(better.facts).map(([name, value]) =>
    Math.abs(Number(value) - Number(worse.facts[name])),
  );
  return gaps.reduce((sum, gap) => sum + (Number.isFinite(gap) ? gap : 0), 0);
}

function inversionFinding(
  template: ProofContext['template'],
  { id, rules, parameters }: Subject,
  { terms }: Trial,
  { better, worse }: Inversion,
): Finding {
  const [low, high] = [better, worse].map(({ facts, permille }) => {
    const seen = Object.fromEntries(
      Object.entries(facts).filter(([name]) => Object.hasOwn(rules.facts, name)),
    );
    return {
      told: factsWords(seen, rules.facts),
      cost: valueWords(permille, 'permille'),
      facts: seen,
      permille,
    };
  });
  const where = whereWords(template, terms.parameters, parameters);
  return {
    kind: 'inversion',
    inputs: {
      consequence: id,
      ruleSet: rules.id,
      better: low?.facts ?? {},
      worse: high?.facts ?? {},
      parameters: chosen(terms.parameters, parameters),
    },
    found: `${worse.permille}‰ for the worse case, ${better.permille}‰ for the better one`,
    expected: 'the worse case costs at least as much',
    sentence: {
      'zh-CN': `${where['zh-CN']}${high?.told['zh-CN']}时为 ${high?.cost['zh-CN']}，情形更轻的${low?.told['zh-CN']}反而为 ${low?.cost['zh-CN']}。`,
      en: `${where.en}${high?.told.en} costs ${high?.cost.en}, but ${low?.told.en}, which is better, costs ${low?.cost.en}.`,
    },
  };
}

const DECIDED = {
  'zh-CN': '每项后果在每种情形下都恰好由一条规则决定，每条规则都有适用之处',
  en: 'In every case of every consequence one rule decides, and each rule decides some case',
};
const RANGE = {
  'zh-CN': '规则给出的比例都在 0 至 1000‰ 之内',
  en: 'Every ratio that the rules give is from 0 to 1000 permille',
};
const ORDERED = {
  'zh-CN': '情形更差的，费用不低于情形较好的',
  en: 'What is worse never costs less',
};
