import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { CONTENT_WIDTH, FILL, HAIRLINE, HEI, LINE } from './style.js';

type RunStyle = Pick<IRunOptions, 'bold' | 'color' | 'size' | 'font'>;

/** The lines of a text as runs of one paragraph. */
export function runs(text: string, style: RunStyle = {}): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** A paragraph of a text in one style. */
export function paragraph(text: string, style: RunStyle = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: runs(text, style) });
}

export const SMALL = { font: HEI, size: 18 } as const;
const CLOSE = { spacing: { before: 30, after: 30, line: 260 } } as const;
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const HAIR: IBorderOptions = { style: BorderStyle.SINGLE, size: 2, color: HAIRLINE };
const CELL_MARGINS = { top: 40, bottom: 40, left: 90, right: 90 };

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  readonly share: number;
}

/** A table over the full width, its header row repeated on each page, its rows whole. */
export function dataTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total: readonly string[] | null,
): Table {
  const widths = widthsOf(columns.map(({ share }) => share));
  const row = (cells: readonly string[], isBold: boolean, isHeader: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHeader,
      children: cells.map(
        (text, column) =>
          new TableCell({
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            margins: CELL_MARGINS,
            ...(isBold ? { shading: { fill: FILL } } : {}),
            children: [
              paragraph(
                text,
                { ...SMALL, bold: isBold },
                { ...CLOSE, alignment: columns[column]?.align ?? 'left' },
              ),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: THIN,
      bottom: THIN,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: HAIR,
    },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
        true,
      ),
      ...rows.map((cells) => row(cells, false, false)),
      ...(total === null ? [] : [row(total, true, false)]),
    ],
  });
}

/** Labels with their values, without a header. */
export function factsTable(rows: readonly (readonly [string, string])[]): Table {
  const widths = widthsOf([3, 7]);
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: HAIR,
      bottom: HAIR,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      insideHorizontal: HAIR,
    },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                margins: CELL_MARGINS,
                children: [paragraph(text, SMALL, { ...CLOSE, alignment: AlignmentType.LEFT })],
              }),
          ),
        }),
    ),
  });
}

/** Two boxes side by side, or one and a blank. */
export function boxes(left: readonly Paragraph[], right: readonly Paragraph[] | undefined): Table {
  const widths = widthsOf([48, 4, 48]);
  const framed = { top: THIN, bottom: THIN, left: THIN, right: THIN };
  const bare = { top: NONE, bottom: NONE, left: NONE, right: NONE };
  const cell = (children: readonly Paragraph[], column: number, hasFrame: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      borders: hasFrame ? framed : bare,
      margins: { top: 100, bottom: 100, left: 160, right: 160 },
      children,
    });
  const gap = [new Paragraph({})];
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...bare, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(left, 0, true), cell(gap, 1, false), cell(right ?? gap, 2, right !== undefined)],
      }),
    ],
  });
}

/** A paragraph between two tables, which would grow together without it. */
export function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 160 } });
}

function widthsOf(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((CONTENT_WIDTH * share) / total));
}
