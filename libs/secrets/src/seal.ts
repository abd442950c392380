import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type SecretKey, type SecretKeys } from './keys.js';

/** What seals: AES-256-GCM, its name sealed with everything. */
export const CIPHER = 'A256GCM';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What was sealed cannot be opened: it was changed, or its key is not there. */
export class SealProblem extends Error {
  override readonly name = 'SealProblem';
}

/** Encrypts bytes by AES-256-GCM: a nonce of its own, then the tag, then the rest; the key's id is sealed with it. */
export function seal({ id, secret }: SecretKey, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(sealedWith(id));
  const sealed = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
}

/** Decrypts what was sealed by this key. Throws a SealProblem for what was changed, or sealed by another. */
export function unseal({ id, secret }: SecretKey, data: Uint8Array): Buffer {
  const bytes = Buffer.from(data);
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, NONCE_BYTES))
      .setAAD(sealedWith(id))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealProblem(`it was changed, or encrypted by another key of the id ${id}`);
  }
}

/** Seals a text for a column: `A256GCM:KEY-ID:base64`. */
export function sealText(keys: SecretKeys, text: string): string {
  const [current] = keys;
  return `${CIPHER}:${current.id}:${seal(current, Buffer.from(text, 'utf8')).toString('base64')}`;
}

/** Opens what {@link sealText} made. Throws a SealProblem. */
export function unsealText(keys: SecretKeys, sealed: string): string {
  const [cipher, id, data] = sealed.split(':');
  const key = keys.find((each) => each.id === id);
  if (cipher !== CIPHER || !key || data === undefined)
    throw new SealProblem(`it was encrypted by the key ${id ?? '?'}, which is not there`);
  return unseal(key, Buffer.from(data, 'base64')).toString('utf8');
}

function sealedWith(id: string): Buffer {
  return Buffer.from(`${CIPHER} ${id}`, 'utf8');
}
