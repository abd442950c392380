import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { codecServer } from './codec-server.js';
import { type PayloadKeys } from './payload-keys.js';

/** A real codec server, asked as Temporal's UI asks it. */
const keys: PayloadKeys = [{ id: 'k', secret: Buffer.alloc(32, 3) }];
const uiOrigin = 'http://127.0.0.1:8233';
const servers: Server[] = [];

async function started(token: string | null): Promise<string> {
  const server = codecServer({ keys, token, uiOrigin });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterAll(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))));

const base64 = (text: string) => Buffer.from(text).toString('base64');
const plain = { payloads: [{ metadata: { encoding: base64('json/plain') }, data: base64('"李雷"') }] };

function call(url: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${url}${path}`, { method: 'POST', body: text, headers: { origin: uiOrigin, ...headers } });
}

it('encrypts and decrypts, for the pages of one origin', async () => {
  const url = await started(null);
  const encoded = await call(url, '/encode', plain);
  const sealed = (await encoded.json()) as typeof plain;
  expect(JSON.stringify(sealed)).not.toContain(plain.payloads[0]?.data);
  const decoded = await call(url, '/decode', sealed);
  expect(decoded.headers.get('access-control-allow-origin')).toBe(uiOrigin);
  expect(await decoded.json()).toEqual(plain);
  expect((await fetch(`${url}/decode`, { method: 'OPTIONS' })).status).toBe(204);
  expect((await call(url, '/decode', sealed, { origin: 'https://elsewhere.example' })).status).toBe(403);
});

it('wants its token where it has one', async () => {
  const url = await started('t-1');
  expect((await call(url, '/decode', plain)).status).toBe(401);
  expect((await call(url, '/decode', plain, { authorization: 'Bearer t-2' })).status).toBe(401);
  expect((await call(url, '/decode', plain, { authorization: 'Bearer t-1' })).status).toBe(200);
});

it.each([
  ['/decode', 'no json', 400],
  ['/decode', '{"payloads": 7}', 400],
  ['/elsewhere', '{}', 404],
  [
    '/decode',
    { payloads: [{ metadata: { encoding: base64('binary/encrypted'), 'encryption-key-id': base64('x') } }] },
    422,
  ],
  [
    '/decode',
    {
      payloads: [
        {
          metadata: { encoding: base64('binary/encrypted'), 'encryption-key-id': base64('k') },
          data: base64('short'),
        },
      ],
    },
    422,
  ],
])('%s of %j answers %i', async (path, body, status) => {
  expect((await call(await started(null), path, body)).status).toBe(status);
});
