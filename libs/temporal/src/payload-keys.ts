import { z } from 'zod';
import { jsonOrNull } from '#domain/json-text';
import { TemporalSettingProblem } from './setting-problem.js';

/** A key of AES-256 with the name that every payload carries which was encrypted by it. */
export interface PayloadKey {
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Buffer;
}

/** The first key encrypts; all of them decrypt: a key is rotated by putting a new one in front. */
export type PayloadKeys = readonly [PayloadKey, ...PayloadKey[]];

const VARIABLE = 'PACTA_PAYLOAD_KEYS';
const SECRET_BYTES = 32;
const ALLOWED = `a JSON array of {"id", "key"}, each key ${SECRET_BYTES} bytes in base64, or the word none`;

const keysSchema = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
      key: z.string().refine((key) => Buffer.from(key, 'base64').length === SECRET_BYTES),
    }),
  )
  .min(1);

/**
 * Reads PACTA_PAYLOAD_KEYS: what contracts and requests tell each other through Temporal is encrypted by these. Null for
 * `none`, and where the variable is not set. Throws a TemporalSettingProblem, which never shows a key.
 */
export function payloadKeys(text: string | undefined): PayloadKeys | null {
  if (text === undefined || text === 'none') return null;
  const parsed = keysSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) throw new TemporalSettingProblem(VARIABLE, `allowed is ${ALLOWED}`);
  const [first, ...rest] = parsed.data.map(({ id, key }) => ({ id, secret: Buffer.from(key, 'base64') }));
  if (!first) return null;
  const keys: PayloadKeys = [first, ...rest];
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new TemporalSettingProblem(VARIABLE, 'two keys have the same id');
  return keys;
}

/** For services: whether payloads are encrypted has to be said, it is never an oversight. Throws a TemporalSettingProblem. */
export function requirePayloadKeys(env: Readonly<Record<string, string | undefined>>): void {
  if (env[VARIABLE]?.trim()) return;
  throw new TemporalSettingProblem(
    VARIABLE,
    `is not set, allowed is ${ALLOWED} (payloads are readable then)`,
  );
}
