import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { type PaperLanguage } from '../paper.js';
import { subclauses, type Subclause } from '../printed-words.js';
import { CONTENT_WIDTH } from './style.js';

/** Two characters, as a Chinese paragraph begins, and the room of a paragraph's number. */
const FIRST_LINE_INDENT = 21;
const NUMBER_WIDTH = 23;
/** Beside a word as long as this, which no line may break, a justified line would be torn wide open. */
const LONG_WORD = /[!-~]{14}/;
/** A word that a line, at least one in a narrow column, may not hold. */
const WIDER_THAN_A_LINE = /[!-~’]{40}/;

/**
 * A text in a style. The fonts have quotation marks as wide as a 字: those of English papers, and an apostrophe within a
 * Latin name of a Chinese one, get their Latin widths. No line ends between RMB and its figures.
 */
export function run(text: string, style: string, language: PaperLanguage): ContentText {
  const kept = text.replace(/\bRMB (?=\d)/g, 'RMB\u00a0');
  if (language === 'en') return { text: kept, style, ...(/[‘’“”…]/.test(kept) ? LATIN_WIDTHS : {}) };
  // What is set in parts is no longer cut where it is wider than a line.
  if (WIDER_THAN_A_LINE.test(kept)) return { text: kept, style };
  const parts = kept.split(/(?<=\p{Script=Latin})(’)(?=\p{Script=Latin})/u);
  if (parts.length === 1) return { text: kept, style };
  return {
    text: parts.map((part) => (part === '’' ? { text: part, ...LATIN_WIDTHS } : { text: part })),
    style,
  };
}

const LATIN_WIDTHS: Pick<ContentText, 'fontFeatures'> = { fontFeatures: ['pwid', 'kern'] };

/** The paragraphs of a text; a numbered one hangs behind its number. */
export function paragraphs(text: string, style: string, language: PaperLanguage): Content[] {
  return subclauses(text).map((subclause) => paragraph(subclause, style, language));
}

function paragraph({ number, lines }: Subclause, style: string, language: PaperLanguage): Content {
  const isProse = lines.length === 1 && language === 'zh-CN' && style === 'body';
  // The printer cuts a word that is wider than a line to the width of one without an indent.
  const isIndented = isProse && number === null && !WIDER_THAN_A_LINE.test(lines[0] ?? '');
  const stack = lines.map((line): Content => ({
    ...run(line, style, language),
    alignment: language === 'en' || LONG_WORD.test(line) ? 'left' : 'justify',
    ...(isIndented ? { leadingIndent: FIRST_LINE_INDENT } : {}),
  }));
  if (number === null) return { stack, margin: [0, 0, 0, 5] };
  return {
    columns: [
      { ...run(number, style, language), width: NUMBER_WIDTH },
      // A column of a fixed width: one that takes what is left grows with the longest word.
      { stack, width: CONTENT_WIDTH - NUMBER_WIDTH },
    ],
    columnGap: 0,
    margin: [0, 0, 0, 5],
  };
}
