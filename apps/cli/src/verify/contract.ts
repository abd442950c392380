import { setTimeout as delay } from 'node:timers/promises';
import { type MikroORM } from '@mikro-orm/postgresql';
import { inSnapshot } from '#persistence/snapshot';
import { type Client } from '@temporalio/client';
import { checkStory, type Story } from '#execution/story/check';
import { DIFFERENCE_KINDS } from '#execution/story/difference';
import { toldHistories } from '#histories/told-histories';
import { findContract } from '#persistence/queries/contracts';
import { allContractIds } from '#persistence/store';
import { refuse } from '../faults.js';
import { withDatabase } from '../with-database.js';
import { withTemporal } from '../with-temporal.js';

const MOST_REREADS = 3;
const REREAD_AFTER_MILLISECONDS = 1_000;

export interface StoryOptions {
  /** False with `--no-histories`. */
  readonly histories: boolean;
}

/** Checks one contract: its histories, its ledger, what is shown, and its documents. */
export async function verifyContract(contract: string, { histories }: StoryOptions): Promise<void> {
  await withDatabase(async (orm) => {
    if (!(await findContract(orm.em.fork(), contract))) {
      const problem = `there is no contract ${contract}`;
      return refuse([{ path: 'contract', problem, allowed: 'allowed is the id of a contract' }]);
    }
    await withClient(histories, async (client) => tell(await storyOf(orm, contract, client)));
  });
}

/** Checks every contract of the database. */
export async function verifyAll({ histories }: StoryOptions): Promise<void> {
  await withDatabase((orm) =>
    withClient(histories, async (client) => {
      const contracts = await allContractIds(orm.em.fork());
      let wrong = 0;
      for (const contract of contracts) {
        const story = await storyOf(orm, contract, client);
        tell(story);
        if (story.differences.length > 0) wrong += 1;
      }
      console.log(`${contracts.length} contracts, ${wrong} with differences`);
    }),
  );
}

function withClient(histories: boolean, use: (client: Client | null) => Promise<void>): Promise<void> {
  return histories ? withTemporal(use) : use(null);
}

/**
 * What is written while it is read is no difference, nor what a worker has written and Temporal is about to hear of:
 * where there is one, all is read again, a little later.
 */
async function storyOf(orm: MikroORM, contract: string, client: Client | null): Promise<Story> {
  let story = await storyNow(orm, contract, client);
  for (let again = 0; client && mayPass(story) && again < MOST_REREADS; again += 1) {
    await delay(REREAD_AFTER_MILLISECONDS);
    story = await storyNow(orm, contract, client);
  }
  return story;
}

/** What was done by hand stays done. */
function mayPass({ differences }: Story): boolean {
  return differences.some(({ kind }) => kind !== 'history.interference');
}

/** One snapshot of the database; the histories are read before it, so that they are never ahead of it. */
async function storyNow(orm: MikroORM, contract: string, client: Client | null): Promise<Story> {
  const em = orm.em.fork();
  const histories = client ? await toldHistories(em, contract, client) : null;
  return inSnapshot(em, (within) => checkStory(within, contract, histories));
}

function tell({ contract, lines, decisions, documents, histories, differences }: Story): void {
  const read = histories === null ? 'histories left out' : `${histories} workflows`;
  const counts = `${lines} entries, ${decisions} decisions, ${documents} documents, ${read}`;
  const verdict = differences.length === 0 ? 'one story' : `${differences.length} differences`;
  console.log(`${contract}: ${counts}: ${verdict}`);
  for (const { kind, where, detail } of differences) {
    console.log(`  ${kind}  ${where}: ${detail}`);
    console.log(`    ${DIFFERENCE_KINDS[kind]}`);
  }
  if (differences.length > 0) process.exitCode = 1;
}
