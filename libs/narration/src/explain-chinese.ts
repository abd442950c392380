import { type FactValue } from '#domain/decision';
import {
  type Explanation,
  type NearestChange,
  type Reason,
  type ReasonCondition,
} from '#decisions/explanation';
import { type ExplanationGrammar, heldByFact, leavesByFact, valuesOf } from './explain-grammar.js';
import { factText, listed, valueText } from './explain-words.js';

/** Truth stands bare behind its quoted fact: “核心业务完全中断”为否; words are quoted, figures spaced. */
function value(of: FactValue, unit: string | null): string {
  const text = valueText(of, unit, 'zh-CN');
  if (typeof of === 'boolean') return text.slice(1, -1);
  return text.startsWith('“') ? text : ` ${text}`;
}

function name(fact: string, { vocabulary, facts }: Explanation): string {
  const text = factText(fact, vocabulary, 'zh-CN');
  return typeof facts[fact] === 'boolean' ? `“${text}”` : text;
}

const OUTCOMES: Readonly<Record<string, string>> = { priority: '优先级', permille: '比例' };

export const chinese: ExplanationGrammar = {
  decided: (explanation) => {
    const { decidedBy, outcome, clause, ruleSet, rules } = explanation;
    if (decidedBy === null || outcome === null) return `规则集 ${ruleSet.id} 中没有一条规则成立。`;
    const reason = rules.find(({ fired }) => fired)?.reason;
    const why = reason === undefined ? '' : `：${heldText(reason, explanation)}`;
    return `依据第 ${clause} 条，${outcomeText(outcome)}，适用规则“${decidedBy}”${why}。`;
  },
  failed: (explanation, { rule, reason }) => `规则“${rule}”不成立：${failedText(reason, explanation)}。`,
  nearest: (explanation, changes) => {
    const told = changes.map((change) => changeText(change, explanation));
    return `有下列情形之一的，改由其他规则决定：${told.join('；')}。`;
  },
};

function outcomeText(outcome: Readonly<Record<string, FactValue>>): string {
  return Object.entries(outcome)
    .map(([of, given]) => `${OUTCOMES[of] ?? of}为${value(given, of === 'permille' ? of : null)}`)
    .join('，');
}

function heldText(reason: Reason, explanation: Explanation): string {
  return heldByFact(reason)
    .map(({ fact, actual, unit, bounds }) => {
      const within = bounds.map(phrase).join('且');
      return `${name(fact, explanation)}为${value(actual, unit)}${within === '' ? '' : `（${within}）`}`;
    })
    .join('，');
}

function failedText(reason: Reason, explanation: Explanation): string {
  if (!('group' in reason)) {
    const { fact, actual, unit } = reason;
    return `${name(fact, explanation)}为${value(actual, unit)}，须${phrase(reason)}${offset(reason)}`;
  }
  const found = leavesByFact(reason).map(
    ({ fact, actual, unit }) => `${name(fact, explanation)}为${value(actual, unit)}`,
  );
  return `${found.join('，')}；须满足：${neededText(reason, explanation, false)}`;
}

function neededText(reason: Reason, explanation: Explanation, isNested: boolean): string {
  if (!('group' in reason)) return `${name(reason.fact, explanation)}${phrase(reason)}${offset(reason)}`;
  const isAny = reason.group === 'any';
  const text = reason.of.map((each) => neededText(each, explanation, !isAny)).join(isAny ? '，或者' : '且');
  return isAny && isNested ? `（${text}）` : text;
}

/** Ratios and amounts are high or low, what is counted is much or little. */
const MEASURED: Readonly<Record<string, string>> = {
  lessThan: '低于',
  lessThanInclusive: '不高于',
  greaterThan: '高于',
  greaterThanInclusive: '不低于',
};
const COUNTED: Readonly<Record<string, string>> = {
  lessThan: '少于',
  lessThanInclusive: '不多于',
  greaterThan: '多于',
  greaterThanInclusive: '不少于',
};

function isCounted(unit: string | null): boolean {
  return unit !== null && !['percent', 'permille', 'yuan'].includes(unit);
}

/** What a condition asks for: `为“高”`, `不低于 99%`, `不为 5`. */
function phrase({ operator, expected, needed, unit }: ReasonCondition): string {
  const values = valuesOf(expected).map((each) => value(each, unit));
  const comparison = (isCounted(unit) ? COUNTED : MEASURED)[operator];
  if (comparison !== undefined) return `${comparison}${values.join('、')}`;
  if (operator === 'equal' || operator === 'in') return `为${listed(values, '或', '、')}`;
  if (needed !== null && needed.length > 0) {
    return `为${listed(
      needed.map((each) => value(each, unit)),
      '或',
      '、',
    )}`;
  }
  return `不为${listed(values, '或', '、')}`;
}

function offset({ off, unit }: ReasonCondition): string {
  if (off === null || off.direction === 'at') return '';
  const words = isCounted(unit) ? ['多', '少'] : ['高出', '低'];
  return `（${off.direction === 'above' ? words[0] : words[1]}${distance(off.by, unit)}）`;
}

function distance(by: string, unit: string | null): string {
  return unit === 'percent' ? ` ${by} 个百分点` : value(by, unit);
}

function changeText(
  { fact, from, to, unit, by, decidedBy, outcome }: NearestChange,
  explanation: Explanation,
): string {
  const words = isCounted(unit) ? ['多', '少'] : ['高', '低'];
  const far = by === null ? '' : `，${Number(to) > Number(from) ? words[0] : words[1]}${distance(by, unit)}`;
  const otherwise = typeof from === 'boolean' ? '' : `而非${value(from, unit)}`;
  return `${name(fact, explanation)}为${value(to, unit)}${otherwise}${far}（适用规则“${decidedBy}”，${outcomeText(outcome)}）`;
}
