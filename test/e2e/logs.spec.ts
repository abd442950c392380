import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ROLES, type Role } from '../../apps/api/src/access/roles.js';
import { Stack } from '../../apps/cli/src/start/stack.js';
import { newContract } from '../support/api-contracts.js';
import { freshNamespace } from '../support/engine.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { servedBy } from '../support/shipped-process.js';
import { eventually } from '../support/stack.js';

/**
 * What the processes write into their logs: the API and the worker as they are shipped, started as `npm start` starts
 * them, on a real PostgreSQL and Temporal, with letters that find no server. Everything that is a secret or personal
 * is a word that stands nowhere else.
 */
const SECRETS = {
  mailPassword: 'zq1mailpassword',
  password: 'zq2 chosen password',
  wrongPassword: 'zq3 wrong password',
  keyPrefix: 'zq4key-of-the-',
};
const PERSONAL = {
  clientPerson: 'Zqwang Yi',
  clientEmail: 'zqwang@client.example',
  clientTelephone: '+86 10 5550 7741',
  clientAddress: 'Zqstreet 17',
  providerPerson: 'Zqli Er',
  providerEmail: 'zqli@provider.example',
  login: 'zqchen',
  accountName: 'Zqchen San',
  subject: 'zqsubject.zhao',
  payer: 'Zqpayer Company',
  payerAccount: '6222zq0001',
  said: 'zqsaid on the telephone',
};

let database: MigratedDatabase;
let folder: string;
let provider: Server;
let bearer: string;
let stack: Stack;
let url: string;
/** What the run itself has brought about: cookies, links, passwords that were given, secrets of keys. */
const made: string[] = [];

const entryOf = (app: string) =>
  fileURLToPath(new URL(`../../dist/apps/${app}/src/main.js`, import.meta.url));
const keyOf = (role: Role) => `${SECRETS.keyPrefix}${role}`;

/** An identity provider, as far as a token goes. */
async function identityProvider(): Promise<string> {
  const pair = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k-1', alg: 'ES256' };
  let issuer = '';
  provider = createServer((request, response) => {
    const isKeys = request.url === '/keys';
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKeys ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` }));
  });
  await new Promise<void>((resolve) => {
    provider.listen(0, '127.0.0.1', resolve);
  });
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  bearer = await new SignJWT({ sub: PERSONAL.subject, pacta_role: 'desk' })
    .setProtectedHeader({ alg: 'ES256', kid: 'k-1' })
    .setIssuer(issuer)
    .setAudience('pacta')
    .setExpirationTime('10m')
    .sign(pair.privateKey);
  made.push(bearer);
  return issuer;
}

beforeAll(async () => {
  const [db, temporal, issuer] = await Promise.all([
    migratedDatabase(),
    freshNamespace(),
    identityProvider(),
  ]);
  database = db;
  folder = await mkdtemp(join(tmpdir(), 'pacta-logs-'));
  const logs = join(folder, 'logs');
  await mkdir(logs);
  const apiKeys = ROLES.map((role) => ({
    name: `program-${role}`,
    role,
    key: keyOf(role),
    ...(role === 'party' && { clients: ['acme'] }),
  }));
  stack = new Stack({
    env: {
      ...process.env,
      ...servedBy(database.url, temporal),
      PACTA_API_PORT: '0',
      PACTA_SMTP_URL: `smtp://zqmailuser:${SECRETS.mailPassword}@127.0.0.1:9`,
      PACTA_MAIL_FROM: PERSONAL.providerEmail,
      PACTA_OIDC_ISSUER: issuer,
      PACTA_OIDC_AUDIENCE: 'pacta',
    },
    data: { path: folder, logs, noteChild: () => undefined, release: () => Promise.resolve() },
    apiKeys: JSON.stringify(apiKeys),
    accounts: [],
    log: () => undefined,
    entries: { api: entryOf('api'), worker: entryOf('worker') },
  });
  url = (await stack.start()).api;
}, 180_000);

afterAll(async () => {
  await stack.stop();
  await new Promise((resolve) => provider.close(resolve));
  await database.drop();
  await rm(folder, { recursive: true });
});

