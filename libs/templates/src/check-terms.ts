import { type Fault, joinPath, oneOf, unknownName } from '#domain/fault';
import { slotsOf, type Slot } from './slots.js';
import { type ParameterDefinition, type TemplateParts } from './template.js';

/** What is wrong with `terms.json`: parameters that are none or of another kind, and parts that do not go together. */
export function termsFaults(parts: TemplateParts): Fault[] {
  return [
    ...slotsOf(parts.terms).flatMap((slot) => slotFaults(slot, parts.parameters)),
    ...clauseFaults(parts),
    ...priceFaults(parts),
    ...lapseFaults(parts),
    ...consequenceFaults(parts),
    ...obligationFaults(parts),
  ];
}

function slotFaults({ path, parameter, types, values }: Slot, all: readonly ParameterDefinition[]): Fault[] {
  const fitting = all.filter((each) => types.includes(each.type)).map(({ name }) => name);
  const definition = all.find(({ name }) => name === parameter);
  if (!definition || !types.includes(definition.type)) {
    return [unknownName(joinPath(path, 'parameter'), `${types.join(' or ')} parameter`, parameter, fitting)];
  }
  if (values === undefined || definition.type !== 'enum') return [];
  const index = all.indexOf(definition);
  return Object.keys(definition.values)
    .filter((value) => !values.includes(value))
    .map((value) =>
      unknownName(joinPath('parameters', index, 'values', value), `value for ${path}`, value, values),
    );
}

/** Every clause that the terms name stands in the text. */
function clauseFaults({ terms, clauses }: TemplateParts): Fault[] {
  const numbers = clauses['zh-CN'].map(({ number }) => number);
  const named = [
    ...Object.entries(terms.clauses).map(([name, clause]) => ({
      path: joinPath('terms.clauses', name),
      clause,
    })),
    ...terms.consequences.map(({ clause }, index) => ({
      path: joinPath('terms.consequences', index, 'clause'),
      clause,
    })),
    ...terms.obligations.map(({ clause }, index) => ({
      path: joinPath('terms.obligations', index, 'clause'),
      clause,
    })),
    { path: 'terms.termination.clause', clause: terms.termination.clause },
  ];
  return named
    .filter(({ clause }) => !numbers.includes(clause))
    .map(({ path, clause }) => unknownName(path, 'clause', clause, numbers));
}

/** A price is by the month, or stated; where it may be stated, there is an amount for it. */
function priceFaults({ terms: { price } }: TemplateParts): Fault[] {
  if (price.statedTotal === undefined && price.total !== 'computed') {
    const allowed = 'a total that may be stated needs a money parameter';
    return [{ path: 'terms.price.statedTotal', problem: 'is missing', allowed }];
  }
  if (price.monthlyFee === undefined && price.total !== 'stated') {
    const allowed = 'allowed without a monthlyFee is "stated"';
    return [{ path: 'terms.price.total', problem: 'cannot be computed', allowed }];
  }
  return [];
}

function lapseFaults({ terms: { termination } }: TemplateParts): Fault[] {
  const { lapseUnit, lapsesAfterMonths, lapsesAfterDays } = termination;
  const needed = { months: lapsesAfterMonths, days: lapsesAfterDays };
  return (['months', 'days'] as const).flatMap((unit): Fault[] => {
    if (needed[unit] !== undefined || (typeof lapseUnit === 'string' && lapseUnit !== unit)) return [];
    const name = unit === 'months' ? 'lapsesAfterMonths' : 'lapsesAfterDays';
    return [
      { path: `terms.termination.${name}`, problem: 'is missing', allowed: `lapseUnit may be ${unit}` },
    ];
  });
}

/** Which bases and times an occasion can have. */
const OCCASIONS = {
  miss: { bases: ['totalAmount', 'amountAtSigning', 'monthFee'], times: ['once'] },
  month: { bases: ['totalAmount', 'amountAtSigning', 'monthFee'], times: ['once'] },
  obligation: {
    bases: ['obligationValue', 'totalAmount', 'amountAtSigning'],
    times: ['once', 'daysLate', 'periodsLate'],
  },
  latePayment: { bases: ['outstanding'], times: ['daysLate'] },
} as const;

function consequenceFaults({ terms }: TemplateParts): Fault[] {
  const faults: Fault[] = [];
  terms.consequences.forEach((consequence, index) => {
    const { id, on, base, times, periodDays } = consequence;
    const path = joinPath('terms.consequences', index);
    const { bases, times: allowedTimes } = OCCASIONS[on];
    if (terms.consequences.findIndex((other) => other.id === id) !== index)
      faults.push({
        path: joinPath(path, 'id'),
        problem: `"${id}" is given twice`,
        allowed: 'each is allowed once',
      });
    if (typeof base === 'string' && !(bases as readonly string[]).includes(base))
      faults.push({ path: joinPath(path, 'base'), problem: `is "${base}"`, allowed: oneOf(bases) });
    if (!(allowedTimes as readonly string[]).includes(times))
      faults.push({ path: joinPath(path, 'times'), problem: `is "${times}"`, allowed: oneOf(allowedTimes) });
    consequence.caps.forEach(({ window }, place) => {
      // What one obligation costs is fixed month by month: a cap of a month or year would cut it at every close.
      if (on !== 'obligation' || window === 'each' || window === 'term') return;
      const at = joinPath(path, 'caps', place, 'window');
      const problem = typeof window === 'string' ? `is "${window}"` : 'is a parameter';
      faults.push({ path: at, problem, allowed: oneOf(['each', 'term']) });
    });
    if ((times === 'periodsLate') !== (periodDays !== undefined))
      faults.push({
        path: joinPath(path, 'periodDays'),
        problem: times === 'periodsLate' ? 'is missing' : 'stands where no periods are counted',
        allowed: 'it goes with times "periodsLate"',
      });
  });
  return [...faults, ...singleFaults(terms.consequences)];
}

/** Which of several consequences a miss or a late payment has could only be guessed. */
function singleFaults(consequences: TemplateParts['terms']['consequences']): Fault[] {
  return (['miss', 'latePayment'] as const).flatMap((on) => {
    const second = consequences.flatMap((each, index) => (each.on === on ? [index] : []))[1];
    if (second === undefined) return [];
    const path = joinPath('terms.consequences', second, 'on');
    return [{ path, problem: `is the second one on "${on}"`, allowed: 'allowed is one' }];
  });
}

function obligationFaults({ terms }: TemplateParts): Fault[] {
  const faults: Fault[] = terms.obligations.flatMap(({ id }, index) =>
    terms.obligations.findIndex((other) => other.id === id) === index
      ? []
      : [
          {
            path: joinPath('terms.obligations', index, 'id'),
            problem: `"${id}" is given twice`,
            allowed: 'each is allowed once',
          },
        ],
  );
  if (terms.obligations.length > 0) return faults;
  const needing = [
    ...(terms.invoices.timing === 'onPerformance' ? ['terms.invoices.timing'] : []),
    ...(terms.termination.delayDays === undefined ? [] : ['terms.termination.delayDays']),
    ...terms.consequences.flatMap(({ on }, index) =>
      on === 'obligation' ? [joinPath('terms.consequences', index, 'on')] : [],
    ),
  ];
  return needing.map((path) => ({
    path,
    problem: 'needs an obligation',
    allowed: 'terms.obligations has at least one then',
  }));
}
