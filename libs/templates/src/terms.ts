import { dueInstant } from '#domain/contract/due-days';
import { buildBills, buildSchedule, monthsTouched } from '#domain/contract/schedule';
import { type Fault } from '#domain/fault';
import { fen, formatYuan, MAX_FEN, subtractFen, type Fen } from '#domain/money/fen';
import { percentOfRoundedDown } from '#domain/money/ratio';
import {
  LAW,
  type CapTerms,
  type ConsequenceTerms,
  type Measure,
  type ObligationTerms,
  type ServiceTerms,
  type TargetTerms,
  type Terms,
} from '#domain/terms';
import { type WorkCalendar } from '#domain/time/calendar';
import { firstDay, nextPeriod, plainDate, termEndDate, type PlainDate } from '#domain/time/dates';
import { startOfDay } from '#domain/time/zone';
import { amendedMonths, type Amended } from './amended-months.js';
import { conditionHolds } from './clause-text.js';
import { type ParameterValues } from './parameters.js';
import { reader, type Reader } from './slot-reader.js';
import { type TargetDefinition, type Template } from './template.js';
import { renewalOf, signingOf, terminationOf } from './terms-of-ends.js';

/** The terms of a contract, or what is wrong between its parameters. */
export type BuiltTerms = { readonly terms: Terms } | { readonly faults: readonly Fault[] };

/** What a term costs, before it is spread over months. */
interface Price {
  readonly startDate: PlainDate;
  readonly endDate: PlainDate;
  readonly monthlyFee: Fen | null;
  readonly totalAmount: Fen;
}

/**
 * The terms of one contract: a template with every parameter set, its dates, deadlines and amounts worked out. A whole
 * snapshot, so that nothing edited later reaches the contract. `values` come from `resolveParameters`.
 */
export function buildTerms(
  template: Template,
  values: ParameterValues,
  calendar: WorkCalendar,
  amended?: Amended,
): BuiltTerms {
  const read = reader(values);
  const price = priceOf(template, read);
  if (price.totalAmount > MAX_FEN || price.totalAmount <= 0) return { faults: [totalFault(template, price)] };
  const whole = termsOf(template, values, calendar, price);
  const terms = amended ? goneOn(template, values, whole, price, amended) : whole;
  const last = terms.schedule.at(-1)?.fee ?? price.totalAmount;
  const faults = [
    ...(last < 0 ? [statedFault(template, terms, last)] : []),
    ...reportFaults(template, terms),
    ...obligationFaults(template, terms),
  ];
  return faults.length > 0 ? { faults } : { terms };
}

/** Amended terms: the months before stay as they were, and total and caps are of all months together. */
function goneOn(
  template: Template,
  values: ParameterValues,
  whole: Terms,
  price: Price,
  amended: Amended,
): Terms {
  const read = reader(values);
  const { totalAmount, schedule, plan } = amendedMonths(whole, amended, {
    cycle: read.choice(template.terms.invoices.cycle),
    isStated: price.monthlyFee === null || read.choice(template.terms.price.total) === 'stated',
  });
  const consequences = consequencesOf(template, values, { ...price, totalAmount });
  const { amountAtSigning } = amended.before;
  const billing = { ...whole.billing, plan };
  return { ...whole, totalAmount, amountAtSigning, schedule, billing, consequences };
}

/** The 1st with the day left out would ask for the report when its month ends. */
function reportFaults(template: Template, terms: Terms): Fault[] {
  const tooEarly = terms.schedule.find(({ period, reportDueAt }) => {
    return reportDueAt !== null && reportDueAt <= startOfDay(firstDay(nextPeriod(period)), terms.zone);
  });
  const slot = template.terms.reports?.dueDay;
  if (!tooEarly) return [];
  return [
    {
      path: typeof slot === 'object' ? `parameters.${slot.parameter}` : 'terms.reports.dueDay',
      problem: `makes the report of ${tooEarly.period} due at ${tooEarly.reportDueAt}, before the month has ended`,
      allowed: 'allowed is a later day',
    },
  ];
}

