import { Inject, Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type FastifyRequest } from 'fastify';
import { accessKeyOf } from '#persistence/queries/access-keys';
import { type OpenSession, sessionOf } from '#persistence/queries/sessions';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import { accountCaller } from './account-caller.js';
import { ApiKeys } from './api-keys.js';
import { type Caller } from './caller.js';
import { keyOf } from './key-of.js';
import { OidcTokens } from './oidc-tokens.js';
import { keyCaller } from './key-caller.js';
import { checkSameOrigin } from './same-origin.js';
import { SessionCookie } from './session-cookie.js';

/** Provides the OidcTokens; null where there is no identity provider. */
export const OIDC = Symbol('OIDC');

/** Who calls, and the session by which somebody is signed in; null for a key or a token. */
export interface Recognised {
  readonly caller: Caller;
  readonly session: OpenSession | null;
}

/**
 * Recognises who calls: by a key of the settings, one that an administrator has made, or a token of the identity
 * provider; where there is none of these, by the cookie of a session.
 */
@Injectable()
export class Callers {
  constructor(
    private readonly keys: ApiKeys,
    private readonly orm: MikroORM,
    @Inject(OIDC) private readonly tokens: OidcTokens | null,
    private readonly cookie: SessionCookie,
  ) {}

  /** Throws a Problem when nobody can be recognised, or a cookie comes from another site. */
  async of(request: FastifyRequest): Promise<Recognised> {
    const key = keyOf(request);
    if (key !== null) return { caller: await this.byKey(key), session: null };
    const token = this.cookie.tokenOf(request);
    if (token === null)
      throw new Problem('unauthenticated', 'Send Authorization: Bearer KEY, or X-API-Key: KEY, or sign in');
    const session = await sessionOf(this.orm.em.fork(), token, now());
    if (!session) throw new Problem('unauthenticated', 'The session has ended: sign in again');
    checkSameOrigin(request);
    return { caller: accountCaller(session.account), session };
  }

  private async byKey(key: string): Promise<Caller> {
    if (this.tokens && OidcTokens.isToken(key)) return this.tokens.callerOf(key);
    const caller = this.keys.callerOf(key) ?? keyCaller(await accessKeyOf(this.orm.em.fork(), key, now()));
    if (caller) return caller;
    throw new Problem('unauthenticated', 'The key is not one of ours, or has ended');
  }
}
