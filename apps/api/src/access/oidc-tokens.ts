import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { clientsIn } from './api-keys.js';
import { type Caller } from './caller.js';
import { type OidcSettings } from './oidc-settings.js';
import { isRole } from './roles.js';

/** Signatures with a public key only: a shared secret, or none, would let others make tokens. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 30;
const ANSWER_MILLISECONDS = 5_000;
/** An unknown key is looked up again at most this often. */
const COOLDOWN_MILLISECONDS = 30_000;

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
const nameSchema = z.string().regex(/^[^\s\p{Cc}]{1,128}$/u);

/** Recognises callers by the tokens of an identity provider (OpenID Connect), which it signs and we verify. */
export class OidcTokens {
  private keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(private readonly settings: OidcSettings) {}

  /** Whether a text has the form of a token; keys of ours have not. */
  static isToken(text: string): boolean {
    return /^[\w-]+\.[\w-]*\.[\w-]*$/.test(text);
  }

  /** Throws a Problem: `unauthenticated` for a token that is not good, `unavailable` where its keys cannot be had. */
  async callerOf(token: string): Promise<Caller> {
    const { issuer, audience } = this.settings;
    try {
      const { payload } = await jwtVerify(token, await this.keySet(), {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
      return this.callerIn(payload);
    } catch (error) {
      throw problemOf(error);
    }
  }

  private callerIn(payload: JWTPayload): Caller {
    const { nameClaim, roleClaim, clientsClaim } = this.settings;
    const name = nameSchema.safeParse(payload[nameClaim]);
    if (!name.success) throw refused(`its ${nameClaim} names nobody`);
    const role = payload[roleClaim];
    if (typeof role !== 'string' || !isRole(role)) throw refused(`its ${roleClaim} is not a role`);
    const given = payload[clientsClaim];
    const clients = given === undefined ? null : clientsIn.safeParse(given);
    if (clients?.success === false) throw refused(`its ${clientsClaim} is not a list of clients`);
    if (role === 'party' && clients === null) throw refused(`a party needs ${clientsClaim}`);
    // No key has a colon in its name: who comes by a token is never taken for a key.
    return { name: `oidc:${name.data}`, role, clients: clients?.data ?? null };
  }

  private keySet(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.remoteKeys().catch((error: unknown) => {
      // Asked again at the next call.
      this.keys = null;
      throw error;
    });
    return this.keys;
  }

  private async remoteKeys(): Promise<JWTVerifyGetKey> {
    const url = this.settings.jwksUrl ?? (await this.discovered());
    return createRemoteJWKSet(new URL(url), {
      timeoutDuration: ANSWER_MILLISECONDS,
      cooldownDuration: COOLDOWN_MILLISECONDS,
    });
  }

  private async discovered(): Promise<string> {
    const { issuer } = this.settings;
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    });
    const found = discoverySchema.parse(await response.json());
    if (found.issuer !== issuer) throw new Error('the discovery document is of another issuer');
    return found.jwks_uri;
  }
}

function refused(why: string): Problem {
  return new Problem('unauthenticated', `The token is not good: ${why}`);
}

/** What is wrong with a token is said, never the token. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof errors.JWTExpired) return refused('it has expired');
  if (error instanceof errors.JWTClaimValidationFailed) return refused(`its ${error.claim} is wrong`);
  if (error instanceof errors.JWKSNoMatchingKey)
    return refused('it is signed by a key that the issuer does not have');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refused('its signature is wrong');
  if (error instanceof errors.JOSEAlgNotAllowed) return refused('its algorithm is not taken');
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
    return new Problem('unavailable', 'The identity provider does not answer: try again soon');
  return refused('it cannot be read');
}
