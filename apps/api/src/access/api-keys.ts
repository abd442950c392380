import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { closedObject, parseDocument } from '#decisions/schema-faults';
import { formatFault } from '#domain/fault';
import { ROLES, type Role } from './roles.js';

/** Who calls: the name of the key, which the ledger keeps, and what it may do. */
export interface Caller {
  readonly name: string;
  readonly role: Role;
}

const keySchema = closedObject({
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u, {
    error: 'allowed are letters, digits, spaces, ., _, @ and -',
  }),
  role: z.enum(ROLES),
  key: z.string().min(8).max(200),
});

const keysSchema = z.array(keySchema).min(1).max(1000);

/** PACTA_API_KEYS is missing or wrong. The message never holds a key. */
export class ApiKeysProblem extends Error {
  override readonly name = 'ApiKeysProblem';
}

/** The keys that may call, kept as hashes only. */
export class ApiKeys {
  private readonly known: readonly { readonly caller: Caller; readonly hash: Buffer }[];

  private constructor(keys: z.infer<typeof keysSchema>) {
    this.known = keys.map(({ name, role, key }) => ({ caller: { name, role }, hash: hashOf(key) }));
  }

  /** Reads PACTA_API_KEYS, a JSON array of `{name, role, key}`. Throws an ApiKeysProblem. */
  static read(text: string | undefined): ApiKeys {
    if (!text) throw new ApiKeysProblem('PACTA_API_KEYS is not set: the API does not start without keys');
    const parsed = parseDocument(keysSchema, parsedJson(text));
    if ('faults' in parsed) {
      // A fault would show the value, which may be a key.
      const shown = parsed.faults.map(({ path, allowed }) =>
        formatFault({ path, problem: 'is wrong', allowed }),
      );
      throw new ApiKeysProblem(`PACTA_API_KEYS: ${shown.join('; ')}`);
    }
    const twice = parsed.value.find(
      ({ name }, index) => parsed.value.findIndex((other) => other.name === name) !== index,
    );
    if (twice) throw new ApiKeysProblem(`PACTA_API_KEYS: the name ${twice.name} is given twice`);
    return new ApiKeys(parsed.value);
  }

  /** Whose key it is; null when it is nobody's. Takes the same time whichever it is. */
  callerOf(key: string): Caller | null {
    const hash = hashOf(key);
    let found: Caller | null = null;
    for (const { caller, hash: known } of this.known) if (timingSafeEqual(hash, known)) found = caller;
    return found;
  }
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key, 'utf8').digest();
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiKeysProblem('PACTA_API_KEYS is not JSON: a JSON array of {"name", "role", "key"} is needed');
  }
}
