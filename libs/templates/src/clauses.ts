import { type Terms } from '#domain/terms';
import { addDays } from '#domain/time/dates';
import { bind, type DerivedBinding } from './bindings.js';
import { clauseTextFor } from './clause-text.js';
import { formatDate, formatMoney, formatValue } from './format-value.js';
import type { Parties } from './parties.js';
import type { Clause, Language, Template } from './template.js';

/** What of a contract's terms its clauses print. */
export type PrintedTerms = Pick<Terms, 'parameters' | 'schedule' | 'totalAmount'>;

/**
 * The clauses of a contract in one language, those that apply to it, with every binding filled in. Throws a RangeError
 * where a value is missing: a contract is never printed with a gap.
 */
export function renderClauses(
  template: Pick<Template, 'parameters' | 'clauses'>,
  terms: PrintedTerms,
  language: Language,
  parties: Parties,
): Clause[] {
  const texts = new Map<string, string>();
  for (const definition of template.parameters) {
    const value = terms.parameters[definition.name];
    if (value !== undefined) texts.set(definition.name, formatValue(definition, value, language));
  }
  for (const [name, text] of Object.entries(derivedTexts(terms, language))) texts.set(name, text);
  for (const role of ['client', 'provider'] as const) {
    for (const [field, text] of Object.entries(parties[role])) texts.set(`${role}.${field}`, text);
  }
  const textOf = (name: string): string => {
    const text = texts.get(name);
    if (text === undefined) throw new RangeError(`nothing is known of {{${name}}}`);
    return text;
  };
  return template.clauses[language].flatMap((clause) => {
    const text = clauseTextFor(clause, terms.parameters);
    return text === null ? [] : [{ number: clause.number, title: clause.title, text: bind(text, textOf) }];
  });
}

function derivedTexts(terms: PrintedTerms, language: Language): Record<DerivedBinding, string> {
  const last = terms.schedule.at(-1);
  if (!last) throw new RangeError('the term has no month');
  return {
    termLastDay: formatDate(addDays(last.endDate, -1), language),
    totalContractAmount: formatMoney(terms.totalAmount, language),
  };
}
