import { fen, subtractFen, type Fen } from './fen.js';
import { isDecimalText, shareOf, type DecimalText } from './ratio.js';

/** An amount with its value-added tax (增值税): net + tax = gross, to the fen. */
export interface Vat {
  readonly net: Fen;
  readonly tax: Fen;
  readonly gross: Fen;
  /** The rate in percent, `"6"`. */
  readonly percent: DecimalText;
}

/** A hundred percent, in millionths of a percent: a rate has at most six decimals, so that it is whole in them. */
const WHOLE_MILLIONTHS = 100_000_000;

/**
 * Splits a gross amount (价税合计) into net and tax (clause 3.1: the fee includes tax). Net is gross / (1 + rate), rounded
 * half up to the fen; the tax is what is left, so that the two always add up. A negative amount, a credit note's, is the
 * mirror image of the positive one: it takes back exactly what was invoiced. Throws a RangeError for a rate that is not a
 * decimal text.
 */
export function vatOf(gross: Fen, percent: DecimalText): Vat {
  const rateMillionths = millionthsOf(percent);
  const size = shareOf(fen(Math.abs(gross)), WHOLE_MILLIONTHS, WHOLE_MILLIONTHS + rateMillionths);
  const net = gross < 0 ? fen(0 - size) : size;
  return { net, tax: subtractFen(gross, net), gross, percent };
}

function millionthsOf(percent: DecimalText): number {
  if (!isDecimalText(percent)) throw new RangeError(`not a rate in percent: ${percent}`);
  const [whole = '', decimals = ''] = percent.split('.');
  return Number(`${whole}${decimals.padEnd(6, '0')}`);
}
