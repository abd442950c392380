import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { closedObject, parseDocument } from '#decisions/schema-faults';
import { formatFault } from '#domain/fault';
import { type Instant } from '#domain/time/instant';
import { instantIn, nameIn } from '../http/fields.js';
import { now } from '../time.js';
import { type Caller } from './caller.js';
import { ROLES, type Role } from './roles.js';

/** The name of a key, which the ledger keeps of whoever calls with it. */
export const callerNameIn = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u, {
  error: 'allowed are 1 to 64 letters, digits, spaces, ., _, @ and -, the first a letter or digit',
});

/** The clients that a key reaches. */
export const clientsIn = z.array(nameIn).min(1).max(500);

/** A party without clients would reach every contract: for the schema of a key. */
export function partyHasClients(key: { readonly role: Role; readonly clients?: readonly string[] }): boolean {
  return key.role !== 'party' || key.clients !== undefined;
}

export const PARTY_WITHOUT_CLIENTS = {
  path: ['clients'],
  error: 'allowed is at least one client: a party is always limited to clients',
};

const keySchema = closedObject({
  name: callerNameIn,
  role: z.enum(ROLES),
  key: z.string().min(8).max(200),
  clients: z.exactOptional(clientsIn),
  expiresAt: z.exactOptional(instantIn),
}).refine(partyHasClients, PARTY_WITHOUT_CLIENTS);

const keysSchema = z.array(keySchema).min(1).max(1000);

/** PACTA_API_KEYS is missing or wrong. The message never holds a key. */
export class ApiKeysProblem extends Error {
  override readonly name = 'ApiKeysProblem';
}

interface KnownKey {
  readonly caller: Caller;
  readonly hash: Buffer;
  readonly expiresAt: Instant | null;
}

/** The keys of the settings that may call, kept as hashes only. */
export class ApiKeys {
  private readonly known: readonly KnownKey[];

  private constructor(keys: z.infer<typeof keysSchema>) {
    this.known = keys.map(({ name, role, key, clients = null, expiresAt = null }) => ({
      caller: { name, role, clients },
      hash: hashOf(key),
      expiresAt,
    }));
  }

  /** Reads PACTA_API_KEYS, a JSON array of `{name, role, key, clients?, expiresAt?}`. Throws an ApiKeysProblem. */
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
    let found: KnownKey | null = null;
    for (const known of this.known) if (timingSafeEqual(hash, known.hash)) found = known;
    return callerBy(found);
  }

  /** Whether a key of the settings has this name already. */
  has(name: string): boolean {
    return this.known.some(({ caller }) => caller.name === name);
  }

  /** Who calls by the key of this name now; null where there is none, or it has ended. */
  callerNamed(name: string): Caller | null {
    return callerBy(this.known.find(({ caller }) => caller.name === name) ?? null);
  }
}

/** Who calls by a key, while it has not ended. */
function callerBy(known: KnownKey | null): Caller | null {
  return known && (known.expiresAt === null || known.expiresAt > now()) ? known.caller : null;
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
