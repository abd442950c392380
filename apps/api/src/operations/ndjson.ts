const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, CARRIAGE_RETURN]);

/** A line of an upload. */
export interface RawLine {
  /** As an editor counts, from 1 on: blank lines too. */
  readonly number: number;
  /** Without its end. */
  readonly bytes: Uint8Array;
}

/**
 * The lines of an upload that have something in them, in their order. A line ends with `\n`, `\r\n` or the upload itself.
 */
export function* linesOf(bytes: Uint8Array): Generator<RawLine> {
  let number = 0;
  let start = 0;
  while (start < bytes.length) {
    number += 1;
    const found = bytes.indexOf(LINE_FEED, start);
    const next = found === -1 ? bytes.length : found;
    const end = found !== -1 && next > start && bytes[next - 1] === CARRIAGE_RETURN ? next - 1 : next;
    const line = bytes.subarray(start, end);
    if (!line.every((byte) => BLANKS.has(byte))) yield { number, bytes: line };
    start = next + 1;
  }
}
