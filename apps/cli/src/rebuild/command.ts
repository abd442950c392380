import { type MikroORM } from '@mikro-orm/postgresql';
import { type Command } from 'commander';
import { rebuildContract, rebuildDifferences } from '#execution/verify';
import { findContract } from '#persistence/queries/contracts';
import { allContractIds } from '#persistence/store';
import { refuse } from '../faults.js';
import { withDatabase } from '../with-database.js';

interface Options {
  readonly dryRun?: boolean;
}

export function configure(command: Command): void {
  command
    .argument('[contracts...]', 'all contracts where none is named')
    .option('--dry-run', 'only show what differs; exit code 1 where something does')
    .action((contracts: string[], options: Options) =>
      withDatabase((orm) => rebuild(orm, contracts, options.dryRun ?? false)),
    );
}

async function rebuild(orm: MikroORM, named: readonly string[], dryRun: boolean): Promise<void> {
  const contracts = named.length > 0 ? named : await allContractIds(orm.em.fork());
  for (const contract of contracts) {
    if (await findContract(orm.em.fork(), contract)) await rebuildOne(orm, contract, dryRun);
    else {
      const problem = `there is no contract ${contract}`;
      refuse([{ path: 'contract', problem, allowed: 'allowed is the id of a contract' }]);
    }
  }
}

/** What differs is shown and put right in one transaction: nobody comes between. */
async function rebuildOne(orm: MikroORM, contract: string, dryRun: boolean): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    const differences = await rebuildDifferences(em, contract);
    for (const difference of differences) console.log(`${contract}: ${difference}`);
    if (dryRun) {
      console.log(`${contract}: ${differences.length} differences, nothing was changed`);
      if (differences.length > 0) process.exitCode = 1;
      return;
    }
    const changed = await rebuildContract(em, contract);
    console.log(`${contract}: ${changed === 0 ? 'nothing differed' : `${changed} rows made anew`}`);
  });
}
