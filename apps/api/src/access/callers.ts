import { Inject, Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type FastifyRequest } from 'fastify';
import { accessKeyOf } from '#persistence/queries/access-keys';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import { ApiKeys } from './api-keys.js';
import { type Caller } from './caller.js';
import { keyOf } from './key-of.js';
import { OidcTokens } from './oidc-tokens.js';
import { isRole } from './roles.js';

/** Provides the OidcTokens; null where there is no identity provider. */
export const OIDC = Symbol('OIDC');

/** Recognises who calls: by a key of the settings, one that an administrator has made, or a token of the identity provider. */
@Injectable()
export class Callers {
  constructor(
    private readonly keys: ApiKeys,
    private readonly orm: MikroORM,
    @Inject(OIDC) private readonly tokens: OidcTokens | null,
  ) {}

  /** Throws a Problem when nobody can be recognised. */
  async of(request: FastifyRequest): Promise<Caller> {
    const key = keyOf(request);
    if (key !== null && this.tokens && OidcTokens.isToken(key)) return this.tokens.callerOf(key);
    const caller = key === null ? null : (this.keys.callerOf(key) ?? (await this.madeKey(key)));
    if (caller) return caller;
    const detail =
      key === null
        ? 'Send Authorization: Bearer KEY, or X-API-Key: KEY'
        : 'The key is not one of ours, or has ended';
    throw new Problem('unauthenticated', detail);
  }

  private async madeKey(key: string): Promise<Caller | null> {
    const row = await accessKeyOf(this.orm.em.fork(), key, now());
    if (!row || !isRole(row.role)) return null;
    return { name: row.name, role: row.role, clients: row.clients ?? null };
  }
}
