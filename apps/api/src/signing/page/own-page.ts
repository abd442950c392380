import { type FastifyRequest } from 'fastify';
import { type SigningSettings } from '../signing-settings.js';

/**
 * Whether a form was sent by our own page. The token in its address is the secret; this keeps another site, to which the
 * address has leaked, from having a signer's browser send the form. What says nothing of where it comes from is no
 * browser that could be misled.
 */
export function isFromOwnPage(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { publicUrl }: Pick<SigningSettings, 'publicUrl'>,
): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined) return true;
  if (origin === publicUrl) return true;
  return URL.parse(origin)?.host === headers.host && headers.host !== undefined;
}
