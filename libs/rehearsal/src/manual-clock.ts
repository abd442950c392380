import { type MikroORM } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { type Limit } from '#domain/command';
import { type Instant } from '#domain/time/instant';
import { Contract } from '#persistence/entities/contract';
import { Incident } from '#persistence/entities/incident';
import { type Addressee, sendAdvance } from '#temporal/dispatch';

const MOST_AT_ONCE = 24;

/** Where a rehearsal runs: the real database and the real Temporal, with a worker polling. */
export interface Stage {
  readonly orm: MikroORM;
  readonly client: Client;
}

/** A contract under a manual clock, as its workflow is addressed. */
export type ManualContract = Pick<Addressee, 'contract' | 'clientId'>;

/**
 * Moves the manual clock of a contract and of its requests up to a limit, in the law's order: before each instant at
 * which the contract has something to do, the deadlines of its requests that lie before it have passed. To move it
 * again, or to where it already is, changes nothing.
 */
export async function moveManualClock(stage: Stage, of: ManualContract, limit: Limit): Promise<void> {
  let nextAt = await nextOfContract(stage, of);
  while (nextAt !== null && (nextAt < limit.until || (nextAt === limit.until && limit.stage === 'all'))) {
    nextAt = await moveContract(stage, of, { until: nextAt, stage: 'all' });
  }
  if (nextAt === limit.until) await moveContract(stage, of, limit);
  await moveRequests(stage, of, limit);
}

async function moveContract(stage: Stage, of: ManualContract, limit: Limit): Promise<Instant | null> {
  await moveRequests(stage, of, { until: limit.until, stage: 'beforeEvents' });
  const address: Addressee = { ...of, owner: { kind: 'contract' }, clock: 'manual' };
  const { nextAt, blocked } = await sendAdvance(stage.client, address, limit);
  if (limit.stage === 'all' && !blocked && nextAt !== null && nextAt < limit.until) {
    throw new Error(`the contract ${of.contract} did not move to ${limit.until}`);
  }
  return nextAt;
}

/** Fires the deadlines of a contract's requests up to a limit, side by side: they do not depend on each other. */
export async function moveRequests(
  stage: Stage,
  { contract, clientId }: ManualContract,
  limit: Limit,
): Promise<void> {
  const within = limit.stage === 'all' ? { $lte: limit.until } : { $lt: limit.until };
  const em = stage.orm.em.fork();
  const due = await em.find(
    Incident,
    { contractId: contract, nextAt: within },
    { fields: ['request'], orderBy: { nextAt: 'asc' } },
  );
  for (let first = 0; first < due.length; first += MOST_AT_ONCE) {
    const some = due.slice(first, first + MOST_AT_ONCE);
    await Promise.all(
      some.map(({ request }) => {
        const address: Addressee = {
          contract,
          clientId,
          owner: { kind: 'incident', request },
          clock: 'manual',
        };
        return sendAdvance(stage.client, address, limit);
      }),
    );
  }
}

async function nextOfContract(stage: Stage, { contract }: ManualContract): Promise<Instant | null> {
  const row = await stage.orm.em.fork().findOneOrFail(Contract, { id: contract }, { fields: ['nextAt'] });
  return row.nextAt ?? null;
}
