import { type RuleSet } from './decision.js';
import { type Fen } from './money/fen.js';
import { type DecimalText } from './money/ratio.js';
import { Refusal } from './refusal.js';
import { type WorkCalendar } from './time/calendar.js';
import { type Period, type PlainDate } from './time/dates.js';
import { type Instant } from './time/instant.js';

/** The version of the law that a state was made by. Old laws stay in the code; a contract moves at a month close. */
export const LAW = 'law-3';

/** A priority of clause 2.2, by its name in the template: `critical`, `high`, `medium`, `low`. */
export type Priority = string;

/** The priority of a miss that is no request's: a late report, a late delivery. */
export const NO_PRIORITY: Priority = 'none';

/** The SLA targets of clauses 2.3 and 2.4. */
export type TargetKind = 'response' | 'workaround' | 'resolution';

/** The facts that can meet a target. */
export type MeetingFact = 'responded' | 'workaround' | 'path' | 'resolved';

/**
 * How long a target gives. `minutes` run by the wall clock; `serviceMinutes` only in the shifts of the calendar;
 * `workingDays` are 24 hours each, counted only on working days; `workingDayEnds` end with the nth working day after
 * the first (Civil Code arts. 201, 203).
 */
export interface Measure {
  readonly unit: 'minutes' | 'serviceMinutes' | 'workingDays' | 'workingDayEnds';
  readonly amount: number;
}

/** One SLA target of a priority; `clock` says whose pauses it knows. */
export interface TargetTerms {
  readonly kind: TargetKind;
  readonly clock: 'response' | 'resolution';
  readonly measure: Measure;
  readonly metBy: readonly MeetingFact[];
  readonly clause: string;
}

/** What holds for service requests (clauses 2.2 to 2.4). */
export interface ServiceTerms {
  readonly rules: RuleSet;
  readonly targets: Readonly<Record<Priority, readonly TargetTerms[]>>;
  readonly pauses: 'resolutionOnly' | 'forbidden' | 'both';
  readonly pauseReasons: readonly string[];
  readonly reclassification: 'sameClock' | 'restart';
  readonly reopening: 'sameClock' | 'newCycle' | 'newRequest';
  /** Which month owns a miss: that of its deadline, or that of the request's record. */
  readonly missOwnedBy: 'deadline' | 'record';
  /** Whether each missed target of a request counts, or only the first. */
  readonly missesPerRequest: 'each' | 'first';
}

/** One calendar month of the term: `[from, to)`. Part months at either end. */
export interface PeriodTerms {
  readonly period: Period;
  readonly from: Instant;
  readonly to: Instant;
  readonly firstDate: PlainDate;
  /** The day after the month's last day in the term. */
  readonly endDate: PlainDate;
  /** The month's part of the total contract amount; zero where the price is none by the month. */
  readonly fee: Fen;
  /** When the month's report is due (inclusive); null where no report is owed. */
  readonly reportDueAt: Instant | null;
  readonly reportRemindAt: Instant | null;
}

/** One invoice that is to come: its span, and what it asks for. Named by its first month. */
export interface BillTerms {
  readonly period: Period;
  readonly from: Instant;
  readonly to: Instant;
  readonly firstDate: PlainDate;
  readonly endDate: PlainDate;
  readonly amount: Fen;
}

/** How a due day is read (clauses 2.5, 3.2): with the day or without, and where it moves when it is no working day. */
export interface DueDayTerms {
  readonly included: 'inclusive' | 'exclusive';
  readonly roll: 'stays' | 'next' | 'previous';
}

/** Invoices and their payment (clauses 3.1, 3.2). */
export interface BillingTerms {
  readonly plan: readonly BillTerms[];
  /** In advance, in arrears, or when every obligation has been performed. */
  readonly timing: 'inAdvance' | 'inArrears' | 'onPerformance';
  readonly partMonths: 'byDay' | 'full';
  readonly dueDay: number;
  readonly lateInvoiceDueAfterDays: number;
  readonly reminderBeforeDays: number;
}

/** How much may be owed under one consequence within a window. `each` is one obligation or one invoice by itself. */
export interface CapTerms {
  readonly window: 'term' | 'calendarYear' | 'rolling12Months' | 'month' | 'each';
  readonly amount: Fen;
}

/** When a consequence is looked at: a missed target, a closed month, an obligation performed late, a late payment. */
export type Occasion = 'miss' | 'month' | 'obligation' | 'latePayment';

/**
 * A clause that makes a party owe money, and the rule set that says how much: permille of the base, once, for each day
 * late or for each period that has started. All but `latePayment` is owed by the provider.
 */
export interface ConsequenceTerms {
  readonly id: string;
  readonly on: Occasion;
  readonly clause: string;
  readonly base: 'totalAmount' | 'amountAtSigning' | 'monthFee' | 'obligationValue' | 'outstanding';
  readonly times: 'once' | 'daysLate' | 'periodsLate';
  /** Length of a period of `periodsLate`, else 1. */
  readonly periodDays: number;
  readonly caps: readonly CapTerms[];
  readonly rules: RuleSet;
}

/** Something the provider has to do once, by an instant (inclusive): deliver, install, hand over. */
export interface ObligationTerms {
  readonly id: string;
  readonly clause: string;
  readonly dueDate: PlainDate;
  readonly dueAt: Instant;
  readonly value: Fen;
}

