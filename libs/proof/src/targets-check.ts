import { type MeetingFact, type TargetKind, type TargetTerms } from '#domain/terms';
import { bookFor, type ProofContext, distinctTrials } from './context.js';
import { type Finding, type ProofCheck, Tally } from './report.js';
import { type StartBook } from './starts.js';
import { chosen, priorityWords, targetWords, whereWords } from './words.js';

/** The fact that must meet a target of the kind, whatever else does. */
const OWN_FACT: Readonly<Record<TargetKind, MeetingFact>> = {
  response: 'responded',
  workaround: 'workaround',
  resolution: 'resolved',
};

/** Clauses 2.3 and 2.4: each target can be met: it leaves time, falls due at some instant, and its own fact meets it. */
export function targetChecks(context: ProofContext): ProofCheck[] {
  const { template, trials } = context;
  if (!trials[0]?.terms.service) return [];
  const tally = new Tally('targets.meetable', TITLE);
  for (const { terms } of distinctTrials(trials, (trial) => [
    trial.terms.zone,
    trial.terms.calendar.id,
    trial.terms.service?.targets,
  ])) {
    const book = bookFor(context, terms);
    for (const [priority, targets] of Object.entries(terms.service?.targets ?? {})) {
      for (const target of targets) {
        tally.cases += 1;
        const problem = problemOf(target, book);
        if (!problem) continue;
        const names = parametersOf(template, priority, target.kind);
        const where = whereWords(template, terms.parameters, names);
        const [of, kind] = [priorityWords(template, priority), targetWords(target.kind)];
        tally.fail(`${priority} ${target.kind} ${problem.kind}`, {
          kind: problem.kind,
          inputs: { priority, target: target.kind, parameters: chosen(terms.parameters, names) },
          found: problem.found,
          expected: problem.expected,
          sentence: {
            'zh-CN': `${where['zh-CN']}“${of['zh-CN']}”的${kind['zh-CN']}目标无法达成：${problem.sentence['zh-CN']}。`,
            en: `${where.en}the ${kind.en} target of ${of.en} cannot be met: ${problem.sentence.en}.`,
          },
        });
      }
    }
  }
  return [tally.check()];
}

function parametersOf(template: ProofContext['template'], priority: string, kind: TargetKind): string[] {
  const targets = template.targets?.priorities[priority]?.targets ?? [];
  return targets.filter((target) => target.kind === kind).map(({ measure }) => measure.parameter);
}

type Problem = Pick<Finding, 'kind' | 'found' | 'expected' | 'sentence'>;

function problemOf({ kind, measure, metBy }: TargetTerms, book: StartBook): Problem | null {
  const { unit, amount } = measure;
  if (amount <= 0) {
    return {
      kind: 'noTime',
      found: `${amount} ${unit}`,
      expected: 'more than nothing',
      sentence: { 'zh-CN': `时限为 ${amount}`, en: `it gives ${amount} ${unit}` },
    };
  }
  const own = OWN_FACT[kind];
  if (!metBy.includes(own)) {
    return {
      kind: 'ownFact',
      found: `met by ${metBy.join(', ') || 'nothing'}`,
      expected: `met by ${own} as well`,
      sentence: {
        'zh-CN': `登记 ${own} 不能使其达成（仅 ${metBy.join('、') || '无'}）`,
        en: `recording "${own}" does not meet it, only ${metBy.join(', ') || 'nothing'} does`,
      },
    };
  }
  return neverDue(measure, book) ? NEVER_DUE : null;
}

function neverDue(measure: TargetTerms['measure'], book: StartBook): boolean {
  try {
    book.duesOf(measure);
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

const NEVER_DUE: Problem = {
  kind: 'neverDue',
  found: 'never due',
  expected: 'due at some instant',
  sentence: { 'zh-CN': '按该日历永远不会到期', en: 'by this calendar it never falls due' },
};

const TITLE = {
  'zh-CN': '每项服务水平目标都能够达成：时限大于零，会在某一时刻到期，且相应的事实使其达成',
  en: 'Each target can be met: it leaves time, falls due at some instant, and its own fact meets it',
};
