import { z } from 'zod';
import { SettingProblem } from '../settings.js';

/** An identity provider whose tokens are taken, and where in them it says who somebody is here. */
export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where its keys are; null to ask its discovery document. */
  readonly jwksUrl: string | null;
  readonly nameClaim: string;
  readonly roleClaim: string;
  readonly clientsClaim: string;
}

/**
 * Reads PACTA_OIDC_ISSUER, PACTA_OIDC_AUDIENCE, PACTA_OIDC_JWKS_URL, PACTA_OIDC_NAME_CLAIM, PACTA_OIDC_ROLE_CLAIM and
 * PACTA_OIDC_CLIENTS_CLAIM; null where no issuer is set. Throws a SettingProblem.
 */
export function oidcSettings(env: NodeJS.ProcessEnv): OidcSettings | null {
  const issuer = env['PACTA_OIDC_ISSUER'];
  if (!issuer) return null;
  const audience = env['PACTA_OIDC_AUDIENCE'];
  // Without one, a token that was made for any other program would open this one.
  if (!audience) throw new SettingProblem('PACTA_OIDC_AUDIENCE is not set: it is needed with an issuer');
  const jwksUrl = env['PACTA_OIDC_JWKS_URL'] || null;
  for (const [variable, url] of Object.entries({ PACTA_OIDC_ISSUER: issuer, PACTA_OIDC_JWKS_URL: jwksUrl })) {
    if (url !== null && !isSafeUrl(url))
      throw new SettingProblem(
        `${variable} is not an address: allowed is https://, on this machine http:// too`,
      );
  }
  return {
    issuer,
    audience,
    jwksUrl,
    nameClaim: env['PACTA_OIDC_NAME_CLAIM'] || 'sub',
    roleClaim: env['PACTA_OIDC_ROLE_CLAIM'] || 'pacta_role',
    clientsClaim: env['PACTA_OIDC_CLIENTS_CLAIM'] || 'pacta_clients',
  };
}

function isSafeUrl(text: string): boolean {
  const parsed = z.url().safeParse(text);
  if (!parsed.success) return false;
  const { protocol, hostname } = new URL(parsed.data);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
}
