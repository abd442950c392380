import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

export { canonicalJson } from './canonical-json.js';

/**
 * The content hash of a JSON value: `sha256:` and the hex digest of its canonical JSON (RFC 8785), so that the
 * order of members and the layout of the file do not matter. Throws for what JSON cannot say.
 */
export function contentHash(value: unknown): string {
  return `sha256:${hash('sha256', canonicalJson(value), 'hex')}`;
}
