import { type Language } from '~/words/words';

/** A condition of json-rules-engine: all of, any of, or a fact compared with a value. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly operator: string; readonly value: unknown };

export interface Rule {
  readonly name: string;
  readonly conditions: Condition;
  readonly event: { readonly params?: Readonly<Record<string, unknown>> };
}

interface Fact {
  readonly description?: Readonly<Record<Language, string>>;
}

export interface RuleSet {
  readonly clause: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly rules: readonly Rule[];
}

/** A rule set of the API, which says of it only that it is JSON. */
export function readRuleSet(given: unknown): RuleSet {
  const { clause = '', facts = {}, rules = [] } = (given ?? {}) as Partial<RuleSet>;
  return { clause, facts, rules };
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '≠',
  lessThan: '<',
  lessThanInclusive: '≤',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  in: '∈',
  notIn: '∉',
};

const JOINTS = { all: { en: ' and ', 'zh-CN': ' 且 ' }, any: { en: ' or ', 'zh-CN': ' 或 ' } } as const;
const ALWAYS = { en: 'in every other case', 'zh-CN': '其他情况' } as const;

/** A condition as a line: `Urgency = high and Impact = high`. */
export function conditionText(
  condition: Condition,
  labelOf: (fact: string) => string,
  language: Language,
): string {
  const text = partText(condition, labelOf, language);
  return text === '' ? ALWAYS[language] : text;
}

function partText(condition: Condition, labelOf: (fact: string) => string, language: Language): string {
  if ('all' in condition) return joined(condition.all, 'all');
  if ('any' in condition) return joined(condition.any, 'any');
  if ('not' in condition) return `¬ (${partText(condition.not, labelOf, language)})`;
  const { fact, operator, value } = condition;
  // A decision table's "otherwise": a fact is what it is.
  if (operator === 'equal' && isReference(value) && value.fact === fact) return '';
  return `${labelOf(fact)} ${OPERATORS[operator] ?? operator} ${valueText(value, labelOf)}`;

  function joined(parts: readonly Condition[], kind: 'all' | 'any'): string {
    const texts = parts.map((part) => {
      const text = partText(part, labelOf, language);
      return 'fact' in part || parts.length === 1 ? text : `(${text})`;
    });
    return texts.filter((text) => text !== '').join(JOINTS[kind][language]);
  }
}

/** What a rule compares with, or gives: a value, several, or another fact by its name. */
export function valueText(value: unknown, labelOf: (fact: string) => string): string {
  if (Array.isArray(value)) return value.map((each) => valueText(each, labelOf)).join(', ');
  return isReference(value) ? labelOf(value.fact) : String(value);
}

function isReference(value: unknown): value is { readonly fact: string } {
  return typeof value === 'object' && value !== null && 'fact' in value && typeof value.fact === 'string';
}
