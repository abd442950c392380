import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { inForce } from '#domain/contract/amendments';
import { type Terms } from '#domain/terms';
import { later, type Instant } from '#domain/time/instant';
import { TermsShelf } from '#execution/terms-shelf';
import { type ContractRow } from '#persistence/entities/contract';
import { findContract } from '#persistence/queries/contracts';
import { latestOfRequests } from '#persistence/queries/incidents';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';

/** A contract as it stands in PostgreSQL, with the terms in force. */
export interface KnownContract {
  readonly row: ContractRow;
  readonly terms: Terms;
  /** Up to when it and its requests are accounted for: where a manual clock stands. */
  readonly through: Instant;
  /** For further reads that belong to the same answer. */
  readonly em: EntityManager;
}

/** Reads contracts from PostgreSQL; the terms they were signed with never change and are kept at hand. */
@Injectable()
export class ContractReader {
  private readonly shelf = new TermsShelf();

  constructor(private readonly orm: MikroORM) {}

  fork(): EntityManager {
    return this.orm.em.fork();
  }

  /** Throws a Problem when there is no such contract. */
  async get(id: string, em: EntityManager = this.fork()): Promise<KnownContract> {
    const row = await findContract(em, id);
    if (!row) throw Problem.noContract(id);
    const requestsThrough = row.clock === 'manual' ? await latestOfRequests(em, id) : null;
    const through = later(row.state.through, requestsThrough ?? row.state.through);
    return { row, terms: inForce(await this.shelf.of(em, id), row.state), through, em };
  }

  /** Rows with the terms that are in force for each. */
  async withTerms(
    em: EntityManager,
    rows: readonly ContractRow[],
  ): Promise<{ readonly row: ContractRow; readonly terms: Terms }[]> {
    const known = [];
    for (const row of rows) known.push({ row, terms: inForce(await this.shelf.of(em, row.id), row.state) });
    return known;
  }
}

/** The instant as of which a contract is shown: the time of day, or where its manual clock stands. */
export function asOf({ row, through }: Pick<KnownContract, 'row' | 'through'>): Instant {
  return row.clock === 'manual' ? through : later(now(), through);
}

/**
 * When a command counts. Left out, it is now, or where a manual clock stands. Throws a Problem for an instant that the
 * time of day has not reached.
 */
export function commandAt(
  { row, through }: KnownContract,
  given?: Instant,
  ownerThrough: Instant = row.state.through,
): Instant {
  if (row.clock === 'manual') return given ?? through;
  const present = now();
  if (given === undefined) return later(present, ownerThrough);
  if (given > present) {
    const allowed = `allowed is at most ${present}, the present`;
    const fault = { path: 'at', problem: `${given} lies in the future`, allowed };
    throw new Problem('atInFuture', `at: ${fault.problem}, ${allowed}`, [fault]);
  }
  return given;
}
