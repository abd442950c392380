import { fen, type Fen } from './fen.js';

/** A ratio as a decimal string, `"12.75"`: permille or percent, never a float. */
export type DecimalText = string;

const DECIMAL = /^(0|[1-9]\d{0,8})(?:\.(\d{1,6}))?$/;

/** Whether the text is a non-negative decimal of at most nine digits before the point and six behind. */
export function isDecimalText(text: string): boolean {
  return DECIMAL.test(text);
}

/** So many permille of an amount, rounded half up to the fen: the one rounding of penalties (clause 2.6). */
export function permilleOf(base: Fen, permille: DecimalText): Fen {
  const { numerator, denominator } = fraction(permille);
  return divideHalfUp(BigInt(base) * numerator, denominator * 1000n);
}

/** So many percent of an amount, rounded down to the fen: the cap never exceeds its percentage (clause 2.6). */
export function percentOfRoundedDown(base: Fen, percent: DecimalText): Fen {
  const { numerator, denominator } = fraction(percent);
  return fen(Number((BigInt(base) * numerator) / (denominator * 100n)));
}

/** The share `part / whole` of an amount, rounded half up to the fen: fees of part months (clause 3.1). */
export function shareOf(amount: Fen, part: number, whole: number): Fen {
  return divideHalfUp(BigInt(amount) * BigInt(part), BigInt(whole));
}

/** So many permille of an amount, several times over, rounded half up to the fen once at the end. */
export function permilleTimes(base: Fen, permille: DecimalText, times: number): Fen {
  const { numerator, denominator } = fraction(permille);
  return divideHalfUp(BigInt(base) * numerator * BigInt(times), denominator * 1000n);
}

/** `part / whole` in percent with one decimal, rounded down, `"99.5"`: it never shows more than was attained. */
export function percentText(part: number, whole: number): DecimalText {
  const tenths = Math.floor((part * 1000) / whole);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Whether `part / whole` is below so many percent, exactly. */
export function isBelowPercent(part: number, whole: number, percent: DecimalText): boolean {
  const { numerator, denominator } = fraction(percent);
  return BigInt(part) * 100n * denominator < numerator * BigInt(whole);
}

function fraction(text: DecimalText): { numerator: bigint; denominator: bigint } {
  const parts = DECIMAL.exec(text);
  if (!parts) throw new RangeError(`not a decimal: ${text}`);
  const decimals = parts[2] ?? '';
  return { numerator: BigInt(`${parts[1]}${decimals}`), denominator: 10n ** BigInt(decimals.length) };
}

function divideHalfUp(numerator: bigint, denominator: bigint): Fen {
  return fen(Number((numerator * 2n + denominator) / (denominator * 2n)));
}
