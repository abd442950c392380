import type { Content, TableCell } from 'pdfmake/interfaces.js';
import {
  type AmountBlock,
  type PaperLanguage,
  type PartiesBlock,
  type PartyPanel,
  type SignaturesBlock,
} from '../paper.js';
import { grouped, PRINTED_WORDS } from '../printed-words.js';
import { CONTENT_WIDTH, INK } from './style.js';
import { PAGE_HEIGHT, textHeight } from './heights.js';
import { labelWidth } from './tables.js';
import { run } from './text.js';

type Panel = SignaturesBlock['panels'][number];
type Signer = Panel['signers'][number];
type Borders = [boolean, boolean, boolean, boolean];

const GAP = 14;
/** A box without its padding of 9 on each side and its hairlines; the gap has no padding. */
const INNER_WIDTH = (CONTENT_WIDTH - GAP) / 2 - 19;
const WIDTHS = [INNER_WIDTH, GAP, INNER_WIDTH];

/** Both parties side by side, each in a box of the same height. */
export function setParties({ client, provider }: PartiesBlock, language: PaperLanguage): Content[] {
  const isWhole = Math.max(panelHeight(client), panelHeight(provider)) < HIGHEST_WHOLE;
  return [boxes([[partyPanel(client, language), partyPanel(provider, language)]], isWhole)];
}

/** A box lower than this never breaks across pages. */
const HIGHEST_WHOLE = PAGE_HEIGHT * 0.65;

function panelHeight({ role, name, rows }: PartyPanel): number {
  const labels = labelWidth(rows, INNER_WIDTH * 0.42, 8.5);
  const heights = rows.map(
    ([label, value]) =>
      2 +
      Math.max(textHeight('sans', label, 8.5, labels), textHeight('sans', value, 8.5, INNER_WIDTH - labels)),
  );
  const head = textHeight('sans', role, 8.5, INNER_WIDTH) + textHeight('sansBold', name, 10.5, INNER_WIDTH);
  return heights.reduce((sum, height) => sum + height, 20 + head);
}

function partyPanel({ role, name, rows }: PartyPanel, language: PaperLanguage): Content[] {
  const lines = rows.map(([label, value]): TableCell[] => [
    { ...run(label, 'label', language), fontSize: 8.5 },
    { ...run(value, 'value', language), fontSize: 8.5 },
  ]);
  const labels = labelWidth(rows, INNER_WIDTH * 0.42, 8.5);
  const table: Content = {
    table: { widths: [labels, INNER_WIDTH - labels], body: lines },
    layout: 'plain',
    margin: [0, 4, 0, 0],
  };
  return [run(role, 'role', language), run(name, 'party', language), ...(lines.length === 0 ? [] : [table])];
}

/** A box for each party in which its signers sign; no signer's lines are torn apart by the end of a page. */
export function setSignatures({ panels }: SignaturesBlock, language: PaperLanguage): Content[] {
  const pairs: Content[] = [];
  for (let index = 0; index < panels.length; index += 2) {
    const pair = panels.slice(index, index + 2);
    const most = Math.max(...pair.map(({ signers }) => signers.length));
    const rows = [pair.map((panel) => signingParty(panel, language))];
    for (let row = 0; row < most; row++)
      rows.push(
        pair.map(({ signers }) =>
          signers.slice(row, row + 1).flatMap((signer) => signerLines(signer, language)),
        ),
      );
    pairs.push(boxes(rows, signingHeight(pair) < HIGHEST_WHOLE));
  }
  return pairs;
}

/** Of two panels side by side: each row is as high as the higher of its two cells. */
function signingHeight(pair: readonly Panel[]): number {
  const heights = pair.map(({ role, name, signers }) => [
    30 + textHeight('sans', role, 8.5, INNER_WIDTH) + textHeight('sansBold', name, 10.5, INNER_WIDTH),
    ...signers.map(signerHeight),
  ]);
  const rows = Math.max(...heights.map((rows) => rows.length));
  return Array.from({ length: rows }, (_, row) => Math.max(...heights.map((rows) => rows[row] ?? 0))).reduce(
    (sum, height) => sum + height,
    0,
  );
}

