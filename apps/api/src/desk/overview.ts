import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Clerk } from '#decisions/clerk';
import { inForce } from '#domain/contract/amendments';
import { type ContractContext } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { type Decision } from '#domain/decision';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { later, type Instant } from '#domain/time/instant';
import { TermsShelf } from '#execution/terms-shelf';
import { type ContractRow } from '#persistence/entities/contract';
import {
  contractsForOverview,
  incidentsBearing,
  type OverviewFilter,
  type OverviewWish,
} from '#persistence/queries/desk';
import { asOf } from '../contracts/contract-reader.js';

/** Contracts that are read and looked at together: three queries, however many requests they have. */
const BATCH = 100;

/** A contract as an overview looks at it. */
export interface OverviewContract {
  readonly row: ContractRow;
  readonly state: ContractState;
  /** Those it was signed with: what the core's outlooks take. */
  readonly signed: Terms;
  /** Those in force. */
  readonly terms: Terms;
  /** What bears on the month under way: open requests, and what happened to others in it. */
  readonly requests: readonly IncidentState[];
  /** As of when it is looked at: the time of day, or where its manual clock stands. */
  readonly at: Instant;
  /** Takes a step of the core with the rules asked; each question once for the contract. */
  readonly ask: <Result>(step: (context: ContractContext) => Result) => Promise<Result>;
}

/** Reads many contracts for answers that look over all of them. */
@Injectable()
export class Overview {
  private readonly shelf = new TermsShelf();
  private readonly clerk = new Clerk();

  constructor(private readonly orm: MikroORM) {}

  /** All contracts as wished, batch by batch, in the order of their ids. */
  async *all(filter: OverviewFilter, wish?: OverviewWish): AsyncGenerator<OverviewContract> {
    let after: string | null = null;
    for (;;) {
      const batch: OverviewContract[] = await this.page(filter, wish, { after, limit: BATCH });
      yield* batch;
      if (batch.length < BATCH) return;
      after = batch.at(-1)?.row.id ?? null;
    }
  }

  /** Some contracts as wished, in the order of their ids; with what bears on them, also a request that does not. */
  async page(
    filter: OverviewFilter,
    wish: OverviewWish | undefined,
    stretch: { readonly after: string | null; readonly limit: number },
    request?: string,
  ): Promise<OverviewContract[]> {
    const em = this.orm.em.fork();
    const rows = await contractsForOverview(em, filter, wish, stretch);
    const terms = await this.shelf.ofAll(
      em,
      rows.map(({ id }) => id),
    );
    const requests = await requestsOf(em, rows, terms, request);
    return rows.flatMap((row) => {
      const signed = terms.get(row.id);
      return signed ? [this.contractOf(row, signed, requests.get(row.id) ?? [])] : [];
    });
  }

  private contractOf(row: ContractRow, signed: Terms, requests: readonly IncidentState[]): OverviewContract {
    const { state } = row;
    const answers = new Map<string, Decision>();
    const through = requests.reduce((last, request) => later(last, request.through), state.through);
    return {
      row,
      state,
      signed,
      terms: inForce(signed, state),
      requests,
      at: asOf({ row, through }),
      ask: (step) => this.clerk.answering((known) => step({ requests, answers: known }), answers),
    };
  }
}

async function requestsOf(
  em: EntityManager,
  rows: readonly ContractRow[],
  terms: ReadonlyMap<string, Terms>,
  request: string | undefined,
): Promise<Map<string, IncidentState[]>> {
  const since = rows.flatMap(({ id, state }) => {
    const signed = terms.get(id);
    const month = signed && inForce(signed, state).schedule[state.closedMonths.length];
    const isLookedAt = state.end === null || request !== undefined;
    return signed && isLookedAt ? [[id, month?.from ?? signed.endsAt]] : [];
  });
  const found = await incidentsBearing(em, Object.fromEntries(since) as Record<string, Instant>, request);
  const byContract = Map.groupBy(found, ({ contractId }) => contractId);
  return new Map([...byContract].map(([id, incidents]) => [id, incidents.map(({ state }) => state)]));
}
