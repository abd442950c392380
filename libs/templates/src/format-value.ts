import { amountInCapitals } from '#domain/money/capitals';
import { type Fen, formatYuan, parseYuan } from '#domain/money/fen';
import { dayOfMonth, parsePlainDate, type PlainDate, yearOf } from '#domain/time/dates';
import type { ParameterValue } from './parameter-value.js';
import { plainRatio, ratioInWords } from './permille-words.js';
import type { Language, ParameterDefinition } from './template.js';

/** Stands between the Chinese and the English part of a text that gives both. */
const BOTH_LANGUAGES = ' || ';

/** A parameter's value as the contract prints it in the language. The value fits its definition. */
export function formatValue(
  definition: ParameterDefinition,
  value: ParameterValue,
  language: Language,
): string {
  const text = String(value);
  switch (definition.type) {
    case 'integer':
      return formatInteger(Number(value), definition.unit, language);
    case 'decimal':
      return formatRatio(text, definition.unit, language);
    case 'money':
      return formatMoney(required(parseYuan(text), text), language);
    case 'date':
      return formatDate(required(parsePlainDate(text), text), language);
    case 'enum':
      return required(definition.values[text] ?? null, text)[language];
    case 'zone':
      return text;
    case 'text':
      return textIn(text, language);
  }
}

type IntegerUnit = Extract<ParameterDefinition, { type: 'integer' }>['unit'];

function formatInteger(value: number, unit: IntegerUnit, language: Language): string {
  if (unit === 'minutes') return formatMinutes(value, language);
  if (language === 'zh-CN') return `${value}${CHINESE_UNITS[unit]}`;
  if (unit === 'count') return String(value);
  return unit === 'dayOfMonth' ? ordinal(value) : counted(value, ENGLISH_UNITS[unit]);
}

const CHINESE_UNITS = {
  workingDays: '个工作日',
  days: '日',
  weeks: '周',
  months: '个月',
  dayOfMonth: '日',
  count: '',
} as const;
const ENGLISH_UNITS = { workingDays: 'working day', days: 'day', weeks: 'week', months: 'month' } as const;

/** Whole hours as hours, everything else as minutes. */
function formatMinutes(minutes: number, language: Language): string {
  const inHours = minutes >= 60 && minutes % 60 === 0;
  const amount = inHours ? minutes / 60 : minutes;
  if (language === 'zh-CN') return `${amount}${inHours ? '小时' : '分钟'}`;
  return counted(amount, inHours ? 'hour' : 'minute');
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function ordinal(day: number): string {
  const teen = day >= 11 && day <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

/** Figures, in Chinese with the words beside them, `5‰（千分之五）`: both come from the one value. */
function formatRatio(ratio: string, unit: 'permille' | 'percent', language: Language): string {
  const figures = `${plainRatio(ratio)}${unit === 'permille' ? '‰' : '%'}`;
  if (language === 'en')
    return unit === 'permille' ? `${figures} (${plainRatio(ratio)} per thousand)` : figures;
  return `${figures}（${unit === 'permille' ? '千分之' : '百分之'}${ratioInWords(ratio)}）`;
}

/** `20,000.00元（大写：人民币贰万元整）`, `RMB 20,000.00`. */
export function formatMoney(amount: Fen, language: Language): string {
  const figures = formatYuan(amount).replace(/\B(?=(\d{3})+\.)/g, ',');
  return language === 'en' ? `RMB ${figures}` : `${figures}元（大写：${amountInCapitals(amount)}）`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2025年1月1日`, `1 January 2025`. */
export function formatDate(date: PlainDate, language: Language): string {
  const month = Number(date.slice(5, 7));
  if (language === 'en') return `${dayOfMonth(date)} ${MONTHS[month - 1]} ${yearOf(date)}`;
  return `${yearOf(date)}年${month}月${dayOfMonth(date)}日`;
}

function textIn(text: string, language: Language): string {
  const [chinese = text, english = chinese] = text.split(BOTH_LANGUAGES);
  return language === 'en' ? english : chinese;
}

function required<Value>(value: Value | null, text: string): Value {
  if (value === null) throw new RangeError(`not a value of its parameter: ${text}`);
  return value;
}
