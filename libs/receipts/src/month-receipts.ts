import { attainmentOf, attainmentPercent, isBelow } from '#domain/contract/attainment';
import { assessMonths, termsOfMonth } from '#domain/contract/months';
import { type ClosedMonth, type ContractState, type TerminationRight } from '#domain/contract/state';
import { fact, receiptOfLine, type StepTaken, textOf } from './frame.js';
import { type DecisionReceipt, type ReceiptCondition } from './receipt.js';
import { type SourceLine, type WrittenLine } from './sources.js';

type ContractStep = StepTaken<ContractState>;

/** The receipts of months that were assessed, for the first time or again (clause 2.6). */
export function monthReceipts(step: ContractStep): DecisionReceipt[] {
  const assessed = step.lines.filter(({ kind }) => kind === 'month.assessed' || kind === 'month.reassessed');
  if (assessed.length === 0) return [];
  const months = assessMonths(step.terms, step.after);
  return assessed.flatMap((line) => {
    const period = textOf(line, 'period');
    const index = months.findIndex((month) => month.period === period);
    const [month, closed] = [months[index], step.after.closedMonths[index]];
    if (!month || !closed) return [];
    const { misses, waived, failed, streak } = month;
    return [
      receiptOfLine(step, line, 'month', {
        period,
        facts: [
          fact(
            'closedAt',
            month.closedAt,
            step.sources.all((each) => isAssessment(each, period)).slice(0, 1),
          ),
          fact(
            'misses',
            misses,
            step.sources.all((each) => isMissOf(each, step.after, period)),
          ),
          fact(
            'waived',
            waived,
            step.sources.all((each) => isWaiverIn(each, step.after, period)),
          ),
          fact('received', closed.received),
          fact('met', closed.met),
          fact('emptyMonth', termsOfMonth(step.terms, closed).assessment.emptyMonth),
          fact('streakBefore', index === 0 ? opening(step.after) : (months[index - 1]?.streak ?? 0)),
        ],
        conditions: monthConditions(step, closed, misses - waived),
        outcome: { misses, waived, failed, streak },
      }),
    ];
  });
}

function monthConditions(step: ContractStep, month: ClosedMonth, standing: number): ReceiptCondition[] {
  const { assessment } = termsOfMonth(step.terms, month);
  if (assessment.fails === 'anyMiss') {
    const result = standing > 0;
    return [{ condition: 'unwaivedMisses', operator: 'greaterThan', expected: 0, actual: standing, result }];
  }
  const attainment = attainmentOf(step.after, month);
  return Object.entries(assessment.attainmentBelowPercent).map(([priority, percent]) => {
    const known = attainment[priority] ?? { met: 0, missed: 0 };
    return {
      condition: `attainmentPercent.${priority}`,
      operator: 'lessThan',
      expected: percent,
      actual: attainmentPercent(known),
      result: isBelow(known, percent),
    };
  });
}

const CHANGES: ReadonlySet<string> = new Set(['terminationRight.arisen', 'terminationRight.lost']);

/** The receipts of termination rights that arose or went (clause 2.6, Civil Code art. 564). */
export function rightReceipts(step: ContractStep): DecisionReceipt[] {
  const changed = step.lines.filter(({ kind }) => CHANGES.has(kind));
  return changed.flatMap((line) => {
    const held = line.kind === 'terminationRight.lost' ? (step.before?.rights ?? []) : step.after.rights;
    const right = held.find((each) => isRightOf(each, line));
    return right ? [rightReceipt(step, line, right)] : [];
  });
}

function rightReceipt(step: ContractStep, line: WrittenLine, right: TerminationRight): DecisionReceipt {
  const { terms, sources } = step;
  const last = right.periods.at(-1);
  const law = last === undefined ? terms : termsOfMonth(terms, { period: last });
  const months = right.periods.flatMap((period) => sources.last((each) => isAssessment(each, period)));
  const missed = sources.last(({ kind }) => kind === 'obligation.missed');
  return receiptOfLine(step, line, 'terminationRight', {
    period: last ?? null,
    facts: [
      fact('ground', right.ground),
      fact('periods', right.periods, months),
      fact('obligation', right.obligation, right.obligation === null ? [] : missed),
      fact('lapsesAfter', { ...law.termination.lapsesAfter }),
      fact('noticeDays', law.termination.noticeDays),
    ],
    conditions: rightConditions(step, right, law.termination),
    outcome: {
      change: line.kind.replace('terminationRight.', ''),
      arisenAt: right.arisenAt,
      lapsesAt: right.lapsesAt,
    },
  });
}

function rightConditions(
  { terms, after }: ContractStep,
  right: TerminationRight,
  { failedMonths, delayDays }: { readonly failedMonths: number | null; readonly delayDays: number | null },
): ReceiptCondition[] {
  if (right.ground === 'delay') {
    const result = after.rights.some(({ obligation, arisenAt }) => {
      return obligation === right.obligation && arisenAt === right.arisenAt;
    });
    return [{ condition: 'daysOfDelay', operator: 'atLeast', expected: delayDays, actual: null, result }];
  }
  const failed = assessMonths(terms, after).filter((month) => month.failed);
  const actual = right.periods.filter((period) => {
    const isOpening = after.opening?.failedPeriods.includes(period) ?? false;
    return isOpening || failed.some((month) => month.period === period);
  }).length;
  const result = failedMonths !== null && actual >= failedMonths;
  return [{ condition: 'failedMonthsInARow', operator: 'atLeast', expected: failedMonths, actual, result }];
}

function isRightOf({ ground, obligation, arisenAt }: TerminationRight, line: WrittenLine): boolean {
  const isObligation =
    obligation === null || textOf(line, 'obligation') === null || textOf(line, 'obligation') === obligation;
  const isGround = textOf(line, 'ground') === null || textOf(line, 'ground') === ground;
  return isObligation && isGround && textOf(line, 'arisenAt') === arisenAt;
}

function opening({ opening }: ContractState): number {
  return opening?.failedPeriods.length ?? 0;
}

function isAssessment({ kind, period }: SourceLine, of: string | null): boolean {
  return period === of && (kind === 'month.assessed' || kind === 'month.reassessed');
}

function isMissOf(line: SourceLine, { misses }: ContractState, period: string | null): boolean {
  if (line.kind === 'penalty.fixed') return line.period === period;
  return line.kind === 'miss.annulled' && isOfMonth(line, misses, period);
}

function isWaiverIn(line: SourceLine, { misses }: ContractState, period: string | null): boolean {
  return line.kind === 'miss.waived' && isOfMonth(line, misses, period);
}

function isOfMonth(
  { request, target }: SourceLine,
  misses: ContractState['misses'],
  period: string | null,
): boolean {
  return misses.some((miss) => miss.request === request && miss.target === target && miss.period === period);
}
