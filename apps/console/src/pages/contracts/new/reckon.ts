import { amountInCapitals } from '#domain/money/capitals';
import { type Fen, formatYuan, parseYuan } from '#domain/money/fen';
import { type PlainDate } from '#domain/time/dates';
import { bind } from '#templates/bindings';
import { clauseTextFor } from '#templates/clause-text';
import { formatDate, formatMoney } from '#templates/format-value';
import { lastDayOf, slotValue, wholeNumber } from '~/parts/term-slots';
import { type Language } from '~/words/words';
import { yuanOf } from '../contract/yuan';
import { parameterText, type ParameterValue, type Template } from '../contract/parameters';
import { type Draft } from './draft';

type Values = Readonly<Record<string, ParameterValue>>;

/** What follows from the parameters: the total and the last day; null as long as something is missing. */
export interface Reckoned {
  readonly total: Fen | null;
  readonly fee: string | null;
  readonly months: number | null;
  readonly lastDay: PlainDate | null;
}

export function reckon(template: Template, values: Values): Reckoned {
  const { price, term } = template.terms as {
    readonly price?: Readonly<Record<string, unknown>>;
    readonly term?: Readonly<Record<string, unknown>>;
  };
  const read = (slot: unknown): ParameterValue | null => slotValue(slot, values);
  const months = wholeNumber(read(term?.['months']));
  // While an amount is being typed it may have commas, or no cents yet.
  const fee = parseYuan(yuanOf(String(read(price?.['monthlyFee']) ?? '')));
  const stated = parseYuan(yuanOf(String(read(price?.['statedTotal']) ?? '')));
  const isStated = read(price?.['total']) === 'stated';
  const computed = fee === null || months === null ? null : ((fee * months) as Fen);
  return {
    total: isStated ? stated : computed,
    fee: fee === null || isStated ? null : formatYuan(fee),
    months,
    lastDay: lastDayOf(template.terms, values),
  };
}

export function capitalsOf(total: Fen | null): string | null {
  return total === null ? null : amountInCapitals(total);
}

/** What is not filled in yet stands as a gap, as on a form. */
const GAP = '＿＿＿＿';

/** The clauses with what was filled in, by the printer that makes the contract. */
export function clausesOf(
  template: Template,
  values: Values,
  parties: Partial<Draft['parties']>,
  language: Language,
) {
  const { total, lastDay } = reckon(template, values);
  const texts = new Map<string, string>();
  for (const parameter of template.parameters) {
    const value = values[parameter.name];
    if (value !== undefined) texts.set(parameter.name, parameterText(parameter, value, language));
  }
  if (total !== null) texts.set('totalContractAmount', formatMoney(total, language));
  if (lastDay !== null) texts.set('termLastDay', formatDate(lastDay, language));
  for (const party of ['client', 'provider'] as const)
    for (const [field, text] of Object.entries(parties[party] ?? {}))
      if (typeof text === 'string' && text !== '') texts.set(`${party}.${field}`, text);
  return template.clauses.flatMap(({ when, ...clause }) => {
    const text = clauseTextFor({ ...clause, ...(when && { when }) }, values);
    return text === null ? [] : [{ ...clause, text: bind(text, (name) => texts.get(name) ?? GAP) }];
  });
}
