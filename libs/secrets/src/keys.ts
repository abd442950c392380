import { z } from 'zod';
import { jsonOrNull } from '#domain/json-text';

/** A key of AES-256 with the name that everything carries which was encrypted by it. */
export interface SecretKey {
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Buffer;
}

/** The first key encrypts; all of them decrypt: a key is rotated by putting a new one in front. */
export type SecretKeys = readonly [SecretKey, ...SecretKey[]];

const SECRET_BYTES = 32;

/** What a setting of keys may be, in words. */
export const KEYS_ALLOWED = `a JSON array of {"id", "key"}, each key ${SECRET_BYTES} bytes in base64`;

const keysSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
      key: z.string().refine((key) => Buffer.from(key, 'base64').length === SECRET_BYTES),
    }),
  )
  .min(1);

/** Reads keys as a setting has them. Throws a KeysProblem, which never shows a key. */
export function readKeys(text: string, alsoAllowed = ''): SecretKeys {
  const parsed = keysSchema.safeParse(jsonOrNull(text));
  const read = parsed.data?.map(({ id, key }) => ({ id, secret: Buffer.from(key, 'base64') }));
  const [first, ...rest] = read ?? [];
  if (!first) throw new KeysProblem(`allowed is ${KEYS_ALLOWED}${alsoAllowed}`);
  const keys: SecretKeys = [first, ...rest];
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new KeysProblem('two keys have the same id');
  return keys;
}

/** A setting of keys is wrong. The message says what is allowed. */
export class KeysProblem extends Error {
  override readonly name = 'KeysProblem';
}
