import { type Priority, type TargetKind, type TargetTerms, type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { clockText } from '#narration/words';
import { bookFor, type ProofContext, distinctTrials } from './context.js';
import { type Finding, type ProofCheck, Tally } from './report.js';
import { type Trial } from './trials.js';
import { chosen, priorityWords, targetWords, whereWords } from './words.js';

const KINDS: readonly TargetKind[] = ['response', 'workaround', 'resolution'];

/** Two targets of which the first must not be due after the second. */
interface Pair {
  readonly key: string;
  readonly first: { readonly priority: Priority; readonly target: TargetTerms };
  readonly second: { readonly priority: Priority; readonly target: TargetTerms };
}

/** A start at which the first is due after the second. */
interface Violation {
  readonly pair: Pair;
  readonly trial: Trial;
  readonly start: Instant;
  readonly dueAt: readonly [Instant, Instant];
}

/**
 * Clauses 2.3 and 2.4: for the same start no target of a higher priority is due later than that of a lower one, and a
 * response is not due after a workaround, nor that after the resolution. What holds in each contract at the defaults is
 * a failure; what only other values of the parameters bring about is a note, since no template can rule out numbers that
 * the parties choose.
 */
export function deadlineChecks(context: ProofContext): ProofCheck[] {
  const { template, trials } = context;
  const [first] = trials;
  if (!first?.terms.service) return [];
  const tally = new Tally('deadlines.ordered', TITLE);
  const found: Violation[] = [];
  for (const trial of distinctTrials(trials, deadlineTerms))
    found.push(...violationsOf(context, trial, tally));
  const bases = distinctTrials(trials, deadlineTerms).filter(({ kind }) => kind === 'base').length;
  for (const key of new Set(found.map(({ pair }) => pair.key))) {
    const all = found.filter(({ pair }) => pair.key === key);
    const inBase = all.filter(({ trial }) => trial.kind === 'base');
    const [example] = inBase;
    if (example && inBase.length === bases) tally.fail(key, violationFinding(context, example));
    else if (example) tally.note(key, violationFinding(context, example));
    for (const violation of all) {
      if (violation.trial.kind === 'decision' && !example) {
        tally.note(
          `${key} ${changedIn(context, violation.trial).join()}`,
          violationFinding(context, violation),
        );
      }
    }
  }
  noteLimits(context, found, tally);
  noteLacking(template, first.terms, tally);
  return [tally.check()];
}

/** All that deadlines depend on. */
function deadlineTerms({ terms }: Trial): unknown {
  return [terms.zone, terms.calendar.id, terms.service?.targets];
}

function violationsOf(context: ProofContext, trial: Trial, tally: Tally): Violation[] {
  const { terms } = trial;
  const book = bookFor(context, terms);
  return pairsOf(terms).flatMap((pair) => {
    const first = book.duesOf(pair.first.target.measure);
    const second = book.duesOf(pair.second.target.measure);
    for (const [index, start] of book.starts.entries()) {
      const dueAt = [first[index] ?? null, second[index] ?? null] as const;
      if (dueAt[0] === null || dueAt[1] === null) continue;
      tally.cases += 1;
      if (dueAt[0] > dueAt[1]) return { pair, trial, start, dueAt: [dueAt[0], dueAt[1]] };
    }
    return [];
  });
}

/** Each kind of a priority with the same of the next lower one that has it, and the kinds of one priority in order. */
function pairsOf({ service }: Terms): Pair[] {
  const pairs: Pair[] = [];
  const priorities = Object.entries(service?.targets ?? {});
  for (const kind of KINDS) {
    const having = priorities.flatMap(([priority, targets]) =>
      targets.filter((target) => target.kind === kind).map((target) => ({ priority, target })),
    );
    pairs.push(...neighbours(having, ({ priority }) => `${kind} ${priority}`));
  }
  for (const [priority, targets] of priorities) {
    const inOrder = KINDS.flatMap((kind) => targets.filter((target) => target.kind === kind));
    const list = inOrder.map((target) => ({ priority, target }));
    pairs.push(...neighbours(list, ({ target }) => `${priority} ${target.kind}`));
  }
  return pairs;
}

function neighbours(list: readonly Pair['first'][], nameOf: (one: Pair['first']) => string): Pair[] {
  return list.slice(1).flatMap((second, index) => {
    const first = list[index];
    return first ? [{ key: `${nameOf(first)} / ${nameOf(second)}`, first, second }] : [];
  });
}

function violationFinding(context: ProofContext, { pair, trial, start, dueAt }: Violation): Finding {
  const { template } = context;
  const { zone, parameters } = trial.terms;
  const names = [...new Set([...measureParameters(template, pair), ...changedIn(context, trial)])];
  const [first, second] = [pair.first, pair.second].map(({ priority, target }) => {
    const [of, kind] = [priorityWords(template, priority), targetWords(target.kind)];
    return { 'zh-CN': `“${of['zh-CN']}”的${kind['zh-CN']}`, en: `the ${kind.en} to ${of.en}` };
  });
  const [at, dueFirst, dueSecond] = [
    clockText(start, zone),
    clockText(dueAt[0], zone, 'deadline'),
    clockText(dueAt[1], zone, 'deadline'),
  ];
  const where = whereWords(template, parameters, names);
  return {
    kind: 'deadlineOrder',
    inputs: {
      parameters: chosen(parameters, names),
      zone,
      start,
      pair: pair.key,
      calendar: trial.terms.calendar.id,
    },
    found: `${dueAt[0]}, after ${dueAt[1]}`,
    expected: `${dueAt[1]} or earlier`,
    sentence: {
      'zh-CN': `${where['zh-CN']}自 ${at} 起算，${first?.['zh-CN']}于 ${dueFirst} 到期，晚于${second?.['zh-CN']}（${dueSecond}）。`,
      en: `${where.en}from ${at}, ${first?.en} is due ${dueFirst}, later than ${second?.en}, due ${dueSecond}.`,
    },
  };
}

function measureParameters(template: ProofContext['template'], { first, second }: Pair): string[] {
  return [first, second].flatMap(({ priority, target }) => {
    const targets = template.targets?.priorities[priority]?.targets ?? [];
    return targets.filter(({ kind }) => kind === target.kind).map(({ measure }) => measure.parameter);
  });
}

/** The parameters of the deadlines in which a contract differs from that at the defaults. */
function changedIn({ template, trials }: ProofContext, { terms }: Trial): string[] {
  const usual = trials[0]?.terms.parameters ?? {};
  const { service, zone, calendar } = template.terms;
  const slots = [zone, calendar, service?.workingDay, service?.minutesPerWorkingDay, service?.responseClock];
  return slots.flatMap((slot) => {
    if (typeof slot !== 'object') return [];
    return terms.parameters[slot.parameter] === usual[slot.parameter] ? [] : [slot.parameter];
  });
}

/** One note for all that only numbers at their limits bring about. */
function noteLimits(context: ProofContext, found: readonly Violation[], tally: Tally): void {
  const known = new Set(
    found
      .filter(({ trial }) => trial.kind === 'base' || trial.kind === 'decision')
      .map(({ pair }) => pair.key),
  );
  const onlyAtLimits = found.filter(({ pair }) => !known.has(pair.key));
  const [example] = onlyAtLimits;
  if (!example) return;
  const pairs = [...new Set(onlyAtLimits.map(({ pair }) => pair.key))];
  const finding = violationFinding(context, example);
  tally.note('limits', {
    ...finding,
    kind: 'limits',
    inputs: { ...finding.inputs, pairs },
    sentence: {
      'zh-CN': `参数的上下限允许订立期限次序颠倒的合同（涉及 ${pairs.length} 组目标），例如：${finding.sentence['zh-CN']}具体合同的参数可用 --parameters 单独证明。`,
      en: `The limits of the parameters allow contracts whose deadlines are out of order (${pairs.length} pairs of targets). For one: ${finding.sentence.en} Prove the parameters of a contract with --parameters.`,
    },
  });
}

/** A target that a lower priority has and a higher one has not. */
function noteLacking(template: ProofContext['template'], { service }: Terms, tally: Tally): void {
  const priorities = Object.entries(service?.targets ?? {});
  priorities.forEach(([priority, targets], index) => {
    for (const kind of KINDS) {
      if (targets.some((target) => target.kind === kind)) continue;
      const lower = priorities
        .slice(index + 1)
        .find(([, list]) => list.some((target) => target.kind === kind));
      if (!lower) continue;
      const [high, low, word] = [
        priorityWords(template, priority),
        priorityWords(template, lower[0]),
        targetWords(kind),
      ];
      tally.note(`lacking ${priority} ${kind}`, {
        kind: 'lackingTarget',
        inputs: { priority, target: kind, lower: lower[0] },
        found: `${priority} has no ${kind} target, ${lower[0]} has one`,
        expected: 'meant so',
        sentence: {
          'zh-CN': `“${high['zh-CN']}”没有${word['zh-CN']}时限，而较低的“${low['zh-CN']}”有。`,
          en: `${high.en} has no ${word.en} target, while the lower priority ${low.en} has one.`,
        },
      });
    }
  });
}

const TITLE = {
  'zh-CN': '起算时刻相同的，优先级较高者的期限不晚于较低者；响应不晚于临时解决，临时解决不晚于解决',
  en: 'From the same start no deadline of a higher priority is later than that of a lower one; response, workaround and resolution are due in this order',
};
