import { type EntityManager } from '@mikro-orm/postgresql';
import { type Clerk } from '#decisions/clerk';
import { byInstantRequestTarget, fixPenalties, openMisses } from '#domain/contract/account';
import { type FixedMiss } from '#domain/contract/state';
import { incidentsWithMisses } from '#persistence/queries/incidents';
import { type KnownContract } from './contract-reader.js';

/** The misses of a contract: those whose penalty is fixed, and those of a month still open, as they are accruing. */
export interface Account {
  readonly fixed: readonly FixedMiss[];
  readonly accruing: readonly FixedMiss[];
}

/** What the misses cost, by the same functions that a month close uses. Annulled ones are left out. */
export async function accountOf(
  { row, terms }: KnownContract,
  em: EntityManager,
  clerk: Clerk,
): Promise<Account> {
  const { state } = row;
  const requests = (await incidentsWithMisses(em, row.id)).map((incident) => incident.state);
  const penalties = await clerk.penalties(terms, state, requests);
  const accruing = fixPenalties(terms, state, openMisses(state, requests), { requests, penalties });
  const fixed = state.misses.filter((miss) => miss.annulledAt === null).toSorted(byInstantRequestTarget);
  return { fixed, accruing };
}
