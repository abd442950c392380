import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { assessMonths, exercisableRight } from '#domain/contract/months';
import { closedThrough, failureGivesRight } from '#domain/contract/outlook';
import { type ContractState, type TerminationRight } from '#domain/contract/state';
import { type PeriodTerms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { pageOf, type Page, type PageWish } from '#persistence/queries/page';
import { now } from '../time.js';
import { type OverviewContract, Overview } from './overview.js';
import { type RightsItem, type rightsQuery } from './rights-schemas.js';

export const rightsKey = z.strictObject({ contract: z.string() });

/** How near each contract is to being terminated by its client (clause 2.6). */
@Injectable()
export class TerminationRights {
  constructor(private readonly overview: Overview) {}

  async page(
    query: z.infer<typeof rightsQuery>,
    clients: readonly string[] | null,
    { after, limit }: PageWish<z.infer<typeof rightsKey>>,
  ): Promise<Page<RightsItem>> {
    const { open, cursor: _cursor, limit: _limit, ...filter } = query;
    const wish =
      open === 'true' ? ({ kind: 'withOpenRight', at: now() } as const) : ({ kind: 'started' } as const);
    const stretch = { after: after?.contract ?? null, limit: limit + 1 };
    const contracts = await this.overview.page({ ...filter, clients }, wish, stretch);
    return pageOf(await Promise.all(contracts.map(itemOf)), limit);
  }
}

async function itemOf(contract: OverviewContract): Promise<RightsItem> {
  const { row, state, terms, at } = contract;
  const months = assessMonths(terms, state);
  const carriedOver = state.opening?.failedPeriods ?? [];
  const streak = months.at(-1)?.streak ?? carriedOver.length;
  const failed = [...carriedOver, ...months.filter((month) => month.failed).map(({ period }) => period)];
  return {
    contract: row.id,
    clientId: row.clientId,
    clientName: row.parties.client['fullName'] ?? '',
    clock: row.clock,
    status: row.status as RightsItem['status'],
    clause: terms.termination.clause,
    at,
    failedMonthsNeeded: terms.termination.failedMonths,
    streak,
    periods: failed.slice(failed.length - streak),
    monthUnderWay: await monthUnderWay(contract, streak),
    heldBy: { party: 'client', name: row.parties.client['fullName'] ?? '' },
    rights: state.rights.map((right) => rightView(state, right, at)),
  };
}

async function monthUnderWay(
  contract: OverviewContract,
  streak: number,
): Promise<RightsItem['monthUnderWay']> {
  const { row, state, signed, terms, requests } = contract;
  const month = terms.schedule[state.closedMonths.length];
  if (row.status !== 'active' || !month) return null;
  const closed = await contract.ask((context) => closedThrough(signed, state, month.from, context));
  const assessed = assessMonths(terms, closed)[state.closedMonths.length];
  if (!assessed) return null;
  return {
    period: month.period,
    closesAt: state.earlyEndAt !== null && state.earlyEndAt < month.to ? state.earlyEndAt : month.to,
    misses: assessed.misses - assessed.waived,
    failing: assessed.failed,
    deadlines: requests.reduce((sum, { targets }) => sum + targets.filter(isDueIn(month)).length, 0),
    streakIfFailed: streak + 1,
    givesRight: newRights(state, closed) > 0,
    givesRightIfFailed: failureGivesRight(terms, closed),
  };
}

function isDueIn({ to }: PeriodTerms) {
  return ({ outcome, dueAt }: { outcome: string; dueAt: Instant | null }): boolean =>
    outcome === 'pending' && dueAt !== null && dueAt < to;
}

function newRights(before: ContractState, after: ContractState): number {
  const known = new Set(before.rights.map(({ ground, arisenAt }) => `${ground}@${arisenAt}`));
  return after.rights.filter(({ ground, arisenAt }) => !known.has(`${ground}@${arisenAt}`)).length;
}

function rightView(state: ContractState, right: TerminationRight, at: Instant): RightsItem['rights'][number] {
  const { ground, obligation, periods, arisenAt, lapsesAt, exercisedAt, waivedAt } = right;
  return {
    ground,
    obligation,
    periods: [...periods],
    status: statusOf(state, right, at),
    openSince: arisenAt,
    openUntil: lapsesAt,
    exercisedAt,
    waivedAt,
  };
}

function statusOf(
  state: ContractState,
  right: TerminationRight,
  at: Instant,
): RightsItem['rights'][number]['status'] {
  if (right.exercisedAt !== null) return 'exercised';
  if (right.waivedAt !== null) return 'waived';
  if (state.end !== null) return 'ended';
  return exercisableRight([right], at) ? 'open' : 'lapsed';
}
