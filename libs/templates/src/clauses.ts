import { fen, parseYuan } from '#domain/money/fen';
import { addDays, plainDate, termEndDate } from '#domain/time/dates';
import { bind, type DerivedBinding } from './bindings.js';
import { formatDate, formatMoney, formatValue } from './format-value.js';
import type { ParameterValues } from './parameters.js';
import type { Parties } from './parties.js';
import type { Clause, Language, Template } from './template.js';

/**
 * The clauses of a contract in one language, with every binding filled in. `values` come from `resolveParameters`.
 * Throws a RangeError where a value is missing: a contract is never printed with a gap.
 */
export function renderClauses(
  template: Pick<Template, 'parameters' | 'clauses'>,
  values: ParameterValues,
  language: Language,
  parties: Parties,
): Clause[] {
  const texts = new Map<string, string>();
  for (const definition of template.parameters) {
    const value = values[definition.name];
    if (value === undefined) throw new RangeError(`no value for the parameter ${definition.name}`);
    texts.set(definition.name, formatValue(definition, value, language));
  }
  for (const [name, text] of Object.entries(derivedTexts(values, language))) texts.set(name, text);
  for (const role of ['client', 'provider'] as const) {
    for (const [field, text] of Object.entries(parties[role])) texts.set(`${role}.${field}`, text);
  }
  const textOf = (name: string): string => {
    const text = texts.get(name);
    if (text === undefined) throw new RangeError(`nothing is known of {{${name}}}`);
    return text;
  };
  return template.clauses[language].map(({ number, title, text }) => ({
    number,
    title,
    text: bind(text, textOf),
  }));
}

function derivedTexts(values: ParameterValues, language: Language): Record<DerivedBinding, string> {
  const months = Number(values['termMonths']);
  const monthlyFee = parseYuan(String(values['monthlyFee']));
  if (monthlyFee === null) throw new RangeError(`no amount: ${String(values['monthlyFee'])}`);
  const lastDay = addDays(termEndDate(plainDate(String(values['termStart'])), months), -1);
  return {
    termLastDay: formatDate(lastDay, language),
    totalContractAmount: formatMoney(fen(monthlyFee * months), language),
  };
}
