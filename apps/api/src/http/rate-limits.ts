import { createHash } from 'node:crypto';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { keyOf } from '../access/key-of.js';
import { type SessionCookie } from '../access/session-cookie.js';
import { SettingProblem } from '../settings.js';
import { Problem } from './problem.js';

const WINDOW_SECONDS = 60;
const DEFAULT_PER_MINUTE = 6_000;
const VARIABLE = 'PACTA_RATE_LIMIT_PER_MINUTE';

/** How often a key may call in a minute. Throws a SettingProblem. */
export function callsPerMinute(env: NodeJS.ProcessEnv): number {
  const text = env[VARIABLE];
  if (!text) return DEFAULT_PER_MINUTE;
  const calls = Number(text);
  if (/^\d{1,7}$/.test(text) && calls >= 1) return calls;
  throw new SettingProblem(`${VARIABLE} is not a number of calls: allowed is 1 to 9999999`);
}

/**
 * Limits how often each key and each session calls the API, and each address that sends neither. Every answer says what is left, by the
 * headers of the IETF draft (`RateLimit-Policy`, `RateLimit`); too many get 429 with `Retry-After`. Each process counts
 * for itself. Needs @fastify/rate-limit to be registered; call it before there are routes.
 */
export function limitCalls(fastify: FastifyInstance, perMinute: number, cookie: SessionCookie): void {
  const limiter = fastify.createRateLimit({
    max: perMinute,
    timeWindow: WINDOW_SECONDS * 1000,
    keyGenerator: (request: FastifyRequest) => whoAsks(request, cookie),
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/v1/')) return;
    const limit = await limiter(request);
    if (limit.isAllowed) return;
    sayWhatIsLeft(reply, perMinute, limit.remaining, limit.ttlInSeconds);
    if (!limit.isExceeded) return;
    void reply.header('retry-after', String(limit.ttlInSeconds));
    const detail = `allowed are ${perMinute} calls a minute: try again in ${limit.ttlInSeconds} s`;
    throw new Problem('tooManyRequests', detail);
  });
}

/** By its hash: a key, or a session's token, is kept nowhere, not even here. */
function whoAsks(request: FastifyRequest, cookie: SessionCookie): string {
  const key = keyOf(request) ?? cookie.tokenOf(request);
  return key === null
    ? `address ${request.ip}`
    : `key ${createHash('sha256').update(key).digest('base64url')}`;
}

function sayWhatIsLeft(reply: FastifyReply, quota: number, left: number, seconds: number): void {
  void reply.header('ratelimit-policy', `"calls";q=${quota};w=${WINDOW_SECONDS}`);
  void reply.header('ratelimit', `"calls";r=${left};t=${seconds}`);
}
