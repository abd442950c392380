import { randomUUID } from 'node:crypto';
import { type Signer } from '#domain/signing/envelope';
import { type SigningSubject } from '../signing-subject.js';
import { facts, textAsHtml } from './blocks.js';
import { type PageAct, type PageFault, type PageField, type PageForm } from './forms.js';
import { html, type Html } from './html.js';
import { layout } from './layout.js';
import { consent, word, type PageLanguage, type PageWord } from './words.js';

/** Everything that the page shows to one signer. */
export interface Sheet {
  readonly language: PageLanguage;
  /** The secret part of the address. */
  readonly token: string;
  readonly contract: string;
  readonly subject: SigningSubject;
  readonly signer: Pick<Signer, 'name' | 'title'>;
  /** The full name of the party that the signer signs for. */
  readonly party: string;
  readonly parties: readonly [client: string, provider: string];
  /** As it is printed, in the contract's zone. */
  readonly dueBy: string;
  readonly effective: string | null;
  readonly documentHash: string;
  /** What was sent and not accepted. */
  readonly sent: {
    readonly act: PageAct;
    readonly form: PageForm;
    readonly faults: readonly PageFault[];
  } | null;
}

/** The page on which a document is read and signed. */
export function signingSheet(sheet: Sheet): string {
  const { language, token, subject, sent } = sheet;
  const say = (name: PageWord): string => word(language, name);
  const address = `/sign/${token}`;
  const query = language === 'en' ? '?lang=en' : '';
  const body = html`<a class="skip" href="#act">${say('skip')}</a>
    <h1>${say('heading')}${language === 'zh-CN' ? '：' : ': '}${subject.title}</h1>
    ${sent ? summaryOf(sheet) : null}
    <section>${facts(particulars(sheet))}</section>
    <section>
      <h2>${say('document')}</h2>
      <iframe src="${address}/document${query}" title="${say('documentOf')}"></iframe>
      <p><a href="${address}/document?download=yes" download>${say('download')}</a></p>
      <p class="hint">${say('cannotShow')}</p>
    </section>
    ${
      subject.text
        ? html`<section>
            <details>
              <summary>${say('text')}</summary>
              ${language === 'en' ? html`<p class="hint">${say('prevails')}</p>` : null}${textAsHtml(subject.text)}
            </details>
          </section>`
        : null
    }
    <section id="act">${signForm(sheet)}</section>
    <section>${folded(sheet, 'decline', declineForm(sheet))}</section>
    <section>${folded(sheet, 'delegate', delegateForm(sheet))}</section>`;
  const other = language === 'en' ? address : `${address}?lang=en`;
  return layout(language, `${say('heading')} – ${subject.title}`, body, other);
}

function particulars(sheet: Sheet): (readonly [string, string])[] {
  const { language, signer, party, parties, contract, subject, dueBy, effective, documentHash } = sheet;
  const rows: [PageWord, string | null][] = [
    ['contract', contract],
    ['parties', parties.join(language === 'zh-CN' ? '；' : '; ')],
    ['signer', `${signer.name}${language === 'zh-CN' ? '，' : ', '}${signer.title}`],
    ['onBehalf', party],
    ['effective', effective],
    ['reason', subject.reason],
    ['dueBy', dueBy],
    ['hash', documentHash.replace('sha256:', '')],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [[word(language, name), value] as const]));
}

