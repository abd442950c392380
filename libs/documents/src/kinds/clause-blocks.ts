import { type TextInLanguage } from '#domain/command';
import { type Block, type PartiesBlock, type PartyPanel } from '../paper.js';
import { type RoleWords } from '../words/pen.js';
import { column, factRows, heading, paragraph, table } from './blocks.js';

type Clause = TextInLanguage['clauses'][number];

/** `公司全称：某某公司`, `Full name: Example Ltd.` */
const LABELLED = /^([^：:]{1,40})[：:]\s*(\S.*)$/;
const BULLET = /^[-*] +/;
/** What a party is called from here on: 以下称“客户”, ("the Client"). */
const DEFINED_TERM = /[“"](?:the )?([^”"]+)[”"][^“”"]*$/;

/** A clause as blocks: its heading, then its paragraphs, lists, tables and the parties' particulars, word for word. */
export function clauseBlocks(clause: Clause): Block[] {
  const isNumbered = /^\d/.test(clause.number);
  const title = heading(isNumbered ? 2 : 1, clause.title, isNumbered ? clause.number : null);
  const parts = paragraphsOf(clause.text);
  const parties = partiesIn(parts);
  return [title, ...(parties ? [parties] : []), ...parts.slice(parties ? 2 : 0).flatMap(textBlocks)];
}

/** The text of a clause as blocks, without its heading. */
export function clauseText(text: string): Block[] {
  return paragraphsOf(text).flatMap(textBlocks);
}

/** What the contract's text calls its parties; 客户 and 服务商 where it does not say. */
export function roleWords(text: TextInLanguage, fallback: RoleWords): RoleWords {
  const clause = text.clauses.find(({ number }) => number === 'Parties');
  const [client, provider] = clause ? paragraphsOf(clause.text) : [];
  return {
    client: definedTerm(client) ?? fallback.client,
    provider: definedTerm(provider) ?? fallback.provider,
  };
}

function definedTerm(lines: readonly string[] | undefined): string | undefined {
  return DEFINED_TERM.exec(lines?.[0] ?? '')?.[1];
}

/** Paragraphs stand apart by an empty line; each is its lines. */
function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
}

/** Both parties side by side, where the clause begins with their particulars, line by line. */
function partiesIn(parts: readonly (readonly string[])[]): PartiesBlock | null {
  const [client, provider] = [panelOf(parts[0]), panelOf(parts[1])];
  return client && provider ? { type: 'parties', client, provider } : null;
}

function panelOf(lines: readonly string[] | undefined): PartyPanel | null {
  const [role, ...rest] = lines ?? [];
  const rows = rest.map(labelled);
  const [name, ...particulars] = rows;
  if (role === undefined || !name || particulars.length === 0 || !rows.every((row) => row !== null))
    return null;
  return { role, name: name[1], rows: particulars.filter((row) => row !== null) };
}

function labelled(line: string): readonly [string, string] | null {
  const [, label, value] = LABELLED.exec(line) ?? [];
  return label === undefined || value === undefined ? null : [label, value];
}

function textBlocks(lines: readonly string[]): Block[] {
  if (lines.every((line) => line.startsWith('|'))) return tableBlocks(lines);
  const rows = lines.slice(1).map(labelled);
  const [first = ''] = lines;
  if (!opensList(first) && rows.length > 1 && rows.every((row) => row !== null))
    return [paragraph(first), factRows(rows)];
  const bullet = lines.findIndex((line) => BULLET.test(line));
  if (bullet < 0) return [paragraph(proseLines(lines).join('\n'))];
  const items = bulleted(lines.slice(bullet));
  const [before, after] = [lines.slice(0, bullet), lines.slice(bullet + items.length)];
  return [
    ...(before.length > 0 ? textBlocks(before) : []),
    { type: 'list', items: items.map((item) => item.replace(BULLET, '')) },
    ...(after.length > 0 ? textBlocks(after) : []),
  ];
}

/** The lines of a paragraph as they are printed: items one by one, sentences that follow one another as one line. */
function proseLines(lines: readonly string[]): string[] {
  const printed: string[] = [];
  let open: string[] = [];
  let rest = lines;
  while (rest.length > 0) {
    const [line = '', ...after] = rest;
    open.push(line);
    const items = opensList(line) ? itemsOf(after) : [];
    rest = after.slice(items.length);
    if (items.length === 0 && rest.length > 0) continue;
    printed.push(joined(open), ...items);
    open = [];
  }
  return printed;
}

function opensList(line: string): boolean {
  return /[：:]$/.test(line);
}

/**
 * The items that follow a line which opens a list. Where they end with semicolons, the first that does not is the last
 * one; else every line that is left is an item.
 */
function itemsOf(lines: readonly string[]): readonly string[] {
  if (!/[；;]$/.test(lines[0] ?? '')) return lines;
  const last = lines.findIndex((line) => !/[；;]$/.test(line));
  return last < 0 ? lines : lines.slice(0, last + 1);
}

function bulleted(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => !BULLET.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

/** Lines of one paragraph follow one another: Chinese without a space, everything else with one. */
function joined(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => `${text}${/[\u3000-\u303f\uff00-\uffef]$/.test(text) ? '' : ' '}${line}`,
  );
}

function tableBlocks(lines: readonly string[]): Block[] {
  const cells = lines
    .filter((line) => !/^\|[\s:|-]+\|?$/.test(line))
    .map((line) => line.replace(/^\||\|$/g, '').split('|'));
  const [head = [], ...rows] = cells.map((row) => row.map((cell) => cell.trim()));
  const width = Math.max(...[head, ...rows].map((row) => row.length));
  const filled = (row: readonly string[]): string[] =>
    Array.from({ length: width }, (_, at) => row[at] ?? '');
  return [
    table({ columns: filled(head).map((title) => column(title, 1)), rows: rows.map(filled), empty: '—' }),
  ];
}

/** The title of a clause by its number: what the contract calls its fee, its price. */
export function clauseTitle(text: TextInLanguage, number: string, fallback: string): string {
  return text.clauses.find((clause) => clause.number === number)?.title ?? fallback;
}
