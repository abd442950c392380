/**
 * The rows of a CSV file (RFC 4180), each by its cells; the cells of a row are divided by whichever of `,`, `;` and tab its
 * first line has most of, as spreadsheets of different countries write it.
 */
export function rowsOf(text: string): string[][] {
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text.replace(/^\uFEFF/, '');
  while (rest !== '') {
    const { cell, end } = cellOf(rest, delimiter);
    row.push(cell);
    const stop = rest.slice(end).match(/^(\r\n|\n|\r)/)?.[0];
    const isEnd = stop !== undefined || end >= rest.length;
    if (isEnd) {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(end + (stop?.length ?? 1));
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

function cellOf(text: string, delimiter: string): { readonly cell: string; readonly end: number } {
  const quoted = /^"((?:[^"]|"")*)"/.exec(text);
  if (quoted) return { cell: (quoted[1] ?? '').replaceAll('""', '"'), end: quoted[0].length };
  const end = text.search(delimiter === '\t' ? /[\t\r\n]/ : delimiter === ';' ? /[;\r\n]/ : /[,\r\n]/);
  return end === -1 ? { cell: text, end: text.length } : { cell: text.slice(0, end), end };
}

function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1);
  const count = (each: string) => head.split(each).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** One row of a CSV file. */
export function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
