import { type Fault, quote } from '#domain/fault';
import { type DecimalText, isDecimalText } from '#domain/money/ratio';

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** A ratio as words behind 千分之 and 百分之: `五`, `十二点七五`, `零点五`, `一千`. Up to 9999. */
export function ratioInWords(ratio: DecimalText): string {
  const plain = plainRatio(ratio);
  const [whole = '0', decimals] = plain.split('.');
  if (whole.length > 4) throw new RangeError(`too large to be said in words: ${ratio}`);
  const point =
    decimals === undefined ? '' : `点${[...decimals].map((digit) => DIGITS[Number(digit)]).join('')}`;
  return wholeInWords(whole) + point;
}

/** The ratio without zeros that say nothing: `"5.50"` is `5.5`, `"5.0"` is `5`. */
export function plainRatio(ratio: DecimalText): string {
  if (!isDecimalText(ratio)) throw new RangeError(`not a decimal: ${ratio}`);
  return ratio.includes('.') ? ratio.replace(/\.?0+$/, '') : ratio;
}

function wholeInWords(whole: string): string {
  let words = '';
  for (const [index, digit] of [...whole].entries()) {
    if (digit !== '0') words += `${DIGITS[Number(digit)]}${UNITS[whole.length - 1 - index]}`;
    else if (!words.endsWith('零')) words += '零';
  }
  const trimmed = words.length > 1 ? words.replace(/零$/, '') : words;
  return trimmed.replace(/^一十/, '十');
}

/** The ratio that words say: `五` is `5`, `千分之十二点七五` without its head is `12.75`. Null for other words. */
export function parseRatioWords(words: string): string | null {
  const [whole = '', decimals, ...more] = words.split('点');
  const value = parseWhole(whole);
  if (value === null || more.length > 0) return null;
  if (decimals === undefined) return String(value);
  if (decimals === '' || [...decimals].some((digit) => !DIGITS.includes(digit))) return null;
  return plainRatio(`${value}.${[...decimals].map((digit) => DIGITS.indexOf(digit)).join('')}`);
}

const WHOLE =
  /^(?:([一二三四五六七八九])千)?(零?)(?:([一二三四五六七八九])百)?(零?)(?:([一二三四五六七八九]?)十)?(零?)([一二三四五六七八九]?)$/;

function parseWhole(words: string): number | null {
  if (words === '零') return 0;
  const parts = WHOLE.exec(words);
  if (!parts || words === '') return null;
  const tens = /十/.test(words) ? parts[5] || '一' : '';
  const digits = [parts[1], parts[3], tens, parts[7]].map((digit) => (digit ? DIGITS.indexOf(digit) : 0));
  const value = Number(digits.join(''));
  // The zeros between are free in the pattern above; only words that are written back alike are unambiguous.
  return value > 0 && wholeInWords(String(value)) === words.replace(/^一十/, '十') ? value : null;
}

const PAIR = /(\d+(?:\.\d+)?)\s*([‰%])\s*[（(]\s*(千分之|百分之)([零一二三四五六七八九十百千点]+)\s*[）)]/g;
const BOTH_WORDS =
  /(千分之|百分之)([零一二三四五六七八九十百千点]+)\s*[（(]\s*(\d+(?:\.\d+)?)\s*([‰%])\s*[）)]/g;

/**
 * Where a text says a ratio in figures and in words, `5‰（千分之五）` or `千分之五（5‰）`, both must say the same:
 * a fault for each pair that does not.
 */
export function permilleFaults(text: string, path: string): Fault[] {
  const pairs = [
    ...[...text.matchAll(PAIR)].map(([all, figures, sign, head, words]) => ({
      all,
      figures,
      sign,
      head,
      words,
    })),
    ...[...text.matchAll(BOTH_WORDS)].map(([all, head, words, figures, sign]) => ({
      all,
      figures,
      sign,
      head,
      words,
    })),
  ];
  return pairs.flatMap(({ all, figures = '', sign, head, words = '' }) => {
    const sameUnit = (sign === '‰') === (head === '千分之');
    const sameValue = isDecimalText(figures) && parseRatioWords(words) === plainRatio(figures);
    if (sameUnit && sameValue) return [];
    return [{ path, problem: `says ${quote(all)}`, allowed: 'words and figures must say the same ratio' }];
  });
}
