import { buildSchedule } from '#domain/contract/schedule';
import { fen, parseYuan, type Fen } from '#domain/money/fen';
import { percentOfRoundedDown } from '#domain/money/ratio';
import { LAW, type Measure, type TargetTerms, type Terms } from '#domain/terms';
import { type WorkCalendar } from '#domain/time/calendar';
import { plainDate, termEndDate } from '#domain/time/dates';
import { startOfDay } from '#domain/time/zone';
import { type ParameterValues } from './parameters.js';
import { type TargetDefinition, type Template } from './template.js';

/**
 * The terms of one contract: a template with every parameter set, its dates, deadlines and amounts worked out. A whole
 * snapshot, so that nothing edited later reaches the contract. `values` come from `resolveParameters`.
 */
export function buildTerms(template: Template, values: ParameterValues, calendar: WorkCalendar): Terms {
  const read = reader(values);
  const zone = read.text('zone');
  const startDate = plainDate(read.text('termStart'));
  const endDate = termEndDate(startDate, read.number('termMonths'));
  const monthlyFee = read.money('monthlyFee');
  const totalAmount = fen(monthlyFee * read.number('termMonths'));
  return {
    law: LAW,
    template: { id: template.id, version: template.version, hash: template.hash },
    parameters: values,
    zone,
    calendar,
    startsAt: startOfDay(startDate, zone),
    endsAt: startOfDay(endDate, zone),
    monthlyFee,
    totalAmount,
    penaltyPermille: read.text('penaltyPermille'),
    penaltyCap: percentOfRoundedDown(totalAmount, read.text('penaltyCapPercent')),
    schedule: buildSchedule({
      zone,
      startDate,
      endDate,
      monthlyFee,
      totalAmount,
      reportDueDay: read.number('reportDueDay'),
      reportReminderBeforeDays: read.number('reportReminderBeforeDays'),
    }),
    payment: {
      dueDay: read.number('paymentDueDay'),
      lateInvoiceDueAfterDays: read.number('lateInvoiceDueAfterDays'),
      reminderBeforeDays: read.number('paymentReminderBeforeDays'),
    },
    termination: {
      failedMonths: read.number('failedMonthsForTermination'),
      lapsesAfterMonths: read.number('terminationRightLapsesAfterMonths'),
    },
    signing: { deadlineAfterDays: read.number('signingDeadlineAfterDays') },
    targets: targetsOf(template, read),
    pauseReasons: Object.keys(template.targets.pauseReasons),
    rules: template.rules,
  };
}

type Reader = ReturnType<typeof reader>;

function reader(values: ParameterValues) {
  const text = (name: string): string => String(values[name] ?? missing(name));
  return {
    text,
    number: (name: string): number => {
      const value = values[name];
      return typeof value === 'number' ? value : missing(name);
    },
    money: (name: string): Fen => parseYuan(text(name)) ?? missing(name),
  };
}

function missing(name: string): never {
  throw new Error(`the parameter ${name} was not resolved`);
}

function targetsOf(template: Template, read: Reader): Terms['targets'] {
  return Object.fromEntries(
    Object.entries(template.targets.priorities).map(([priority, { targets }]) => [
      priority,
      targets.map((target): TargetTerms => ({ ...target, measure: measureOf(target, read) })),
    ]),
  );
}

function measureOf({ measure }: TargetDefinition, read: Reader): Measure {
  return { unit: measure.unit, amount: read.number(measure.parameter) };
}
