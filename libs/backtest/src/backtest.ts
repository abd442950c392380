import { Clerk } from '#decisions/clerk';
import { draftContract } from '#domain/contract/draft';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { differencesBetween } from './compare.js';
import { type ContractComparison, type RefusedFact } from './comparison.js';
import { deepDifferences, deepEqual } from './deep-equal.js';
import { type RecordedContract, type RecordedFact } from './facts.js';
import { memoDecider, withoutProof } from './memo-decider.js';
import { Replay, type ReplayedStanding } from './replay.js';
import { viewOf } from './views.js';

/** A clerk that asks the rules each question once, and keeps no proof. */
export function memoClerk(): Clerk {
  return new Clerk(withoutProof(memoDecider()));
}

/**
 * Plays the recorded facts of a contract under its terms and under amended ones, and compares what comes of it. Reads
 * nothing and writes nothing: all it needs is handed in.
 */
export async function compareContract(
  recorded: RecordedContract,
  amended: {
    readonly terms: Terms;
    /** The recorded facts, with what is tried in the terms that amendments bring. */
    readonly facts: readonly RecordedFact[];
    readonly notCarried: readonly string[];
  },
  clerk: Clerk,
): Promise<ContractComparison> {
  const before = await played(recorded, recorded.terms, clerk, null);
  const differs = recorded.recorded ? unlike(recorded.recorded, before.atReach) : [];
  const { facts } = amended;
  const after = await played({ ...recorded, facts }, amended.terms, clerk, before.endedAt);
  const views = {
    before: await viewOf(before.standing, recorded.asOf, clerk),
    after: await viewOf(after.standing, after.runsOnAt ?? recorded.asOf, clerk),
  };
  const differences = differencesBetween(views.before, views.after);
  const hasDifferences = Object.values(differences).some((part) => part.length > 0);
  return {
    contract: recorded.contract,
    zone: recorded.terms.zone,
    changed: hasDifferences || after.refused.length > 0 || views.before.status !== views.after.status,
    reproduced: recorded.recorded ? differs.length + before.refused.length === 0 : null,
    differs: [...before.refused.map(refusedLine), ...differs],
    comparedAt: after.runsOnAt ?? recorded.asOf,
    runsOnAt: after.runsOnAt,
    status: { before: views.before.status, after: views.after.status },
    before: views.before.figures,
    after: views.after.figures,
    ...differences,
    refused: after.refused,
    notCarried: amended.notCarried,
  };
}

interface Played {
  /** As far as the read model goes. */
  readonly atReach: ReplayedStanding;
  readonly standing: ReplayedStanding;
  readonly endedAt: Instant | null;
  readonly runsOnAt: Instant | null;
  readonly refused: readonly RefusedFact[];
}

/**
 * Plays all facts. `recordedEnd` is when the contract really ended: one that would have gone on is left there, as
 * nobody knows what its parties would have done.
 */
async function played(
  { contract, draftedAt, renews, facts, reach, asOf }: RecordedContract,
  terms: Terms,
  clerk: Clerk,
  recordedEnd: Instant | null,
): Promise<Played> {
  const replay = new Replay(terms, clerk, draftContract(terms, contract, draftedAt, { renews }).state);
  const refused: RefusedFact[] = [];
  for (const fact of facts) {
    if (recordedEnd !== null && fact.at > recordedEnd && (await runsOn(replay, recordedEnd))) break;
    try {
      await replay.play(fact);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(refusedFact(fact, error));
    }
  }
  const runsOnAt = recordedEnd !== null && (await runsOn(replay, recordedEnd)) ? recordedEnd : null;
  if (runsOnAt === null) await replay.advance(reach);
  const atReach = replay.standing();
  if (runsOnAt === null && asOf > reach.until) await replay.advance({ until: asOf, stage: 'all' });
  return { atReach, standing: replay.standing(), endedAt: replay.endedAt, runsOnAt, refused };
}

/** Whether the contract is still running when it really ended. */
async function runsOn(replay: Replay, recordedEnd: Instant): Promise<boolean> {
  if (replay.endedAt !== null) return false;
  await replay.advance({ until: recordedEnd, stage: 'beforeEvents' });
  return replay.endedAt === null;
}

function refusedFact(fact: RecordedFact, { code, member, problem, allowed }: Refusal): RefusedFact {
  const { sequence, at, event } = fact;
  const request = 'request' in fact ? fact.request : 'request' in event ? event.request : null;
  return { sequence, at, type: event.type, request, code, member, problem, allowed };
}

function refusedLine({ sequence, type, at, problem }: RefusedFact): string {
  return `line ${sequence}: ${type} at ${at} was recorded, the re-run refuses it: ${problem}`;
}

const MOST_DIFFERENCES = 20;

/** Where the re-run of the terms as they are differs from the read model. */
function unlike(
  recorded: NonNullable<RecordedContract['recorded']>,
  { contract, requests }: ReplayedStanding,
): string[] {
  const found = deepDifferences(recorded.contract, contract, 'contract', MOST_DIFFERENCES);
  const made = new Map(requests.map((state) => [state.request, state]));
  for (const state of recorded.requests) {
    if (found.length >= MOST_DIFFERENCES) return found;
    const given = made.get(state.request);
    made.delete(state.request);
    if (deepEqual(state, given)) continue;
    const left = MOST_DIFFERENCES - found.length;
    found.push(...deepDifferences(state, given ?? null, `requests.${state.request}`, left));
  }
  const unrecorded = [...made.keys()].map((request) => `requests.${request}: is not recorded`);
  return [...found, ...unrecorded].slice(0, MOST_DIFFERENCES);
}