function signerHeight({ name, title, signedAt }: Signer): number {
  const who = 14 + textHeight('sans', `${name}　${title}`, 9, INNER_WIDTH);
  if (signedAt === null) return who + 62;
  return who + 20 + textHeight('sans', `${name}\n${signedAt}`, 9, INNER_WIDTH - SIGNING_LABEL);
}

function signingParty({ role, name }: Panel, language: PaperLanguage): Content[] {
  return [
    run(role, 'role', language),
    run(name, 'party', language),
    { ...run(PRINTED_WORDS[language].seal, 'role', language), margin: [0, 2, 0, 0] },
  ];
}

function signerLines({ name, title, signedAt }: Signer, language: PaperLanguage): Content[] {
  const words = PRINTED_WORDS[language];
  const who: Content = {
    text: [run(name, 'value', language), run(title === '' ? '' : `　${title}`, 'label', language)],
  };
  if (signedAt === null)
    return [who, blank(words.signature, language, 20), blank(words.signingDate, language, 10)];
  return [who, line(words.signature, name, language), line(words.signedAt, signedAt, language)];
}

function line(label: string, value: string, language: PaperLanguage): Content {
  return {
    columns: [
      { ...run(label, 'label', language), width: SIGNING_LABEL },
      { ...run(value, 'value', language), width: INNER_WIDTH - SIGNING_LABEL },
    ],
    margin: [0, 3, 0, 0],
  };
}

const SIGNING_LABEL = 52;

/** A label and the rule to write on. */
function blank(label: string, language: PaperLanguage, room: number): Content {
  return {
    columns: [
      { ...run(label, 'label', language), width: SIGNING_LABEL },
      {
        canvas: [
          {
            type: 'line',
            x1: 0,
            y1: 11,
            x2: INNER_WIDTH - SIGNING_LABEL,
            y2: 11,
            lineWidth: 0.5,
            lineColor: INK.line,
          },
        ],
      },
    ],
    margin: [0, room, 0, 0],
  };
}

/** Rows of two cells as two boxes with a gap between; a single box has the other half left blank. */
function boxes(rows: readonly (readonly Content[][])[], isWhole: boolean): Content {
  const last = rows.length - 1;
  const body = rows.map((row, index): TableCell[] => {
    const border: Borders = [true, index === 0, true, index === last];
    const [left = [], right] = row;
    const gap: TableCell = { text: '', border: [false, false, false, false] };
    const other: TableCell = right ? { stack: right, border } : gap;
    return [{ stack: left, border }, gap, other];
  });
  return {
    table: {
      widths: WIDTHS,
      body,
      dontBreakRows: isWhole || rows.length > 1,
      headerRows: rows.length > 1 && !isWhole ? 1 : 0,
    },
    layout: 'boxes',
    unbreakable: isWhole,
    margin: [0, 6, 0, 10],
  };
}

/** Without the padding of 6 on each side of both. */
const AMOUNT_WIDTHS = [CONTENT_WIDTH * 0.45 - 12, CONTENT_WIDTH * 0.55 - 12];

/** An amount in figures, and below it in capitals. */
export function setAmount({ label, figures, capitals }: AmountBlock, language: PaperLanguage): Content[] {
  const words = PRINTED_WORDS[language];
  const body: TableCell[][] = [
    [
      {
        ...run(label, 'value', language),
        bold: true,
        fontSize: 10,
        border: [true, true, false, false],
        margin: [0, 2, 0, 0],
      },
      {
        ...run(`${words.currency} ${grouped(figures)}`, 'figures', language),
        border: [false, true, true, false],
      },
    ],
    [
      { ...run(words.inCapitals, 'label', language), border: [true, false, false, true] },
      {
        ...run(capitals, 'value', language),
        fontSize: 10,
        alignment: 'right',
        border: [false, false, true, true],
      },
    ],
  ];
  return [
    {
      table: { widths: AMOUNT_WIDTHS, body, dontBreakRows: true },
      layout: 'amount',
      unbreakable: true,
      margin: [0, 6, 0, 10],
    },
  ];
}
