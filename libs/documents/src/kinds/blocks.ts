import { amountInCapitals, parseCapitals } from '#domain/money/capitals';
import { formatYuan, parseYuan, sumFen, type Fen } from '#domain/money/fen';
import { type AmountBlock, type Block, type TableBlock, type TableColumn } from '../paper.js';

/** A heading of the document; the numbers of clauses are given. */
export function heading(level: 1 | 2 | 3, text: string, number: string | null = null): Block {
  return { type: 'heading', level, number, text };
}

export function paragraph(text: string, style: 'body' | 'note' | 'lead' = 'body'): Block {
  return { type: 'paragraph', style, text };
}

/** Labels with their values; a row whose value is null does not apply and is left out. */
export function factRows(rows: readonly (readonly [label: string, value: string | null])[]): Block {
  return {
    type: 'facts',
    rows: rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const])),
  };
}

/** A column of a table: its title, its share of the width, and on which side its cells stand. */
export function column(title: string, share: number, align: TableColumn['align'] = 'left'): TableColumn {
  return { title, align, share };
}

interface TableParts {
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly total?: readonly string[] | null;
  readonly empty: string;
}

/** A table whose rows have a cell for each column. Throws where one has not. */
export function table({ caption, columns, rows, total, empty }: TableParts): TableBlock {
  for (const row of [...rows, ...(total ? [total] : [])])
    if (row.length !== columns.length)
      throw new Error(`a row of ${row.length} cells in ${columns.length} columns`);
  return { type: 'table', caption: caption ?? null, columns, rows, total: total ?? null, empty };
}

/** An amount in figures and in capitals 大写. Throws where the two do not say the same amount. */
export function amount(label: string, value: Fen): AmountBlock {
  const [figures, capitals] = [formatYuan(value), amountInCapitals(value)];
  if (parseYuan(figures) !== value || parseCapitals(capitals) !== value)
    throw new Error(`${figures} and ${capitals} do not say the same`);
  return { type: 'amount', label, figures, capitals };
}

/** The sum of the lines that are printed. Throws where the contract's state has another: nothing is issued then. */
export function summed(what: string, lines: readonly Fen[], known: Fen): Fen {
  const sum = sumFen(lines);
  if (sum !== known)
    throw new Error(`${what}: the lines sum to ${formatYuan(sum)}, the contract has ${formatYuan(known)}`);
  return sum;
}
