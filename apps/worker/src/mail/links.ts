import { type MikroORM } from '@mikro-orm/postgresql';
import { DeliveryProblem } from '#mail/transport';
import { mintSigningLink, NobodyToSign } from '#persistence/queries/signing-links';
import { now } from '../time.js';

/**
 * Makes the address of a signer's page, with a token that is new each time and nowhere kept in the clear. `envelope` is
 * `contract`, `A-1`, `T-1`; `signer` is `S1`.
 */
export type MintLink = (contract: string, envelope: string, signer: string) => Promise<string>;

/** Names the {@link MintLink} among the providers. */
export const MINT_LINK = Symbol('MintLink');

/**
 * Links to the signing page at PACTA_PUBLIC_URL, or where the API of this machine listens. An invitation that nobody is to
 * follow any more (signed meanwhile, or the signing is over) is not sent at all.
 */
export function linkMinter(orm: MikroORM, env: NodeJS.ProcessEnv): MintLink {
  const baseUrl = env['PACTA_PUBLIC_URL'] || `http://127.0.0.1:${env['PACTA_API_PORT'] || '3000'}`;
  return async (contract, envelope, signer) => {
    try {
      return await mintSigningLink(orm.em.fork(), { contract, envelope, signer }, { baseUrl, now: now() });
    } catch (error) {
      if (error instanceof NobodyToSign) throw new DeliveryProblem(error.message, 'nobodyToSign', true);
      throw error;
    }
  };
}
