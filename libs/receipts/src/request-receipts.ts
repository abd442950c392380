import { canonicalJson } from '#decisions/hash';
import { type Miss, type IncidentState, type Target } from '#domain/incident/state';
import { formatYuan } from '#domain/money/fen';
import { type Segment } from '#domain/sla/reckoning';
import { measureSeconds } from '#domain/sla/clock';
import { serviceOf } from '#domain/terms';
import { toSeconds } from '#domain/time/instant';
import { fact, receiptOfLine, ruleReceiptOf, type StepTaken, textOf } from './frame.js';
import { type DecisionReceipt, type ReceiptCondition, type ReceiptStep, type Source } from './receipt.js';
import { type SourceLine, type WrittenLine } from './sources.js';

type RequestStep = StepTaken<IncidentState>;

/** What a step of a request decided: its priority, deadlines set or moved, targets missed (clauses 2.2 to 2.4, 2.6). */
export function receiptsOfRequestStep(step: RequestStep): DecisionReceipt[] {
  return step.lines.flatMap((line) => [
    ...(isClassification(line) ? [priorityReceipt(step, line)] : []),
    ...(line === eventLine(step) ? deadlineReceipts(step, line) : []),
    ...(line.kind === 'target.missed' ? [missReceipt(step, line)] : []),
  ]);
}

function isClassification(line: WrittenLine): boolean {
  const classifies = line.kind === 'request.recorded' || line.kind === 'request.reclassified';
  return classifies && ruleReceiptOf(line) !== null;
}

/** The line that tells the event; a step without one only fires deadlines, and moves none. */
function eventLine({ lines }: RequestStep): WrittenLine | undefined {
  return lines.find(({ kind }) => kind.startsWith('request.'));
}

function priorityReceipt(step: RequestStep, line: WrittenLine): DecisionReceipt {
  const { severity } = line.payload as { readonly severity: Record<string, string | boolean> };
  return receiptOfLine(step, line, 'priority', {
    facts: [fact('severity', severity, [line])],
    outcome: { priority: ruleReceiptOf(line)?.outcome['priority'] ?? null },
  });
}

/** One for each target whose deadline the event has set, moved, stopped or taken away. */
function deadlineReceipts(step: RequestStep, line: WrittenLine): DecisionReceipt[] {
  const { before, after } = step;
  return after.targets.flatMap((target) => {
    if (target.outcome !== 'pending') return [];
    const known = before?.targets.find(({ kind }) => kind === target.kind);
    if (known && known.outcome === 'pending' && isSameDeadline(known, target)) return [];
    return [deadlineReceipt(step, line, target)];
  });
}

function isSameDeadline(a: Target, b: Target): boolean {
  const essence = ({ terms, dueAt, provisional }: Target): string =>
    canonicalJson({ terms, dueAt, provisional });
  return essence(a) === essence(b);
}

function deadlineReceipt(step: RequestStep, line: WrittenLine, target: Target): DecisionReceipt {
  const { after, sources } = step;
  const ofRequest = (kinds: readonly string[]) => sources.all(ofKinds(after, kinds));
  const content = {
    facts: [
      fact('recordedAt', after.recordedAt, ofRequest(['request.recorded'])),
      fact('startedAt', after.startedAt, ofRequest(['request.recorded', 'request.reclassified'])),
      fact('priority', after.priority, lastClassification(step)),
      fact('measure', { ...target.terms.measure }),
      fact('clock', target.terms.clock),
      fact(
        'runs',
        after.runs.map((run) => ({ ...run })),
        ofRequest(['request.paused', 'request.resumed', 'request.resolved', 'request.reopened']),
      ),
      fact(
        'segments',
        target.segments.map((segment) => ({ ...segment })),
      ),
    ],
    arithmetic: countedSteps(target),
    outcome: { target: target.kind, dueAt: target.dueAt, provisional: target.provisional },
  };
  return receiptOfLine(step, { ...line, clause: target.terms.clause }, 'deadline', content, target.kind);
}

/** The counted stretches sum to what the target gives; the ends of working days are counted and no time. */
function countedSteps({ terms, segments, dueAt }: Target): ReceiptStep[] {
  const gives = measureSeconds(terms.measure);
  if (gives === null || dueAt === null) return [];
  const spans = segments.filter(({ counted }) => counted).map(secondsOf);
  return [
    {
      step: 'counted',
      formula: 'sum of the counted segments, in seconds',
      operands: { segments: spans.length, target: gives },
      exact: null,
      rounding: null,
      result: spans.reduce((sum, span) => sum + span, 0),
    },
  ];
}

function secondsOf({ from, to }: Segment): number {
  return toSeconds(to) - toSeconds(from);
}

function missReceipt(step: RequestStep, line: WrittenLine): DecisionReceipt {
  const { after, sources } = step;
  const kind = textOf(line, 'target');
  const target = after.targets.find((each) => each.kind === kind);
  const miss = after.misses.findLast((each) => each.target === kind && each.at === line.at);
  const dueAt = miss?.dueAt ?? textOf(line, 'dueAt');
  return receiptOfLine(step, line, 'miss', {
    period: miss?.period ?? null,
    facts: [
      fact('dueAt', dueAt, sources.last(isBefore(line, after))),
      fact('priority', miss?.priority ?? after.priority, lastClassification(step)),
      ...(target?.terms.metBy ?? []).map((name) => {
        return fact(`${name}At`, after.facts[name], sources.all(ofKinds(after, [`request.${name}`])));
      }),
      fact('missOwnedBy', serviceOf(step.terms).missOwnedBy),
    ],
    conditions: (target?.terms.metBy ?? []).map((name) => inTime(name, after.facts[name], dueAt)),
    outcome: missOutcome(kind, miss, line),
  });
}

function missOutcome(target: string | null, miss: Miss | undefined, line: WrittenLine) {
  return {
    target,
    missedAt: line.at,
    dueAt: miss?.dueAt ?? null,
    period: miss?.period ?? null,
    base: miss ? formatYuan(miss.base) : null,
  };
}

/** A fact at the very deadline is in time. */
function inTime(name: string, actual: string | null, dueAt: string | null): ReceiptCondition {
  const result = actual !== null && dueAt !== null && actual <= dueAt;
  return { condition: `${name}At`, operator: 'onOrBefore', expected: dueAt, actual, result };
}

function ofKinds({ request }: IncidentState, kinds: readonly string[]): (line: SourceLine) => boolean {
  return (line) => line.request === request && kinds.includes(line.kind);
}

/** The event before a miss, which set the deadline as it stood. */
function isBefore(missed: WrittenLine, { request }: IncidentState): (line: SourceLine) => boolean {
  return (line) => {
    return line.request === request && line.kind.startsWith('request.') && line.sequence < missed.sequence;
  };
}

function lastClassification({ after, sources }: RequestStep): Source[] {
  return sources.last(ofKinds(after, ['request.recorded', 'request.reclassified']));
}
