import { html, type Html } from './html.js';
import { word, type PageLanguage, type PageWord } from './words.js';

/** A page around its parts. `otherLanguage` is the address of the same page in the other language, where there is one. */
export function layout(
  language: PageLanguage,
  title: string,
  body: Html,
  otherLanguage: string | null = null,
): string {
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  const change = otherLanguage
    ? html`<a href="${otherLanguage}" hreflang="${other}" lang="${other}"
        >${word(language, 'otherLanguage')}</a
      >`
    : null;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/sign/style.css" />
      </head>
      <body>
        <header>
          <div><strong>Pacta</strong>${change}</div>
        </header>
        <main>${body}</main>
      </body>
    </html> `.text;
}

/** A page with a heading and a few sentences. */
export function plainPage(language: PageLanguage, title: PageWord, sentences: readonly string[]): string {
  const name = word(language, title);
  const lines = sentences.map((sentence) => html`<p>${sentence}</p>`);
  return layout(
    language,
    name,
    html`<h1>${name}</h1>
      <div class="note" role="status">${lines}</div>`,
  );
}

/** One and the same page for every link that cannot be used: nobody learns why. */
export function gonePage(language: PageLanguage): string {
  return plainPage(language, 'goneTitle', [word(language, 'gone')]);
}