interface Sent {
  readonly role?: Role;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function call(method: string, path: string, { role, body, headers = {} }: Sent) {
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      ...(role && { authorization: `Bearer ${keyOf(role)}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : {}) as Record<string, string>,
  };
}

const post = (path: string, body: unknown, role: Role = 'administrator') =>
  call('POST', `/api/v1${path}`, { role, body });

const logOf = (name: string) => readFile(join(folder, 'logs', `${name}.log`), 'utf8');

/** Parties whose every word about people is marked. */
function parties() {
  const { parties: sample } = newContract();
  const { contactPerson, email, telephone, contactAddress } = {
    contactPerson: PERSONAL.clientPerson,
    email: PERSONAL.clientEmail,
    telephone: PERSONAL.clientTelephone,
    contactAddress: PERSONAL.clientAddress,
  };
  return {
    client: { ...sample.client, contactPerson, email, telephone, contactAddress },
    provider: { ...sample.provider, contactPerson: PERSONAL.providerPerson, email: PERSONAL.providerEmail },
  };
}

async function signThrough(contract: string): Promise<void> {
  const { text } = await call('GET', `/api/v1/contracts/${contract}/envelopes/contract`, { role: 'auditor' });
  const { signers } = JSON.parse(text) as { signers: { id: string; name: string }[] };
  expect(signers).toHaveLength(2);
  for (const { id, name } of signers) {
    const address = `/contracts/${contract}/envelopes/contract/signers/${id}/link`;
    const link = await post(address, {});
    if (link.status !== 200) throw new Error(link.text);
    const path = new URL(link.body['url'] ?? '').pathname;
    made.push(path.split('/').at(-1) ?? '');
    const page = await call('GET', path, {});
    const form = /<form[^>]*\/sign[?"][\s\S]*?<\/form>/.exec(page.text)?.[0] ?? '';
    const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)" \/>/g)];
    const fields = Object.fromEntries(hidden.map(([, name, value]) => [name, value]));
    const signed = await fetch(new URL(`${path}/sign`, url), {
      method: 'POST',
      body: new URLSearchParams({ ...fields, name, consent: 'yes' } as Record<string, string>),
    });
    expect(signed.status).toBe(200);
  }
}

async function contractsLife(): Promise<void> {
  const present = `${new Date().toISOString().slice(0, 7)}-01`;
  const draft = newContract({ termStart: present, termMonths: 12 }, { id: 'C-LOGS', parties: parties() });
  expect((await post('/contracts', draft)).status).toBe(201);
  expect((await post('/contracts/C-LOGS/send', {})).status).toBe(200);
  // Nobody answers where its invitations go.
  await eventually(
    () => logOf('worker'),
    (text) => /the letter \S+ (?!is not needed)/.test(text),
    60,
  );
  await signThrough('C-LOGS');
  await eventually(
    () => call('GET', '/api/v1/contracts/C-LOGS', { role: 'auditor' }),
    ({ body }) => body['status'] === 'active',
  );
  const request = { urgency: 'high', impact: 'high', name: 'R-1' };
  expect((await post('/contracts/C-LOGS/requests', request, 'desk')).status).toBe(201);
  const act = async (action: object) =>
    (await post('/contracts/C-LOGS/requests/R-1/actions', action, 'desk')).status;
  expect(await act({ type: 'pause', reason: PERSONAL.said })).toBe(422);
  // The workflow refuses the second.
  for (const status of [200, 409])
    expect(await act({ type: 'pause', reason: 'waitingForClient' })).toBe(status);
  const waiver = { request: 'R-1', target: 'response', reason: PERSONAL.said };
  expect((await post('/contracts/C-LOGS/waivers', waiver)).status).toBe(404);
  const payment = { amount: '20.00', reference: PERSONAL.said };
  expect((await post('/contracts/C-LOGS/payments', payment, 'billing')).status).toBe(201);
  const content = `Date,Amount,Payer,Account,Reference\n${present},20.00,${PERSONAL.payer},${PERSONAL.payerAccount},${PERSONAL.said}`;
  await post('/bank/statements', { format: 'csv', content, account: PERSONAL.payerAccount }, 'billing');
}

async function peopleSignIn(): Promise<void> {
  const account = { login: PERSONAL.login, name: PERSONAL.accountName, role: 'desk' };
  const { body } = await post('/accounts', account);
  const given = body['oneTimePassword'] ?? '';
  const enter = (password: string) =>
    call('POST', '/api/v1/sessions', { body: { login: PERSONAL.login, password } });
  expect((await enter(SECRETS.wrongPassword)).status).toBe(401);
  const entered = await enter(given);
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  made.push(given, cookie.split('=')[1] ?? '');
  const change = { currentPassword: given, newPassword: SECRETS.password };
  const changed = await call('PUT', '/api/v1/sessions/current/password', {
    body: change,
    headers: { cookie },
  });
  expect(changed.status).toBe(200);
  const asked = { body: { urgency: 'high', impact: 'high', name: 'R-2' }, headers: { cookie } };
  expect((await call('POST', '/api/v1/contracts/C-LOGS/requests', asked)).status).toBe(201);
  const byToken = {
    ...asked,
    body: { ...asked.body, name: 'R-3' },
    headers: { authorization: `Bearer ${bearer}` },
  };
  expect((await call('POST', '/api/v1/contracts/C-LOGS/requests', byToken)).status).toBe(201);
  const key = await post('/keys', { name: 'program-made', role: 'desk' });
  made.push(key.body['secret'] ?? '');
  const { status } = await call('POST', '/api/v1/contracts', {
    body: {},
    headers: { 'x-api-key': `${key.body['secret']}` },
  });
  expect(status).toBe(403);
}

/** Whatever is refused may be told to who sent it, and to nobody else. */
async function faultyCalls(): Promise<void> {
  await call('POST', '/api/v1/contracts', { role: 'administrator', body: `{"parties": "${PERSONAL.said}` });
  await post('/contracts', { ...newContract(), [PERSONAL.said]: PERSONAL.clientPerson });
  await post(`/contracts/${encodeURIComponent(PERSONAL.clientPerson)}/send?name=${PERSONAL.login}`, {});
  await call('POST', `/${PERSONAL.login}/${SECRETS.password}`, { body: {} });
  await call('POST', '/api/v1/contracts', {
    body: {},
    headers: { authorization: `Bearer ${SECRETS.wrongPassword}` },
  });
}

/** Many at once: lines that are good, that have faults, and that are none. */
async function upload(): Promise<void> {
  const bad = { ...newContract(), clientId: PERSONAL.clientPerson, [PERSONAL.said]: PERSONAL.said };
  const good = newContract({}, { reference: PERSONAL.said, parties: parties() });
  const body = [JSON.stringify(good), JSON.stringify(bad), `{"parties": "${PERSONAL.said}`].join('\n');
  const headers = { 'content-type': 'application/x-ndjson' };
  const started = await call('POST', '/api/v1/operations/contract-starts', {
    role: 'integration',
    body,
    headers,
  });
  expect(started.status).toBe(202);
  const address = `/api/v1/operations/${started.body['id']}`;
  const done = await eventually(
    () => call('GET', address, { role: 'auditor' }),
    (answer) => answer.body['status'] === 'completed',
  );
  expect(done.body).toMatchObject({ succeeded: 1, failed: 2 });
}

/** The database refuses what is sound: its words repeat what it was given. */
async function databaseRefuses(): Promise<void> {
  const em = database.orm.em.fork();
  await em.execute(`alter table account add constraint refuses check (login <> 'zqother')`);
  await em.execute('alter table document add constraint refuses check (false) not valid');
  const account = { login: 'zqother', name: PERSONAL.accountName, role: 'desk' };
  expect((await post('/accounts', account)).status).toBe(500);
  // Nor can the contract be kept that is to be signed.
  const other = newContract({ termStart: '2028-01-01' }, { id: 'C-LOGS-2', parties: parties() });
  expect((await post('/contracts', other)).status).toBe(201);
  expect((await post('/contracts/C-LOGS-2/send', {})).status).toBe(500);
}

/** The marked words that stand in a text, as they are or as they may be written. */
function leaksIn(text: string): string[] {
  const words = [...Object.values(SECRETS), ...Object.values(PERSONAL), 'zqother', 'zqmailuser', ...made];
  return words.filter((word) => {
    const base64 = Buffer.from(word, 'utf8').toString('base64').replace(/=+$/, '').slice(0, -1);
    return [word, encodeURIComponent(word), word.replaceAll(' ', '+'), base64].some((form) =>
      text.toLowerCase().includes(form.toLowerCase()),
    );
  });
}

it('hold what was done, and neither secrets nor anything about people', async () => {
  await contractsLife();
  await peopleSignIn();
  await faultyCalls();
  await upload();
  await databaseRefuses();
  await stack.stop();

  const files = await readdir(join(folder, 'logs'));
  expect(files.sort()).toEqual(['api.log', 'worker.log']);
  const api = await logOf('api');
  // That the words were searched where they would be.
  for (const line of [
    'POST /api/v1/sessions 401',
    'POST /api/v1/sessions 201',
    'POST /sign/:token/sign 200',
    'POST /api/v1/operations/contract-starts 202',
    'POST /api/v1/contracts/:contract/requests 201',
    'program-administrator',
    'ConstraintViolationException 23514',
  ])
    expect(api).toContain(line);
  expect(api).toMatch(/account:[0-9a-f]{12}/);
  expect(api).toMatch(/oidc:[0-9a-f]{12}/);
  expect(made.filter((word) => word.length < 20)).toEqual([]);
  for (const file of files)
    expect({ file, leaks: leaksIn(await logOf(file.replace('.log', ''))) }).toEqual({ file, leaks: [] });
  // Each word would be found.
  const all = [...Object.values(SECRETS), ...Object.values(PERSONAL), 'zqother', 'zqmailuser', ...made];
  for (const word of all) expect(leaksIn(`{"message":"x ${word} y"}`)).toContain(word);
}, 240_000);
