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
    const [known] = await this.known(em, [row]);
    return known;
  }

  /** Rows with the terms that are in force for each, and up to when each is accounted for. */
  async known<const Rows extends readonly ContractRow[]>(
    em: EntityManager,
    rows: Rows,
  ): Promise<{ readonly [Key in keyof Rows]: KnownContract }> {
    const manual = rows.filter(({ clock }) => clock === 'manual').map(({ id }) => id);
    const latest = await latestOfRequests(em, manual);
    const known: KnownContract[] = [];
    for (const row of rows) {
      const { id, state } = row;
      const through = later(state.through, latest.get(id) ?? state.through);
      known.push({ row, terms: inForce(await this.shelf.of(em, id), state), through, em });
    }
    return known as { readonly [Key in keyof Rows]: KnownContract };
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
