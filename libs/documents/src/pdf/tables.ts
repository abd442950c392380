import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { textWidth } from '../glyphs.js';
import { type FactsBlock, type PaperLanguage, type TableBlock } from '../paper.js';
import { PAGE_HEIGHT, textHeight } from './heights.js';
import { CELL_PADDING, CONTENT_WIDTH, INK } from './style.js';
import { run } from './text.js';

/** Sizes tried in turn until no word has to be broken. */
const SIZES = [8.5, 8, 7.5, 7, 6.5, 6] as const;
/** Words longer than this, hashes and addresses, are broken rather than given the room. */
const LONGEST_WORD = 18;
/** A row higher than this may break across pages; no lower one does. */
const HIGHEST_WHOLE = PAGE_HEIGHT * 0.45;

/** A table over the full width whose header row is repeated on each page; its caption stays with the first row. */
export function setTable(table: TableBlock, language: PaperLanguage): Content[] {
  const { size, widths } = fit(table);
  const cell = (text: string, column: number, isBold: boolean): TableCell => ({
    ...run(text, 'value', language),
    fontSize: size,
    bold: isBold,
    alignment: table.columns[column]?.align ?? 'left',
  });
  const header = table.columns.map(({ title }, column): TableCell =>
    Object.assign(cell(title, column, true), { fillColor: INK.fill }),
  );
  const rows = table.rows.map((row) => row.map((text, column) => cell(text, column, false)));
  if (rows.length === 0) rows.push(emptyRow(table, language));
  if (table.total !== null)
    rows.push(
      table.total.map((text, column) => Object.assign(cell(text, column, true), { fillColor: INK.fill })),
    );
  const titles = table.columns.map(({ title }) => title);
  const heights = [titles, ...table.rows].map((row) => rowHeight(row, size, widths));
  const [headerHeight = 0, firstHeight = 0] = heights;
  const isLow = heights.every((height) => height < HIGHEST_WHOLE);
  const headers = headerHeight < HIGHEST_WHOLE ? 1 : 0;
  const set: Content = {
    table: {
      headerRows: headers,
      ...(isLow ? { keepWithHeaderRows: 1 } : {}),
      dontBreakRows: isLow,
      widths,
      body: [header, ...rows],
    },
    layout: 'data',
    margin: [0, 2, 0, 10],
  };
  if (table.caption === null) return [set];
  const room = CAPTION_HEIGHT + headerHeight + Math.min(firstHeight, HIGHEST_WHOLE);
  return [{ ...run(table.caption, 'caption', language), headlineLevel: room }, set];
}

const CAPTION_HEIGHT = 24;

/** The room a table needs to begin: its caption, its header row and the first of its rows. */
export function openingHeight(table: TableBlock): number {
  const { size, widths } = fit(table);
  const rows = [table.columns.map(({ title }) => title), table.rows[0] ?? []];
  const heights = rows.map((row) => Math.min(rowHeight(row, size, widths), HIGHEST_WHOLE));
  return (table.caption === null ? 0 : CAPTION_HEIGHT) + sum(heights);
}

function rowHeight(row: readonly string[], size: number, widths: readonly number[]): number {
  return 7 + Math.max(0, ...row.map((text, column) => textHeight('sans', text, size, widths[column] ?? 1)));
}

function emptyRow(table: TableBlock, language: PaperLanguage): TableCell[] {
  const text = {
    ...run(table.empty, 'label', language),
    alignment: 'center' as const,
    colSpan: table.columns.length,
  };
  return [text, ...table.columns.slice(1).map(() => ({}))];
}

interface Fit {
  readonly size: number;
  readonly widths: number[];
}

/**
 * The largest size at which each column holds its longest word. Where a column's share is too little for that, it takes
 * from those that have more than they need.
 */
function fit(table: TableBlock): Fit {
  const room = CONTENT_WIDTH - 2 * CELL_PADDING * table.columns.length;
  const total = table.columns.reduce((sum, { share }) => sum + share, 0);
  const shares = table.columns.map(({ share }) => (room * share) / total);
  const widest = table.columns.map(({ title }, column) => {
    const texts = [...table.rows, ...(table.total ? [table.total] : [])].map((row) => row[column] ?? '');
    return Math.max(...texts.map((text) => longestWord(text, 'sans')), longestWord(title, 'sansBold'));
  });
  const size = SIZES.find((size) => sum(widest) * size <= room) ?? SIZES[SIZES.length - 1] ?? 6;
  return {
    size,
    widths: widen(
      shares,
      widest.map((ems) => ems * size + 0.5),
    ),
  };
}

function widen(shares: readonly number[], needs: readonly number[]): number[] {
  const room = sum(shares);
  if (sum(needs) >= room) return needs.map((need) => (need * room) / sum(needs));
  const lacking = shares.map((share, column) => Math.max(0, (needs[column] ?? 0) - share));
  const spare = shares.map((share, column) => Math.max(0, share - (needs[column] ?? 0)));
  const part = sum(lacking) === 0 ? 0 : sum(lacking) / sum(spare);
  return shares.map((share, column) => share + (lacking[column] ?? 0) - (spare[column] ?? 0) * part);
}

/** In ems. A word ends at a space, behind a hyphen or slash between letters, and between Chinese characters. */
function longestWord(text: string, face: 'sans' | 'sansBold'): number {
  const words = text.split(
    /[\s\u3000]+|(?<=[^\d][-/])|(?<=[、，。；：）])|(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])/u,
  );
  return Math.max(0, ...words.map((word) => textWidth(face, word.slice(0, LONGEST_WORD), 1)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Labels with their values. */
export function setFacts(facts: FactsBlock, language: PaperLanguage): Content[] {
  if (facts.rows.length === 0) return [];
  const labels = labelWidth(facts.rows, CONTENT_WIDTH * 0.3, 9);
  const widths = [labels, CONTENT_WIDTH - labels - 4 * CELL_PADDING];
  return [
    {
      table: {
        widths,
        dontBreakRows: facts.rows.every((row) => rowHeight(row, 9, widths) < HIGHEST_WHOLE),
        body: facts.rows.map(([label, value]) => [
          run(label, 'label', language),
          run(value, 'value', language),
        ]),
      },
      layout: 'facts',
      margin: [0, 2, 0, 10],
    },
  ];
}

/** The room that the labels need, no more than `most`. */
export function labelWidth(rows: FactsBlock['rows'], most: number, size: number): number {
  return Math.min(most, Math.max(0, ...rows.map(([label]) => textWidth('sans', label, size))) + 8);
}
