import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/** A stretch of a text. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** `rows[0].then.permille`, as faults have their paths, in its steps. */
export function pathSteps(path: string): (string | number)[] {
  const steps = path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g);
  return [...steps].map(([, index, quoted, name]) =>
    index === undefined ? (quoted ?? name ?? '') : Number(index),
  );
}

/** Where in a JSON text a path leads; the nearest thing around it where the text has no such member. */
export function placeInJson(text: string, path: string): Place {
  const root = parseTree(text);
  const steps = pathSteps(path);
  for (let length = steps.length; root && length > 0; length -= 1) {
    const node = findNodeAtLocation(root, steps.slice(0, length));
    if (node) return { from: node.offset, to: node.offset + node.length };
  }
  return lineOf(text, 0);
}

/** Where in a clause file: the line that the fault names, else the heading of the clause. */
export function placeInClauses(text: string, path: string, line: number | undefined): Place {
  if (line !== undefined) return lineOf(text, startOfLine(text, line));
  const heading = path === '' ? -1 : `\n${text}`.indexOf(`\n## ${path} `);
  return lineOf(text, Math.max(heading, 0));
}

/** The number of the line that an offset lies in, from 1. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function startOfLine(text: string, line: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return Math.min(
    text.length,
    before.reduce((sum, each) => sum + each.length + 1, 0),
  );
}

function lineOf(text: string, from: number): Place {
  const end = text.indexOf('\n', from);
  return { from, to: end < 0 ? text.length : end };
}
