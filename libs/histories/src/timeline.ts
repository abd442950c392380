import { type Instant } from '#domain/time/instant';
import { type Page, type PageWish } from '#persistence/queries/page';
import { historyOf, type KnownRun, knownRuns, type Whereabouts } from './known-runs.js';
import { type Happening, happeningsOf } from './run-story.js';
import { type Told } from './interference.js';

/** Where a happening stands in the timeline of its contract. */
export interface HappeningKey {
  readonly moment: string;
  readonly runId: string;
  readonly eventId: string;
  readonly kind: string;
}

/** A stretch of a timeline, and whether every run that it should tell of could be had and read. */
export interface HappeningPage extends Page<Happening> {
  readonly isComplete: boolean;
}

export function keyOf({ moment, runId, eventIds, kind }: Happening): HappeningKey {
  return { moment, runId, eventId: eventIds[0] ?? '', kind };
}

/**
 * What the workflows of a contract and its requests did and what was done to them, all runs as one, the earliest first.
 * A page reads the runs that reach into it, no others.
 */
export async function timelineOf(
  where: Whereabouts,
  told: Told,
  { limit, after }: PageWish<HappeningKey>,
): Promise<HappeningPage> {
  const known = await knownRuns(where);
  const { runs } = known;
  let { isComplete } = known;
  const left = runs.filter((run) => after === null || reaches(run, after));
  const found: Happening[] = [];
  for (const [place, run] of left.entries()) {
    const history = (await historyOf(where, run))?.history ?? null;
    isComplete &&= history !== null;
    const own = history ? await happeningsOf(run, history, told) : [];
    found.push(...own.filter((each) => after === null || compared(keyOf(each), after) > 0));
    found.sort((a, b) => compared(keyOf(a), keyOf(b)));
    const next = left[place + 1];
    const last = found[limit];
    // Whatever comes of the runs that begin in a later second stands behind the page.
    if (next && last && secondOf({ moment: next.startedAt }) > secondOf(last)) break;
  }
  return { rows: found.slice(0, limit), hasMore: found.length > limit, isComplete };
}

/** When something happened, in whole seconds. */
export function secondOf({ moment }: Pick<Happening, 'moment'>): Instant {
  return `${moment.slice(0, 19)}Z` as Instant;
}

function reaches({ closedAt }: KnownRun, after: HappeningKey): boolean {
  return closedAt === null || secondOf({ moment: closedAt }) >= secondOf(after);
}

function compared(a: HappeningKey, b: HappeningKey): number {
  if (a.moment !== b.moment) return a.moment < b.moment ? -1 : 1;
  if (a.runId !== b.runId) return a.runId < b.runId ? -1 : 1;
  if (a.eventId !== b.eventId) return Number(a.eventId) - Number(b.eventId);
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}
