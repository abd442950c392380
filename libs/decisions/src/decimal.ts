import { type DecimalText } from '#domain/money/ratio';

const SCALE = 6;
/** Wider than a ratio: a fact may be an amount in yuan, up to the largest a parameter takes. */
const DECIMAL = /^(?:0|[1-9]\d{0,12})(?:\.\d{1,6})?$/;

/** Whether the text is a non-negative decimal of at most thirteen digits before the point and six behind. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/**
 * Compares two decimals exactly, as numbers and not as text: `"10"` is more than `"9"`, `"0.5"` is `"0.50"`.
 * Negative, zero or positive like any comparator. Throws a RangeError for text that is no decimal.
 */
export function compareDecimals(a: DecimalText, b: DecimalText): number {
  const difference = scaled(a) - scaled(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The decimal in millionths; decimals have at most six digits behind the point. */
function scaled(text: DecimalText): bigint {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`);
  const [whole = '', decimals = ''] = text.split('.');
  return BigInt(whole + decimals.padEnd(SCALE, '0'));
}
