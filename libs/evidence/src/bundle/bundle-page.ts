import { type Instant } from '#domain/time/instant';
import { entrySentence } from '#narration/sentences';
import { clockText, type Sentence } from '#narration/words';
import { type LedgerLine } from '#persistence/ledger';
import { type DecisionReceipt } from '#receipts/receipt';
import { documentPath } from './document-path.js';
import { type Evidence } from './evidence-of.js';

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --quiet: #767676; }
body { font: 15px/1.5 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
html[lang="en"] [lang="zh-CN"], html[lang="zh-CN"] [lang="en"] { display: none; }
table { border-collapse: collapse; width: 100%; }
td, th { border-top: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
td:nth-child(-n+3) { white-space: nowrap; }
section { margin-top: 2rem; }
pre { background: #8881; overflow-x: auto; padding: .8rem; overflow-wrap: anywhere; white-space: pre-wrap; }
#result { border-left: .4rem solid var(--quiet); }
#result[data-outcome="whole"] { border-color: #2a8a3e; }
#result[data-outcome="faulty"], #result[data-outcome="unknown"] { border-color: #c62828; }
label { display: block; margin: .4rem 0; }
input[type="text"] { font: inherit; width: min(40rem, 100%); }
button { font: inherit; }
summary { cursor: pointer; color: var(--quiet); }
`;

/** The page of a bundle: the ledger in words with its receipts, the documents, and a place to verify it all. */
export function bundlePage(evidence: Evidence, exportedAt: Instant): string {
  const { contract, lines } = evidence;
  return `<!doctype html>
<html lang="${languageOf(lines)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(contract)}</title>
<style>${STYLE}</style>
</head>
<body>
<p><button id="language-en">English</button> <button id="language-zh-CN">中文</button></p>
<h1>${escaped(contract)}</h1>
<p>${both({ en: `Exported ${exportedAt}. This page tells what the files beside it say; whether they are what they were is told below.`, 'zh-CN': `导出时间 ${exportedAt}。本页叙述随附文件的内容；文件是否原样未改，请在下方验证。` })}</p>
${verifySection()}
${documentsSection(evidence)}
${ledgerSection(evidence)}
<script src="verify.js"></script>
</body>
</html>
`;
}

function verifySection(): string {
  return `<section>
<h2>${both({ en: 'Verify', 'zh-CN': '验证' })}</h2>
<label>${both({ en: 'The archive (or drop it on this page)', 'zh-CN': '证据包文件（也可拖到本页）' })} <input id="archive" type="file" accept=".zip"></label>
<label>${both({ en: 'or the folder it was unpacked into', 'zh-CN': '或解压后的文件夹' })} <input id="folder" type="file" webkitdirectory></label>
<label>${both({ en: 'Fingerprint of the key, as you were told it', 'zh-CN': '您另行得知的密钥指纹' })} <input id="key" type="text" autocomplete="off"></label>
<pre id="result" role="status" data-outcome="none"></pre>
</section>`;
}

function documentsSection({ documents }: Evidence): string {
  const rows = documents.map((document) => {
    const path = documentPath(document);
    return `<tr><td>${document.ledgerSequence}</td><td>${document.issuedAt}</td><td><a href="${escaped(path)}">${escaped(document.fileName)}</a></td><td><code>${escaped(document.sha256)}</code></td></tr>`;
  });
  return `<section>
<h2>${both({ en: 'Documents', 'zh-CN': '文件' })}</h2>
<table>${rows.join('\n')}</table>
</section>`;
}

function ledgerSection({ lines, receipts }: Evidence): string {
  const zone = zoneOf(lines);
  const ofLine = Map.groupBy(receipts, ({ sequence }) => sequence);
  const rows = lines.map((line) => {
    const own = (ofLine.get(line.sequence) ?? []).map(({ content }) => receiptDetails(content));
    return `<tr><td>${line.sequence}</td><td>${clockText(line.at, zone)}</td><td>${escaped(line.clause)}</td><td>${both(sentenceOf(line, zone))}${own.join('')}</td><td>${escaped(line.actor)}</td></tr>`;
  });
  const heads: readonly Sentence[] = [
    { en: 'Entry', 'zh-CN': '条目' },
    { en: 'When', 'zh-CN': '时间' },
    { en: 'Clause', 'zh-CN': '条款' },
    { en: 'What', 'zh-CN': '事项' },
    { en: 'Who', 'zh-CN': '记录人' },
  ];
  return `<section>
<h2>${both({ en: 'Ledger', 'zh-CN': '台账' })}</h2>
<table><thead><tr>${heads.map((head) => `<th>${both(head)}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
</section>`;
}

/** A ledger that somebody wrote into may hold what no sentence can be made of. */
function sentenceOf({ kind, request, payload, at }: LedgerLine, zone: string): Sentence {
  try {
    return entrySentence({ kind, request: request ?? null, payload, at }, zone);
  } catch {
    return { en: kind, 'zh-CN': kind };
  }
}

function receiptDetails(content: string): string {
  const receipt = readReceipt(content);
  if (!receipt) return '';
  const { id, clause, facts, conditions, decidedBy, arithmetic, caps, outcome } = receipt;
  const told = [
    ...facts.map(({ name, value, sources }) => {
      return `${name} = ${short(value)}${sources.length > 0 ? `  [${sources.map(({ sequence }) => sequence).join(', ')}]` : ''}`;
    }),
    ...conditions.map(
      ({ condition, operator, expected, actual, result }) =>
        `${condition} ${short(actual)} ${operator} ${short(expected)}: ${result}`,
    ),
    ...(decidedBy === null ? [] : [`"${decidedBy}"`]),
    ...arithmetic.map(
      ({ step, formula, exact, result }) =>
        `${step} = ${formula} = ${exact ?? result}${exact === null ? '' : ` → ${result}`}`,
    ),
    ...caps.map(
      ({ window, amount, usedBefore, usedAfter }) => `cap ${window} ${amount}: ${usedBefore} → ${usedAfter}`,
    ),
    `→ ${short(outcome)}`,
  ];
  return `<details><summary>${escaped(id)} · ${escaped(clause)}</summary><pre>${escaped(told.join('\n'))}</pre></details>`;
}

function readReceipt(content: string): DecisionReceipt | null {
  try {
    return JSON.parse(content) as DecisionReceipt;
  } catch {
    return null;
  }
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)} …` : text;
}

function termsMember(
  lines: readonly LedgerLine[],
  read: (terms: Record<string, unknown>) => unknown,
): unknown {
  const event = lines[0]?.event as { readonly terms?: Record<string, unknown> } | null | undefined;
  return event?.terms ? read(event.terms) : undefined;
}

function zoneOf(lines: readonly LedgerLine[]): string {
  const zone = termsMember(lines, (terms) => terms['zone']);
  return typeof zone === 'string' ? zone : 'UTC';
}

/** Readers of a contract under Chinese time most likely read Chinese. */
function languageOf(lines: readonly LedgerLine[]): 'zh-CN' | 'en' {
  return zoneOf(lines) === 'Asia/Shanghai' ? 'zh-CN' : 'en';
}

function both({ en, 'zh-CN': chinese }: Sentence): string {
  return `<span lang="en">${escaped(en)}</span><span lang="zh-CN">${escaped(chinese)}</span>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
