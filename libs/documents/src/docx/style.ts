import { type IFontAttributesProperties, type IStylesOptions } from 'docx';
import { type PaperLanguage } from '../paper.js';

/** Fonts are named, none is embedded: 宋体 for the text and 黑体 for what stands out, beside their Latin companions. */
export const SONG: IFontAttributesProperties = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
};
export const HEI: IFontAttributesProperties = {
  ascii: 'Arial',
  hAnsi: 'Arial',
  cs: 'Arial',
  eastAsia: 'SimHei',
};

/** Names under which a reader's machine may have the fonts. */
const FALLBACKS = [
  { name: 'SimSun', other: '宋体', family: 'roman', charset: '86' },
  { name: 'SimHei', other: '黑体', family: 'swiss', charset: '86' },
  { name: 'Times New Roman', other: 'Liberation Serif', family: 'roman', charset: '00' },
  { name: 'Arial', other: 'Liberation Sans', family: 'swiss', charset: '00' },
] as const;

/** A4 and its margins in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, side: 1_361, top: 1_500, bottom: 1_360 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.side;

export const GREY = '5F6670';
export const LINE = '8A919C';
export const HAIRLINE = 'C4C9D1';
export const FILL = 'F1F3F6';

/** Sizes of type are in half points. */
export function styles(language: PaperLanguage): IStylesOptions {
  const heading = (size: number, before: number, after: number) => ({
    run: { font: HEI, size, bold: true, color: '1A1A1A' },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: {
          font: SONG,
          size: 21,
          language: { value: language === 'en' ? 'en-GB' : 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: { line: 320, after: 80 } },
      },
      title: {
        run: { font: HEI, size: 40, bold: true },
        paragraph: { alignment: 'center', spacing: { before: 120, after: 80 } },
      },
      heading1: heading(28, 280, 120),
      heading2: heading(23, 220, 80),
      heading3: heading(21, 160, 60),
    },
  };
}

/** The table of fonts with their other names, so that a reader without them still gets the like. */
export function fontTable(): string {
  const fonts = FALLBACKS.map(
    ({ name, other, family, charset }) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
