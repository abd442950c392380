import { readCell } from '#decisions/decision-table-cell';
import { ORDERED } from '#decisions/operator-names';
import type { FactDefinition, RuleCondition } from '#domain/decision';
import type { Language } from '~/words/words';
import { type Given, type Table, type TableRow } from './table-text';

type Facts = Readonly<Record<string, FactDefinition>>;

const WORDS = {
  en: {
    holds: (fact: string) => `"${fact}" holds`,
    fails: (fact: string) => `"${fact}" does not hold`,
    equal: (fact: string, value: string) => `"${fact}" is ${value}`,
    notEqual: (fact: string, value: string) => `"${fact}" is not ${value}`,
    in: (fact: string, value: string) => `"${fact}" is one of ${value}`,
    notIn: (fact: string, value: string) => `"${fact}" is none of ${value}`,
    lessThan: (fact: string, value: string) => `"${fact}" is below ${value}`,
    lessThanInclusive: (fact: string, value: string) => `"${fact}" is at most ${value}`,
    greaterThan: (fact: string, value: string) => `"${fact}" is above ${value}`,
    greaterThanInclusive: (fact: string, value: string) => `"${fact}" is at least ${value}`,
    not: (part: string) => `it is not so that ${part}`,
    and: ' and ',
    or: ' or ',
    list: ', ',
    name: (fact: string) => `"${fact}"`,
    when: (conditions: string, outcome: string) => `When ${conditions}: ${outcome}.`,
    always: (outcome: string) => `In every case: ${outcome}.`,
    otherwise: (outcome: string) => `In every other case: ${outcome}.`,
    outcome: (name: string, value: string) => `${name} is ${value}`,
  },
  'zh-CN': {
    holds: (fact: string) => `“${fact}”成立`,
    fails: (fact: string) => `“${fact}”不成立`,
    equal: (fact: string, value: string) => `“${fact}”为 ${value}`,
    notEqual: (fact: string, value: string) => `“${fact}”不为 ${value}`,
    in: (fact: string, value: string) => `“${fact}”为 ${value} 之一`,
    notIn: (fact: string, value: string) => `“${fact}”不为 ${value} 中的任何一个`,
    lessThan: (fact: string, value: string) => `“${fact}”小于 ${value}`,
    lessThanInclusive: (fact: string, value: string) => `“${fact}”不超过 ${value}`,
    greaterThan: (fact: string, value: string) => `“${fact}”大于 ${value}`,
    greaterThanInclusive: (fact: string, value: string) => `“${fact}”不低于 ${value}`,
    not: (part: string) => `并非${part}`,
    and: '，且',
    or: '，或',
    list: '、',
    name: (fact: string) => `“${fact}”`,
    when: (conditions: string, outcome: string) => `当${conditions}时，${outcome}。`,
    always: (outcome: string) => `任何情况下，${outcome}。`,
    otherwise: (outcome: string) => `其余情况下，${outcome}。`,
    outcome: (name: string, value: string) => `${name}为 ${value}`,
  },
} as const;

const OUTCOMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  priority: { en: 'priority', 'zh-CN': '优先级' },
  permille: { en: 'permille', 'zh-CN': '千分比' },
};

/** What is decided, in the words of the page; by its name where it has none. */
export function outcomeLabel(name: string, language: Language): string {
  return OUTCOMES[name]?.[language] ?? name;
}

/** What a fact means, in the words of its file; by its name where it has none. */
export function factLabel(facts: Facts, name: string, language: Language): string {
  return facts[name]?.description[language] ?? name;
}

/** What a row of a table says as a sentence; null while one of its cells cannot be read. */
export function rowSentence(table: Table, row: TableRow, index: number, language: Language): string | null {
  const read = table.inputs.map((fact, column) =>
    fact in table.facts ? readCell(row.when[column] ?? '-', fact, table.facts, '') : { faults: [] },
  );
  const conditions: RuleCondition[] = [];
  for (const each of read) {
    if ('faults' in each) return null;
    if (each.condition !== null) conditions.push(each.condition);
  }
  const words = WORDS[language];
  const outcome = outcomeText(row.then, table.facts, language);
  if (conditions.length > 0)
    return words.when(conditionPhrase({ all: conditions }, table.facts, language), outcome);
  return index === 0 ? words.always(outcome) : words.otherwise(outcome);
}

/** What a rule of a rule set says as a sentence. */
export function ruleSentence(
  conditions: RuleCondition,
  given: Readonly<Record<string, Given>>,
  facts: Facts,
  language: Language,
): string {
  return WORDS[language].when(
    conditionPhrase(conditions, facts, language),
    outcomeText(given, facts, language),
  );
}

function outcomeText(given: Readonly<Record<string, Given>>, facts: Facts, language: Language): string {
  const words = WORDS[language];
  return Object.entries(given)
    .map(([name, value]) => words.outcome(outcomeLabel(name, language), valueText(value, facts, language)))
    .join(words.list);
}

/** A condition in words: `"Urgency" is high and "Impact" is one of high, medium`. */
export function conditionPhrase(condition: RuleCondition, facts: Facts, language: Language): string {
  const words = WORDS[language];
  const part = (each: RuleCondition) => conditionPhrase(each, facts, language);
  if ('all' in condition) return condition.all.map(part).join(words.and);
  if ('any' in condition) return condition.any.map(part).join(words.or);
  if ('not' in condition) return words.not(part(condition.not));
  const { fact, operator, value } = condition;
  const label = factLabel(facts, fact, language);
  if (typeof value === 'boolean')
    return value === (operator === 'equal') ? words.holds(label) : words.fails(label);
  const text = valueText(value, facts, language);
  return isOperator(operator) ? words[operator](label, text) : `${words.name(label)} ${operator} ${text}`;
}

function isOperator(operator: string): operator is (typeof ORDERED)[number] {
  return ORDERED.some((each) => each === operator);
}

function valueText(value: unknown, facts: Facts, language: Language): string {
  const words = WORDS[language];
  if (Array.isArray(value)) return value.map((each) => valueText(each, facts, language)).join(words.list);
  if (typeof value === 'object' && value !== null && 'fact' in value)
    return words.name(factLabel(facts, String(value.fact), language));
  const reference = /^\{\s*([a-zA-Z0-9]+)\s*\}$/.exec(String(value))?.[1];
  return reference === undefined ? String(value) : words.name(factLabel(facts, reference, language));
}
