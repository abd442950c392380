import { type Instant } from '#domain/time/instant';
import { SealProblem } from './seal-problem.js';

/** What the signature dictionary says beside the signature. */
export interface SealWish {
  readonly signedAt: Instant;
  readonly reason: string;
  readonly location: string;
  readonly contact: string;
}

/** What tells our signature dictionaries from others: in one of ours every byte has its one place. */
export const OUR_MARK = '/Prop_Build << /App << /Name /Pacta >> >>';

/** SignPdf looks for this text and puts the offsets there. */
const BYTE_RANGE = '/ByteRange [0 /********** /********** /**********]';

/**
 * Appends a revision with an invisible signature field on the first page and room for a signature of that many bytes. It
 * is the document's certification signature (ISO 32000-1, 12.8.2.2), which permits no later change: viewers then
 * distrust a further revision too. The bytes before stay as they are. It reads the files that pdfkit writes: one classic
 * cross-reference table, the catalog and the page as plain objects. Throws {@link SealProblem} for other forms.
 */
export function addPlaceholder(pdf: Uint8Array, wish: SealWish, name: string, room: number): Buffer {
  const base = new BasePdf(pdf);
  const { rootRef, pageRef, size } = base;
  const signature = `${size} 0 R`;
  const widget = `${size + 1} 0 R`;
  const form = `${size + 2} 0 R`;
  const field = `/FT /Sig /Rect [0 0 0 0] /F 132 /T (Seal) /V ${signature} /P ${pageRef}`;
  const objects = new Map<string, string>([
    [signature, signatureDictionary(wish, name, room)],
    [widget, `<< /Type /Annot /Subtype /Widget ${field} >>`],
    [form, `<< /SigFlags 3 /Fields [${widget}] >>`],
    [rootRef, `<<${base.root}\n/AcroForm ${form}\n/Perms << /DocMDP ${signature} >>\n>>`],
    [pageRef, `<<${withAnnotation(base.page, widget)}\n>>`],
  ]);
  return base.extended(objects);
}

function signatureDictionary(wish: SealWish, name: string, room: number): string {
  const changes = '<< /Type /TransformParams /P 1 /V /1.2 >>';
  return [
    '<<',
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    BYTE_RANGE,
    `/Contents <${'0'.repeat(room * 2)}>`,
    `/M (D:${wish.signedAt.replaceAll(/[-:TZ]/g, '')}Z)`,
    `/Name ${textString(name)}`,
    `/Reason ${textString(wish.reason)}`,
    `/Location ${textString(wish.location)}`,
    `/ContactInfo ${textString(wish.contact)}`,
    `/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams ${changes} >>]`,
    OUR_MARK,
    '>>',
  ].join('\n');
}

/** A text as PDF has it in hexadecimal UTF-16: whatever it says, it cannot end its string or begin something else. */
function textString(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex')}>`;
}

function withAnnotation(page: string, widget: string): string {
  const annotations = /\/Annots\s*\[([^\]]*)\]/.exec(page);
  if (annotations === null && page.includes('/Annots'))
    throw unfit('its first page lists annotations elsewhere');
  if (annotations === null) return `${page}\n/Annots [${widget}]`;
  return page.replace(annotations[0], () => `/Annots [${annotations[1] ?? ''} ${widget}]`);
}

/** A file as pdfkit writes it. */
class BasePdf {
  readonly size: number;
  readonly rootRef: string;
  readonly root: string;
  readonly pageRef: string;
  readonly page: string;
  private readonly text: string;
  private readonly trailer: string;
  private readonly tableAt: number;

  constructor(pdf: Uint8Array) {
    // Latin-1 keeps each byte: an index into the text is an offset into the file.
    this.text = Buffer.from(pdf).toString('latin1');
    const end = /trailer\s*<<([\s\S]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.tail());
    if (end === null) throw unfit('it does not end with a cross-reference table');
    this.trailer = end[1] ?? '';
    this.tableAt = Number(end[2]);
    if (this.trailer.includes('/Prev')) throw unfit('it was changed since it was written');
    if (this.trailer.includes('/Encrypt')) throw unfit('it is encrypted');
    this.size = Number(found('its size', /\/Size (\d+)/, this.trailer));
    this.rootRef = found('its catalog', /\/Root (\d+ 0 R)/, this.trailer);
    this.root = this.dictionary(this.rootRef);
    if (/\/(AcroForm|Perms)\b/.test(this.root)) throw unfit('it has a form or a signature already');
    const pages = this.dictionary(found('its pages', /\/Pages (\d+ 0 R)/, this.root));
    this.pageRef = found('its pages', /\/Kids \[\s*(\d+ 0 R)/, pages);
    this.page = this.dictionary(this.pageRef);
    if (!/\/Type \/Page\b/.test(this.page)) throw unfit('its pages lie deeper');
  }

  /** The file with a revision that has these objects, by their references. */
  extended(objects: ReadonlyMap<string, string>): Buffer {
    const parts = [this.text, this.text.endsWith('\n') ? '' : '\n'];
    let length = this.text.length + (parts[1]?.length ?? 0);
    const offsets: [number: number, offset: number][] = [];
    for (const [ref, body] of objects) {
      const object = `${ref.slice(0, -1)}obj\n${body}\nendobj\n`;
      offsets.push([parseInt(ref), length]);
      parts.push(object);
      length += object.length;
    }
    offsets.sort(([a], [b]) => a - b);
    parts.push(
      'xref\n0 1\n0000000000 65535 f \n',
      ...offsets.map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`),
      `trailer\n<<${this.trailer.trimEnd().replace(/\/Size \d+/, `/Size ${this.size + 3}`)}\n/Prev ${this.tableAt}\n>>\n`,
      `startxref\n${length}\n%%EOF\n`,
    );
    return Buffer.from(parts.join(''), 'latin1');
  }

  private tail(): string {
    return this.text.slice(Math.max(0, this.text.lastIndexOf('trailer')));
  }

  /** What stands in the dictionary of an object. */
  private dictionary(ref: string): string {
    const number = parseInt(ref);
    const table = this.text.slice(this.tableAt, this.text.lastIndexOf('trailer')).split('\n');
    if (table[0] !== 'xref' || table[1] !== `0 ${this.size}`)
      throw unfit('its cross-reference table has gaps');
    const offset = Number.parseInt(table[2 + number] ?? '', 10);
    const head = `${number} 0 obj\n<<`;
    const end = this.text.indexOf('\n>>\nendobj', offset);
    if (!this.text.startsWith(head, offset) || end < 0) throw unfit(`its object ${number} cannot be read`);
    return this.text.slice(offset + head.length, end);
  }
}

function found(what: string, pattern: RegExp, text: string): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw unfit(`it does not name ${what}`);
  return match;
}

function unfit(why: string): SealProblem {
  return new SealProblem('cannotBeSealed', `the document cannot be sealed: ${why}`);
}
