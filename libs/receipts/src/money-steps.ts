import { type Fen, formatYuan, ZERO_FEN } from '#domain/money/fen';
import { type DecimalText, permilleTimes } from '#domain/money/ratio';
import { type CapBook } from '#domain/contract/caps';
import { type CapTerms } from '#domain/terms';
import { type Period } from '#domain/time/dates';
import { type ReceiptCap, type ReceiptStep } from './receipt.js';

/** `base * permille * times / 1000` before and after its one rounding. */
export function permilleStep(base: Fen, permille: DecimalText, times: number): ReceiptStep {
  return {
    step: 'full',
    formula: 'base * permille * times / 1000',
    operands: { base: formatYuan(base), permille, times },
    exact: exactPermille(base, permille, times),
    rounding: 'halfUpToFen',
    result: formatYuan(permilleTimes(base, permille, times)),
  };
}

/** A sum or difference of amounts: nothing is rounded. */
export function moneyStep(
  step: string,
  formula: string,
  operands: Readonly<Record<string, Fen>>,
  result: Fen,
): ReceiptStep {
  const shown = Object.fromEntries(
    Object.entries(operands).map(([name, amount]) => [name, formatYuan(amount)]),
  );
  return { step, formula, operands: shown, exact: null, rounding: null, result: formatYuan(result) };
}

/** The caps of a decision with what is used of each before and after it. */
export function capsAround(
  book: CapBook,
  caps: readonly CapTerms[],
  use: { readonly period: Period; readonly key: string; readonly amount: Fen },
): ReceiptCap[] {
  const before = caps.map((cap) => book.used(cap, use.period, use.key));
  book.add(use);
  return caps.map((cap, index) => ({
    window: cap.window,
    amount: formatYuan(cap.amount),
    usedBefore: formatYuan(before[index] ?? ZERO_FEN),
    usedAfter: formatYuan(book.used(cap, use.period, use.key)),
  }));
}

/** Yuan with as many decimals as it takes, `12.345678`: whole fen times a decimal, so it always ends. */
function exactPermille(base: Fen, permille: DecimalText, times: number): string {
  const [whole = '0', part = ''] = permille.split('.');
  const scaled = BigInt(base) * BigInt(whole + part) * BigInt(times);
  const decimals = part.length + 5;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const behind = digits.slice(-decimals).replace(/0+$/, '').padEnd(2, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${behind}`;
}
