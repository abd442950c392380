import { clauseBlocks } from '#documents/kinds/clause-blocks';
import { type Block, type PartyPanel } from '#documents/paper';
import { type TextInLanguage } from '#domain/command';
import { html, type Html } from './html.js';

/** The text of a contract, clause by clause, for those who cannot read the PDF on their device. */
export function textAsHtml({ clauses }: TextInLanguage): Html {
  return html`${clauses.flatMap(clauseBlocks).map(blockAsHtml)}`;
}

function blockAsHtml(block: Block): Html {
  switch (block.type) {
    case 'heading':
      return html`<h3>${block.number === null ? '' : `${block.number} `}${block.text}</h3>`;
    case 'paragraph':
      return html`<p>${lines(block.text)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${lines(item)}</li>`)}
      </ul>`;
    case 'facts':
      return facts(block.rows);
    case 'parties':
      return html`${[block.client, block.provider].map(panel)}`;
    case 'table':
      return html`<div class="wide">
        <table>
          <thead>
            <tr>
              ${block.columns.map(({ title }) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${lines(cell)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
    default:
      // A clause has nothing else.
      return html``;
  }
}

function panel({ role, name, rows }: PartyPanel): Html {
  return html`<p><strong>${role}</strong><br />${name}</p>
    ${facts(rows)}`;
}

/** Labels with their values. */
export function facts(rows: readonly (readonly [label: string, value: string])[]): Html {
  return html`<dl>
    ${rows.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

function lines(text: string): Html {
  const [first = '', ...rest] = text.split('\n');
  return html`${first}${rest.map((line) => html`<br />${line}`)}`;
}
