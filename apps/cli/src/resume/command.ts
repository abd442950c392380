import { type MikroORM } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { type Command } from 'commander';
import { waitingOwners } from '#persistence/queries/waiting-owners';
import { beginMissing } from '#temporal/dispatch';
import { withDatabase } from '../with-database.js';
import { withTemporal } from '../with-temporal.js';

export function configure(command: Command): void {
  command.action(() => withDatabase((orm) => withTemporal((client) => resume(orm, client))));
}

/** Whose workflow runs is left alone; whose was lost goes on from where PostgreSQL says that it stands. */
async function resume(orm: MikroORM, client: Client): Promise<void> {
  const owners = await waitingOwners(orm.em.fork());
  let begun = 0;
  for (const { contract, clientId, request } of owners) {
    const owner =
      request === null ? ({ kind: 'contract' } as const) : ({ kind: 'incident', request } as const);
    if (!(await beginMissing(client, { contract, owner, clock: 'real', clientId }))) continue;
    begun += 1;
    console.log(`begun: ${request === null ? contract : `${contract}, request ${request}`}`);
  }
  console.log(`${owners.length} wait for a deadline, ${begun} of them had no workflow`);
}
