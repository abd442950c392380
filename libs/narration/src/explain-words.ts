import { type FactDefinition, type FactValue } from '#domain/decision';
import { type Sentence } from './words.js';

/** How the words of one language are put together. */
export type Language = keyof Sentence;

const VALUES: Readonly<Record<string, Sentence>> = {
  critical: { 'zh-CN': '紧急', en: 'critical' },
  high: { 'zh-CN': '高', en: 'high' },
  medium: { 'zh-CN': '中', en: 'medium' },
  low: { 'zh-CN': '低', en: 'low' },
  response: { 'zh-CN': '响应', en: 'response' },
  workaround: { 'zh-CN': '临时解决', en: 'workaround' },
  resolution: { 'zh-CN': '解决', en: 'resolution' },
  report: { 'zh-CN': '服务报告', en: 'report' },
  true: { 'zh-CN': '是', en: 'true' },
  false: { 'zh-CN': '否', en: 'false' },
};

/** Units as they stand behind a number; those of a language's own grammar have a space where it wants one. */
const UNITS: Readonly<Record<string, Sentence>> = {
  percent: { 'zh-CN': '%', en: '%' },
  permille: { 'zh-CN': '‰', en: '‰' },
  yuan: { 'zh-CN': ' 元', en: ' yuan' },
  misses: { 'zh-CN': ' 次', en: '' },
  targets: { 'zh-CN': ' 个', en: ' targets' },
  requests: { 'zh-CN': ' 个', en: ' requests' },
  days: { 'zh-CN': ' 天', en: ' days' },
  periods: { 'zh-CN': ' 期', en: ' periods' },
  minutes: { 'zh-CN': ' 分钟', en: ' minutes' },
  workingDays: { 'zh-CN': ' 个工作日', en: ' working days' },
  months: { 'zh-CN': ' 个月', en: ' months' },
  weeks: { 'zh-CN': ' 周', en: ' weeks' },
  dayOfMonth: { 'zh-CN': ' 日', en: '' },
  count: { 'zh-CN': '', en: '' },
};

/** A value as the sentence says it, with its unit; Chinese puts words in quotation marks and figures in none. */
export function valueText(value: FactValue, unit: string | null, language: Language): string {
  const known = typeof value === 'number' ? undefined : VALUES[String(value)];
  const text = known?.[language] ?? String(value);
  const isFigure = typeof value === 'number' || /^\d+(\.\d+)?$/.test(text);
  if (isFigure) return `${text}${unitText(unit, language, text)}`;
  return language === 'en' ? text : `“${text}”`;
}

function unitText(unit: string | null, language: Language, figure: string): string {
  if (unit === null) return '';
  const text = UNITS[unit]?.[language] ?? ` ${unit}`;
  return language === 'en' && figure === '1' ? text.replace(/s$/, '') : text;
}

/**
 * What a fact is called: in English its name in words, `core business down`; in Chinese the first part of its
 * description, as far as the first comma or bracket.
 */
export function factText(
  name: string,
  vocabulary: Readonly<Record<string, FactDefinition>>,
  language: Language,
): string {
  const description = vocabulary[name]?.description[language].split(/[，（。：；]/)[0];
  if (language === 'zh-CN' && description !== undefined && description !== '') return description;
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .trim();
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], last: string, between = ', '): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(between)}${last}${items.at(-1) ?? ''}`;
}
