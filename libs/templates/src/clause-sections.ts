/** Where a clause stands in a clause file: `heading` is all behind `## `, `text` what lies below it, trimmed. */
export interface ClauseSection {
  readonly number: string;
  readonly heading: string;
  readonly text: string;
}

interface Found extends ClauseSection {
  /** Where the heading begins behind `## `, and where it ends. */
  readonly headingAt: readonly [number, number];
  readonly textAt: readonly [number, number];
}

/**
 * The clauses of a clause file, `## NUMBER TITLE` and their text, as they stand: also of a file with faults, for whoever
 * is writing it. Comments stay in the texts. `parseClauseText` is what says whether it is one.
 */
export function clauseSections(markdown: string): ClauseSection[] {
  return sectionsIn(markdown).map(({ number, heading, text }) => ({ number, heading, text }));
}

/** The file with another heading, `NUMBER TITLE`, or another text of a clause; all else stays, byte by byte. */
export function withClauseSection(
  markdown: string,
  number: string,
  change: { readonly heading?: string; readonly text?: string },
): string {
  const found = sectionsIn(markdown).find((each) => each.number === number);
  if (found === undefined) return markdown;
  const { headingAt, textAt } = found;
  const { heading = found.heading, text = found.text } = change;
  return (
    markdown.slice(0, headingAt[0]) +
    heading +
    // The heading of a last clause that has no text yet may end the file.
    (markdown.slice(headingAt[1], textAt[0]) || '\n') +
    text +
    markdown.slice(textAt[1])
  );
}

function sectionsIn(markdown: string): Found[] {
  // What looks like a heading in a comment is none. Blanked out, everything else keeps its place.
  const visible = markdown.replaceAll(/<!--[\s\S]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  const headings = [...visible.matchAll(/^## .*$/gm)];
  return headings.map((match, index) => {
    const headingAt = [match.index + '## '.length, endOf(markdown, match.index + match[0].length)] as const;
    const end = headings[index + 1]?.index ?? markdown.length;
    const textAt = trimmed(markdown, Math.min(headingAt[1] + 1, end), end);
    const heading = markdown.slice(...headingAt);
    return {
      number: heading.split(/\s/)[0] ?? '',
      heading,
      text: markdown.slice(...textAt),
      headingAt,
      textAt,
    };
  });
}

/** The end of a line without the carriage return that some editors leave there. */
function endOf(text: string, end: number): number {
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** The stretch without the white space around it. One of nothing else is empty, behind its first line break. */
function trimmed(text: string, from: number, to: number): readonly [number, number] {
  const whole = text.slice(from, to);
  const start = from + (whole.length - whole.trimStart().length);
  if (start === to) return [from, from];
  return [start, from + whole.trimEnd().length];
}
