import { formatYuan, type Fen } from '#domain/money/fen';
import { type ConsequenceTerms, type Terms } from '#domain/terms';
import { type Largest, largestOf } from './cap-bounds.js';
import { type ProofContext, distinctTrials, parametersOf, valuesOf } from './context.js';
import { missesOf } from './occasions.js';
import { type Finding, type ProofCheck, Tally } from './report.js';
import { Stress, type Stressed } from './stress.js';
import { type Trial } from './trials.js';
import { chosen, whereWords } from './words.js';

/** So many contracts are run through the core; the ones with one value changed come first. */
const MOST_RUNS = 40;
/** In a bad month as many misses as pass the cap, between these. */
const [FEWEST_MISSES, MOST_MISSES] = [4, 30];

/**
 * Clause 2.6: what the provider can owe is bounded in every contract, and the real core keeps within every window of
 * every cap, whatever comes.
 */
export async function capChecks(context: ProofContext): Promise<ProofCheck[]> {
  const { template, trials } = context;
  if (template.terms.consequences.length === 0) return [];
  const bounded = new Tally('caps.bounded', BOUNDED);
  const held = new Tally('caps.held', HELD);
  const distinct = distinctTrials(trials, (trial) => amountsOf(context, trial));
  let runs = 0;
  for (const trial of distinct) {
    const largest = await largestIn(context, trial.terms);
    for (const [consequence, most] of largest) lookForUnbounded(context, trial, consequence, most, bounded);
    const load = loadOf(context, trial.terms, largest);
    if (runs >= MOST_RUNS || (trial.kind === 'pair' && !load.binds)) continue;
    runs += 1;
    const stressed = await new Stress(trial.terms, context.clerk, load).run();
    held.cases += stressed.looks;
    if (stressed.overfull)
      held.fail(stressed.overfull.consequence, overfullFinding(context, trial, stressed.overfull));
    if (stressed.stopped !== null) held.fail('stopped', stoppedFinding(stressed.stopped));
    if (runs === 1) noteLargest(context, trial, largest, stressed, held);
  }
  return [bounded.check(), held.check()];
}

/** All that amounts and caps depend on. */
function amountsOf({ template }: ProofContext, trial: Trial): unknown {
  const { terms } = trial;
  return [
    terms.consequences.map(({ rules, ...rest }) => [rest, valuesOf(trial, parametersOf(template, rules))]),
    terms.totalAmount,
    terms.schedule.length,
    terms.penalties.fixed,
    terms.service?.missesPerRequest,
    terms.renewal,
    terms.assessment.lateReport,
  ];
}

type LargestOf = ReadonlyMap<ConsequenceTerms, Largest>;

async function largestIn(context: ProofContext, terms: Terms): Promise<LargestOf> {
  const largest = new Map<ConsequenceTerms, Largest>();
  for (const consequence of terms.consequences) {
    largest.set(consequence, await largestOf(context, terms, consequence));
  }
  return largest;
}

/** A cap that so many misses do not reach binds nothing, however many more there are. */
function loadOf({ template }: ProofContext, terms: Terms, largest: LargestOf) {
  const single = [...largest].find(([{ on }]) => on === 'miss');
  const cap = Math.max(0, ...(single?.[0].caps.map(({ amount }) => amount) ?? []));
  const needed = single && single[1].once > 0 ? Math.ceil(cap / single[1].once) + 1 : 0;
  const binds = single === undefined || (cap > 0 && needed > 0 && needed <= MOST_MISSES);
  const perMonth = needed > MOST_MISSES ? FEWEST_MISSES : Math.max(FEWEST_MISSES, needed);
  return { misses: missesOf(template, terms), perMonth, binds };
}

/** What the client owes for late payment is bounded by law and by the clause's notes, not by a cap. */
function lookForUnbounded(
  { template }: ProofContext,
  { terms }: Trial,
  consequence: ConsequenceTerms,
  { term, permille, once }: Largest,
  tally: Tally,
): void {
  tally.cases += 1;
  if (term !== null || consequence.on === 'latePayment') return;
  const { id } = consequence;
  const count = once > 0 ? Math.floor(terms.totalAmount / once) + 1 : 0;
  const sum = formatYuan((once * count) as Fen);
  const names = parametersOf(template, consequence.rules);
  const [total, one] = [formatYuan(terms.totalAmount), formatYuan(once)];
  const what = OCCASIONS[consequence.on];
  tally.fail(id, {
    kind: 'unbounded',
    inputs: {
      consequence: id,
      clause: consequence.clause,
      parameters: chosen(terms.parameters, names),
      count,
    },
    found: `${count} times ${one} yuan is ${sum} yuan, of a total of ${total} yuan`,
    expected: 'a cap that bounds the sum over the term',
    sentence: {
      'zh-CN': `第 ${consequence.clause} 条的后果“${id}”没有上限：按 ${permille}‰ 计，${what['zh-CN']} ${count} 次即为 ${sum} 元，超过合同总金额 ${total} 元。`,
      en: `The consequence "${id}" of clause ${consequence.clause} has no cap: at ${permille}‰, ${count} ${what.en} cost ${sum} yuan, more than the total of ${total} yuan.`,
    },
  });
}

