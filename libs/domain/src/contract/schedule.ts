import { subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { shareOf } from '../money/ratio.js';
import { type BillTerms, type PeriodTerms, type Terms } from '../terms.js';
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
import { dueInstant, endOfDay, type DueDayBook } from './due-days.js';

/** What the months of a term are made from. Days are days of the month, 1 to 28. */
export interface ScheduleBasis extends DueDayBook {
  readonly startDate: PlainDate;
  readonly endDate: PlainDate;
  /** Null where the price is none by the month. */
  readonly monthlyFee: Fen | null;
  readonly totalAmount: Fen;
  readonly partMonths: 'byDay' | 'full';
  readonly reports: { readonly dueDay: number; readonly reminderBeforeDays: number } | null;
}

/** By when both must have signed: so many days after the day of sending, to 24:00 in the contract's zone. */
export function signingDueAt(terms: Pick<Terms, 'zone' | 'signing'>, sentAt: Instant): Instant {
  return endOfDay(addDays(dateIn(sentAt, terms.zone), terms.signing.deadlineAfterDays), terms.zone);
}

/** The calendar months of a term, with their fees (clause 3.1) and report dates (clause 2.5). */
export function buildSchedule(basis: ScheduleBasis): PeriodTerms[] {
  const spans = monthsOf(basis.startDate, basis.endDate);
  const fees = feesOf(spans, basis);
  return spans.map((span, index) => ({
    period: span.period,
    from: startOfDay(span.firstDate, basis.zone),
    to: startOfDay(span.endDate, basis.zone),
    firstDate: span.firstDate,
    endDate: span.endDate,
    fee: fees[index] ?? ZERO_FEN,
    ...reportDates(span.period, basis),
  }));
}

/** The number of calendar months that a term touches, part months included. */
export function monthsTouched(startDate: PlainDate, endDate: PlainDate): number {
  return monthsOf(startDate, endDate).length;
}

const MONTHS_OF_CYCLE = { month: 1, quarter: 3 } as const;

/**
 * The invoices of a term: one for each month, for each quarter of the calendar, or for the whole term; the fees of the
 * months add up (clause 3.1). A price that is none by the month is one invoice.
 */
export function buildBills(
  schedule: readonly PeriodTerms[],
  cycle: 'month' | 'quarter' | 'term',
  totalAmount: Fen,
): BillTerms[] {
  const groups = new Map<string, PeriodTerms[]>();
  for (const month of schedule) {
    const key = cycle === 'term' ? 'term' : cycleOf(month.period, MONTHS_OF_CYCLE[cycle]);
    groups.set(key, [...(groups.get(key) ?? []), month]);
  }
  const bills = [...groups.values()].flatMap((months) => billOf(months));
  const only = bills.length === 1 ? bills[0] : undefined;
  return only ? [{ ...only, amount: totalAmount }] : bills;
}

function cycleOf(period: Period, months: number): string {
  return `${period.slice(0, 4)}/${Math.floor((Number(period.slice(5)) - 1) / months)}`;
}

function billOf(months: readonly PeriodTerms[]): BillTerms[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const { period, from, firstDate } = first;
  const amount = sumFen(months.map((month) => month.fee));
  return [{ period, from, to: last.to, firstDate, endDate: last.endDate, amount }];
}

function reportDates(
  period: Period,
  basis: ScheduleBasis,
): Pick<PeriodTerms, 'reportDueAt' | 'reportRemindAt'> {
  if (basis.reports === null) return { reportDueAt: null, reportRemindAt: null };
  const { date, at } = reportDue(period, basis.reports.dueDay, basis);
  const remindOn = addDays(date, -basis.reports.reminderBeforeDays);
  return { reportDueAt: at, reportRemindAt: startOfDay(remindOn, basis.zone) };
}

/** A due day that would move back over the end of the month it reports on moves on instead (clause 2.5). */
function reportDue(period: Period, dueDay: number, basis: ScheduleBasis): ReturnType<typeof dueInstant> {
  const day = dayInPeriod(nextPeriod(period), dueDay);
  const due = dueInstant(day, basis);
  const isOver = due.at > startOfDay(firstDay(nextPeriod(period)), basis.zone);
  if (isOver || basis.dueDays.roll !== 'previous') return due;
  return dueInstant(day, { ...basis, dueDays: { ...basis.dueDays, roll: 'next' } });
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

/**
 * Part months by actual days, rounded half up, or whole; the last month takes what is left of the total. A price that is
 * none by the month is spread over the days of the term.
 */
function feesOf(spans: readonly Span[], basis: ScheduleBasis): Fen[] {
  const { monthlyFee, totalAmount, partMonths, startDate, endDate } = basis;
  const fees = spans.slice(0, -1).map((span) => {
    const days = daysBetween(span.firstDate, span.endDate);
    if (monthlyFee === null) return shareOf(totalAmount, days, daysBetween(startDate, endDate));
    return partMonths === 'full' ? monthlyFee : shareOf(monthlyFee, days, daysInPeriod(span.period));
  });
  return [...fees, subtractFen(totalAmount, sumFen(fees))];
}
