import { KEYS_ALLOWED, KeysProblem, readKeys, type SecretKey, type SecretKeys } from '#secrets/keys';
import { TemporalSettingProblem } from './setting-problem.js';

/** A key of AES-256 with the name that every payload carries which was encrypted by it. */
export type PayloadKey = SecretKey;

/** The first key encrypts; all of them decrypt: a key is rotated by putting a new one in front. */
export type PayloadKeys = SecretKeys;

const VARIABLE = 'PACTA_PAYLOAD_KEYS';
const NONE_TOO = ', or the word none';

/**
 * Reads PACTA_PAYLOAD_KEYS: what contracts and requests tell each other through Temporal is encrypted by these. Null for
 * `none`, and where the variable is not set. Throws a TemporalSettingProblem, which never shows a key.
 */
export function payloadKeys(text: string | undefined): PayloadKeys | null {
  if (text === undefined || text === 'none') return null;
  try {
    return readKeys(text, NONE_TOO);
  } catch (error) {
    throw error instanceof KeysProblem ? new TemporalSettingProblem(VARIABLE, error.message) : error;
  }
}

/** For services: whether payloads are encrypted has to be said, it is never an oversight. Throws a TemporalSettingProblem. */
export function requirePayloadKeys(env: Readonly<Record<string, string | undefined>>): void {
  if (env[VARIABLE]?.trim()) return;
  throw new TemporalSettingProblem(
    VARIABLE,
    `is not set, allowed is ${KEYS_ALLOWED}${NONE_TOO} (payloads are readable then)`,
  );
}
