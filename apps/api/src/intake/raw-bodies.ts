import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

/** How much a mail, or a file of a request, may have. */
export const MOST_RAW_BYTES = 10 * 1_048_576;

/** How much an upload of many lines may have. */
export const MOST_UPLOAD_BYTES = 8 * 1_048_576;

/** What takes a body that is no JSON: one route for each media type. */
const RAW_ROUTES = {
  'message/rfc822': { route: '/api/v1/intake/mail', bodyLimit: MOST_RAW_BYTES },
  'application/octet-stream': {
    route: '/api/v1/contracts/:contract/requests/:request/attachments',
    bodyLimit: MOST_RAW_BYTES,
  },
  'application/x-ndjson': { route: '/api/v1/operations/contract-starts', bodyLimit: MOST_UPLOAD_BYTES },
} as const;

export type RawType = keyof typeof RAW_ROUTES;

/** Lets the routes that take bytes have them; everywhere else these media types are refused as before. */
export function takeRawBodies(fastify: FastifyInstance): void {
  for (const [type, { route, bodyLimit }] of Object.entries(RAW_ROUTES)) {
    const options = { parseAs: 'buffer', bodyLimit } as const;
    fastify.addContentTypeParser(type, options, async (request: FastifyRequest, body: Buffer) => {
      if (request.routeOptions.url === route) return body;
      throw new Problem('wrongContentType', 'The content type must be application/json');
    });
  }
}

/** Hands a handler the bytes of its body. Throws a Problem for a body of another media type, or none. */
export const RawBody = createParamDecorator((type: RawType, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) throw new Problem('wrongContentType', `The content type must be ${type}`);
  if (body.length > 0) return body;
  const allowed = 'allowed is at least one byte';
  throw Problem.ofFaults([{ path: 'body', problem: 'is empty', allowed }]);
});
