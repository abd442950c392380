import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { Problem } from '../http/problem.js';
import { oidcSettings } from './oidc-settings.js';
import { OidcTokens } from './oidc-tokens.js';

/** A real identity provider, as far as it matters: a discovery document, keys, and tokens that it has signed. */
let server: Server;
let issuer: string;
let isAway = false;
let asked = 0;
let pair: Awaited<ReturnType<typeof generateKeyPair>>;
let other: typeof pair;

beforeAll(async () => {
  [pair, other] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
  const jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k-1', alg: 'ES256' }] };
  server = createServer((request, response) => {
    asked += 1;
    if (isAway) {
      response.destroy();
      return;
    }
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': jwks,
    };
    const document = documents[request.url ?? ''];
    response.writeHead(document ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const tokens = (env: Record<string, string> = {}) => {
  const settings = oidcSettings({ PACTA_OIDC_ISSUER: issuer, PACTA_OIDC_AUDIENCE: 'pacta', ...env });
  if (!settings) throw new Error('there is an issuer');
  return new OidcTokens(settings);
};

interface Making {
  readonly kid?: string;
  readonly by?: CryptoKey;
  readonly expires?: string | number;
  readonly from?: string;
  readonly to?: string;
}

function token(
  claims: JWTPayload,
  { kid = 'k-1', by = pair.privateKey, expires = '5m', from = issuer, to = 'pacta' }: Making = {},
) {
  return new SignJWT({ sub: 'li.lei', pacta_role: 'desk', ...claims })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(from)
    .setAudience(to)
    .setExpirationTime(expires)
    .sign(by);
}

it('takes a token for who it says, with role and clients', async () => {
  const known = tokens();
  expect(await known.callerOf(await token({}))).toEqual({ name: 'oidc:li.lei', role: 'desk', clients: null });
  const party = await token({ pacta_role: 'party', pacta_clients: ['acme'] });
  expect(await known.callerOf(party)).toEqual({ name: 'oidc:li.lei', role: 'party', clients: ['acme'] });
});

it('reads other claims where it is told to', async () => {
  const env = { PACTA_OIDC_NAME_CLAIM: 'oid', PACTA_OIDC_ROLE_CLAIM: 'r', PACTA_OIDC_CLIENTS_CLAIM: 'c' };
  const given = await token({ oid: '42', r: 'auditor', c: ['acme', 'beta'], pacta_role: 'administrator' });
  expect(await tokens(env).callerOf(given)).toEqual({
    name: 'oidc:42',
    role: 'auditor',
    clients: ['acme', 'beta'],
  });
});

const now = () => Math.floor(Date.now() / 1000);
const bad: [string, () => Promise<string> | string, string][] = [
  ['an expired one', () => token({}, { expires: now() - 60 }), 'expired'],
  ['one for another program', () => token({}, { to: 'payroll' }), 'aud'],
  ['one of another issuer', () => token({}, { from: 'https://evil.example' }), 'iss'],
  ['one of another key', () => token({}, { by: other.privateKey }), 'signature'],
  ['one of an unknown key', () => token({}, { kid: 'k-2' }), 'does not have'],
  ['one without a role', () => token({ pacta_role: undefined }), 'pacta_role'],
  ['one of a role that is none', () => token({ pacta_role: 'root' }), 'pacta_role'],
  ['a list as a role', () => token({ pacta_role: ['administrator'] }), 'pacta_role'],
  ['a party of nobody', () => token({ pacta_role: 'party' }), 'pacta_clients'],
  ['no clients at all', () => token({ pacta_clients: [] }), 'pacta_clients'],
  ['a text as clients', () => token({ pacta_clients: 'acme' }), 'pacta_clients'],
  ['a name of two words', () => token({ sub: 'li lei' }), 'names nobody'],
  [
    'one that is not signed',
    () =>
      new UnsecuredJWT({ sub: 'x', pacta_role: 'administrator' })
        .setIssuer(issuer)
        .setAudience('pacta')
        .setExpirationTime('5m')
        .encode(),
    'algorithm',
  ],
  [
    'one signed by a shared secret',
    () =>
      new SignJWT({ sub: 'x', pacta_role: 'administrator' })
        .setProtectedHeader({ alg: 'HS256', kid: 'k-1' })
        .setIssuer(issuer)
        .setAudience('pacta')
        .setExpirationTime('5m')
        .sign(Buffer.alloc(32, 1)),
    'algorithm',
  ],
  ['no token', () => 'a.b.c', 'cannot be read'],
];

it.each(bad)('refuses %s, and never shows it', async (_name, make, words) => {
  const given = await make();
  const refusal = (await tokens()
    .callerOf(given)
    .catch((error: unknown) => error)) as Problem;
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({ code: 'unauthenticated' });
  expect(refusal.detail).toContain(words);
  expect(refusal.detail).not.toContain(given);
});

it('fetches the keys once for many tokens', async () => {
  const known = tokens({ PACTA_OIDC_JWKS_URL: `${issuer}/keys` });
  asked = 0;
  for (const _ of [1, 2, 3]) await known.callerOf(await token({}));
  expect(asked).toBe(1);
});

it('says so while the provider is away, and goes on when it is back', async () => {
  const known = tokens();
  const given = await token({});
  isAway = true;
  await expect(known.callerOf(given)).rejects.toMatchObject({ code: 'unavailable' });
  isAway = false;
  expect(await known.callerOf(given)).toMatchObject({ role: 'desk' });
});

it.each([
  [{ PACTA_OIDC_ISSUER: 'https://id.example' }, 'PACTA_OIDC_AUDIENCE'],
  [{ PACTA_OIDC_ISSUER: 'http://id.example', PACTA_OIDC_AUDIENCE: 'a' }, 'PACTA_OIDC_ISSUER'],
  [
    { PACTA_OIDC_ISSUER: 'https://id.example', PACTA_OIDC_AUDIENCE: 'a', PACTA_OIDC_JWKS_URL: 'nowhere' },
    'PACTA_OIDC_JWKS_URL',
  ],
])('refuses the settings %j', (env, variable) => {
  expect(() => oidcSettings(env)).toThrow(variable);
});

it('is off where no issuer is set', () => {
  expect(oidcSettings({})).toBeNull();
  expect(OidcTokens.isToken('pacta_abc')).toBe(false);
});
