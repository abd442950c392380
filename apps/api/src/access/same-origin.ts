import { type FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * A cookie comes along with whatever a page of another site sends, so a change that goes by one must come from a page
 * of ours. Browsers say where it comes from in `Sec-Fetch-Site`, older ones and those over plain HTTP in `Origin`; what
 * sends neither is no browser, and nobody can make it send our cookie. Throws a Problem.
 */
export function checkSameOrigin({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): void {
  if (READS.includes(method)) return;
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined ? isOwnOrigin(headers) : site === 'same-origin' || site === 'none';
  if (!isOurs)
    throw new Problem(
      'crossOrigin',
      'The call comes from a page of another site, allowed are pages of this one',
    );
}

function isOwnOrigin({ origin, host }: FastifyRequest['headers']): boolean {
  if (origin === undefined) return true;
  return host !== undefined && URL.parse(origin)?.host === host;
}
