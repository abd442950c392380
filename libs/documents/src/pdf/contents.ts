import type { Column, Content } from 'pdfmake/interfaces.js';
import { textWidth } from '../glyphs.js';
import { type HeadingBlock, type Paper } from '../paper.js';
import { PRINTED_WORDS } from '../printed-words.js';
import { CONTENT_WIDTH, INK } from './style.js';
import { run } from './text.js';

const SIZE = 9.5;
const INDENT = 16;
const NUMBER_WIDTH = 30;

/** A heading's place in the file, by its index among the blocks: what the table of contents and bookmarks point to. */
export function headingId(index: number): string {
  return `heading-${index}`;
}

/** A heading on one line, its number before it. */
export function headingLine({ number, text }: HeadingBlock, isEnglish: boolean): string {
  return number === null ? text : `${number}${isEnglish ? '   ' : '　'}${text}`;
}

/** The headings of level 1 and 2 with the pages they stand on, on pages of their own before the document. */
export function setContents({ tableOfContents, language, body }: Paper): Content[] {
  if (!tableOfContents) return [];
  const lines = body.flatMap((block, index) =>
    block.type === 'heading' && block.level < 3 ? [contentsLine(block, index, language)] : [],
  );
  return [
    run(PRINTED_WORDS[language].contents, 'contents', language),
    ...lines,
    { text: '', pageBreak: 'after' },
  ];
}

function contentsLine(heading: HeadingBlock, index: number, language: Paper['language']): Content {
  const isTop = heading.level === 1;
  const indent = isTop ? 0 : INDENT;
  const line = headingLine(heading, language === 'en');
  const room = CONTENT_WIDTH - indent - NUMBER_WIDTH;
  const width = Math.min(textWidth(isTop ? 'sansBold' : 'sans', line, SIZE) + 4, room);
  const link = { linkToDestination: headingId(index) };
  return {
    columns: [
      { ...run(line, 'value', language), ...link, fontSize: SIZE, bold: isTop, width },
      leader(room - width),
      {
        text: [{ pageReference: headingId(index) }],
        ...link,
        style: 'value',
        fontSize: SIZE,
        alignment: 'right',
        width: NUMBER_WIDTH,
      },
    ],
    margin: [indent, isTop ? 6 : 2, 0, 2],
  };
}

/** Dots that lead from a title to its page. */
function leader(width: number): Column {
  if (width < 12) return { text: '', width };
  return {
    canvas: [
      {
        type: 'line',
        x1: 4,
        y1: 9.5,
        x2: width,
        y2: 9.5,
        lineWidth: 0.7,
        lineColor: INK.line,
        dash: { length: 0.7, space: 3 },
      },
    ],
    width,
  };
}
