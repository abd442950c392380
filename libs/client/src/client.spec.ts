import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { answered, everyItem, pactaClient, PactaError } from './client.js';

/** The client against a real HTTP server that answers what a test tells it to. */
let server: Server;
let url: string;
const calls: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
let answer: { status: number; body: unknown } = { status: 200, body: {} };

beforeAll(async () => {
  server = createServer((request, response) => {
    calls.push({ method: request.method, url: request.url, headers: request.headers });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const client = () => pactaClient({ url, key: 'k-1' });
const contract = { params: { path: { contract: 'C 1' } } };

it('sends the key, and fills the address in', async () => {
  answer = { status: 200, body: { id: 'C 1' } };
  expect(await answered(client().GET('/api/v1/contracts/{contract}', contract))).toEqual({ id: 'C 1' });
  expect(calls.at(-1)).toMatchObject({
    method: 'GET',
    url: '/api/v1/contracts/C%201',
    headers: { authorization: 'Bearer k-1' },
  });
  expect(calls.at(-1)?.headers).not.toHaveProperty('idempotency-key');
});

it('sends no key where there is none: a cookie says who calls', async () => {
  await pactaClient({ url, key: null }).GET('/api/v1/contracts/{contract}', contract);
  expect(calls.at(-1)?.headers).not.toHaveProperty('authorization');
});

it('gives each write an idempotency key of its own, unless the call has one', async () => {
  const send = (headers?: Record<string, string>) =>
    client().POST('/api/v1/contracts/{contract}/decline', {
      ...contract,
      body: { party: 'client', reason: 'no' } as never,
      ...(headers && { headers }),
    });
  await send();
  await send();
  await send({ 'Idempotency-Key': 'mine' });
  const [first, second, third] = calls.slice(-3).map(({ headers }) => headers['idempotency-key']);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).not.toBe(first);
  expect(third).toBe('mine');
});

it('throws a problem as what it is', async () => {
  answer = { status: 409, body: { code: 'wrongState', detail: 'the contract has ended' } };
  const refused = answered(client().GET('/api/v1/contracts/{contract}', contract));
  await expect(refused).rejects.toThrow(PactaError);
  await expect(refused).rejects.toMatchObject({ status: 409, problem: { code: 'wrongState' } });
});

it('reads a list on, page after page, until there is no next one', async () => {
  const pages: Readonly<Record<string, { items: string[]; next: string | null }>> = {
    first: { items: ['a', 'b'], next: 'second' },
    second: { items: [], next: 'third' },
    third: { items: ['c'], next: null },
  };
  const asked: unknown[] = [];
  const found: string[] = [];
  const entries = everyItem((query) => {
    asked.push(query);
    return Promise.resolve(pages[query.cursor ?? 'first'] ?? { items: ['none'], next: null });
  });
  for await (const entry of entries) found.push(entry);
  expect(found).toEqual(['a', 'b', 'c']);
  expect(asked).toEqual([{ limit: 200 }, { limit: 200, cursor: 'second' }, { limit: 200, cursor: 'third' }]);
});