const OCCASIONS: Readonly<Record<ConsequenceTerms['on'], Finding['sentence']>> = {
  miss: { 'zh-CN': '未达标', en: 'misses' },
  month: { 'zh-CN': '结月', en: 'months' },
  obligation: { 'zh-CN': '逾期计罚', en: 'days or periods of delay' },
  latePayment: { 'zh-CN': '逾期付款', en: 'days of late payment' },
};

function overfullFinding(
  { template }: ProofContext,
  { terms }: Trial,
  { consequence, window, sum, cap, through }: NonNullable<Stressed['overfull']>,
): Finding {
  const names = template.parameters
    .filter(({ type }) => type !== 'text')
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(template.terms.consequences).includes(`"${name}"`));
  const where = whereWords(template, terms.parameters, names);
  const [stands, allowed] = [formatYuan(sum), formatYuan(cap.amount)];
  return {
    kind: 'overfull',
    inputs: { consequence, cap: cap.window, window, through, parameters: chosen(terms.parameters, names) },
    found: `${stands} yuan`,
    expected: `at most ${allowed} yuan`,
    sentence: {
      'zh-CN': `${where['zh-CN']}至 ${through}，“${consequence}”在 ${window} 内合计 ${stands} 元，超过上限 ${allowed} 元。`,
      en: `${where.en}at ${through}, ${stands} yuan stand of "${consequence}" in ${window}, more than its cap of ${allowed} yuan.`,
    },
  };
}

function stoppedFinding(found: string): Finding {
  return {
    kind: 'stopped',
    inputs: {},
    found,
    expected: 'the core runs on',
    sentence: {
      'zh-CN': `试验上限时合同无法继续运行：${found}。`,
      en: `The contract comes to a stop while its caps are tried: ${found}.`,
    },
  };
}

/** The worst month and the worst term of a contract at the defaults, by the caps and as the core came to. */
function noteLargest(
  { template }: ProofContext,
  { terms }: Trial,
  largest: LargestOf,
  { reached }: Stressed,
  tally: Tally,
): void {
  const required = template.parameters.filter((each) => each.required === true && each.type !== 'date');
  const names = required.map(({ name }) => name);
  const where = whereWords(template, terms.parameters, names);
  const total = formatYuan(terms.totalAmount);
  for (const [{ id, on, clause }, most] of largest) {
    if (on === 'latePayment') continue;
    const [month, term] = [most.month, most.term].map((amount) =>
      amount === null ? null : formatYuan(amount),
    );
    const seen = reached.get(id);
    const [seenMonth, seenTerm] = [seen?.month ?? null, seen?.term ?? null].map(
      (amount) => amount && formatYuan(amount),
    );
    tally.note(`largest ${id}`, {
      kind: 'largest',
      inputs: {
        consequence: id,
        clause,
        parameters: chosen(terms.parameters, names),
        month: month ?? null,
        term: term ?? null,
        reachedInMonth: seenMonth ?? null,
        reachedInTerm: seenTerm ?? null,
      },
      found: `${month ?? 'no limit'} yuan in a month, ${term ?? 'no limit'} yuan in the term`,
      expected: 'meant so',
      sentence: {
        'zh-CN': `${where['zh-CN']}“${id}”（第 ${clause} 条）在一个月内至多 ${month ?? '无限'} 元，在合同期内至多 ${term ?? '无限'} 元；合同总金额为 ${total} 元。`,
        en: `${where.en}"${id}" (clause ${clause}) comes to at most ${month ?? 'any number of'} yuan in the worst month and ${term ?? 'any number of'} yuan in the worst term, of a total of ${total} yuan.`,
      },
    });
  }
}

const BOUNDED = {
  'zh-CN': '服务商依各项后果应付的金额都有上限',
  en: 'What the provider can owe by each consequence is bounded',
};
const HELD = {
  'zh-CN': '无论发生什么，都不会超过上限：以实际的合同内核逐一试验各上限窗口',
  en: 'No cap is ever passed: the core itself is run against every window of every cap',
};
