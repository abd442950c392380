import { type PaperLanguage } from './paper.js';

/** The words a renderer adds of its own. */
export interface PrintedWords {
  readonly contents: string;
  readonly number: string;
  readonly date: string;
  readonly unit: string;
  readonly notAvailable: string;
  readonly inCapitals: string;
  readonly currency: string;
  readonly signature: string;
  readonly signingDate: string;
  readonly signedAt: string;
  readonly seal: string;
  readonly pageOf: (page: string, pages: string) => string;
}

export const PRINTED_WORDS: Readonly<Record<PaperLanguage, PrintedWords>> = {
  'zh-CN': {
    contents: '目　录',
    number: '编号：',
    date: '日期：',
    unit: '单位：',
    notAvailable: '不适用',
    inCapitals: '大写',
    currency: '¥',
    signature: '签字',
    signingDate: '日期',
    signedAt: '签署时间',
    seal: '（盖章）',
    pageOf: (page, pages) => `第 ${page} / ${pages} 页`,
  },
  en: {
    contents: 'Contents',
    number: 'No. ',
    date: 'Date: ',
    unit: 'Unit: ',
    notAvailable: 'n/a',
    inCapitals: 'In capitals',
    currency: 'RMB',
    signature: 'Signature',
    signingDate: 'Date',
    signedAt: 'Signed at',
    seal: '(company seal)',
    pageOf: (page, pages) => `Page ${page} / ${pages}`,
  },
};

/** `20000.00` as `20,000.00`; what is no amount stays as it is. */
export function grouped(figures: string): string {
  return /^\d+(\.\d+)?$/.test(figures) ? figures.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : figures;
}

/** One paragraph of a text: its number where it bears one, `(1)`, and its lines. */
export interface Subclause {
  readonly number: string | null;
  readonly lines: readonly string[];
}

const NUMBERED = /^(\(\d{1,2}\)|（[一二三四五六七八九十\d]{1,3}）|\([a-z]\))[ \u3000]*/;

/** The paragraphs of a text: an empty line ends one, a line's end stays one. */
export function subclauses(text: string): Subclause[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => {
      const number = NUMBERED.exec(paragraph);
      const rest = number ? paragraph.slice(number[0].length) : paragraph;
      return { number: number?.[1] ?? null, lines: rest.split('\n').map((line) => line.trim()) };
    });
}

/** A value of a chart as it is printed: at most two decimals. */
export function chartValue(value: number | null, words: PrintedWords): string {
  return value === null ? words.notAvailable : String(Math.round(value * 100) / 100);
}
