import { type RuleSet } from './decision.js';
import { type Fen } from './money/fen.js';
import { type DecimalText } from './money/ratio.js';
import { type WorkCalendar } from './time/calendar.js';
import { type Period, type PlainDate } from './time/dates.js';
import { type Instant } from './time/instant.js';

/** The version of the law that a state was made by. Old laws stay in the code; a contract moves at a month close. */
export const LAW = 'law-1';

/** A priority of clause 2.2, by its name in the template: `critical`, `high`, `medium`, `low`. */
export type Priority = string;

/** The SLA targets of clauses 2.3 and 2.4. */
export type TargetKind = 'response' | 'workaround' | 'resolution';

/** The facts that can meet a target. */
export type MeetingFact = 'responded' | 'workaround' | 'path' | 'resolved';

/** How long a target gives: calendar minutes, or working days of 24 hours each. */
export type Measure =
  | { readonly unit: 'minutes'; readonly amount: number }
  | { readonly unit: 'workingDays'; readonly amount: number };

/** One SLA target of a priority. The response clock never pauses; the resolution clock does. */
export interface TargetTerms {
  readonly kind: TargetKind;
  readonly clock: 'response' | 'resolution';
  readonly measure: Measure;
  readonly metBy: readonly MeetingFact[];
  readonly clause: string;
}

/** One calendar month of the term: `[from, to)`. Part months at either end. */
export interface PeriodTerms {
  readonly period: Period;
  readonly from: Instant;
  readonly to: Instant;
  readonly firstDate: PlainDate;
  /** The day after the month's last day in the term. */
  readonly endDate: PlainDate;
  /** The fee of the month; the last one takes the remainder, so that all sum to the total contract amount. */
  readonly fee: Fen;
  /** The report of this month is due by this instant (inclusive). */
  readonly reportDueAt: Instant;
  readonly reportRemindAt: Instant;
}

/** The terms of one contract, whole: a snapshot that no later edit of a template reaches. */
export interface Terms {
  readonly law: string;
  readonly template: { readonly id: string; readonly version: string; readonly hash: string };
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly zone: string;
  readonly calendar: WorkCalendar;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly monthlyFee: Fen;
  readonly totalAmount: Fen;
  readonly penaltyPermille: DecimalText;
  readonly penaltyCap: Fen;
  readonly schedule: readonly PeriodTerms[];
  readonly payment: {
    readonly dueDay: number;
    readonly lateInvoiceDueAfterDays: number;
    readonly reminderBeforeDays: number;
  };
  readonly termination: { readonly failedMonths: number; readonly lapsesAfterMonths: number };
  readonly signing: { readonly deadlineAfterDays: number };
  readonly targets: Readonly<Record<Priority, readonly TargetTerms[]>>;
  readonly pauseReasons: readonly string[];
  readonly rules: { readonly priority: RuleSet; readonly penalty: RuleSet };
}

/** The month of the term that owns an instant; undefined outside the term. */
export function periodAt(terms: Terms, at: Instant): PeriodTerms | undefined {
  return terms.schedule.find((month) => month.from <= at && at < month.to);
}
