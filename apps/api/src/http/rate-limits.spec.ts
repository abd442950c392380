import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { SessionCookie } from '../access/session-cookie.js';
import { Problem } from './problem.js';
import { callsPerMinute, limitCalls } from './rate-limits.js';

/** A real Fastify with the limits, without anything behind them. */
let app: FastifyInstance;

beforeEach(async () => {
  app = Fastify();
  await app.register(rateLimit, { global: false });
  limitCalls(app, 3, SessionCookie.read({}));
  app.setErrorHandler((error, _request, reply) => {
    void reply.status(error instanceof Problem ? error.status : 500).send({ message: String(error) });
  });
  app.get('/api/v1/things', () => ({}));
  app.get('/health', () => ({}));
});

afterEach(() => app.close());

const call = (headers: Record<string, string> = {}, url = '/api/v1/things') => app.inject({ url, headers });
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

it('counts for each key, says what is left, and refuses what is too much', async () => {
  const first = await call(bearer('a'));
  expect(first.headers).toMatchObject({
    'ratelimit-policy': '"calls";q=3;w=60',
    ratelimit: expect.stringMatching(/^"calls";r=2;t=60$/) as string,
  });
  await call(bearer('a'));
  expect((await call({ 'x-api-key': 'a' })).statusCode).toBe(200);
  const refused = await call(bearer('a'));
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.body).not.toContain('Bearer');
  expect((await call(bearer('b'))).statusCode).toBe(200);
});

it('counts an address where there is no key, and only calls of the API', async () => {
  for (const _ of [1, 2, 3]) expect((await call()).statusCode).toBe(200);
  expect((await call()).statusCode).toBe(429);
  for (const _ of [1, 2, 3, 4]) expect((await call({}, '/health')).statusCode).toBe(200);
});

it.each([
  [undefined, 6000],
  ['', 6000],
  ['10', 10],
])('reads %j as %i calls', (text, calls) => {
  expect(callsPerMinute({ PACTA_RATE_LIMIT_PER_MINUTE: text })).toBe(calls);
});

it.each(['0', '-1', 'many', '1.5'])('refuses %j', (text) => {
  expect(() => callsPerMinute({ PACTA_RATE_LIMIT_PER_MINUTE: text })).toThrow('PACTA_RATE_LIMIT_PER_MINUTE');
});
