import { type FactValue } from '#domain/decision';
import {
  type Explanation,
  type NearestChange,
  type Reason,
  type ReasonCondition,
} from '#decisions/explanation';
import { type ExplanationGrammar, heldByFact, leavesByFact, valuesOf } from './explain-grammar.js';
import { factText, listed, valueText } from './explain-words.js';

const value = (of: FactValue, unit: string | null) => valueText(of, unit, 'en');
const name = (fact: string, { vocabulary }: Explanation) => factText(fact, vocabulary, 'en');

export const english: ExplanationGrammar = {
  decided: (explanation) => {
    const { decidedBy, outcome, clause, ruleSet, rules } = explanation;
    if (decidedBy === null || outcome === null) return `No rule of ${ruleSet.id} holds.`;
    const reason = rules.find(({ fired }) => fired)?.reason;
    const why = reason === undefined ? '' : `: ${heldText(reason, explanation)}`;
    return `${capital(outcomeText(outcome))} under clause ${clause}, because rule "${decidedBy}" holds${why}.`;
  },
  failed: (explanation, { rule, reason }) =>
    `Rule "${rule}" did not hold: ${failedText(reason, explanation)}.`,
  nearest: (explanation, changes) => {
    const told = changes.map((change) => changeText(change, explanation));
    return `Another rule would have decided with ${told.join('; or with ')}.`;
  },
};

function outcomeText(outcome: Readonly<Record<string, FactValue>>): string {
  return Object.entries(outcome)
    .map(([of, given]) =>
      of === 'permille' ? value(given, of) : `${factText(of, {}, 'en')} ${value(given, null)}`,
    )
    .join(', ');
}

/** `urgency is high, attainment percent is 97.0% (at least 95% and less than 99%)`. */
function heldText(reason: Reason, explanation: Explanation): string {
  return heldByFact(reason)
    .map(({ fact, actual, unit, bounds }) => {
      const within = bounds.map(phrase).join(' and ');
      return `${name(fact, explanation)} is ${value(actual, unit)}${within === '' ? '' : ` (${within})`}`;
    })
    .join(', ');
}

function failedText(reason: Reason, explanation: Explanation): string {
  if (!('group' in reason)) {
    const { fact, actual, unit } = reason;
    return `${name(fact, explanation)} is ${value(actual, unit)}, ${phrase(reason)} was needed${offset(reason)}`;
  }
  const found = leavesByFact(reason).map(
    ({ fact, actual, unit }) => `${name(fact, explanation)} is ${value(actual, unit)}`,
  );
  return `${listed(found, ' and ')}; needed was ${neededText(reason, explanation, false)}`;
}

function neededText(reason: Reason, explanation: Explanation, isNested: boolean): string {
  if (!('group' in reason)) return `${name(reason.fact, explanation)} ${phrase(reason)}${offset(reason)}`;
  const isAny = reason.group === 'any';
  const hasGroups = reason.of.some((each) => 'group' in each);
  const joint = isAny ? (hasGroups ? ', or ' : ' or ') : ' and ';
  const text = reason.of.map((each) => neededText(each, explanation, !isAny)).join(joint);
  return isAny && isNested ? `(${text})` : text;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: 'less than',
  lessThanInclusive: 'at most',
  greaterThan: 'more than',
  greaterThanInclusive: 'at least',
};

/** What a condition asks for: `high`, `medium or low`, `at least 99%`, `anything but 5`. */
function phrase({ operator, expected, needed, unit }: ReasonCondition): string {
  const values = valuesOf(expected).map((each) => value(each, unit));
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) return `${comparison} ${values.join(', ')}`;
  if (operator === 'equal' || operator === 'in') return listed(values, ' or ');
  if (needed !== null && needed.length > 0) {
    return listed(
      needed.map((each) => value(each, unit)),
      ' or ',
    );
  }
  return `anything but ${listed(values, ' and ')}`;
}

function offset({ off, unit }: ReasonCondition): string {
  if (off === null || off.direction === 'at') return '';
  return ` (${distance(off.by, unit)} too ${off.direction === 'above' ? 'high' : 'low'})`;
}

function distance(by: string, unit: string | null): string {
  return unit === 'percent' ? `${by} percentage points` : valueText(Number(by) === 1 ? '1' : by, unit, 'en');
}

function changeText(
  { fact, from, to, unit, by, decidedBy, outcome }: NearestChange,
  explanation: Explanation,
): string {
  const far = by === null ? '' : `, ${distance(by, unit)} ${Number(to) > Number(from) ? 'more' : 'less'}`;
  return `${name(fact, explanation)} ${value(to, unit)} instead of ${value(from, unit)}${far} (rule "${decidedBy}": ${outcomeText(outcome)})`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
