import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { signingTokenHash } from '#persistence/queries/signing-links';
import { Problem } from '../http/problem.js';
import { plainPage } from './page/layout.js';
import { word } from './page/words.js';
import { languageOf, PAGE_HEADERS } from './page/headers.js';

/** A reader comes some ten times; one who guesses 256 random bits does not get anywhere, and is not to keep us busy. */
const MOST_OF_ADDRESS = 120;
const MOST_OF_TOKEN = 30;
const WINDOW = '1 minute';

const PAGE_ROUTES = '/sign/:token';
const FORM = 'application/x-www-form-urlencoded';

/** Forms, and limits to how often, for the signing page and nothing else. Call it before there are routes. */
export async function limitSigningPage(fastify: FastifyInstance): Promise<void> {
  await fastify.register(rateLimit, { global: false, timeWindow: WINDOW });
  await fastify.register(formbody);
  const ofAddress = fastify.createRateLimit({
    max: MOST_OF_ADDRESS,
    timeWindow: WINDOW,
  });
  const ofToken = fastify.createRateLimit({
    max: MOST_OF_TOKEN,
    timeWindow: WINDOW,
    keyGenerator: ({ params }: FastifyRequest) => `token ${keyOf(params)}`,
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.routeOptions.url?.startsWith(PAGE_ROUTES)) {
      if (!isForm(request)) return;
      // Nothing else takes forms.
      throw new Problem('wrongContentType', 'The content type must be application/json');
    }
    for (const limiter of [ofAddress, ofToken]) {
      const limit = await limiter(request);
      if (!limit.isAllowed && limit.isExceeded) return tooMany(request, reply, limit.ttlInSeconds);
    }
  });
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith(FORM) ?? false;
}

function tooMany({ query }: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  const language = languageOf(query);
  return reply
    .status(429)
    .headers({ ...PAGE_HEADERS, 'retry-after': String(seconds) })
    .send(plainPage(language, 'manyTitle', [word(language, 'many')]));
}

/** The token itself is kept nowhere, not even here. What was never a token counts as one. */
function keyOf(params: unknown): string {
  const { token } = params as { readonly token?: string };
  return signingTokenHash(token ?? '') ?? 'none';
}
