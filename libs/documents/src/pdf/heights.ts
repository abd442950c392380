import { type Face } from '../fonts.js';
import { textWidth } from '../glyphs.js';
import { PAGE } from './style.js';

/** A line of either font is this many times as high as its type. */
const LINE = 1.57;

/** The height of a page between its margins, in points. */
export const PAGE_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** How high a text will be in a column, in points: somewhat more rather than less. */
export function textHeight(face: Face, text: string, size: number, width: number): number {
  const lines = text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil((textWidth(face, line, size) * 1.08) / width)), 0);
  return lines * size * LINE;
}
