import { type LetterText } from './letter-kind.js';
import { LETTERS } from './letter-texts.js';

export type LetterLanguage = 'zh-CN' | 'en';

export type LetterTemplate = keyof typeof LETTERS;

/** What a letter is made of: lines of text, ready to be read. `name` is whom it greets. */
export type LetterData<Template extends LetterTemplate> = Readonly<
  Record<'contract' | 'name' | (typeof LETTERS)[Template]['fields'][number], string>
>;

/** A letter ready to be sent. The text says what the HTML says. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const FRAME: Readonly<Record<LetterLanguage, { greeting: string; colon: string; end: string }>> = {
  'zh-CN': {
    greeting: '尊敬的{name}：',
    colon: '：',
    end: '本邮件由合同管理系统就合同 {contract} 自动发出，不改变合同的任何约定。',
  },
  en: {
    greeting: 'Dear {name},',
    colon: ': ',
    end: 'Sent automatically for contract {contract}. This mail changes nothing of what the contract says.',
  },
};

/** Whether a text names a letter. */
export function isLetterTemplate(text: string): text is LetterTemplate {
  return Object.hasOwn(LETTERS, text);
}

/** Whether the letter carries a link that is made when it is delivered. */
export function carriesLink(template: LetterTemplate): boolean {
  return (LETTERS[template].fields as readonly string[]).includes('link');
}

/** Writes a letter. Throws where a value is missing or empty: a letter with a hole in it is not sent. */
export function letterOf(
  template: LetterTemplate,
  data: Readonly<Record<string, string>>,
  language: LetterLanguage,
): Letter {
  const kind = LETTERS[template];
  const values = valuesOf(template, ['contract', 'name', ...kind.fields], data);
  const said: LetterText = kind[language];
  const frame = FRAME[language];
  const filled = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_, field: string) => values(field));
  const rows = said.rows.map(([label, field]) => [label, values(field)] as const);
  const before = [filled(frame.greeting), ...said.paragraphs.map(filled)];
  const after = said.closing.map(filled);
  const end = filled(frame.end);
  const table = rows.map(([label, value]) => `${label}${frame.colon}${value}`);
  const text = [...before, ...(table.length > 0 ? [table.join('\n')] : []), ...after, `--\n${end}`];
  return {
    subject: filled(said.subject),
    text: `${text.join('\n\n')}\n`,
    html: page(language, [
      ...before.map(paragraph),
      ...(rows.length > 0 ? [tableOf(rows)] : []),
      ...after.map(paragraph),
      `<p style="color:#666;font-size:12px">${escaped(end)}</p>`,
    ]),
  };
}

/** Values on one line each: nothing that is put in can add a header, or a line of its own. */
function valuesOf(
  template: LetterTemplate,
  fields: readonly string[],
  data: Readonly<Record<string, string>>,
): (field: string) => string {
  const values = new Map<string, string>();
  for (const field of fields) {
    const given: unknown = data[field];
    const value = typeof given === 'string' ? given.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() : '';
    if (value === '') throw new Error(`the letter ${template} lacks ${field}`);
    values.set(field, value);
  }
  return (field) => {
    const value = values.get(field);
    if (value === undefined) throw new Error(`the letter ${template} knows no ${field}`);
    return value;
  };
}

function page(language: LetterLanguage, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"></head>
<body style="font:15px/1.6 sans-serif;color:#222">
${parts.join('\n')}
</body></html>
`;
}

function paragraph(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

function tableOf(rows: readonly (readonly [label: string, value: string])[]): string {
  const lines = rows.map(
    ([label, value]) =>
      `<tr><td style="padding:2px 16px 2px 0;color:#666">${escaped(label)}</td><td>${linked(value)}</td></tr>`,
  );
  return `<table>\n${lines.join('\n')}\n</table>`;
}

/** Only an address of ours becomes a link: the whole value, and nothing within a text. */
function linked(value: string): string {
  const text = escaped(value);
  return /^https?:\/\/\S+$/.test(value) ? `<a href="${text}">${text}</a>` : text;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
