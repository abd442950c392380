import type { StyleDictionary } from 'pdfmake/interfaces.js';
import { type PaperLanguage } from '../paper.js';

/** A4 and its margins, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 64, top: 76, right: 64, bottom: 66 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export const INK = {
  text: '#1a1a1a',
  grey: '#5f6670',
  line: '#8a919c',
  hairline: '#c4c9d1',
  fill: '#f1f3f6',
} as const;

/** Sizes of type in points. Chinese legal text is set in 五号 10.5, Latin text looks as large in 10. */
export function styles(language: PaperLanguage): StyleDictionary {
  const body = language === 'en' ? 10 : 10.5;
  return {
    title: { font: 'Sans', bold: true, fontSize: 20, alignment: 'center', lineHeight: 1 },
    subtitle: { font: 'Sans', fontSize: 10.5, alignment: 'center', color: INK.grey, margin: [0, 4, 0, 0] },
    running: { font: 'Sans', fontSize: 8, color: INK.grey },
    contents: { font: 'Sans', bold: true, fontSize: 12.5, alignment: 'center', margin: [0, 6, 0, 10] },
    heading1: { font: 'Sans', bold: true, fontSize: 14, margin: [0, 14, 0, 6] },
    heading2: { font: 'Sans', bold: true, fontSize: 11.5, margin: [0, 11, 0, 4] },
    heading3: { font: 'Sans', bold: true, fontSize: 10, margin: [0, 8, 0, 3] },
    body: { font: 'Serif', fontSize: body },
    note: { font: 'Serif', fontSize: 8.5, color: INK.grey },
    lead: { font: 'Sans', bold: true, fontSize: 11 },
    label: { font: 'Sans', fontSize: 9, color: INK.grey },
    value: { font: 'Sans', fontSize: 9 },
    caption: { font: 'Sans', bold: true, fontSize: 9.5, margin: [0, 6, 0, 4] },
    role: { font: 'Sans', fontSize: 8.5, color: INK.grey },
    party: { font: 'Sans', bold: true, fontSize: 10.5 },
    figures: { font: 'Sans', bold: true, fontSize: 12, alignment: 'right' },
  };
}

export const CELL_PADDING = 4;

/** Where lines are drawn, by the name a table calls for. */
export const TABLE_LAYOUTS = {
  /** Rules above and below the header row and at the end; hairlines between the rows; the total below a line. */
  data: {
    hLineWidth: (index: number, node: { table: { body: unknown[] } }) =>
      index <= 1 || index === node.table.body.length ? 0.8 : 0.35,
    vLineWidth: () => 0,
    hLineColor: (index: number, node: { table: { body: unknown[] } }) =>
      index <= 1 || index === node.table.body.length ? INK.line : INK.hairline,
    paddingLeft: () => CELL_PADDING,
    paddingRight: () => CELL_PADDING,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  facts: {
    hLineWidth: () => 0.35,
    vLineWidth: () => 0,
    hLineColor: () => INK.hairline,
    paddingLeft: () => CELL_PADDING,
    paddingRight: () => CELL_PADDING,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  /** Two boxes with a gap between: cells say which of their borders they have. */
  boxes: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => INK.line,
    vLineColor: () => INK.line,
    paddingLeft: (column: number) => (column === 1 ? 0 : 9),
    paddingRight: (column: number) => (column === 1 ? 0 : 9),
    paddingTop: () => 7,
    paddingBottom: () => 7,
  },
  amount: {
    hLineWidth: () => 0.8,
    vLineWidth: () => 0,
    hLineColor: () => INK.line,
    paddingLeft: () => 6,
    paddingRight: () => 6,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
  plain: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 1,
    paddingBottom: () => 1,
  },
};
