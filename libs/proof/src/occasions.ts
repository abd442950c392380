import { type Exact, exactText } from '#decisions/exact';
import { type Facts, type RuleSet } from '#domain/decision';
import { formatYuan } from '#domain/money/fen';
import { percentText } from '#domain/money/ratio';
import { type ConsequenceTerms, type Terms } from '#domain/terms';
import { type Template } from '#templates/template';
import { around, comparedValues, numbers } from './boundaries.js';

/** So late, so many misses, so many requests: more than any contract has. */
const MANY = '10000';
/** Of more cases of one consequence in one contract than this, so many are tried, spread evenly over all. */
const MOST_CASES = 4000;

/** The cases that are tried, and how many there would be. */
export interface Cases {
  readonly tried: readonly Facts[];
  readonly all: number;
}

/**
 * The cases in which a consequence is looked at, as the core makes them: enum facts whole, numbers and decimals at what
 * the rules compare them with, one step below and above, and at both ends. Only what can really come together:
 * attainment that goes with the counts, targets that the priority has, periods that go with the days.
 */
export function casesOf(template: Template, terms: Terms, consequence: ConsequenceTerms): Cases {
  const { rules } = consequence;
  const cases = occasionCases(template, terms, consequence);
  // Facts that the rule set does not declare are not handed to it: cases that differ in them alone are one.
  const distinct = new Map(cases.map((facts) => [JSON.stringify(declared(facts, rules)), facts]));
  const all = [...distinct.values()];
  const step = Math.ceil(all.length / MOST_CASES);
  return { tried: all.filter((_, index) => index % step === 0), all: all.length };
}

function declared(facts: Facts, rules: RuleSet): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => Object.hasOwn(rules.facts, name)));
}

function occasionCases(template: Template, terms: Terms, consequence: ConsequenceTerms): Facts[] {
  switch (consequence.on) {
    case 'miss':
      return missCases(template, terms, consequence.rules);
    case 'month':
      return monthCases(terms, consequence.rules);
    case 'obligation':
      return obligationCases(terms, consequence);
    case 'latePayment':
      return paymentCases(terms, consequence.rules);
  }
}

function missCases(template: Template, terms: Terms, rules: RuleSet): Facts[] {
  const counts = (fact: string) => numbers(around(compared(terms, rules, fact), '1', ['1', MANY]));
  return product({
    which: missesOf(template, terms),
    period: periodsOf(terms, rules),
    missNumberInPeriod: counts('missNumberInPeriod'),
    missNumberOfRequest: counts('missNumberOfRequest'),
  }).map(({ which, ...rest }) => ({ ...which, ...rest }));
}

/** What can be missed: each target of each priority, and what the contract itself owes, which has no priority. */
export function missesOf(template: Template, terms: Terms): { priority: string; target: string }[] {
  const ofRequests = Object.entries(terms.service?.targets ?? {}).flatMap(([priority, targets]) =>
    targets.map(({ kind }) => ({ priority, target: kind })),
  );
  const reports = template.terms.reports && terms.assessment.lateReport === 'countsAsMiss' ? ['report'] : [];
  const own = [...reports, ...terms.obligations.map(({ id }) => id)];
  return [...ofRequests, ...own.map((target) => ({ priority: 'none', target }))];
}

const TENTHS = 1000;

/** Months by what was met and missed in them; attainment is what the core reckons from that (clause 2.5). */
function monthCases(terms: Terms, rules: RuleSet): Facts[] {
  const percents = (fact: string): Exact[] => around(compared(terms, rules, fact), '0.1', ['0', '100']);
  const tenths = numbers(percents('attainmentPercent')).map((percent) => Math.round(percent * 10));
  const counts = (fact: string, least: string) =>
    numbers(around(compared(terms, rules, fact), '1', [least, MANY]));
  const pairs = [
    ...tenths.map((each) => ({ met: each, missed: TENTHS - each })),
    ...counts('concluded', '1').flatMap((all) =>
      [0, 1, all - 1, all, ...tenths.map((each) => Math.ceil((all * each) / TENTHS))]
        .filter((met) => met >= 0 && met <= all)
        .map((met) => ({ met, missed: all - met })),
    ),
    ...counts('missed', '0').flatMap((missed) => [0, 1, 1000].map((met) => ({ met, missed }))),
    ...counts('met', '0').flatMap((met) => [0, 1, 1000].map((missed) => ({ met, missed }))),
  ].filter(({ met, missed }) => met + missed > 0);
  const worst = numbers([...percents('worstAttainmentPercent'), ...percents('attainmentPercent')]);
  return product({
    pair: distinctBy(pairs),
    worst,
    period: periodsOf(terms, rules),
    received: counts('received', '0'),
  }).flatMap(({ pair: { met, missed }, worst: lowest, period, received }) => {
    const attainmentPercent = percentText(met, met + missed);
    // The worst priority is at most as good as all of them together, and perfect where they are.
    if (lowest > Number(attainmentPercent) || (missed === 0) !== (lowest === 100)) return [];
    const worstAttainmentPercent = lowest.toFixed(1);
    return {
      period,
      attainmentPercent,
      worstAttainmentPercent,
      concluded: met + missed,
      met,
      missed,
      received,
    };
  });
}

/** Day 0 as well: a waived delay, or one that is excused, is looked at again with it. */
function obligationCases(terms: Terms, { rules, periodDays }: ConsequenceTerms): Facts[] {
  const days = around(compared(terms, rules, 'daysLate'), '1', ['0', MANY]);
  const periods = around(compared(terms, rules, 'periodsLate'), '1', ['0', MANY]);
  const lateDays = new Set([
    ...numbers(days),
    ...numbers(periods).flatMap((count) => [count * periodDays, count * periodDays + 1]),
    1,
    periodDays,
    periodDays + 1,
  ]);
  const ascending = [...lateDays].toSorted((a, b) => a - b);
  return terms.obligations.flatMap(({ id }) =>
    ascending.map((daysLate) => ({
      obligation: id,
      daysLate,
      periodsLate: Math.ceil(daysLate / periodDays),
    })),
  );
}

function paymentCases(terms: Terms, rules: RuleSet): Facts[] {
  const amounts = terms.billing.plan.map(({ amount }) => formatYuan(amount));
  const compares = compared(terms, rules, 'invoiceAmount');
  const near = around(compares, '0.01', ['0.01', '1000000000.00']).map((amount) =>
    Number(exactText(amount)).toFixed(2),
  );
  return product({
    period: periodsOf(terms, rules),
    invoiceAmount: compares.length === 0 ? amounts.slice(0, 1) : [...amounts.slice(0, 1), ...near],
    daysLate: numbers(around(compared(terms, rules, 'daysLate'), '1', ['1', MANY])),
  });
}

/** The first and the last month of the term, and those that the rules name. */
function periodsOf(terms: Terms, rules: RuleSet): string[] {
  const { schedule } = terms;
  const named = compared(terms, rules, 'period').map(String);
  const ends = [schedule[0]?.period, schedule.at(-1)?.period].flatMap((period) => period ?? []);
  return [...new Set([...ends, ...named])];
}

function compared({ parameters }: Terms, rules: RuleSet, fact: string): (string | number)[] {
  return comparedValues(rules, fact, parameters);
}

function distinctBy<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Every combination of the members' values. */
function product<Members extends Record<string, readonly unknown[]>>(
  members: Members,
): { [Name in keyof Members]: Members[Name][number] }[] {
  let rows: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(members)) {
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
  }
  return rows as { [Name in keyof Members]: Members[Name][number] }[];
}
