import { readCell } from '#decisions/decision-table-cell';
import { valueFault } from '#decisions/fact-value';
import type { FactDefinition, FactValue } from '#domain/decision';
import type { Language } from '~/words/words';

type Facts = Readonly<Record<string, FactDefinition>>;

/** What is wrong with a cell, in the language of the page; null where it reads. */
export function cellFault(cell: string, fact: string, facts: Facts, language: Language): string | null {
  const definition = facts[fact];
  if (!definition) return language === 'en' ? `There is no fact ${fact}.` : `没有事实 ${fact}。`;
  const read = readCell(cell, fact, facts, '');
  const [fault] = 'faults' in read ? read.faults : [];
  if (!fault) return null;
  if (language === 'en')
    return `${upper(fault.problem)}; ${fault.allowed.replace(/^allowed (are|is) /, 'allowed: ')}.`;
  return `${problemInChinese(fault.problem)}；${allowedInChinese(fault.problem, definition, facts)}。`;
}

/** What is wrong with a plain value of a fact; null where it fits. */
export function factValueFault(
  value: FactValue,
  definition: FactDefinition,
  language: Language,
): string | null {
  const fault = valueFault(value, definition, '');
  if (!fault) return null;
  if (language === 'en')
    return `${upper(fault.problem)}; ${fault.allowed.replace(/^allowed (are|is) /, 'allowed: ')}.`;
  return `${problemInChinese(fault.problem.replace(/^is /, 'has '))}；${kindInChinese(definition)}。`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The problems that `readCell` has, by their English. */
const PROBLEMS: readonly (readonly [RegExp, string])[] = [
  [/^has an empty place$/, '有空缺'],
  [/^has "-" beside something else$/, '“-”不能与其他内容并列'],
  [/^compares a \w+ fact$/, '该事实不是数值，不能比较大小'],
  [/^has the empty interval (.*)$/, '区间 $1 不含任何值'],
  [/^unknown value (".*"), did you mean (".*")\?$/, '没有取值 $1，是否指 $2'],
  [/^unknown value (".*")$/, '没有取值 $1'],
  [/^unknown \w+ fact (".*"), did you mean (".*")\?$/, '没有同类事实 $1，是否指 $2'],
  [/^unknown \w+ fact (".*")$/, '没有同类事实 $1'],
  [/^has (.*)$/, '不能填 $1'],
];

function problemInChinese(problem: string): string {
  for (const [pattern, said] of PROBLEMS) if (pattern.test(problem)) return problem.replace(pattern, said);
  return problem;
}

function allowedInChinese(problem: string, definition: FactDefinition, facts: Facts): string {
  if (/^unknown \w+ fact/.test(problem)) {
    const alike = Object.keys(facts).filter((name) => facts[name]?.type === definition.type);
    return `可用：${alike.join('、')}`;
  }
  if (/^unknown value|^has ["\d]/.test(problem) && !problem.startsWith('has "-"'))
    return kindInChinese(definition);
  const ordered = definition.type === 'number' || definition.type === 'decimal';
  const more = ordered ? '、<、<=、>、>= 加界限、形如 [95..99) 的区间' : '';
  return `可填“-”、一个值、{事实}、以 | 分隔的多个、前置 not${more}`;
}

function kindInChinese({ type, values }: FactDefinition): string {
  if (values) return `可填：${values.join('、')}`;
  return {
    string: '应为文本',
    number: '应为数字',
    boolean: '应为 true 或 false',
    decimal: '应为小数，如 0.5',
  }[type];
}

/** What is wrong with an outcome that names a fact: only that there is no such fact. */
export function referenceFault(given: unknown, facts: Facts, language: Language): string | null {
  if (given === '' || given === undefined) return language === 'en' ? 'Is missing.' : '未填写。';
  if (typeof given !== 'object' || given === null || !('fact' in given)) return null;
  const name = String(given.fact);
  if (name in facts) return null;
  const names = Object.keys(facts);
  return language === 'en'
    ? `There is no fact ${name}; allowed: ${names.join(', ')}.`
    : `没有事实 ${name}；可用：${names.join('、')}。`;
}
