import { fen, type Fen, MAX_FEN } from './fen.js';

/**
 * Amounts in capitals, 大写, by the rules on filling in bills (《正确填写票据和结算凭证的基本规定》, 1997):
 * - 元 without 角 and 分 is followed by 整. After 角 it may be, and here is; after 分 it must not be.
 * - Zeros between other digits are said once. Where the 元 or the 万 digit is 0 and the 角 or the 仟 digit behind it is
 *   not, the zero may be left out; here the first of the rules' two spellings is written throughout, with the zero
 *   behind 元 and without the one behind 万: 壹仟陆佰捌拾元零叁角贰分, 壹拾万柒仟元零伍角叁分. 亿 goes like 万.
 * - No 角, but 分: 元 is followed by 零.
 */
const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''] as const;
/** The sections of four digits that an amount has at most: 万 (of 亿), 亿, 万, 元. */
const SECTIONS = ['万', '亿', '万', ''] as const;

/** A piece of the text. `written` and `unwritten` ones are optional by the rules: this code writes the former only. */
interface Piece {
  readonly text: string;
  readonly use: 'always' | 'written' | 'unwritten';
}

/** The amount in capitals: 20000.00 is `人民币贰万元整`. Throws a RangeError for a negative amount. */
export function amountInCapitals(amount: Fen): string {
  const written = piecesOf(amount).filter(({ use }) => use !== 'unwritten');
  return written.map(({ text }) => text).join('');
}

function piecesOf(amount: Fen): Piece[] {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`cannot be said in capitals: ${amount}`);
  const digits = String(amount).padStart(SECTIONS.length * 4 + 2, '0');
  const yuan = digits.slice(0, -2);
  const [jiao = '0', cent = '0'] = digits.slice(-2);
  const pieces = [always('人民币'), ...yuanPieces(yuan)];
  const hasYuan = pieces.length > 1;
  if (!hasYuan && amount > 0) return [...pieces, ...centPieces(jiao, cent, false, false)];
  return [...pieces, always(hasYuan ? '元' : '零元'), ...centPieces(jiao, cent, hasYuan, yuan.endsWith('0'))];
}

function yuanPieces(yuan: string): Piece[] {
  const pieces: Piece[] = [];
  let zero: Piece | null = null;
  for (const [index, unit] of SECTIONS.entries()) {
    const section = yuan.slice(index * 4, index * 4 + 4);
    for (const [place, digit] of [...section].entries()) {
      if (digit === '0') {
        if (pieces.length > 0) zero = always('零');
        continue;
      }
      if (zero !== null) pieces.push(zero);
      zero = null;
      pieces.push(always(`${capital(digit)}${PLACES[place]}`));
    }
    const isEmpty = section === '0000';
    // A zero that only ends its section may go unsaid; one that fills a whole section must not: 壹亿零伍仟元.
    if (zero !== null && !isEmpty) zero = { text: '零', use: 'unwritten' };
    if (!isEmpty || (unit === '亿' && pieces.length > 0)) pieces.push(always(unit));
  }
  return pieces;
}

function centPieces(jiao: string, cent: string, hasYuan: boolean, yuanEndsInZero: boolean): Piece[] {
  if (jiao === '0' && cent === '0') return [always('整')];
  if (jiao === '0') return [...(hasYuan ? [always('零')] : []), always(`${capital(cent)}分`)];
  const zero: Piece[] = hasYuan && yuanEndsInZero ? [{ text: '零', use: 'written' }] : [];
  const end: Piece = cent === '0' ? { text: '整', use: 'written' } : always(`${capital(cent)}分`);
  return [...zero, always(`${capital(jiao)}角`), end];
}

function always(text: string): Piece {
  return { text, use: 'always' };
}

function capital(digit: string): string {
  return DIGITS[Number(digit)] ?? '';
}

const VARIANTS: Readonly<Record<string, string>> = {
  圆: '元',
  圓: '元',
  正: '整',
  貳: '贰',
  陸: '陆',
  億: '亿',
  萬: '万',
};
const LONGEST_TEXT = 80;

/**
 * The amount that a text in capitals says, in any spelling the rules allow: 圆 for 元, 正 for 整, the traditional
 * characters, the optional zeros, with or without 人民币 before it. Null for anything else, also where a zero that
 * the rules demand is missing.
 */
export function parseCapitals(text: string): Fen | null {
  if (text.length > LONGEST_TEXT) return null;
  const plain = [...text]
    .map((character) => VARIANTS[character] ?? character)
    .join('')
    .replace(/^人民币/, '');
  const value = looseValue(plain);
  if (value === null || value > MAX_FEN) return null;
  const amount = fen(value);
  // The loose reading says which amount could be meant; its own legal spellings say whether it is.
  const spellings = piecesOf(amount)
    .slice(1)
    .map((piece) => (piece.use === 'always' ? piece.text : `${piece.text}?`));
  return new RegExp(`^${spellings.join('')}$`).test(plain) ? amount : null;
}

const PLACE_VALUES: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** The value in fen of digits and places, in whatever order they come; null where other characters stand between. */
function looseValue(text: string): number | null {
  let [total, section, digit] = [0, 0, 0];
  for (const character of text) {
    const place = PLACE_VALUES[character];
    if (DIGITS.includes(character)) digit = DIGITS.indexOf(character);
    else if (place !== undefined) [section, digit] = [section + digit * place, 0];
    else if (character === '万') [total, section, digit] = [total + (section + digit) * 10_000, 0, 0];
    else if (character === '亿') [total, section, digit] = [(total + section + digit) * 100_000_000, 0, 0];
    else if (character === '元') [total, section, digit] = [(total + section + digit) * 100, 0, 0];
    else if (character === '角') [total, digit] = [total + digit * 10, 0];
    else if (character === '分') [total, digit] = [total + digit, 0];
    else if (character !== '整') return null;
  }
  return Number.isSafeInteger(total) ? total : null;
}
