import { type Face } from './fonts.js';
import { openFont } from './pdf/printer.js';

const printable: Record<Face, Map<number, boolean>> = {
  serif: new Map(),
  sans: new Map(),
  sansBold: new Map(),
};

/** Whether the face has a glyph for the character. Characters that only steer a text have none, whatever the font says. */
export function hasGlyph(face: Face, codePoint: number): boolean {
  const known = printable[face].get(codePoint);
  if (known !== undefined) return known;
  const steers = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(String.fromCodePoint(codePoint));
  const has = !steers && openFont(face).hasGlyphForCodePoint(codePoint);
  printable[face].set(codePoint, has);
  return has;
}

const widths: Record<Face, Map<string, number>> = { serif: new Map(), sans: new Map(), sansBold: new Map() };

/** The width of a text on one line, in points. */
export function textWidth(face: Face, text: string, size: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(face, character);
  return width * size;
}

/** In ems. Characters are measured one by one: without kerning, so a text is never wider than this says by much. */
function characterWidth(face: Face, character: string): number {
  const known = widths[face].get(character);
  if (known !== undefined) return known;
  const font = openFont(face);
  const width = font.layout(character).advanceWidth / font.unitsPerEm;
  widths[face].set(character, width);
  return width;
}
