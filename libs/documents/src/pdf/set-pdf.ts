import { formatDate } from '#templates/format-value';
import type { Content, TDocumentDefinitions, Watermark } from 'pdfmake/interfaces.js';
import { checkPaper } from '../check-paper.js';
import { textWidth } from '../glyphs.js';
import { type Paper } from '../paper.js';
import { PRINTED_WORDS } from '../printed-words.js';
import { setBlocks } from './blocks.js';
import { setContents } from './contents.js';
import { print } from './printer.js';
import { CONTENT_WIDTH, INK, PAGE, styles, TABLE_LAYOUTS } from './style.js';
import { run } from './text.js';

/**
 * The paper as PDF: A4, fonts embedded as subsets. The same paper gives the same bytes: its instant `at` is the only
 * date in the file. Throws a PaperError where `checkPaper` finds anything wrong; then nothing is set.
 */
export async function setPdf(paper: Paper): Promise<Uint8Array> {
  checkPaper(paper);
  return print(definitionOf(paper), TABLE_LAYOUTS);
}

function definitionOf(paper: Paper): TDocumentDefinitions {
  const { language, watermark } = paper;
  const at = new Date(paper.at);
  return {
    version: '1.7',
    pageSize: 'A4',
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    language,
    displayTitle: true,
    info: {
      title: `${paper.title} ${paper.number}`,
      author: 'Pacta',
      subject: paper.number,
      creator: 'Pacta',
      producer: 'Pacta',
      creationDate: at,
      modDate: at,
    },
    styles: styles(language),
    defaultStyle: { font: 'Sans', fontSize: 9, color: INK.text, lineHeight: language === 'en' ? 1 : 1.08 },
    header: (page) => header(paper, page),
    footer: (page, pages) => footer(paper, page, pages),
    ...(watermark === null ? {} : { watermark: diagonal(watermark) }),
    pageBreakBefore: keepsWithNext,
    content: [titleBlock(paper), ...setContents(paper), ...setBlocks(paper.body, language)],
  };
}

/** Across the page, light enough to read through; short ones no larger than they need be. */
function diagonal(text: string): Watermark {
  const fontSize = Math.min(96, PAGE.width / textWidth('sansBold', text, 1));
  return { text, font: 'Sans', bold: true, color: INK.grey, opacity: 0.1, fontSize, angle: -50 };
}

type PageBreakBefore = NonNullable<TDocumentDefinitions['pageBreakBefore']>;

/** A heading or caption goes to the next page where the room it asks for is not left, unless it stands at the top. */
const keepsWithNext: PageBreakBefore = ({ headlineLevel: room, startPosition }) => {
  if (room === undefined || startPosition.top < PAGE.top + room / 2) return false;
  return startPosition.top + room > PAGE.height - PAGE.bottom;
};

function titleBlock({ title, subtitle, number, date, language }: Paper): Content {
  const words = PRINTED_WORDS[language];
  const line = `${words.number}${number}　　${words.date}${formatDate(date, language)}`;
  return {
    stack: [
      run(title, 'title', language),
      ...(subtitle === null ? [] : [run(subtitle, 'subtitle', language)]),
      { ...run(line, 'running', language), alignment: 'center', fontSize: 9, margin: [0, 8, 0, 0] },
      rule(0.8, [0, 12, 0, 12]),
    ],
  };
}

/** The title stands on the first page in large type already. */
function header({ title, number, language }: Paper, page: number): Content {
  return {
    stack: [
      {
        columns: [
          run(page === 1 ? '' : title, 'running', language),
          { ...run(number, 'running', language), alignment: 'right', width: 'auto' },
        ],
        columnGap: 16,
      },
      rule(0.35, [0, 4, 0, 0]),
    ],
    margin: [PAGE.left, 36, PAGE.right, 0],
  };
}

function footer({ language }: Paper, page: number, pages: number): Content {
  const text = PRINTED_WORDS[language].pageOf(String(page), String(pages));
  return { ...run(text, 'running', language), alignment: 'center', margin: [PAGE.left, 20, PAGE.right, 0] };
}

function rule(lineWidth: number, margin: [number, number, number, number]): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: CONTENT_WIDTH, y2: 0, lineWidth, lineColor: INK.line }],
    margin,
  };
}
