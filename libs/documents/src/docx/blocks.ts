import {
  AlignmentType,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import {
  type AmountBlock,
  type Block,
  type ChartBlock,
  type HeadingBlock,
  type PaperLanguage,
  type ParagraphBlock,
  type PartyPanel,
  type SignaturesBlock,
  type TableBlock,
} from '../paper.js';
import { chartValue, grouped, PRINTED_WORDS, type Subclause, subclauses } from '../printed-words.js';
import { boxes, dataTable, factsTable, gap, paragraph, SMALL } from './parts.js';
import { GREY, HEI } from './style.js';

const CLOSE = { spacing: { before: 20, after: 20, line: 260 } } as const;
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A block as the parts of a document in Word. A chart is a table of its figures. */
export function setBlock(block: Block, language: PaperLanguage): FileChild[] {
  switch (block.type) {
    case 'heading':
      return [setHeading(block, language)];
    case 'paragraph':
      return subclauses(block.text).map((subclause) => setSubclause(subclause, block.style, language));
    case 'list':
      return block.items.map((item) => paragraph(item, {}, { bullet: { level: 0 } }));
    case 'facts':
      return block.rows.length === 0 ? [] : [factsTable(block.rows), gap()];
    case 'table':
      return setTable(block);
    case 'chart':
      return setChart(block, language);
    case 'parties':
      return [boxes(partyLines(block.client), partyLines(block.provider)), gap()];
    case 'signatures':
      return setSignatures(block, language);
    case 'amount':
      return setAmount(block, language);
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20 } })];
  }
}

function setHeading({ level, number, text }: HeadingBlock, language: PaperLanguage): Paragraph {
  const line = number === null ? text : `${number}${language === 'en' ? '  ' : '　'}${text}`;
  return new Paragraph({ heading: LEVELS[level], children: [new TextRun(line)] });
}

/** A numbered paragraph hangs behind its number; Chinese prose begins two characters in. */
function setSubclause(
  { number, lines }: Subclause,
  style: ParagraphBlock['style'],
  language: PaperLanguage,
): Paragraph {
  const run = { body: {}, note: { size: 17, color: GREY }, lead: { font: HEI, size: 22, bold: true } }[style];
  const alignment = language === 'en' ? AlignmentType.LEFT : AlignmentType.BOTH;
  if (number !== null) {
    const hanging: IParagraphOptions = {
      alignment,
      indent: { left: 460, hanging: 460 },
      tabStops: [{ type: TabStopType.LEFT, position: 460 }],
    };
    return paragraph(`${number}\t${lines.join('\n')}`, run, hanging);
  }
  const isProse = lines.length === 1 && language === 'zh-CN' && style === 'body';
  return paragraph(lines.join('\n'), run, { alignment, ...(isProse ? { indent: { firstLine: 420 } } : {}) });
}

function setTable(table: TableBlock): FileChild[] {
  const rows =
    table.rows.length === 0
      ? [table.columns.map((_, index) => (index === 0 ? table.empty : ''))]
      : table.rows;
  return [...caption(table.caption), dataTable(table.columns, rows, table.total), gap()];
}

function setChart(chart: ChartBlock, language: PaperLanguage): FileChild[] {
  const words = PRINTED_WORDS[language];
  const columns = [
    { title: chart.unit === '' ? '' : `${words.unit}${chart.unit}`, align: 'left' as const, share: 2 },
    ...chart.series.map(({ name }) => ({ title: name, align: 'right' as const, share: 1 })),
  ];
  const rows = chart.labels.map((label, index) => [
    label,
    ...chart.series.map(({ values }) => chartValue(values[index] ?? null, words)),
  ]);
  return [...caption(chart.caption), dataTable(columns, rows, null), gap()];
}

function caption(text: string | null): Paragraph[] {
  if (text === null) return [];
  return [
    paragraph(
      text,
      { font: HEI, size: 19, bold: true },
      { keepNext: true, spacing: { before: 160, after: 80 } },
    ),
  ];
}

function partyLines({ role, name, rows }: PartyPanel): Paragraph[] {
  return [
    ...partyHead(role, name),
    ...rows.map(
      ([label, value]) =>
        new Paragraph({
          ...CLOSE,
          children: [
            new TextRun({ ...SMALL, text: `${label}　`, color: GREY }),
            new TextRun({ ...SMALL, text: value }),
          ],
        }),
    ),
  ];
}

function partyHead(role: string, name: string): Paragraph[] {
  return [
    paragraph(role, { ...SMALL, color: GREY }, CLOSE),
    paragraph(name, { font: HEI, size: 21, bold: true }, CLOSE),
  ];
}

function setSignatures({ panels }: SignaturesBlock, language: PaperLanguage): FileChild[] {
  const lines = panels.map((panel) => signingLines(panel, language));
  return lines.flatMap((left, index) => (index % 2 === 0 ? [boxes(left, lines[index + 1]), gap()] : []));
}

function signingLines(
  { role, name, signers }: SignaturesBlock['panels'][number],
  language: PaperLanguage,
): Paragraph[] {
  const words = PRINTED_WORDS[language];
  const line = (label: string, value: string, before: number): Paragraph =>
    new Paragraph({
      spacing: { before, after: 20 },
      tabStops: [{ type: TabStopType.LEFT, position: 1_000 }],
      children: [
        new TextRun({ ...SMALL, text: label, color: GREY }),
        new TextRun({ ...SMALL, text: `\t${value}` }),
      ],
    });
  return [
    ...partyHead(role, name),
    paragraph(words.seal, { ...SMALL, color: GREY }, CLOSE),
    ...signers.flatMap(({ name, title, signedAt }) => [
      paragraph(title === '' ? name : `${name}　${title}`, SMALL, { spacing: { before: 200, after: 20 } }),
      line(words.signature, signedAt === null ? BLANK : name, signedAt === null ? 320 : 20),
      line(
        signedAt === null ? words.signingDate : words.signedAt,
        signedAt ?? BLANK,
        signedAt === null ? 160 : 20,
      ),
    ]),
  ];
}

const BLANK = '________________________';

function setAmount({ label, figures, capitals }: AmountBlock, language: PaperLanguage): FileChild[] {
  const words = PRINTED_WORDS[language];
  const columns = [
    { title: label, align: 'left' as const, share: 4 },
    { title: `${words.currency} ${grouped(figures)}`, align: 'right' as const, share: 6 },
  ];
  return [dataTable(columns, [[words.inCapitals, capitals]], null), gap()];
}
