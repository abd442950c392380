import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The content hash of a JSON value: `sha256:` and the hex digest of its canonical JSON (RFC 8785), so that the
 * order of members and the layout of the file do not matter. Throws for what JSON cannot say.
 */
export function contentHash(value: unknown): string {
  const canonical = canonicalJson(value);
  return `sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`;
}

/** The canonical JSON text of a value (RFC 8785). Throws for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}
