import { type Fault, quote } from '#domain/fault';
import type { Clause } from './template.js';

/** Something of the contract's text that stands there only where an enum parameter has this value. */
export interface ClauseCondition {
  readonly parameter: string;
  readonly is: string;
}

/**
 * A clause that may stand under a condition as a whole, `## 2.7 Title {when NAME = VALUE}`. Its `text` is the source as
 * the administrator wrote it, with the lines `::: when NAME = VALUE` and `:::` around the parts under a condition; a
 * plain `Clause` is one without conditions of its own.
 */
export interface ConditionalClause extends Clause {
  readonly when?: ClauseCondition;
}

/** A stretch of a clause's lines, with the condition under which it stands. */
export interface ClausePart {
  readonly text: string;
  readonly when: ClauseCondition | null;
}

/** A contract's text in one language: its title and its clauses. */
export interface ClauseText {
  readonly title: string;
  readonly clauses: readonly ConditionalClause[];
}

const OPEN = /^::: when (\S+) = (\S(?:.*\S)?)[ \t]*$/;
const CLOSE = /^:::[ \t]*$/;
const HEADING_CONDITION = /^(.*\S)[ \t]+\{when (\S+) = ([^{}]*[^{}\s])\}$/;

/**
 * Reads the clauses of one language from Markdown: the contract's title behind `# `, then one section for each clause,
 * `## NUMBER TITLE`, with its paragraphs. Comments, `<!-- … -->`, are for the administrator and are left out. `path`
 * names the file in faults; those of conditions give the line.
 */
export function parseClauseText(markdown: string, path: string): { text: ClauseText } | { faults: Fault[] } {
  const source = withoutComments(markdown.replaceAll('\r\n', '\n'));
  const [head = '', ...sections] = source.text.split(/^## /m);
  const title = /^# (.+)$/m.exec(head)?.[1]?.trim();
  if (title === undefined) {
    return { faults: [{ path, problem: 'has no title', allowed: 'the first line is "# " and the title' }] };
  }
  const clauses: ConditionalClause[] = [];
  const faults: Fault[] = [];
  let offset = head.length;
  for (const section of sections) {
    const line = source.lineAt(offset);
    offset += '## '.length + section.length;
    const parts = /^(\S+)[ \t]+(\S.*)\n([\s\S]*)$/.exec(section);
    const text = parts?.[3]?.trim();
    if (!parts?.[1] || !parts[2] || !text) {
      const problem = `has an incomplete clause "## ${section.split('\n')[0] ?? ''}"`;
      faults.push({ path, problem, allowed: 'a clause is "## NUMBER TITLE" and its text' });
      continue;
    }
    const heading = parseHeading(parts[2].trim());
    if (heading === null) faults.push(headingFault(path, line, parts[2].trim()));
    else clauses.push({ number: parts[1], ...heading, text });
    const from = offset - section.length + section.indexOf(text, parts[1].length + parts[2].length);
    faults.push(...fenceFaults(text, path, (at) => ` in line ${source.lineAt(from + at)}`));
  }
  return faults.length > 0 ? { faults } : { text: { title, clauses } };
}

/** The text without comments, and which line of the file an offset in it lies in, from 1. */
function withoutComments(markdown: string) {
  const removed: { at: number; lines: number }[] = [];
  let length = 0;
  const text = markdown.replaceAll(/<!--[\s\S]*?-->/g, (comment, offset: number) => {
    removed.push({ at: offset - length, lines: lineBreaks(comment) });
    length += comment.length;
    return '';
  });
  const lineAt = (offset: number): number => {
    const skipped = removed.filter(({ at }) => at <= offset).reduce((sum, { lines }) => sum + lines, 0);
    return 1 + lineBreaks(text.slice(0, offset)) + skipped;
  };
  return { text, lineAt };
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}

/** A heading's title and condition; null where what looks like a condition is none. */
function parseHeading(heading: string): Pick<ConditionalClause, 'title' | 'when'> | null {
  if (!/\{\s*when\b/.test(heading)) return { title: heading };
  const [, title, parameter, is] = HEADING_CONDITION.exec(heading) ?? [];
  if (title === undefined || parameter === undefined || is === undefined || title.includes('{')) return null;
  return { title, when: { parameter, is } };
}

function headingFault(path: string, line: number, heading: string): Fault {
  const problem = `has the heading ${quote(heading)} in line ${line}`;
  return { path, problem, allowed: 'a condition ends the heading, {when NAME = VALUE}' };
}

/**
 * What is wrong with the lines `::: when NAME = VALUE` and `:::` of a text: one that is neither, a condition within
 * another, one that does not begin or does not end. `lineOf` says where, from the offset of the line in the text.
 */
export function fenceFaults(
  text: string,
  path: string,
  lineOf: (offset: number) => string = (offset) => ` in line ${1 + lineBreaks(text.slice(0, offset))}`,
): Fault[] {
  const faults: Fault[] = [];
  const fault = (offset: number, problem: string, allowed: string): void => {
    faults.push({ path, problem: `${problem}${lineOf(offset)}`, allowed });
  };
  let open: number | null = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    if (OPEN.test(line)) {
      if (open !== null)
        fault(offset, 'has a condition within a condition', 'one ends before the next begins');
      open = offset;
    } else if (CLOSE.test(line)) {
      if (open === null) fault(offset, 'ends a condition that did not begin', ENDS);
      open = null;
    } else if (/^\s*:::/.test(line)) {
      fault(offset, `has ${quote(line)}`, 'allowed are "::: when NAME = VALUE" and ":::"');
    }
    offset += line.length + 1;
  }
  if (open !== null) fault(open, 'begins a condition that does not end', ENDS);
  return faults;
}

const ENDS = 'each "::: when NAME = VALUE" is ended by a line ":::"';

/** The parts of a clause's text in their order. The text is one that `fenceFaults` finds nothing wrong with. */
export function clauseParts(text: string): ClausePart[] {
  const parts: ClausePart[] = [];
  let when: ClauseCondition | null = null;
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) parts.push({ text: lines.join('\n'), when });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const [, parameter, is] = OPEN.exec(line) ?? [];
    if (parameter !== undefined && is !== undefined) {
      end();
      when = { parameter, is };
    } else if (CLOSE.test(line)) {
      end();
      when = null;
    } else lines.push(line);
  }
  end();
  return parts;
}

/** Every condition of a clause: its own, then those of its parts. */
export function clauseConditions({ when, text }: ConditionalClause): ClauseCondition[] {
  const ofParts = clauseParts(text).flatMap((part) => part.when ?? []);
  return when === undefined ? ofParts : [when, ...ofParts];
}

/** Whether a condition holds; none always does, one on a parameter that the contract does not have never does. */
export function conditionHolds(
  when: ClauseCondition | null | undefined,
  values: Readonly<Record<string, string | number>>,
): boolean {
  return when == null || (Object.hasOwn(values, when.parameter) && values[when.parameter] === when.is);
}

/**
 * The text of a clause under the values of a contract's parameters, with `{{bindings}}` still open: the parts that
 * apply, in their order. Null where the clause does not apply, or nothing of it does; the contract leaves it out then,
 * and the numbers of the others stay.
 */
export function clauseTextFor(
  clause: ConditionalClause,
  values: Readonly<Record<string, string | number>>,
): string | null {
  if (!conditionHolds(clause.when, values)) return null;
  const parts = clauseParts(clause.text).filter(({ when }) => conditionHolds(when, values));
  const text = parts
    .map((part) => part.text)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? null : text;
}
