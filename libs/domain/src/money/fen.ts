/** An amount of money: a whole number of fen (1/100 yuan). */
export type Fen = number & { readonly __brand: 'Fen' };

const YUAN = /^(0|[1-9]\d*)\.(\d{2})$/;

/** No amount may exceed 10^13 yuan less a fen: far below where a double stops being exact, and what capitals can say. */
export const MAX_FEN = 999_999_999_999_999 as Fen;

export const ZERO_FEN = 0 as Fen;

/** A whole number of fen. Throws a RangeError for anything else. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value) || Math.abs(value) > MAX_FEN)
    throw new RangeError(`not an amount in fen: ${value}`);
  return value as Fen;
}

/** Parses yuan with exactly two decimals, `"20000.00"`; null for any other text. */
export function parseYuan(text: string): Fen | null {
  const parts = YUAN.exec(text);
  if (!parts) return null;
  const value = Number(`${parts[1]}${parts[2]}`);
  return value <= MAX_FEN ? (value as Fen) : null;
}

/** Writes fen as yuan with two decimals, `"20000.00"`. */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of amounts. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** The smaller of two amounts. */
export function minFen(a: Fen, b: Fen): Fen {
  return a <= b ? a : b;
}

/** An amount less another. */
export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

/** The amount, or zero where it is negative. */
export function atLeastZero(amount: Fen): Fen {
  return amount > 0 ? amount : ZERO_FEN;
}
