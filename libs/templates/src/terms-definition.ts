import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';

const name = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/);
const clause = z.string().regex(/^(?:Parties|\d{1,2}(?:\.\d{1,2})?)$/);

/** Takes the value of a parameter. */
const parameter = closedObject({ parameter: name });

/** A value as it stands, or the parameter that gives it. */
const whole = z.union([z.int(), parameter]);
const text = z.union([z.string().min(1).max(100), parameter]);
const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.enum(values), parameter]);

const when = z.exactOptional(closedObject({ parameter: name, is: z.string().min(1).max(64) }));

const cap = closedObject({
  window: z.enum(['term', 'calendarYear', 'rolling12Months', 'month', 'each']).or(parameter),
  percent: text,
  of: z.enum(['totalAmount', 'monthlyFee', 'twelveMonthlyFees', 'obligationValue']),
});

const consequence = closedObject({
  id: name,
  on: z.enum(['miss', 'month', 'obligation', 'latePayment']),
  clause,
  when,
  /** The rule set's name in the manifest. */
  rules: name,
  base: choice(['totalAmount', 'amountAtSigning', 'monthFee', 'obligationValue', 'outstanding']),
  times: z.enum(['once', 'daysLate', 'periodsLate']),
  periodDays: z.exactOptional(whole),
  caps: z.array(cap).max(4),
});

/**
 * `terms.json`: how the parameters become the terms of a contract. Each member is a value or the parameter that gives
 * it; a question of law that the template does not leave open stands here as a value.
 */
export const termsDefinitionSchema = closedObject({
  /** Which clause an entry of the ledger names, by what it is about. */
  clauses: closedObject({
    parties: clause,
    term: clause,
    priorities: clause,
    response: clause,
    resolution: clause,
    report: clause,
    penalties: clause,
    fee: clause,
    payment: clause,
  }),
  zone: text,
  calendar: text,
  term: closedObject({ start: text, months: whole }),
  price: closedObject({
    monthlyFee: z.exactOptional(text),
    total: choice(['computed', 'stated']),
    statedTotal: z.exactOptional(text),
    partMonths: choice(['byDay', 'full']),
  }),
  dueDays: closedObject({
    included: choice(['inclusive', 'exclusive']),
    roll: choice(['stays', 'next', 'previous']),
  }),
  invoices: closedObject({
    cycle: choice(['month', 'quarter', 'term']),
    timing: choice(['inAdvance', 'inArrears', 'onPerformance']),
    dueDay: whole,
    lateInvoiceDueAfterDays: whole,
    reminderBeforeDays: whole,
  }),
  reports: z.exactOptional(
    closedObject({
      dueDay: whole,
      reminderBeforeDays: whole,
      late: choice(['breachOnly', 'countsAsMiss']),
    }),
  ),
  service: z.exactOptional(
    closedObject({
      rules: name,
      workingDay: choice(['wholeDay', 'workingHours', 'endOfDay']),
      minutesPerWorkingDay: whole,
      responseClock: choice(['calendarTime', 'serviceHours']),
      pauses: choice(['resolutionOnly', 'forbidden', 'both']),
      reclassification: choice(['sameClock', 'restart']),
      reopening: choice(['sameClock', 'newCycle', 'newRequest']),
      missOwnedBy: choice(['deadline', 'record']),
      missesPerRequest: choice(['each', 'first']),
    }),
  ),
  assessment: closedObject({
    fails: choice(['anyMiss', 'attainmentBelow']),
    attainmentBelowPercent: z.record(name, text),
    emptyMonth: choice(['met', 'neutral']),
  }),
  penalties: closedObject({
    fixed: choice(['atMonthClose', 'atOnce']),
    settled: choice(['offset', 'separately']),
  }),
  consequences: z.array(consequence).max(10),
  obligations: z.array(closedObject({ id: name, clause, due: text, value: text })).max(20),
  termination: closedObject({
    clause,
    failedMonths: z.exactOptional(whole),
    delayDays: z.exactOptional(whole),
    lapseUnit: choice(['months', 'days']),
    lapsesAfterMonths: z.exactOptional(whole),
    lapsesAfterDays: z.exactOptional(whole),
    noticeDays: whole,
    /** An end without a ground, by a notice; left out, nobody has that right. */
    notice: z.exactOptional(
      closedObject({
        by: choice(['none', 'client', 'provider', 'either']),
        days: whole,
      }),
    ),
  }),
  signing: closedObject({
    deadlineAfterDays: whole,
    remindEveryDays: z.exactOptional(whole),
    mostReminders: z.exactOptional(whole),
  }),
  renewal: closedObject({
    carriesOver: choice(['nothing', 'streakAndCap']),
    mode: z.exactOptional(choice(['automatic', 'byAgreement', 'none'])),
    noticeDays: z.exactOptional(whole),
    months: z.exactOptional(whole),
  }),
});

export type TermsDefinition = z.infer<typeof termsDefinitionSchema>;
