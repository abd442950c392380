import { formatDate } from '#templates/format-value';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { checkPaper } from '../check-paper.js';
import { type Paper } from '../paper.js';
import { PRINTED_WORDS } from '../printed-words.js';
import { repack } from '../repack.js';
import { setBlock } from './blocks.js';
import { paragraph, SMALL } from './parts.js';
import { CONTENT_WIDTH, fontTable, GREY, HAIRLINE, HEI, PAGE, styles } from './style.js';

/**
 * The paper as DOCX, with the same content as its PDF: headings as headings, the contents and page numbers as fields,
 * fonts by name. The same paper gives the same bytes. Throws a PaperError where `checkPaper` finds anything wrong.
 */
export async function setDocx(paper: Paper): Promise<Uint8Array> {
  checkPaper(paper);
  const packed = await Packer.toBuffer(documentOf(paper));
  return repack(packed, (name, xml) => {
    if (name === 'word/fontTable.xml') return fontTable();
    if (name === 'word/document.xml') return renumbered(xml);
    // A watermark gets a random name.
    if (name.startsWith('word/header')) return xml.replace(/(PowerPlusWaterMarkObject)[\w-]+/g, '$11');
    // The packer writes the machine's clock; what the file says is when the paper was made.
    return name === 'docProps/core.xml' ? xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, paper.at) : xml;
  });
}

/** The bookmarks of the headings, which the packer counts on from one document to the next, counted from 1. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  const number = (_: string, before: string, given: string): string => {
    const known = numbers.get(given) ?? numbers.size + 1;
    numbers.set(given, known);
    return `${before}${known}`;
  };
  return xml
    .replace(/(w:anchor="_Toc|w:name="_Toc|<w:instrText[^>]*>PAGEREF _Toc)(\d+)/g, number)
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g, number);
}

function documentOf(paper: Paper): Document {
  const { title, number, language, body } = paper;
  return new Document({
    title: `${title} ${number}`,
    subject: number,
    creator: 'Pacta',
    lastModifiedBy: 'Pacta',
    styles: styles(language),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.side, right: PAGE.side, top: PAGE.top, bottom: PAGE.bottom },
          },
        },
        headers: { default: header(paper) },
        footers: { default: footer(paper) },
        children: [
          ...titleLines(paper),
          ...contents(paper),
          ...body.flatMap((block) => setBlock(block, language)),
        ],
      },
    ],
  });
}

function titleLines({ title, subtitle, number, date, language }: Paper): Paragraph[] {
  const words = PRINTED_WORDS[language];
  const centred = { alignment: AlignmentType.CENTER };
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...(subtitle === null ? [] : [paragraph(subtitle, { font: HEI, size: 21, color: GREY }, centred)]),
    paragraph(
      `${words.number}${number}　　${words.date}${formatDate(date, language)}`,
      { ...SMALL, color: GREY },
      { ...centred, spacing: { after: 240 } },
    ),
  ];
}

function contents({ tableOfContents, language }: Paper): FileChild[] {
  if (!tableOfContents) return [];
  const words = PRINTED_WORDS[language];
  return [
    paragraph(words.contents, { font: HEI, size: 25, bold: true }, { alignment: AlignmentType.CENTER }),
    // Its entries are written without pages; Word asks to fill them in when it opens the file.
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20 } }),
  ];
}

function header({ title, number, watermark }: Paper): Header {
  const line = new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: CONTENT_WIDTH }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 2, color: HAIRLINE, space: 4 } },
    children: [new TextRun({ ...SMALL, size: 16, color: GREY, text: `${title}\t${number}` })],
  });
  if (watermark === null) return new Header({ children: [line] });
  const mark = new TextWatermark({
    text: watermark,
    font: 'SimHei',
    color: 'silver',
    opacity: 0.3,
    width: watermark.length * 110,
  });
  return new Header({ children: [line, new Paragraph({ children: [mark] })] });
}

function footer({ language }: Paper): Footer {
  // The words around the two numbers, from the line as it is printed.
  const [before = '', between = '', after = ''] = PRINTED_WORDS[language].pageOf('\0', '\0').split('\0');
  const children = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...SMALL, size: 16, color: GREY, children })],
      }),
    ],
  });
}
