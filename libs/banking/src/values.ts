import { fen, MAX_FEN, type Fen } from '#domain/money/fen';
import { parsePlainDate, type PlainDate } from '#domain/time/dates';

const DATE =
  /^(\d{4})(?:-(\d{2})-(\d{2})|(\d{2})(\d{2})|[/.](\d{1,2})[/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)/u;
/** What may follow a date: a time of day. */
const TIME = /^(?:[T\s]*\d{1,2}:?\d{2}(?::?\d{2})?(?:\.\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/u;

/** 2025-03-08, 20250308, 2025/3/8, 2025.3.8 or 2025年3月8日, also with a time behind it; null for anything else. */
export function parseStatementDate(text: string): PlainDate | null {
  const plain = text.normalize('NFKC').trim();
  const parts = DATE.exec(plain);
  if (!parts || !TIME.test(plain.slice(parts[0].length))) return null;
  const [, year = '', ...rest] = parts;
  const [month = '', day = ''] = rest.filter((part) => part !== undefined);
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const AMOUNT = /^([+-]?)(?:CNY|RMB|[¥￥])?\s*([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?$/u;

/**
 * An amount with up to two decimals, in thousands `1,234.50` or without, with a sign or 元 around it; null for anything
 * else, also where the comma would have to be a decimal point.
 */
export function parseStatementAmount(text: string): Fen | null {
  const parts = AMOUNT.exec(text.normalize('NFKC').trim().replace(/元$/u, ''));
  if (!parts || (parts[1] !== '' && parts[2] !== '')) return null;
  const [, before, behind, whole = '', decimals = ''] = parts;
  const size = Number(`${whole.replaceAll(',', '')}${decimals.padEnd(2, '0')}`);
  if (size > MAX_FEN) return null;
  return fen(before === '-' || behind === '-' ? 0 - size : size);
}

const CURRENCIES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  RMB: 'CNY',
  '¥': 'CNY',
  '156': 'CNY',
  '01': 'CNY',
  美元: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  欧元: 'EUR',
  日元: 'JPY',
  英镑: 'GBP',
};

/** A currency by its code or its Chinese name; null for anything else. */
export function parseCurrency(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const named = CURRENCIES[plain];
  if (named !== undefined) return named;
  return /^[A-Z]{3}$/.test(plain) ? plain : null;
}

const LONGEST_TEXT = 500;

/** Text on one line and cut off where it is endless; null where there is none. */
export function textOrNull(text: string): string | null {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line === '' || /^[-—/]+$/u.test(line)) return null;
  return [...line].slice(0, LONGEST_TEXT).join('').trim();
}

/** An account by its number alone: `6222 0200-1234` and `62220200-1234` are one. Null where there is none. */
export function accountOrNull(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cc}]+/gu, '')
    .toUpperCase();
  return textOrNull(plain);
}

/** The bank's or the payer's name for a payment; null for the ways to say that there is none. */
export function identifierOrNull(text: string): string | null {
  const plain = textOrNull(text.normalize('NFKC'));
  if (plain === null || /^(NOTPROVIDED|NOT PROVIDED|NONREF|NOREF|N\/A|0+)$/i.test(plain)) return null;
  return plain;
}
