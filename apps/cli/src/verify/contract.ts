import { type Client } from '@temporalio/client';
import { type Story } from '#execution/story/check';
import { DIFFERENCE_KINDS } from '#execution/story/difference';
import { oneStory } from '#histories/one-story';
import { findContract } from '#persistence/queries/contracts';
import { allContractIds } from '#persistence/store';
import { refuse } from '../faults.js';
import { withDatabase } from '../with-database.js';
import { withTemporal } from '../with-temporal.js';

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
    await withClient(histories, async (client) => tell(await oneStory(orm.em, contract, client)));
  });
}

/** Checks every contract of the database. */
export async function verifyAll({ histories }: StoryOptions): Promise<void> {
  await withDatabase((orm) =>
    withClient(histories, async (client) => {
      const contracts = await allContractIds(orm.em.fork());
      let wrong = 0;
      for (const contract of contracts) {
        const story = await oneStory(orm.em, contract, client);
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
