import { useMemo } from 'react';
import { type Language, useLanguage } from './words';

/** Amounts, dates and instants as people of a language write them. */
export interface Formats {
  /** `amount` as the API has it: yuan with two decimals, `20000.00`. */
  readonly money: (amount: string) => string;
  /** An ISO instant, in a contract's zone. */
  readonly instant: (instant: string, zone?: string) => string;
  /** The same to the minute only, without its year. */
  readonly short: (instant: string, zone?: string) => string;
  /** A plain date, `2026-03-10`, or the day of an instant. */
  readonly date: (date: string, zone?: string) => string;
  /** `2026-03` */
  readonly month: (period: string) => string;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** How long until, or since: `2 h 05 min`; seconds only below an hour. */
  readonly duration: (seconds: number) => string;
}

/** What a contract's dates are told in where none is named: that of the shipped templates. */
const ZONE = 'Asia/Shanghai';

export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}

/** Formats of a language, without a page: for charts. */
export function formatsOf(language: Language): Formats {
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const moment = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone });
  return {
    // A decimal string formats exactly: it never becomes a binary fraction.
    money: (amount) => money.format(amount as unknown as number),
    instant: (text, zone = ZONE) =>
      moment({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }, zone).format(new Date(text)),
    short: (text, zone = ZONE) =>
      moment(
        { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
        zone,
      ).format(new Date(text)),
    date: (text, zone = ZONE) =>
      moment({ dateStyle: 'medium' }, isPlain(text) ? 'UTC' : zone).format(new Date(text)),
    month: (period) =>
      moment({ year: 'numeric', month: 'long' }, 'UTC').format(new Date(`${period}-01T00:00:00Z`)),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    duration: (seconds) => durationText(seconds, language),
  };
}

function isPlain(text: string): boolean {
  return text.length === 10;
}

const UNITS = {
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s' },
  'zh-CN': { day: ' 天', hour: ' 小时', minute: ' 分', second: ' 秒' },
} as const;

function durationText(seconds: number, language: Language): string {
  const whole = Math.floor(Math.abs(seconds));
  const { day, hour, minute, second } = UNITS[language];
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor((whole % 86_400) / 3600),
    Math.floor((whole % 3600) / 60),
  ];
  if (days > 0) return `${days}${day} ${hours}${hour}`;
  if (hours > 0) return `${hours}${hour} ${String(minutes).padStart(2, '0')}${minute}`;
  return minutes > 0
    ? `${minutes}${minute} ${String(whole % 60).padStart(2, '0')}${second}`
    : `${whole}${second}`;
}
