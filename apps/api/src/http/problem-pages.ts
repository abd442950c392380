import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foundAbove } from '../installation.js';

/** The folder `docs/problems` of the package, found from the sources as well as from the build. */
export function problemFolder(): string {
  const folder = foundAbove(join('docs', 'problems'));
  if (folder === null) throw new Error('the folder "docs/problems" is missing from the installation');
  return folder;
}

/** The page of a problem as HTML. */
export async function problemPage(code: string): Promise<string> {
  return pageOf(code, await readFile(join(problemFolder(), `${code}.md`), 'utf8'));
}

/** A page around the little Markdown that our problem pages use: headings, paragraphs, lists, code. */
export function pageOf(title: string, markdown: string): string {
  const blocks = markdown
    .trim()
    .split(/\n{2,}/)
    .map(block);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}code,pre{background:#f4f4f4}pre{padding:1rem;overflow:auto}</style></head>
<body>
${blocks.join('\n')}
</body>
</html>
`;
}

function block(text: string): string {
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading) return `<h${heading[1]?.length}>${inline(heading[2] ?? '')}</h${heading[1]?.length}>`;
  const code = /^```\w*\n([\s\S]*)\n```$/.exec(text);
  if (code) return `<pre>${escaped(code[1] ?? '')}</pre>`;
  if (text.startsWith('- '))
    return `<ul>${text
      .split(/\n(?=- )/)
      .map((item) => `<li>${inline(item.slice(2))}</li>`)
      .join('')}</ul>`;
  return `<p>${inline(text)}</p>`;
}

function inline(text: string): string {
  const links = escaped(text).replaceAll(/\[([^\]]+)\]\(([\w/.#-]+)\)/g, '<a href="$2">$1</a>');
  return links.replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
