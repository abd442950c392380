/** How the parts of a redline are written. */
export interface RedlineStyle {
  readonly heading: (level: 1 | 2 | 3, text: string) => string;
  readonly item: (depth: number, text: string) => string;
  /** Text that stays. */
  readonly plain: (text: string) => string;
  readonly deleted: (text: string) => string;
  readonly inserted: (text: string) => string;
  /** A name or a path. */
  readonly code: (text: string) => string;
}

const indented = (depth: number, text: string): string => `${'  '.repeat(depth)}- ${text}`;

/** Plain text, with the marks of a word diff. */
export const PLAIN: RedlineStyle = {
  heading: (_, text) => text,
  item: indented,
  plain: (text) => text,
  deleted: (text) => `[-${text}-]`,
  inserted: (text) => `{+${text}+}`,
  code: (text) => text,
};

/**
 * Markdown. Changes are `<del>` and `<ins>`, as `~~` and `**` are not seen as marks between Chinese characters and
 * punctuation.
 */
export const MARKDOWN: RedlineStyle = {
  heading: (level, text) => `${'#'.repeat(level)} ${text}`,
  item: indented,
  plain: escaped,
  deleted: (text) => `<del>${escaped(text)}</del>`,
  inserted: (text) => `<ins>${escaped(text)}</ins>`,
  code: (text) => `\`${text}\``,
};

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]#|]/g, '\\$&');
}
