import { type FastifyRequest } from 'fastify';

/** The key that a call has brought, in either header; null when it has none. */
export function keyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const header = headers['x-api-key'];
  return bearer ?? (typeof header === 'string' && header !== '' ? header : null);
}