/** An obligation that falls due outside the term would never pass: what is due at the very end is withdrawn with it. */
function obligationFaults(template: Template, terms: Terms): Fault[] {
  return terms.obligations.flatMap(({ id, dueAt }, index) => {
    if (terms.startsAt <= dueAt && dueAt < terms.endsAt) return [];
    const slot = template.terms.obligations[index]?.due;
    return [
      {
        path: typeof slot === 'object' ? `parameters.${slot.parameter}` : `terms.obligations[${index}].due`,
        problem: `makes ${id} due at ${dueAt}, outside the term`,
        allowed: `allowed is a day before the last of the term, from ${terms.startsAt} to ${terms.endsAt}`,
      },
    ];
  });
}

function termsOf(template: Template, values: ParameterValues, calendar: WorkCalendar, price: Price): Terms {
  const read = reader(values);
  const { terms: slots } = template;
  const { startDate, endDate, totalAmount } = price;
  const zone = read.text(slots.zone);
  const dueDays = { included: read.choice(slots.dueDays.included), roll: read.choice(slots.dueDays.roll) };
  const book = { dueDays, calendar, zone };
  const partMonths = read.choice(slots.price.partMonths);
  const reports = slots.reports
    ? {
        dueDay: read.whole(slots.reports.dueDay),
        reminderBeforeDays: read.whole(slots.reports.reminderBeforeDays),
      }
    : null;
  const schedule = buildSchedule({ ...book, ...price, partMonths, reports });
  return {
    law: LAW,
    template: { id: template.id, version: template.version, hash: template.hash },
    parameters: values,
    clauses: slots.clauses,
    zone,
    calendar,
    startsAt: startOfDay(startDate, zone),
    endsAt: startOfDay(endDate, zone),
    monthlyFee: price.monthlyFee,
    totalAmount,
    amountAtSigning: totalAmount,
    schedule,
    service: serviceOf(template, read),
    assessment: {
      fails: read.choice(slots.assessment.fails),
      attainmentBelowPercent: read.texts(slots.assessment.attainmentBelowPercent),
      emptyMonth: read.choice(slots.assessment.emptyMonth),
      lateReport: slots.reports ? read.choice(slots.reports.late) : 'breachOnly',
    },
    consequences: consequencesOf(template, values, price),
    penalties: {
      fixed: read.choice(slots.penalties.fixed),
      settled: read.choice(slots.penalties.settled),
    },
    dueDays,
    billing: {
      plan: buildBills(schedule, read.choice(slots.invoices.cycle), totalAmount),
      timing: read.choice(slots.invoices.timing),
      partMonths,
      dueDay: read.whole(slots.invoices.dueDay),
      lateInvoiceDueAfterDays: read.whole(slots.invoices.lateInvoiceDueAfterDays),
      reminderBeforeDays: read.whole(slots.invoices.reminderBeforeDays),
    },
    obligations: slots.obligations.map((slot): ObligationTerms => {
      const dueDate = plainDate(read.text(slot.due));
      const value = read.money(slot.value);
      return { id: slot.id, clause: slot.clause, dueDate, dueAt: dueInstant(dueDate, book).at, value };
    }),
    termination: terminationOf(template, read),
    signing: signingOf(template, read),
    renewal: renewalOf(template, read),
  };
}

/** The total is the fee times the months, of the term or, where part months cost a whole fee, those it touches. */
function priceOf({ terms: slots }: Template, read: Reader): Price {
  const startDate = plainDate(read.text(slots.term.start));
  const months = read.whole(slots.term.months);
  const endDate = termEndDate(startDate, months);
  const monthlyFee = slots.price.monthlyFee === undefined ? null : read.money(slots.price.monthlyFee);
  const isStated = read.choice(slots.price.total) === 'stated';
  if (isStated || monthlyFee === null) {
    return { startDate, endDate, monthlyFee, totalAmount: read.money(slots.price.statedTotal) };
  }
  const isFull = read.choice(slots.price.partMonths) === 'full';
  const billed = isFull ? monthsTouched(startDate, endDate) : months;
  return { startDate, endDate, monthlyFee, totalAmount: (monthlyFee * billed) as Fen };
}

function totalFault(template: Template, { totalAmount }: Price): Fault {
  const slot = template.terms.price.monthlyFee ?? template.terms.price.statedTotal;
  return {
    path: typeof slot === 'object' ? `parameters.${slot.parameter}` : 'terms.price',
    problem: `makes a total contract amount of ${totalAmount} fen`,
    allowed: `allowed is more than nothing and at most ${formatYuan(MAX_FEN)} yuan`,
  };
}

