import { type AddressGuard, ForbiddenAddress } from './addresses.js';

/** What is wrong with an address that events are to be sent to; null where nothing is. */
export function urlFault(text: string, guard: AddressGuard): { problem: string; allowed: string } | null {
  const allowed = guard.allowsPrivate ? 'allowed is an https or http address' : 'allowed is an https address';
  if (!URL.canParse(text)) return { problem: 'is not an address', allowed };
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && guard.allowsPrivate))
    return { problem: `begins with ${url.protocol}`, allowed };
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return { problem: 'has a name, a password or a fragment', allowed: `${allowed} without these` };
  try {
    guard.checkLiteral(url);
    return null;
  } catch (error) {
    if (!(error instanceof ForbiddenAddress)) throw error;
    return {
      problem: 'is an address within a house',
      allowed: 'allowed is an address of the public internet',
    };
  }
}
