import { type NewLine } from '#persistence/queries/operations';
import { lineIn } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { linesOf, type RawLine } from './ndjson.js';

/** How many lines an upload may have, and how many bytes each. */
export const MOST_LINES = 5_000;
export const MOST_LINE_BYTES = 65_536;

/** The caller's own name for a line. */
export const referenceIn = lineIn(100);

/** Reads an upload. Throws one Problem for an upload that is refused whole; a line with faults is a line with a problem. */
export function readUpload(bytes: Uint8Array): NewLine[] {
  const lines: NewLine[] = [];
  for (const line of linesOf(bytes)) {
    if (lines.length === MOST_LINES)
      throw tooLarge(
        `The upload has more than ${MOST_LINES} lines: allowed are ${MOST_LINES}, send the rest by itself`,
      );
    if (line.bytes.length > MOST_LINE_BYTES)
      throw tooLarge(`Line ${line.number} has ${line.bytes.length} bytes: allowed are ${MOST_LINE_BYTES}`);
    lines.push(readLine(line));
  }
  if (lines.length > 0) return lines;
  const allowed = 'allowed is at least one line, a JSON document in each';
  throw Problem.ofFaults([{ path: 'body', problem: 'has no line', allowed }]);
}

function tooLarge(detail: string): Problem {
  return new Problem('bodyTooLarge', detail);
}

function readLine({ number, bytes }: RawLine): NewLine {
  const text = textOf(bytes);
  if (text === null) return notJson(number, 'it is not UTF-8');
  try {
    const reference = referenceOf(JSON.parse(text));
    return { number, reference, content: { document: text } };
  } catch (error) {
    return notJson(number, error instanceof Error ? error.message : 'it cannot be read');
  }
}

/** The name of a line, where it has one that can be kept; one with faults is told when the line is worked on. */
function referenceOf(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('reference' in document)) return null;
  const parsed = referenceIn.safeParse(document.reference);
  return parsed.success && parsed.data.isWellFormed() ? parsed.data : null;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notJson(number: number, why: string): NewLine {
  // The parser repeats characters that the database could not keep.
  const said = why.toWellFormed().replaceAll(/\p{Cc}/gu, '�');
  const problem = new Problem('malformedJson', `The line is not JSON: ${said}`).document();
  return { number, reference: null, content: { problem } };
}