/** What makes a month fail, and what a month without requests does to a streak (clause 2.6). */
export interface AssessmentTerms {
  readonly fails: 'anyMiss' | 'attainmentBelow';
  /** For `attainmentBelow`: percent by priority; a priority without one never makes a month fail. */
  readonly attainmentBelowPercent: Readonly<Record<Priority, DecimalText>>;
  readonly emptyMonth: 'met' | 'neutral';
  readonly lateReport: 'breachOnly' | 'countsAsMiss';
}

/** The client's right to end the contract early, by each ground that the contract gives; null where it gives none. */
export interface TerminationTerms {
  readonly failedMonths: number | null;
  /** An obligation so many days late. */
  readonly delayDays: number | null;
  readonly lapsesAfter: { readonly unit: 'months' | 'days'; readonly amount: number };
  /** Days from the notice to the end; 0: the contract ends when the notice arrives (Civil Code art. 565). */
  readonly noticeDays: number;
  readonly clause: string;
  /** Who may end the contract without a ground, by a notice of so many days; null where nobody may. */
  readonly notice: { readonly by: 'client' | 'provider' | 'either'; readonly days: number } | null;
}

/** Whether and how a contract goes on after its term (clause 1.1). */
export interface RenewalTerms {
  /** By its clause unless somebody objects in time, by a new agreement, or not at all. */
  readonly mode: 'automatic' | 'byAgreement' | 'none';
  /** An objection, or the wish to renew, has to arrive so many days before the end of the term. */
  readonly noticeDays: number;
  /** How long the next term is. */
  readonly months: number;
  readonly carriesOver: 'nothing' | 'streakAndCap';
}

/** The clause that an entry rests on, by what the entry is about. Templates number their clauses themselves. */
export interface ClauseMap {
  readonly parties: string;
  readonly term: string;
  readonly priorities: string;
  readonly response: string;
  readonly resolution: string;
  readonly report: string;
  readonly penalties: string;
  readonly fee: string;
  readonly payment: string;
}

/** The terms of one contract, whole: a snapshot that no later edit of a template reaches. */
export interface Terms {
  readonly law: string;
  readonly template: { readonly id: string; readonly version: string; readonly hash: string };
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly clauses: ClauseMap;
  readonly zone: string;
  readonly calendar: WorkCalendar;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Null where the price is none by the month. */
  readonly monthlyFee: Fen | null;
  readonly totalAmount: Fen;
  /** The total as first signed; an amendment changes `totalAmount` only. */
  readonly amountAtSigning: Fen;
  readonly schedule: readonly PeriodTerms[];
  /** Null where the contract takes no requests. */
  readonly service: ServiceTerms | null;
  readonly assessment: AssessmentTerms;
  readonly consequences: readonly ConsequenceTerms[];
  readonly penalties: {
    readonly fixed: 'atMonthClose' | 'atOnce';
    readonly settled: 'offset' | 'separately';
  };
  readonly dueDays: DueDayTerms;
  readonly billing: BillingTerms;
  readonly obligations: readonly ObligationTerms[];
  readonly termination: TerminationTerms;
  readonly signing: {
    readonly deadlineAfterDays: number;
    readonly remindEveryDays: number;
    readonly mostReminders: number;
  };
  readonly renewal: RenewalTerms;
  /**
   * What held before these terms, the oldest last: terms that an amendment has replaced, up to the instant it took
   * effect. Put there when the terms in force are taken from a contract; never stored.
   */
  readonly earlier?: readonly { readonly until: Instant; readonly terms: Terms }[];
}

/** The terms that held at an instant: those of before an amendment, for what was before it. */
export function termsAt(terms: Terms, at: Instant): Terms {
  return terms.earlier?.findLast(({ until }) => at < until)?.terms ?? terms;
}

/** The month of the term that owns an instant; undefined outside the term. */
export function periodAt(terms: Terms, at: Instant): PeriodTerms | undefined {
  return terms.schedule.find((month) => month.from <= at && at < month.to);
}

/** What holds for the requests of a contract. Throws a Refusal where it takes none. */
export function serviceOf(terms: Terms): ServiceTerms {
  if (terms.service === null)
    throw new Refusal('notAllowed', 'type', 'this contract takes no requests', 'allowed: none');
  return terms.service;
}

/** How long a measure lasts at least, for an order only: a working day is a day. */
const MINUTES_OF = { minutes: 1, serviceMinutes: 1, workingDays: 1440, workingDayEnds: 1440 } as const;

/**
 * The priorities of a contract, the most urgent first, by how soon their first target is due: the order that a database
 * keeps the members of an object in says nothing (clause 2.2).
 */
export function prioritiesOf(terms: Terms): readonly Priority[] {
  const soonest = (targets: readonly TargetTerms[]): number =>
    Math.min(...targets.map(({ measure: { unit, amount } }) => amount * MINUTES_OF[unit]));
  return Object.entries(terms.service?.targets ?? {})
    .map(([priority, targets]) => ({ priority, soonest: soonest(targets) }))
    .sort((a, b) => a.soonest - b.soonest || (a.priority < b.priority ? -1 : 1))
    .map(({ priority }) => priority);
}

/** The consequences that an occasion has under a contract. */
export function consequencesOn(terms: Terms, on: Occasion): readonly ConsequenceTerms[] {
  return terms.consequences.filter((consequence) => consequence.on === on);
}
