import { base64urlBytes, hexOf, joined, utf8 } from './bytes.js';
import { canonicalJson, type JsonObject, textAt, without } from './json.js';

/** This machine cannot check Ed25519 signatures: an old browser. */
export class NoEd25519 extends Error {
  override readonly name = 'NoEd25519';
}

/** Whether a statement is signed by the key that it names: over its format, a line feed, and its other members. */
export async function isSigned(statement: JsonObject): Promise<boolean> {
  const signature = base64urlBytes(textAt(statement, 'signature'));
  const publicKey = base64urlBytes(textAt(statement, 'publicKey'));
  if (signature?.length !== 64 || publicKey?.length !== 32) return false;
  const signed = utf8(`${textAt(statement, 'format')}\n${canonicalJson(without(statement, 'signature'))}`);
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']).catch(() => {
    throw new NoEd25519(
      'this program cannot check Ed25519 signatures: a newer browser can, and so can Node 20',
    );
  });
  return crypto.subtle.verify('Ed25519', key, signature, signed);
}

/** The name of a key that people compare: SHA-256 of its bytes, in groups of four hex digits. */
export async function fingerprint(publicKey: string): Promise<string> {
  const bytes = base64urlBytes(publicKey) ?? new Uint8Array();
  const digest = await crypto.subtle.digest('SHA-256', joined([bytes]));
  return hexOf(new Uint8Array(digest)).replaceAll(/.{4}(?=.)/g, '$& ');
}

/** Whether two ways to write a fingerprint are one. */
export function isSameFingerprint(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll(/[\s:]/g, '').toLowerCase();
  return plain(one) === plain(other);
}
