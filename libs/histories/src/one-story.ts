import { setTimeout as delay } from 'node:timers/promises';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { checkStory, type Story } from '#execution/story/check';
import { inSnapshot } from '#persistence/snapshot';
import { toldHistories } from './told-histories.js';

const MOST_REREADS = 3;
const REREAD_AFTER_MILLISECONDS = 1_000;

/**
 * Checks a contract: whether its histories, its ledger, what is shown, and its documents tell one story. `client` is null
 * to leave the histories out. What is written while it is read is no difference, nor what a worker has written and
 * Temporal is about to hear of: where there is one, all is read again, a little later.
 */
export async function oneStory(em: EntityManager, contract: string, client: Client | null): Promise<Story> {
  let story = await storyNow(em.fork(), contract, client);
  for (let again = 0; client && mayPass(story) && again < MOST_REREADS; again += 1) {
    await delay(REREAD_AFTER_MILLISECONDS);
    story = await storyNow(em.fork(), contract, client);
  }
  return story;
}

/** What was done by hand stays done. */
function mayPass({ differences }: Story): boolean {
  return differences.some(({ kind }) => kind !== 'history.interference');
}

/** One snapshot of the database; the histories are read before it, so that they are never ahead of it. */
async function storyNow(em: EntityManager, contract: string, client: Client | null): Promise<Story> {
  const histories = client ? await toldHistories(em, contract, client) : null;
  return inSnapshot(em, (within) => checkStory(within, contract, histories));
}
