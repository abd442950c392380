import { caps, count, instant, kind, party, period, permille, text, yes, yuan } from './members.js';

const SETTLED = {
  outstanding: yuan,
  interest: yuan,
  penaltiesPaidOut: yuan,
  refund: yuan,
  penaltiesStanding: yuan,
};

/** What the parties owe each other. Free text of payments and reasons is not told. */
export const OF_MONEY = {
  'invoice.issued': kind('An invoice was issued', {
    period,
    dueAt: instant,
    amount: yuan,
    amountInCapitals: text,
    interest: yuan,
    credited: yuan,
    payable: yuan,
  }),
  'invoice.overdue': kind('An invoice is overdue', { period }),
  'payment.reminded': kind('A payment is due soon', { period }),
  'payment.received': kind('A payment was booked', { amount: yuan, countsAt: instant.optional() }),
  'penalty.fixed': kind('The penalty of a miss was fixed', {
    target: text,
    period,
    missedAt: instant,
    base: yuan,
    permille,
    rounding: text,
    full: yuan,
    penalty: yuan,
    capped: yes,
    counted: yes,
    caps,
    waived: yes,
  }),
  'charge.fixed': kind('What a month, a delay or a late payment costs was fixed', {
    consequence: text,
    on: text,
    key: text,
    period: period.nullable(),
    base: yuan,
    permille,
    times: count,
    rounding: text,
    full: yuan,
    amount: yuan,
    capped: yes,
    caps,
  }),
  'statement.accepted': kind('A party accepted a statement', { period, party, lines: count }),
  'statement.contested': kind('A party contested a line of a statement', { period, line: text, party }),
  'statement.decided': kind('A contested line was decided', { period, line: text, decision: text }),
  'settlement.drawnUp': kind('The settlement of an ended contract stands', SETTLED),
  'settlement.revised': kind('The settlement was revised', SETTLED),
  'settlement.paidOut': kind('The provider paid out', { amount: yuan }),
};
