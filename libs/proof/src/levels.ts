import { exactOf, exactText, subtract } from '#decisions/exact';
import { formatYuan, parseYuan, fen } from '#domain/money/fen';
import { addDays, parsePlainDate, plainDate, type PlainDate } from '#domain/time/dates';
import { type Calendars } from '#templates/package-calendars';
import { type ParameterValue } from '#templates/parameter-value';
import { slotsOf } from '#templates/slots';
import { type ParameterDefinition, type Template } from '#templates/template';
import { usedFacts } from './rules.js';

/** A parameter with the values that are tried; the first is the default, or what stands for it. */
export interface Levels {
  readonly definition: ParameterDefinition;
  readonly values: readonly ParameterValue[];
}

/** Slots of the terms on which deadlines and amounts depend: the others (reminders, signing) bear on no proof. */
const DECIDING_SLOTS = /^terms\.(?:term\.months|price|service|assessment|consequences|obligations)\b/;

/** A zone with summer time, for templates that leave the zone open. */
const ZONE_WITH_SUMMER_TIME = 'America/New_York';
const DEFAULT_ZONE = 'Asia/Shanghai';
/** Obligations of templates with open dates fall due so many days after the first day of the term. */
const OBLIGATION_AFTER_DAYS = 90;

/**
 * The values of each parameter: of a decision all, of a number that a rule, a target, a cap or an amount depends on its
 * default and both limits, of everything else one. A required number has the middle of its range for a default.
 */
export function levelsOf(template: Template, calendars: Calendars): Levels[] {
  const deciding = decidingNames(template);
  const start = firstPublishedDay(calendars);
  return template.parameters.map((definition) => ({
    definition,
    values: distinct(valuesOf(definition, deciding.has(definition.name), template, start)),
  }));
}

/** The names of the parameters that a rule looks at, or that targets, caps and amounts are made of. */
function decidingNames(template: Template): Set<string> {
  const slots = slotsOf(template.terms).filter(({ path }) => DECIDING_SLOTS.test(path));
  const targets = Object.values(template.targets?.priorities ?? {}).flatMap((each) => each.targets);
  return new Set([
    ...slots.map(({ parameter }) => parameter),
    ...targets.map(({ measure }) => measure.parameter),
    ...Object.values(template.rules).flatMap((rules) => [...usedFacts(rules)]),
  ]);
}

function valuesOf(
  definition: ParameterDefinition,
  isDeciding: boolean,
  template: Template,
  start: PlainDate,
): ParameterValue[] {
  switch (definition.type) {
    case 'enum': {
      const values = Object.keys(definition.values);
      return definition.default === undefined ? values : [definition.default, ...values];
    }
    case 'zone':
      return [definition.default ?? DEFAULT_ZONE, ZONE_WITH_SUMMER_TIME];
    case 'date':
      return [definition.default ?? dateFor(definition, template, start)];
    case 'text':
      return [definition.default ?? 'x'];
    default: {
      const [minimum, maximum] = limitsOf(definition);
      const usual = definition.default ?? middleOf(definition, minimum, maximum);
      return isDeciding ? [usual, minimum, maximum] : [usual];
    }
  }
}

type Numeric = Extract<ParameterDefinition, { type: 'integer' | 'decimal' | 'money' }>;

/** The least and the greatest value of a number; of a ratio above a bound the next one with six decimals. */
export function limitsOf(definition: Numeric): [ParameterValue, ParameterValue] {
  if (definition.type !== 'decimal' || definition.moreThan === undefined) {
    return [definition.minimum ?? '0', definition.maximum];
  }
  const bound = exactOf(definition.moreThan) ?? { units: 0n, digits: 0 };
  return [exactText(subtract(bound, { units: -1n, digits: SIX_DECIMALS })), definition.maximum];
}

const SIX_DECIMALS = 6;
/** From so wide a range on, the middle is taken by size: of 0.01 to 10,000,000,000.00 it is 10,000.00. */
const WIDE_RANGE = 100;

/** What contracts customarily have, so that the caps come to be used; two years hold every window of a cap. */
const CUSTOMARY: Readonly<Record<string, number>> = { permille: 5, percent: 10, months: 24 };

/** The customary value within the range, or a plain one from its middle, with one figure that is not zero. */
function middleOf(definition: Numeric, minimum: ParameterValue, maximum: ParameterValue): ParameterValue {
  const [low, high] = [Number(minimum), Number(maximum)];
  const customary = 'unit' in definition ? CUSTOMARY[definition.unit] : undefined;
  if (customary !== undefined && low <= customary && customary <= high)
    return definition.type === 'integer' ? customary : String(customary);
  const smallest = low > 0 ? low : high / WIDE_RANGE ** 2;
  const middle = high / smallest >= WIDE_RANGE ? Math.sqrt(smallest * high) : (low + high) / 2;
  const plain = Number(middle.toPrecision(1));
  const within = plain >= low && plain <= high ? plain : high;
  if (definition.type === 'integer') return Math.round(within);
  if (definition.type === 'money') return formatYuan(fen(Math.round(within * 100)));
  return exactText(exactOf(within.toFixed(SIX_DECIMALS)) ?? { units: 0n, digits: 0 }).replace(/\.?0+$/, '');
}

type DateParameter = Extract<ParameterDefinition, { type: 'date' }>;

function dateFor({ name, minimum, maximum }: DateParameter, { terms }: Template, start: PlainDate): string {
  const { start: slot } = terms.term;
  const isStart = typeof slot === 'object' && slot.parameter === name;
  const wanted = isStart ? start : addDays(start, OBLIGATION_AFTER_DAYS);
  return wanted < minimum ? minimum : wanted > maximum ? maximum : wanted;
}

/** New Year's Day of the first year that every calendar has published; a calendar without one bears no holidays. */
function firstPublishedDay(calendars: Calendars): PlainDate {
  const years = Object.values(calendars).map(({ calendar }) => Object.keys(calendar.years).toSorted());
  const [first = ['2025'], ...others] = years;
  const common = first.find((year) => others.every((each) => each.includes(year))) ?? first[0] ?? '2025';
  return parsePlainDate(`${common}-01-01`) ?? plainDate('2025-01-01');
}

/** Two spellings of one amount are one value. */
function distinct(values: readonly ParameterValue[]): ParameterValue[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = String(typeof value === 'string' ? (parseYuan(value) ?? value) : value);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
