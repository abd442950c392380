import { type Period } from '#domain/time/dates';

/** A name as names are compared: full and half width, brackets, spaces and case do not matter. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Cc}]+/gu, '')
    .replaceAll(/[〔【［{[]/gu, '(')
    .replaceAll(/[〕】］}\]]/gu, ')');
}

/**
 * Whether a text names a contract or an invoice: its parts one after the other, whatever stands between them, and not as
 * part of a longer name. `C-2025-0001` is named by `c20250001费用`, not by `C-2025-00012`.
 */
export function findsName(text: string, name: string): boolean {
  const parts = plainText(name).match(/[A-Z0-9]+/g) ?? [];
  const plain = plainText(text);
  // Most texts name none of many: that is seen without an expression.
  if (parts.length === 0 || !parts.every((part) => plain.includes(part))) return false;
  return new RegExp(`(?<![A-Z0-9])${parts.join('[-_./ ]{0,3}')}(?![A-Z0-9])`).test(plain);
}

/** Whether a text names a month: 2025-03, 2025/3, 202503, 2025年3月. */
export function findsPeriod(text: string, period: Period): boolean {
  const [year = '', month = ''] = period.split('-');
  const short = String(Number(month));
  const plain = plainText(text);
  if (!plain.includes(year)) return false;
  const spellings = `${year}(?:[-/.]0?${short}(?!\\d)|${month}(?!\\d)|年0?${short}月)`;
  return new RegExp(`(?<!\\d)${spellings}`).test(plain);
}

function plainText(text: string): string {
  return text.normalize('NFKC').toUpperCase();
}
