import { type Fault, quote } from '#domain/fault';
import { parseCapitals } from '#domain/money/capitals';
import { type Fen, formatYuan, parseYuan } from '#domain/money/fen';

const DIGIT = '零壹贰貳叁肆伍陆陸柒捌玖';
const CAPITALS = `(?:人民币)?[${DIGIT}拾佰仟万萬亿億]{0,40}[${DIGIT}][${DIGIT}拾佰仟万萬亿億元圆圓角分整正]{0,60}`;
const FIGURES = '(?<figures>\\d[\\d,]{0,24}(?:\\.\\d{1,12})?)\\s*(?<unit>[万亿]?)元?';
const CURRENCY = '(?:[¥￥]|RMB|CNY|人民币)';

/** `20,000.00元（大写：人民币贰万元整）`, `RMB 20,000.00 (in capitals: 人民币贰万元整)`. */
const FIGURES_FIRST = new RegExp(
  `${FIGURES}\\s*[（(，,]?\\s*(?:(?:大写|in capitals|in words)\\s*[:：]?\\s*)?(?<=[（(:：写s]\\s*)(?<capitals>${CAPITALS})`,
  'gu',
);
/** `人民币贰万元整（¥20,000.00）`, `人民币贰万元整（小写：20,000.00元）`. */
const CAPITALS_FIRST = new RegExp(
  `(?<capitals>${CAPITALS})\\s*[（(，,]\\s*(?:小写|in figures)?\\s*[:：]?\\s*${CURRENCY}?\\s*${FIGURES}`,
  'gu',
);
const ANNOUNCED = new RegExp(`(?:大写\\s*[:：]?\\s*|(?=人民币))(?<capitals>${CAPITALS})`, 'gu');

/**
 * Where a text says an amount in figures and in capitals beside them, both must mean the same, by value: 圆 and 元, 正
 * and 整 are equal. Capitals that say no amount at all are a fault as well.
 */
export function amountFaults(text: string, path: string): Fault[] {
  const pairs = [...text.matchAll(FIGURES_FIRST), ...text.matchAll(CAPITALS_FIRST)].flatMap(
    ({ 0: all, groups }) =>
      saysYuan(groups?.['capitals'])
        ? pairFault(path, all, `${groups?.['figures']}`, groups?.['unit'] ?? '', `${groups?.['capitals']}`)
        : [],
  );
  const unreadable = [...text.matchAll(ANNOUNCED)].flatMap(({ groups }) => {
    const capitals = groups?.['capitals'] ?? '';
    return saysYuan(capitals) && parseCapitals(capitals) === null ? [capitalsFault(path, capitals)] : [];
  });
  return [...pairs, ...unreadable];
}

/** A fault for an amount whose figures `20000.00` and capitals do not mean the same. */
export function amountBlockFaults(figures: string, capitals: string, path: string): Fault[] {
  if (parseYuan(figures) === null)
    return [
      {
        path: `${path}.figures`,
        problem: `${quote(figures)} is no amount`,
        allowed: 'allowed is yuan with two decimals, "20000.00"',
      },
    ];
  if (parseCapitals(capitals) === null) return [capitalsFault(`${path}.capitals`, capitals)];
  return pairFault(path, `${figures} ${capitals}`, figures, '', capitals);
}

/** Capitals without 元, 角 or 分 count something else: 叁份. */
function saysYuan(capitals: string | undefined): boolean {
  return capitals !== undefined && /[元圆圓角分]/.test(capitals);
}

function pairFault(path: string, all: string, figures: string, unit: string, capitals: string): Fault[] {
  const [inFigures, inCapitals] = [figuresValue(figures, unit), parseCapitals(capitals)];
  // Capitals that say nothing are named once, by themselves.
  if (inCapitals === null || inFigures === inCapitals) return [];
  const says = inFigures === null ? 'no amount' : formatYuan(inFigures);
  return [
    {
      path,
      problem: `says ${quote(all)}: ${says} in figures, ${formatYuan(inCapitals)} in capitals`,
      allowed: 'figures and capitals must say the same amount',
    },
  ];
}

function capitalsFault(path: string, capitals: string): Fault {
  return {
    path,
    problem: `${quote(capitals)} says no amount`,
    allowed: 'allowed are amounts in capitals by the rules on filling in bills, 人民币贰万元整',
  };
}

/** `1,234.5` with 万: in fen, exactly; null where the thousands are set apart wrongly or there is less than a fen. */
function figuresValue(figures: string, unit: string): Fen | null {
  const parts = /^(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?$/.exec(figures);
  if (!parts) return null;
  const places = unit === '万' ? 4 : unit === '亿' ? 8 : 0;
  const decimals = (parts[2] ?? '').padEnd(places + 2, '0');
  if (/[1-9]/.test(decimals.slice(places + 2))) return null;
  const whole = `${(parts[1] ?? '').replaceAll(',', '')}${decimals.slice(0, places)}`.replace(
    /^0+(?=\d)/,
    '',
  );
  return parseYuan(`${whole}.${decimals.slice(places, places + 2)}`);
}
