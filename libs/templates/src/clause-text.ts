import type { Fault } from '#domain/fault';
import type { Clause } from './template.js';

/** A contract's text in one language: its title and its clauses. */
export interface ClauseText {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/**
 * Reads the clauses of one language from Markdown: the contract's title behind `# `, then one section for each clause,
 * `## NUMBER TITLE`, with its paragraphs. Comments, `<!-- … -->`, are for the administrator and are left out.
 */
export function parseClauseText(markdown: string, path: string): { text: ClauseText } | { faults: Fault[] } {
  const [head = '', ...sections] = markdown.replaceAll(/<!--[\s\S]*?-->/g, '').split(/^## /m);
  const title = /^# (.+)$/m.exec(head)?.[1]?.trim();
  if (title === undefined) {
    return { faults: [{ path, problem: 'has no title', allowed: 'the first line is "# " and the title' }] };
  }
  const clauses: Clause[] = [];
  for (const section of sections) {
    const parts = /^(\S+)[ \t]+(\S.*)\n([\s\S]*)$/.exec(section);
    const text = parts?.[3]?.trim();
    if (!parts?.[1] || !parts[2] || !text) {
      const problem = `has an incomplete clause "## ${section.split('\n')[0] ?? ''}"`;
      return { faults: [{ path, problem, allowed: 'a clause is "## NUMBER TITLE" and its text' }] };
    }
    clauses.push({ number: parts[1], title: parts[2].trim(), text });
  }
  return { text: { title, clauses } };
}