function statedFault(template: Template, terms: Terms, last: Fen): Fault {
  const slot = template.terms.price.statedTotal;
  const least = formatYuan(subtractFen(terms.totalAmount, last));
  return {
    path: typeof slot === 'object' ? `parameters.${slot.parameter}` : 'terms.price.statedTotal',
    problem: `leaves less than nothing for the last month, of ${formatYuan(terms.totalAmount)} in all`,
    allowed: `allowed is at least ${least}, the fees of the months before it`,
  };
}

function serviceOf(
  { terms: { service: slots }, targets, rules }: Template,
  read: Reader,
): ServiceTerms | null {
  const priority = slots && rules[slots.rules];
  if (!slots || !targets || !priority) return null;
  const measures = {
    workingDay: read.choice(slots.workingDay),
    responseClock: read.choice(slots.responseClock),
    minutesPerWorkingDay: read.wholeOr(slots.minutesPerWorkingDay, 0),
  };
  const of = (target: TargetDefinition): TargetTerms => {
    return {
      ...target,
      measure: measureOf(target, read.whole({ parameter: target.measure.parameter }), measures),
    };
  };
  return {
    rules: priority,
    targets: Object.fromEntries(
      Object.entries(targets.priorities).map(([name, each]) => [name, each.targets.map(of)]),
    ),
    pauses: read.choice(slots.pauses),
    pauseReasons: Object.keys(targets.pauseReasons),
    reclassification: read.choice(slots.reclassification),
    reopening: read.choice(slots.reopening),
    missOwnedBy: read.choice(slots.missOwnedBy),
    missesPerRequest: read.choice(slots.missesPerRequest),
  };
}

interface MeasureDecisions {
  readonly workingDay: 'wholeDay' | 'workingHours' | 'endOfDay';
  readonly responseClock: 'calendarTime' | 'serviceHours';
  readonly minutesPerWorkingDay: number;
}

/** How a target is counted, by what the contract says of working days and of its response clock (clauses 2.3, 2.4). */
function measureOf(target: TargetDefinition, amount: number, decisions: MeasureDecisions): Measure {
  const { unit } = target.measure;
  if (unit === 'minutes') {
    const inHours = target.clock === 'response' && decisions.responseClock === 'serviceHours';
    return { unit: inHours ? 'serviceMinutes' : 'minutes', amount };
  }
  if (unit === 'serviceMinutes' || decisions.workingDay === 'wholeDay') return { unit, amount };
  return decisions.workingDay === 'workingHours'
    ? { unit: 'serviceMinutes', amount: amount * decisions.minutesPerWorkingDay }
    : { unit: 'workingDayEnds', amount };
}

function consequencesOf(template: Template, values: ParameterValues, price: Price): ConsequenceTerms[] {
  const read = reader(values);
  return template.terms.consequences.flatMap((slot): ConsequenceTerms[] => {
    const rules = template.rules[slot.rules];
    if (!rules || !conditionHolds(slot.when, values)) return [];
    const { id, on, clause, times } = slot;
    const periodDays = slot.periodDays === undefined ? 1 : read.whole(slot.periodDays);
    const caps = slot.caps.map((cap): CapTerms => {
      const amount = percentOfRoundedDown(capBase(template, cap.of, read, price), read.text(cap.percent));
      return { window: read.choice(cap.window), amount };
    });
    return [{ id, on, clause, base: read.choice(slot.base), times, periodDays, caps, rules }];
  });
}

type CapBase = Template['terms']['consequences'][number]['caps'][number]['of'];

const MONTHS_OF_YEAR = 12;

function capBase(template: Template, of: CapBase, read: Reader, price: Price): Fen {
  switch (of) {
    case 'totalAmount':
      return price.totalAmount;
    case 'monthlyFee':
      return price.monthlyFee ?? price.totalAmount;
    case 'twelveMonthlyFees':
      return fen((price.monthlyFee ?? price.totalAmount) * MONTHS_OF_YEAR);
    case 'obligationValue': {
      const [first] = template.terms.obligations;
      return first ? read.money(first.value) : price.totalAmount;
    }
  }
}
