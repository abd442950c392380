import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartProblem } from './problem.js';

/** The roles that get a demo key. */
export const demoRoles = [
  'administrator',
  'reviewer',
  'desk',
  'billing',
  'integration',
  'auditor',
  'party',
] as const;

/** The client of the contract that the guides draft: a party is always limited to clients. */
export const DEMO_CLIENT = 'acme';

/** A key of the API as PACTA_API_KEYS lists them, for one role. */
export interface ApiKey {
  readonly name: string;
  readonly role: (typeof demoRoles)[number];
  readonly key: string;
  readonly clients?: readonly string[];
}

function makeKeys(wanted: readonly ApiKey['role'][]): ApiKey[] {
  return wanted.map((role) => ({
    name: `demo-${role}`,
    role,
    key: `pacta_${role}_${randomBytes(24).toString('base64url')}`,
    ...(role === 'party' && { clients: [DEMO_CLIENT] }),
  }));
}

function isKeyList(value: unknown): value is ApiKey[] {
  const isKey = (item: unknown): boolean =>
    typeof item === 'object' && item !== null && 'name' in item && 'role' in item && 'key' in item;
  return Array.isArray(value) && value.length > 0 && value.every(isKey);
}

/**
 * The demo keys of this data folder, one for each role: random, made at the first start, in a file for its owner alone.
 * A role that is newer than the folder gets its key now; the others stay.
 */
export async function demoKeys(folder: string): Promise<ApiKey[]> {
  const file = join(folder, 'keys.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const kept = text === undefined ? [] : keysIn(text);
  if (kept === null)
    throw new StartProblem(`${file} is not a list of keys any more: delete it, and new keys are made`);
  const missing = demoRoles.filter((role) => !kept.some((key) => key.role === role));
  if (missing.length === 0) return kept;
  const keys = [...kept, ...makeKeys(missing)];
  await writeFile(file, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600 });
  return keys;
}

function keysIn(text: string): ApiKey[] | null {
  try {
    const kept: unknown = JSON.parse(text);
    return isKeyList(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** `export NAME=VALUE` for the address and each key. The values need no quoting: letters, digits, `_`, `-`, `:`, `/`, `.`. */
export function exportLines(url: string, keys: readonly ApiKey[]): string[] {
  const ofKeys = keys.map(({ role, key }) => `export PACTA_KEY_${role.toUpperCase()}=${key}`);
  return [`export PACTA_URL=${url}`, ...ofKeys];
}

/** Writes the lines to a file that a shell can source. Returns its path. */
export async function writeEnvFile(folder: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, 'env');
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}
