import type { Content } from 'pdfmake/interfaces.js';
import {
  type Block,
  type ChartBlock,
  type HeadingBlock,
  type ParagraphBlock,
  type PaperLanguage,
} from '../paper.js';
import { chartPictures } from './chart.js';
import { headingId, headingLine } from './contents.js';
import { PAGE_HEIGHT, textHeight } from './heights.js';
import { setAmount, setParties, setSignatures } from './panels.js';
import { CONTENT_WIDTH, INK } from './style.js';
import { openingHeight, setFacts, setTable } from './tables.js';
import { paragraphs, run } from './text.js';

/**
 * The blocks of a paper as the printer takes them. Headings stay with what follows: with a block that never breaks they
 * are made one piece; before others they ask for the room they need, in `headlineLevel`, for the printer has no other
 * place for it.
 */
export function setBlocks(blocks: readonly Block[], language: PaperLanguage): Content[] {
  const bookmarks = new Bookmarks();
  const content: Content[] = [];
  let headings: Heading[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'heading') {
      headings.push(setHeading(block, index, headings.length > 0, language, bookmarks));
      continue;
    }
    const [first = [], ...rest] = setBlock(block, language);
    const height = headings.reduce((sum, { height }) => sum + height, 0);
    // A heading within what never breaks must not ask for room: the printer does not know yet where it will stand.
    if (isWhole(first) && height < HIGHEST_HEADINGS)
      content.push({ stack: [...headings.map(({ set }) => set), first], unbreakable: true }, ...rest);
    else content.push(...withRoom(headings, roomToBegin(block)), first, ...rest);
    headings = [];
  }
  return [...content, ...withRoom(headings, 0)];
}

interface Heading {
  readonly height: number;
  readonly set: Content & object;
}

/** What never breaks is estimated at two thirds of a page at most: with headings no higher than this it fits on one. */
const HIGHEST_HEADINGS = PAGE_HEIGHT * 0.15;

function isWhole(content: Content): boolean {
  return typeof content === 'object' && 'unbreakable' in content && content.unbreakable === true;
}

/** Each heading asks for the room for itself, the headings behind it, and what comes then. */
function withRoom(headings: readonly Heading[], room: number): Content[] {
  return headings.map(({ set }, index) => ({
    ...set,
    headlineLevel: headings.slice(index).reduce((sum, { height }) => sum + height, room),
  }));
}

const TWO_LINES = 36;

function roomToBegin(block: Exclude<Block, HeadingBlock>): number {
  if (block.type === 'table') return openingHeight(block);
  return block.type === 'pageBreak' ? 0 : TWO_LINES;
}

function setBlock(block: Exclude<Block, HeadingBlock>, language: PaperLanguage): Content[] {
  switch (block.type) {
    case 'paragraph':
      return setParagraph(block, language);
    case 'list':
      return [
        {
          ul: block.items.map((item) => run(item, 'body', language)),
          markerColor: INK.grey,
          margin: [2, 0, 0, 6],
        },
      ];
    case 'facts':
      return setFacts(block, language);
    case 'table':
      return setTable(block, language);
    case 'chart':
      return setChart(block, language);
    case 'parties':
      return setParties(block, language);
    case 'signatures':
      return setSignatures(block, language);
    case 'amount':
      return setAmount(block, language);
    case 'pageBreak':
      return [{ text: '', pageBreak: 'after' }];
  }
}

/** Says below which bookmark a heading's own stands: that of the nearest higher heading before it. */
class Bookmarks {
  private readonly above: (string | undefined)[] = [];

  place(level: number, id: string): { readonly outlineParentId?: string } {
    const parent = this.above.slice(0, level).findLast((above) => above !== undefined);
    this.above.splice(level);
    this.above[level] = id;
    return parent === undefined ? {} : { outlineParentId: parent };
  }
}

const HEADING_SIZES = { 1: 14, 2: 11.5, 3: 10 } as const;

function setHeading(
  heading: HeadingBlock,
  index: number,
  isSecond: boolean,
  language: PaperLanguage,
  bookmarks: Bookmarks,
): Heading {
  const { level } = heading;
  const line = headingLine(heading, language === 'en');
  const id = headingId(index);
  const set = {
    ...run(line, `heading${level}`, language),
    ...(isSecond ? { marginTop: 2 } : {}),
    id,
    ...bookmarks.place(level, id),
    outline: true,
    outlineText: line,
    outlineExpanded: level === 1,
  };
  return { height: textHeight('sansBold', line, HEADING_SIZES[level], CONTENT_WIDTH) + 20, set };
}

function setParagraph({ style, text }: ParagraphBlock, language: PaperLanguage): Content[] {
  const set = paragraphs(text, style, language);
  return style === 'lead' ? [{ stack: set, margin: [0, 4, 0, 4] }] : set;
}

function setChart(chart: ChartBlock, language: PaperLanguage): Content[] {
  return chartPictures(chart, language).map((svg, index): Content => ({
    stack: [
      ...(index === 0 ? [run(chart.caption, 'caption', language)] : []),
      { svg, width: CONTENT_WIDTH, font: 'Sans' },
    ],
    unbreakable: true,
    margin: [0, 4, 0, 10],
  }));
}
