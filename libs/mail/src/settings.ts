import { folderTransport } from './folder.js';
import { smtpTransport } from './smtp.js';
import { MailSettingProblem, type Transport } from './transport.js';

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_FROM = 'Pacta <pacta@localhost>';
const ADDRESS = /^(?:[^<>\p{Cc}]+ )?<?[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+>?$/u;

/** A variable that is set to nothing counts as not set: compose files write them so. */
function read(env: Environment, variable: string): string | undefined {
  const value = env[variable]?.trim();
  return value === '' ? undefined : value;
}

/**
 * How mails leave the house: PACTA_SMTP_URL with PACTA_MAIL_FROM, or PACTA_MAIL_FOLDER. Null where neither is set: mails
 * wait then. Throws {@link MailSettingProblem} on the first that is wrong.
 */
export function mailTransport(env: Environment): Transport | null {
  const url = read(env, 'PACTA_SMTP_URL');
  const folder = read(env, 'PACTA_MAIL_FOLDER');
  const from = read(env, 'PACTA_MAIL_FROM');
  if (from !== undefined && !ADDRESS.test(from)) {
    throw new MailSettingProblem(
      'PACTA_MAIL_FROM',
      'is not an address, such as Contracts <contracts@example.com>',
    );
  }
  if (url !== undefined && folder !== undefined) {
    throw new MailSettingProblem(
      'PACTA_MAIL_FOLDER',
      'is set beside PACTA_SMTP_URL: only one of them can be',
    );
  }
  if (folder !== undefined) return folderTransport(folder, from ?? DEFAULT_FROM);
  if (url === undefined) return null;
  if (!isSmtpUrl(url)) {
    throw new MailSettingProblem('PACTA_SMTP_URL', 'is not smtp://HOST:PORT or smtps://HOST:PORT');
  }
  if (from === undefined) throw new MailSettingProblem('PACTA_MAIL_FROM', 'is needed with PACTA_SMTP_URL');
  return smtpTransport(url, from);
}

function isSmtpUrl(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}
