import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { exposureOf, type Exposure } from '#domain/contract/exposure';
import { standingPenalty } from '#domain/contract/account';
import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { formatYuan, sumFen, ZERO_FEN } from '#domain/money/fen';
import { toSeconds } from '#domain/time/instant';
import { pageOf, type Page, type PageWish } from '#persistence/queries/page';
import { type OverviewContract, Overview } from './overview.js';
import { type IfMissed, type queueQuery, type QueueItem } from './queue-schemas.js';

type Query = z.infer<typeof queueQuery>;

/** Where a request stands in the queue. */
export const queueKey = z.strictObject({
  costFen: z.int(),
  dueAt: z.string().nullable(),
  contract: z.string(),
  request: z.string(),
});

export type QueueKey = z.infer<typeof queueKey>;

/** A request of the queue with what it is sorted by. */
export interface Queued {
  readonly key: QueueKey;
  readonly item: QueueItem;
}

/** After every instant there is. */
const NEVER = '~';

const ORDERS: Readonly<Record<Query['sort'], (a: QueueKey, b: QueueKey) => number>> = {
  moneyAtRisk: (a, b) => b.costFen - a.costFen || byDueAt(a, b),
  dueAt: byDueAt,
};

/** The desk's queue: what is open under all contracts, by what hangs on its next deadline. */
@Injectable()
export class Queue {
  constructor(private readonly overview: Overview) {}

  /** The queue of those clients, or of all where they are null. Reads the contracts batch by batch, never request by request. */
  async page(
    query: Query,
    clients: readonly string[] | null,
    wish: PageWish<QueueKey>,
  ): Promise<Page<Queued>> {
    const { sort, cursor: _cursor, limit: _limit, priority, dueBefore, ...filter } = query;
    const waiting: Waiting[] = [];
    for await (const contract of this.overview.all({ ...filter, clients }, { kind: 'withOpenRequests' })) {
      for (const request of contract.requests.filter(isOpen)) {
        if (priority !== undefined && request.priority !== priority) continue;
        const dueAt = nextTargetDeadline(request);
        if (dueBefore !== undefined && (dueAt === null || dueAt >= dueBefore)) continue;
        waiting.push({ contract, request, key: keyOf(contract, request, 0) });
      }
    }
    if (sort === 'dueAt') {
      // What is at stake does not decide the order: it is reckoned for the page alone.
      const page = stretchOf(waiting, ORDERS.dueAt, wish);
      return { ...page, rows: await queuedOf(page.rows) };
    }
    return stretchOf(await queuedOf(waiting), ORDERS.moneyAtRisk, wish);
  }
}

/** A request whose cost is still to be reckoned. */
interface Waiting {
  readonly contract: OverviewContract;
  readonly request: IncidentState;
  readonly key: QueueKey;
}

function stretchOf<Entry extends { readonly key: QueueKey }>(
  entries: readonly Entry[],
  order: (a: QueueKey, b: QueueKey) => number,
  { after, limit }: PageWish<QueueKey>,
): Page<Entry> {
  const behind = entries.filter(({ key }) => after === null || order(key, after) > 0);
  return pageOf(behind.sort((a, b) => order(a.key, b.key)).slice(0, limit + 1), limit);
}

function keyOf({ row }: OverviewContract, request: IncidentState, costFen: number): QueueKey {
  return { costFen, dueAt: nextTargetDeadline(request), contract: row.id, request: request.request };
}

async function queuedOf(waiting: readonly Waiting[]): Promise<Queued[]> {
  const queued: Queued[] = [];
  for (const { contract, request } of waiting) queued.push(await reckoned(contract, request));
  return queued;
}

/** Open, or resolved with a target that still has a clock running: nobody has answered. */
function isOpen(request: IncidentState): boolean {
  const { status, contractEndedAt } = request;
  const isUnderWay = status === 'open' || status === 'paused' || nextTargetDeadline(request) !== null;
  return isUnderWay && contractEndedAt === null;
}

async function reckoned(contract: OverviewContract, request: IncidentState): Promise<Queued> {
  const { row, state, signed, at } = contract;
  const exposure = await contract.ask((context) => exposureOf(signed, state, request, context));
  const dueAt = nextTargetDeadline(request);
  const item: QueueItem = {
    contract: row.id,
    clientId: row.clientId,
    clientName: row.parties.client['fullName'] ?? '',
    clock: row.clock,
    request: request.request,
    status: request.status,
    priority: request.priority,
    recordedAt: request.recordedAt,
    at,
    missed: request.targets.filter(({ outcome }) => outcome === 'missed').map(({ kind }) => kind),
    nextDeadline: dueAt && {
      kinds: request.targets.filter((target) => isPendingAt(target, dueAt)).map(({ kind }) => kind),
      dueAt,
      secondsLeft: toSeconds(dueAt) - toSeconds(at),
    },
    ifMissed: exposure && ifMissedView(contract, exposure),
  };
  return { key: keyOf(contract, request, exposure?.cost ?? -1), item };
}

function isPendingAt(target: IncidentState['targets'][number], dueAt: string): boolean {
  return target.outcome === 'pending' && target.dueAt === dueAt;
}

function ifMissedView({ terms }: OverviewContract, exposure: Exposure): IfMissed {
  const { cost, misses, missed, capRoom, months, rights } = exposure;
  const period = missed[0]?.period ?? '';
  const month = months.find((each) => each.with.period === period);
  return {
    cost: formatYuan(cost),
    penalty: formatYuan(sumFen(misses.map(standingPenalty))),
    fullPenalty: formatYuan(sumFen(misses.map((miss) => (miss.counted ? miss.full : ZERO_FEN)))),
    capped: misses.some(({ capped }) => capped),
    capRoom: capRoom === null ? null : formatYuan(capRoom),
    period,
    missesInMonth: month ? month.without.misses - month.without.waived : 0,
    failsMonth: month !== undefined && month.with.failed && !month.without.failed,
    monthFailsAnyway: month?.without.failed ?? false,
    streak: month?.with.streak ?? 0,
    failedMonthsNeeded: terms.termination.failedMonths,
    decidesTerminationRight: rights.length > 0,
  };
}

function byDueAt(a: QueueKey, b: QueueKey): number {
  return (
    compare(a.dueAt ?? NEVER, b.dueAt ?? NEVER) ||
    compare(a.contract, b.contract) ||
    compare(a.request, b.request)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
