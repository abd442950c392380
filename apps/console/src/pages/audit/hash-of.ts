import { sha256 } from '#verifier/bytes';

/** The name of a file: `sha256:` and its digest, reckoned by the browser. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return sha256(bytes);
}
