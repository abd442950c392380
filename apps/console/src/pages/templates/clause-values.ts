import { parseYuan } from '#domain/money/fen';
import { conditionHolds } from '#templates/clause-text';
import { formatDate, formatMoney, formatValue } from '#templates/format-value';
import { type ParameterDefinition } from '#templates/template';
import { lastDayOf } from '~/parts/term-slots';
import { type Language } from '~/words/words';
import { type Parameter } from './clause-model';
import { type SampleTerm, type SampleValues } from './use-rehearsal';
import { type Override } from './variant-files';

export type Values = Readonly<Record<string, string | number>>;

interface Source {
  readonly parameters: readonly Parameter[];
  readonly overrides: Readonly<Record<string, Override>>;
  /** What was typed for the sample contract. */
  readonly typed: SampleValues;
  readonly term: SampleTerm | undefined;
}

/**
 * What a contract of the draft would have: what the variant fixes, what was typed in the rehearsal, the usual values, and
 * for the rest the samples of the rehearsal. A parameter that does not apply has no value.
 */
export function previewValues({ parameters, overrides, typed, term }: Source): Values {
  const values: Record<string, string | number> = {};
  for (const { name, type, default: usual, when } of parameters) {
    if (when && !conditionHolds(when, values)) continue;
    const own = overrides[name];
    const said = typed[name] === '' ? undefined : typed[name];
    const sample = term?.parameters[name];
    const value = own?.fixed ?? said ?? own?.default ?? usual ?? sample;
    if (typeof value === 'string' || typeof value === 'number')
      values[name] = type === 'integer' ? Number(value) : value;
  }
  return values;
}

/** What each binding prints in a language, as far as it has a value: by the printer that makes the contract. */
export function previewTexts(
  { parameters, term }: Pick<Source, 'parameters' | 'term'>,
  terms: unknown,
  values: Values,
  language: Language,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const parameter of parameters) {
    const value = values[parameter.name];
    if (value !== undefined) texts.set(parameter.name, valueText(parameter, value, language));
  }
  const total = parseYuan(term?.totalAmount ?? '');
  const lastDay = lastDayOf(terms, values);
  if (total !== null) texts.set('totalContractAmount', formatMoney(total, language));
  if (lastDay !== null) texts.set('termLastDay', formatDate(lastDay, language));
  return texts;
}

/** A value that does not fit its parameter, while it is being typed, stands as it is. */
export function valueText(parameter: Parameter, value: string | number, language: Language): string {
  try {
    // The answer has each member of a definition, null where its type has none; the printer looks at those that it has.
    return formatValue(parameter as unknown as ParameterDefinition, value, language);
  } catch {
    return String(value);
  }
}
