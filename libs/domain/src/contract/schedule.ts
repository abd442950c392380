import { type Fen, fen, subtractFen, sumFen } from '../money/fen.js';
import { shareOf } from '../money/ratio.js';
import { type PeriodTerms, type Terms } from '../terms.js';
import {
  addDays,
  dayInPeriod,
  daysBetween,
  daysInPeriod,
  firstDay,
  nextPeriod,
  periodOf,
  type Period,
  type PlainDate,
} from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';

/** What the schedule of a term is made from. Days are days of the month, 1 to 28. */
export interface ScheduleBasis {
  readonly zone: string;
  readonly startDate: PlainDate;
  readonly endDate: PlainDate;
  readonly monthlyFee: Fen;
  readonly totalAmount: Fen;
  readonly reportDueDay: number;
  readonly reportReminderBeforeDays: number;
}

/** "By the day" includes the day, to 24:00 in the contract's zone (clauses 2.5 and 3.2). */
export function endOfDay(date: PlainDate, zone: string): Instant {
  return startOfDay(addDays(date, 1), zone);
}

/** By when both must have signed: so many days after the day of sending, to 24:00 in the contract's zone. */
export function signingDueAt(terms: Pick<Terms, 'zone' | 'signing'>, sentAt: Instant): Instant {
  return endOfDay(addDays(dateIn(sentAt, terms.zone), terms.signing.deadlineAfterDays), terms.zone);
}

/** The calendar months of a term, with fees by day for part months (clause 3.1) and report dates (clause 2.5). */
export function buildSchedule(basis: ScheduleBasis): PeriodTerms[] {
  const spans = monthsOf(basis.startDate, basis.endDate);
  const fees = feesOf(spans, basis.monthlyFee, basis.totalAmount);
  return spans.map((span, index) => {
    const dueDate = dayInPeriod(nextPeriod(span.period), basis.reportDueDay);
    return {
      period: span.period,
      from: startOfDay(span.firstDate, basis.zone),
      to: startOfDay(span.endDate, basis.zone),
      firstDate: span.firstDate,
      endDate: span.endDate,
      fee: fees[index] ?? fen(0),
      reportDueAt: endOfDay(dueDate, basis.zone),
      reportRemindAt: startOfDay(addDays(dueDate, -basis.reportReminderBeforeDays), basis.zone),
    };
  });
}

interface Span {
  readonly period: Period;
  readonly firstDate: PlainDate;
  readonly endDate: PlainDate;
}

function monthsOf(startDate: PlainDate, endDate: PlainDate): Span[] {
  const spans: Span[] = [];
  let firstDate = startDate;
  while (firstDate < endDate) {
    const next = firstDay(nextPeriod(periodOf(firstDate)));
    const spanEnd = next < endDate ? next : endDate;
    spans.push({ period: periodOf(firstDate), firstDate, endDate: spanEnd });
    firstDate = next;
  }
  return spans;
}

/** Part months by actual days, rounded half up; the last month takes what is left of the total. */
function feesOf(spans: readonly Span[], monthlyFee: Fen, totalAmount: Fen): Fen[] {
  const fees = spans.slice(0, -1).map((span) => {
    return shareOf(monthlyFee, daysBetween(span.firstDate, span.endDate), daysInPeriod(span.period));
  });
  return [...fees, subtractFen(totalAmount, sumFen(fees))];
}
