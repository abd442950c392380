import { createHash } from 'node:crypto';

const SHOWN_DIGITS = 12;

/**
 * What the log calls a caller. A key is named after a program. The name of a person (`oidc:…`, `account:…`) becomes the
 * first digits of its SHA-256: the same person is the same in all lines, and who knows the name finds them.
 */
export function logNameOf(name: string): string {
  const [kind, of] = name.split(':', 2);
  if (of === undefined) return name;
  return `${kind}:${createHash('sha256').update(name, 'utf8').digest('hex').slice(0, SHOWN_DIGITS)}`;
}
