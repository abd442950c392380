import { type ContractText } from '#domain/command';
import { type RuleSet } from '#domain/decision';
import { formatYuan, type Fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { formatValue } from '#templates/format-value';
import { valueChanges } from '#templates/redline-values';
import { type ParameterDefinition } from '#templates/template';
import { diffText } from '#templates/text-diff';
import { type Changes } from './amendment-schemas.js';

interface Wording {
  readonly terms: Terms;
  readonly text: ContractText;
}

/** What an amendment changes: parameters with their labels, words, targets, rules, fees and the total. */
export function changesOf(
  before: Wording,
  after: Wording,
  definitions: readonly ParameterDefinition[],
): Changes {
  return {
    parameters: parameterChanges(before.terms, after.terms, definitions),
    clauses: clauseChanges(before.text, after.text),
    targets: valueChanges(before.terms.service?.targets ?? {}, after.terms.service?.targets ?? {}).map(
      (change) => ({ ...change }),
    ),
    rules: ruleChanges(before.terms, after.terms),
    monthlyFee: moneyChange(before.terms.monthlyFee, after.terms.monthlyFee),
    totalAmount: moneyChange(before.terms.totalAmount, after.terms.totalAmount),
    months: monthChanges(before.terms, after.terms),
  };
}

function parameterChanges(
  before: Terms,
  after: Terms,
  definitions: readonly ParameterDefinition[],
): Changes['parameters'] {
  return changedNames(before.parameters, after.parameters).map((parameter) => {
    const definition = definitions.find(({ name }) => name === parameter);
    const shown = ({ parameters }: Terms): Changes['parameters'][number]['before'] => {
      const value = parameters[parameter];
      if (value === undefined) return null;
      const plain = { 'zh-CN': String(value), en: String(value) };
      return {
        value,
        text: definition ? inBoth((language) => formatValue(definition, value, language)) : plain,
      };
    };
    const { clause = '', label = { 'zh-CN': parameter, en: parameter } } = definition ?? {};
    return { parameter, clause, label: { ...label }, before: shown(before), after: shown(after) };
  });
}

function changedNames(before: Terms['parameters'], after: Terms['parameters']): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter((name) => before[name] !== after[name]);
}

function clauseChanges(before: ContractText, after: ContractText): Changes['clauses'] {
  const numbers = new Set([...after.en.clauses, ...before.en.clauses].map(({ number }) => number));
  return [...numbers].flatMap((number): Changes['clauses'] => {
    const of = (text: ContractText, language: keyof ContractText) =>
      text[language].clauses.find((clause) => clause.number === number);
    const [was, is] = [of(before, 'en'), of(after, 'en')];
    const isSame = (['zh-CN', 'en'] as const).every((language) => {
      const [old, now] = [of(before, language), of(after, language)];
      return old?.title === now?.title && old?.text === now?.text;
    });
    if (isSame) return [];
    const text = inBoth((language) =>
      diffText(of(before, language)?.text ?? '', of(after, language)?.text ?? '').map((run) => ({ ...run })),
    );
    const title = inBoth((language) => (of(after, language) ?? of(before, language))?.title ?? number);
    return [{ number, kind: !was ? 'added' : !is ? 'removed' : 'changed', title, text }];
  });
}

/** Rule sets by what they decide: `priority`, or the id of a consequence. */
function ruleChanges(before: Terms, after: Terms): Changes['rules'] {
  const [old, now] = [ruleSets(before), ruleSets(after)];
  const names = new Set([...now.keys(), ...old.keys()]);
  return [...names].flatMap((decides) => {
    const [was, is] = [old.get(decides), now.get(decides)];
    if (was && is && valueChanges(was, is).length === 0) return [];
    return [{ decides, before: was ? nameOf(was) : null, after: is ? nameOf(is) : null }];
  });
}

function ruleSets({ service, consequences }: Terms): Map<string, RuleSet> {
  const priority = service ? ([['priority', service.rules]] as const) : [];
  return new Map([...priority, ...consequences.map(({ id, rules }) => [id, rules] as const)]);
}

function nameOf({ id, version }: RuleSet): string {
  return `${id}@${version}`;
}

function monthChanges(before: Terms, after: Terms): Changes['months'] {
  const periods = new Set([...before.schedule, ...after.schedule].map(({ period }) => period));
  return [...periods].toSorted().flatMap((period) => {
    const fee = ({ schedule }: Terms): Fen | null =>
      schedule.find((month) => month.period === period)?.fee ?? null;
    const [was, is] = [fee(before), fee(after)];
    return was === is ? [] : [{ period, ...moneyChange(was, is) }];
  });
}

function moneyChange(before: Fen | null, after: Fen | null): Changes['totalAmount'] {
  const shown = (amount: Fen | null): string | null => (amount === null ? null : formatYuan(amount));
  return { before: shown(before), after: shown(after) };
}

function inBoth<Value>(of: (language: 'zh-CN' | 'en') => Value): { 'zh-CN': Value; en: Value } {
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}