/** All faults at the top, each leading to its field, for those who do not see the page as a whole. */
function summaryOf({ language, sent }: Sheet): Html {
  const items = (sent?.faults ?? []).map(({ field, word: name }) => {
    const text = word(language, name);
    return field === 'form' ? html`<li>${text}</li>` : html`<li><a href="#${field}">${text}</a></li>`;
  });
  return html`<div class="note faults" role="alert">
    <h2>${word(language, 'faults')}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}

function signForm(sheet: Sheet): Html {
  const { language, signer, party, documentHash, sent } = sheet;
  const say = (name: PageWord): string => word(language, name);
  const wasTicked = sent?.act === 'sign' && sent.form.consent === 'yes';
  return html`<h2>${say('sign')}</h2>
    ${form(
      sheet,
      'sign',
      html`<input type="hidden" name="document" value="${documentHash}" />
        ${input(sheet, 'name', 'typedName', { hint: `${say('typedHint')}${signer.name}`, autocomplete: 'name' })}
        <label class="check" for="consent"
          ><input
            type="checkbox"
            id="consent"
            name="consent"
            value="yes"
            required${wasTicked ? ' checked' : ''}${invalid(sheet, 'consent')}
          /><span>${consent(language, signer.name, party)}</span></label
        >
        ${faultOf(sheet, 'consent')}
        <button type="submit">${say('signNow')}</button>`,
    )}`;
}

function declineForm(sheet: Sheet): Html {
  const say = (name: PageWord): string => word(sheet.language, name);
  return form(
    sheet,
    'decline',
    html`<p class="hint">${say('declineHint')}</p>
      ${input(sheet, 'reason', 'declineReason')}
      <button type="submit" class="second">${say('declineNow')}</button>`,
  );
}

function delegateForm(sheet: Sheet): Html {
  const say = (name: PageWord): string => word(sheet.language, name);
  return form(
    sheet,
    'delegate',
    html`<p class="hint">${say('delegateHint')}</p>
      ${input(sheet, 'toName', 'toName')} ${input(sheet, 'toTitle', 'toTitle')}
      ${input(sheet, 'toEmail', 'toEmail', { type: 'email' })} ${input(sheet, 'toReason', 'delegateReason')}
      <button type="submit" class="second">${say('delegateNow')}</button>`,
  );
}

/** Each showing of the page has a name of its own: its forms, sent twice, are carried out once. */
function form({ language, token }: Sheet, act: PageAct, fields: Html): Html {
  const query = language === 'en' ? '?lang=en' : '';
  return html`<form method="post" action="/sign/${token}/${act}${query}" accept-charset="utf-8">
    <input type="hidden" name="attempt" value="${randomUUID()}" />
    ${fields}
  </form>`;
}

/** What is rarely wanted is folded away, unless it was just tried. */
function folded({ language, sent }: Sheet, act: 'decline' | 'delegate', fields: Html): Html {
  const open = sent?.act === act ? ' open' : '';
  return html`<details${open}><summary>${word(language, act)}</summary>${fields}</details>`;
}

interface InputWish {
  readonly hint?: string;
  readonly type?: 'text' | 'email';
  readonly autocomplete?: string;
}

function input(sheet: Sheet, field: PageField, label: PageWord, wish: InputWish = {}): Html {
  const { hint, type = 'text', autocomplete = 'off' } = wish;
  const value = sheet.sent?.form[field] ?? '';
  return html`<label for="${field}">${word(sheet.language, label)}</label>
    ${hint === undefined ? null : html`<p class="hint" id="${field}-hint">${hint}</p>`}
    <input
      type="${type}"
      id="${field}"
      name="${field}"
      value="${value}"
      autocomplete="${autocomplete}"
      maxlength="500"
      required${invalid(sheet, field, hint === undefined ? '' : `${field}-hint`)}
    />
    ${faultOf(sheet, field)}`;
}

function invalid(sheet: Sheet, field: PageField, hint = ''): Html {
  const isWrong = faultIn(sheet, field) !== undefined;
  const described = [hint, isWrong ? `${field}-fault` : ''].filter((id) => id !== '').join(' ');
  return html`${isWrong ? html` aria-invalid="true"` : null}${described === '' ? null : html` aria-describedby="${described}"`}`;
}

function faultOf(sheet: Sheet, field: PageField): Html | null {
  const fault = faultIn(sheet, field);
  return fault ? html`<p class="fault" id="${field}-fault">${word(sheet.language, fault.word)}</p>` : null;
}

function faultIn({ sent }: Sheet, field: PageField): PageFault | undefined {
  return sent?.faults.find((fault) => fault.field === field);
}
