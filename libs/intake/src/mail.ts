import { simpleParser, type AddressObject, type EmailAddress, type ParsedMail } from 'mailparser';
import { fromSeconds, type Instant } from '#domain/time/instant';

/** Why a mail is nobody's request: another machine has answered, or could not deliver. */
export type AutomaticReason = 'autoReply' | 'bounce' | 'bulk';

/** A file of a mail. */
export interface MailFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What is taken from a mail. Its text stays in it: the mail itself is kept. */
export interface InboundMail {
  /** Without its brackets; null where the mail has none, or one that is longer than mails may have. */
  readonly messageId: string | null;
  /** The one who wrote it, in small letters; null where there is none, or more than one. */
  readonly sender: string | null;
  /** Every address that it was sent or delivered to, in small letters. */
  readonly recipients: readonly string[];
  readonly automatic: AutomaticReason | null;
  /** When the mail server that handed it on received it, by its own line; null where that says nothing. */
  readonly receivedAt: Instant | null;
  readonly files: readonly MailFile[];
}

/** Something at something, with nothing in it that no address has. */
const ADDRESS = /^[^\s\p{C}@]+@[^\s\p{C}@]+$/u;

const MOST_ID_CHARACTERS = 250;
const DELIVERED_TO = ['delivered-to', 'x-original-to', 'envelope-to'] as const;
const NO_RENDERING = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true } as const;

/** A mail that is nested too deep, or whose headers are too long, to be read. */
export class UnreadableMail extends Error {
  override readonly name = 'UnreadableMail';
}

/**
 * Reads a mail (RFC 5322, MIME). Almost whatever bytes come in, there is a mail to be read of them; what it lacks is null.
 * Throws an UnreadableMail for one beyond the limits of the parser.
 */
export async function parseMail(bytes: Uint8Array): Promise<InboundMail> {
  const mail = await parsed(bytes);
  return {
    messageId: messageIdOf(mail),
    sender: senderOf(mail),
    recipients: recipientsOf(mail),
    automatic: automaticReason(mail),
    receivedAt: receivedAt(mail),
    files: mail.attachments.map((file, index) => ({
      fileName: plainName(file.filename ?? `attachment-${index + 1}`),
      bytes: file.content,
    })),
  };
}

async function parsed(bytes: Uint8Array): Promise<ParsedMail> {
  try {
    return await simpleParser(Buffer.from(bytes), NO_RENDERING);
  } catch (error) {
    throw new UnreadableMail('the mail cannot be read', { cause: error });
  }
}

/** A name that a file may be shown and saved under: no folder, no control character, not too long. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{C}"<>|:*?]/gu, '_').trim();
  return plain.replace(/^\.+/, '').slice(-150) || 'attachment';
}

function messageIdOf({ messageId }: ParsedMail): string | null {
  const id = messageId?.replaceAll(/^<|>$/g, '') ?? '';
  return /^[\x21-\x7e]+$/.test(id) && id.length <= MOST_ID_CHARACTERS ? id : null;
}

function senderOf({ from }: ParsedMail): string | null {
  const addresses = addressesOf(from?.value ?? []);
  const [only] = addresses;
  return addresses.length === 1 && only !== undefined && ADDRESS.test(only) ? only : null;
}

function recipientsOf(mail: ParsedMail): string[] {
  const named = [mail.to, mail.cc]
    .flatMap((field) => field ?? [])
    .flatMap(({ value }: AddressObject) => value);
  const delivered = DELIVERED_TO.flatMap((name) => headerTexts(mail, name)).map((text) => text.toLowerCase());
  return [...new Set([...addressesOf(named), ...delivered.map((text) => text.replaceAll(/[<>\s]/g, ''))])];
}

function addressesOf(all: readonly EmailAddress[]): string[] {
  return all
    .flatMap((each) => (each.group ? each.group : [each]))
    .flatMap(({ address }) => (address ? [address.toLowerCase()] : []));
}

/** By RFC 3834 and what older programs write; a mail that cannot be answered comes from no person. */
function automaticReason(mail: ParsedMail): AutomaticReason | null {
  const [submitted = 'no'] = headerTexts(mail, 'auto-submitted');
  const [precedence = ''] = headerTexts(mail, 'precedence');
  const returnPath = mail.headerLines.find(({ key }) => key === 'return-path')?.line ?? '';
  const contentType = mail.headerLines.find(({ key }) => key === 'content-type')?.line ?? '';
  const isReport = /multipart\/report/i.test(contentType);
  if (isReport || /:\s*<>\s*$/.test(returnPath) || /^(mailer-daemon|postmaster)@/.test(senderOf(mail) ?? ''))
    return 'bounce';
  if (!/^no\b/i.test(submitted.trim()) || mail.headers.has('x-autoreply') || /auto_reply/i.test(precedence))
    return 'autoReply';
  return /^(bulk|junk|list)$/i.test(precedence.trim()) ? 'bulk' : null;
}

/** The topmost line is that of the last server; those below it, and `Date`, are what others say. */
function receivedAt(mail: ParsedMail): Instant | null {
  const [top = ''] = headerTexts(mail, 'received');
  const milliseconds = Date.parse(top.slice(top.lastIndexOf(';') + 1).replaceAll(/\(.*?\)/g, ''));
  return Number.isNaN(milliseconds) || !top.includes(';') ? null : fromSeconds(milliseconds / 1000);
}

function headerTexts({ headers }: ParsedMail, name: string): string[] {
  const value = headers.get(name);
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => {
    if (typeof each === 'string') return [each];
    return each && typeof each === 'object' && 'text' in each && typeof each.text === 'string'
      ? [each.text]
      : [];
  });
}
