import { createHash } from 'node:crypto';
import { type FastifyInstance, type FastifyReply } from 'fastify';
import fresh from 'fresh';

/**
 * Gives every answer to a GET a strong `ETag`, and answers 304 where the caller has it already (RFC 9110, 13.1.2). An
 * answer whose handler has told a version keeps it in front, for If-Match: `"12.Jx0…"`. What is streamed has none.
 */
export function answerConditionally(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const isText = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (request.method !== 'GET' || reply.statusCode !== 200 || !isText) return payload;
    const etag = taggedWith(payload, reply);
    void reply.header('etag', etag);
    // The tag alone: `fetch` sets `Cache-Control: no-cache` beside it, which is meant for caches, and none is here.
    if (!fresh({ 'if-none-match': request.headers['if-none-match'] }, { etag })) return payload;
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  });
}

function taggedWith(payload: string | Buffer, reply: FastifyReply): string {
  const hash = createHash('sha256').update(payload).digest('base64url').slice(0, 22);
  const told = reply.getHeader('etag');
  return typeof told === 'string' ? `${told.slice(0, -1)}.${hash}"` : `"${hash}"`;
}
