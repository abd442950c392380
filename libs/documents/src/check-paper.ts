import { type Fault, formatFault, joinPath, quote } from '#domain/fault';
import { permilleFaults } from '#templates/permille-words';
import { amountBlockFaults, amountFaults } from './amounts-in-text.js';
import { FACES } from './fonts.js';
import { hasGlyph } from './glyphs.js';
import { type Block, type ChartBlock, type Paper, type TableBlock } from './paper.js';
import { PaperError } from './paper-error.js';
import { paperTexts, type PaperText } from './paper-texts.js';

/**
 * What must hold before a paper is set: the face that prints it has every character; an amount in figures and in
 * capitals says the same, so does a ratio in figures and in words; tables and charts are complete. Throws a PaperError
 * with all faults.
 */
export function checkPaper(paper: Paper): void {
  const texts = paperTexts(paper);
  const faults = [
    ...['title' as const, 'number' as const].flatMap((field) =>
      paper[field].trim() === ''
        ? [{ path: field, problem: 'is empty', allowed: 'text is required here' }]
        : [],
    ),
    ...paper.body.flatMap((block, index) => blockFaults(block, joinPath('body', index))),
    ...texts.flatMap(characterFaults),
    ...texts.flatMap(({ text, path }) => [
      ...amountFaults(text, path),
      ...permilleFaults(text, path),
      ...englishRatioFaults(text, path),
    ]),
  ];
  // An amount that stands by itself is looked at as such and as a text.
  const distinct = new Map(faults.map((fault) => [formatFault(fault), fault]));
  if (distinct.size > 0) throw new PaperError([...distinct.values()]);
}

/** One fault for each character of the text that would not be printed, however often it stands there. */
function characterFaults({ path, text, face, isText }: PaperText): Fault[] {
  const missing = new Set<string>();
  for (const character of text)
    if (!(isText && character === '\n') && !hasGlyph(face, character.codePointAt(0) ?? 0))
      missing.add(character);
  return [...missing].map((character) => {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const shown = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character) ? code : `"${character}" (${code})`;
    return {
      path,
      problem: `character ${shown} cannot be printed`,
      allowed: `allowed are the characters of ${FACES[face].label}${isText ? ' and line breaks' : ''}`,
    };
  });
}

function blockFaults(block: Block, path: string): Fault[] {
  if (block.type === 'table') return tableFaults(block, path);
  if (block.type === 'chart') return chartFaults(block, path);
  if (block.type === 'amount') return amountBlockFaults(block.figures, block.capitals, path);
  return [];
}

function tableFaults({ columns, rows, total }: TableBlock, path: string): Fault[] {
  if (columns.length === 0)
    return [{ path: `${path}.columns`, problem: 'is empty', allowed: 'one column at least' }];
  const wrongRows = [...rows.entries()].filter(([, row]) => row.length !== columns.length);
  return [
    ...columns.flatMap(({ share }, index) =>
      share > 0 && Number.isFinite(share)
        ? []
        : [
            {
              path: joinPath(path, 'columns', index, 'share'),
              problem: `says ${share}`,
              allowed: 'a number above 0',
            },
          ],
    ),
    ...wrongRows.map(([index, row]) => cells(joinPath(path, 'rows', index), row.length, columns.length)),
    ...(total !== null && total.length !== columns.length
      ? [cells(`${path}.total`, total.length, columns.length)]
      : []),
  ];
}

function cells(path: string, count: number, columns: number): Fault {
  return { path, problem: `has ${count} cells`, allowed: `a cell for each of the ${columns} columns` };
}

/** Words in a picture cannot go on in the next line without end. */
const LONGEST_LABEL = 40;

function lengthFaults(label: string, path: string): Fault[] {
  if (label.length <= LONGEST_LABEL) return [];
  return [
    { path, problem: `has ${label.length} characters`, allowed: `at most ${LONGEST_LABEL} within a chart` },
  ];
}

function chartFaults({ labels, series, unit, top }: ChartBlock, path: string): Fault[] {
  const numbers = [...series.flatMap(({ values }) => values), top];
  const wrong = numbers.find((value) => value !== null && !Number.isFinite(value));
  return [
    ...(labels.length === 0
      ? [{ path: `${path}.labels`, problem: 'is empty', allowed: 'one label at least' }]
      : []),
    ...labels.flatMap((label, index) => lengthFaults(label, joinPath(path, 'labels', index))),
    ...series.flatMap(({ name }, index) => lengthFaults(name, joinPath(path, 'series', index, 'name'))),
    ...lengthFaults(unit, joinPath(path, 'unit')),
    ...(series.length === 0
      ? [{ path: `${path}.series`, problem: 'is empty', allowed: 'one series at least' }]
      : []),
    ...series.flatMap(({ values }, index) =>
      values.length === labels.length
        ? []
        : [
            {
              path: joinPath(path, 'series', index, 'values'),
              problem: `has ${values.length} values`,
              allowed: `a value or null for each of the ${labels.length} labels`,
            },
          ],
    ),
    ...(wrong === undefined ? [] : [{ path, problem: `says ${wrong}`, allowed: 'finite numbers or null' }]),
  ];
}

const ENGLISH_RATIO =
  /(\d+(?:\.\d+)?)\s*([‰%])\s*\(\s*(\d+(?:\.\d+)?)\s+per\s?(thousand|mille|cent|hundred)\s*\)/g;

/** `5‰ (5 per thousand)`: both must say the same. */
function englishRatioFaults(text: string, path: string): Fault[] {
  return [...text.matchAll(ENGLISH_RATIO)].flatMap(([all, figures, sign, words, unit = '']) =>
    Number(figures) === Number(words) && (sign === '‰') === ['thousand', 'mille'].includes(unit)
      ? []
      : [{ path, problem: `says ${quote(all)}`, allowed: 'words and figures must say the same ratio' }],
  );
}
