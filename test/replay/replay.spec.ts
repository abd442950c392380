import { readdirSync, readFileSync } from 'node:fs';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { contentHash } from '#decisions/hash';
import { type Owner, type Standpoint } from '#domain/command';
import { refold, type Refolded } from '#execution/refold';
import { chainFaults, hashOfLine, type LedgerLine } from '#persistence/ledger';
import { workflowBundle } from '#temporal/bundle';
import { quietRuntime } from '#temporal/workers';
import { type History, standpointsIn } from '../support/histories.js';

const FOLDER = new URL('./histories/', import.meta.url);

interface Recording {
  readonly contract: string;
  readonly ledger: readonly LedgerLine[];
  /** Every run of every workflow of the contract. */
  readonly histories: readonly {
    readonly workflowId: string;
    readonly owner: Owner;
    readonly history: Json;
  }[];
}

/** A history as `npm run histories` wrote it: bytes as base64, which the SDK takes as well. */
interface Json {
  readonly events: readonly Record<string, unknown>[];
}

/** A line of what `npm run histories` made of the written cases. */
interface Recorded {
  readonly workflowId: string;
  readonly history: Json;
}

quietRuntime(() => undefined);

/** Every written case of a contract under a manual clock; of histories of one shape the shortest. */
const cases = readdirSync(FOLDER).filter((name) => name.endsWith('.ndjson'));

const recordings = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Recording] as const);

/** What happened is recorded; today's workflow code and today's law must come to the same. No server. */
describe('recorded histories', () => {
  let bundle: WorkflowBundleOption;

  beforeAll(async () => {
    bundle = await workflowBundle();
  });

  const replay = (history: Json, workflowId: string): Promise<void> =>
    Worker.runReplayHistory({ workflowBundle: bundle }, history, workflowId);

  it('cover a signed contract, a month boundary, an end, an outage, and a request with a miss', () => {
    const all = recordings.flatMap(([, { ledger }]) => ledger.map((line) => line.kind));
    expect(all).toEqual(
      expect.arrayContaining(['contract.signed', 'month.assessed', 'contract.ended', 'target.missed']),
    );
    const types = new Set(
      recordings.flatMap(([, { histories }]) =>
        histories.flatMap(({ history }) => history.events.map((event) => event['eventType'])),
      ),
    );
    for (const type of Object.values(EVENT_TYPES)) expect(types).toContain(type);
  });

  it.each(cases)('of every written case replay against the workflows as they are now: %s', async (name) => {
    const lines = readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n');
    const histories = lines.map((line) => JSON.parse(line) as Recorded);
    expect(histories.length).toBeGreaterThanOrEqual(200);
    const failed: string[] = [];
    for await (const result of Worker.runReplayHistories({ workflowBundle: bundle }, histories)) {
      if (result.error) failed.push(`${result.workflowId}: ${result.error.message}`);
    }
    expect(failed).toEqual([]);
  });

  it.each(cases)('of a written case do not replay when a turn is missing: %s', async (name) => {
    const lines = readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n');
    const { workflowId, history } = JSON.parse(lines.at(-1) ?? '') as Recorded;
    const turn = history.events.findIndex((event) => event['eventType'] === EVENT_TYPES.markerRecorded);
    const without = { events: history.events.toSpliced(turn, 1) };
    expect(turn).toBeGreaterThan(0);
    await expect(replay(without, workflowId)).rejects.toThrow();
  });

  describe.each(recordings)('%s', (_, recording) => {
    it('replay against the workflows as they are now', async () => {
      for (const { history, workflowId } of recording.histories) await replay(history, workflowId);
    });

    it('do not replay when they are another workflow’s: the check can fail', async () => {
      let changed = 0;
      for (const { history, workflowId } of recording.histories) {
        const without = withoutFirstTimer(history);
        if (!without) continue;
        changed += 1;
        await expect(replay(without, workflowId)).rejects.toThrow(DeterminismViolationError);
      }
      expect(changed).toBeGreaterThan(0);
    });

    it('say of every turn the state that the law makes of the ledger today', async () => {
      let compared = 0;
      for (const { history, owner } of recording.histories) {
        for (const standpoint of standpointsIn(asHistory(history))) {
          const folded = await foldedAt(recording.ledger, standpoint);
          if (!folded) continue;
          compared += 1;
          expect([standpoint.version, contentHash(stateOf(folded, owner))]).toEqual([
            versionOf(folded, owner),
            standpoint.stateHash,
          ]);
        }
      }
      expect(compared).toBeGreaterThan(3);
    });

    it('have a ledger that folds to itself, until a line says something else than the law', async () => {
      expect(chainFaults(recording.ledger)).toEqual([]);
      expect((await refold(recording.ledger)).faults).toEqual([]);
      const last = recording.ledger.at(-1);
      if (!last) throw new Error('the ledger is empty');
      const other = withHash({ ...last, payload: { ...(last.payload as object), ofAnotherLaw: true } });
      const { faults } = await refold([...recording.ledger.slice(0, -1), other]);
      expect(faults).toEqual([
        `line ${last.sequence}: ${last.kind} at ${last.at} was written, the core now gives ${last.kind} at ${last.at}`,
      ]);
    });
  });
});

/** The numbers of event types that must occur: see temporal/api/enums/v1/event_type.proto. */
const EVENT_TYPES = {
  activityTaskCompleted: 12,
  timerStarted: 17,
  timerFired: 18,
  timerCanceled: 19,
  markerRecorded: 25,
  externalSignalInitiated: 37,
  continuedAsNew: 28,
  searchAttributesUpserted: 40,
  updateAccepted: 41,
  updateCompleted: 43,
  workflowCompleted: 2,
} as const;

/** The history of a workflow that did something else where this one set its first timer. Null without a timer. */
function withoutFirstTimer(history: Json): Json | null {
  const index = history.events.findIndex((event) => event['eventType'] === EVENT_TYPES.timerStarted);
  const other = history.events.find((event) => event['eventType'] === EVENT_TYPES.searchAttributesUpserted);
  const timer = history.events[index];
  if (!timer || !other) return null;
  const { eventId, eventTime } = timer;
  return { events: history.events.with(index, { ...other, eventId, eventTime }) };
}

function withHash(line: LedgerLine): LedgerLine {
  return { ...line, hash: hashOfLine(line) };
}

/** The ledger up to what a turn wrote last, folded; null for a turn that wrote nothing. */
async function foldedAt(ledger: readonly LedgerLine[], standpoint: Standpoint): Promise<Refolded | null> {
  const last = standpoint.written.at(-1);
  return last ? refold(ledger.slice(0, last.sequence)) : null;
}

function stateOf(folded: Refolded, owner: Owner): unknown {
  return owner.kind === 'contract' ? folded.contract : folded.requests.get(owner.request)?.state;
}

function versionOf(folded: Refolded, owner: Owner): number | undefined {
  return owner.kind === 'contract' ? folded.contractVersion : folded.requests.get(owner.request)?.version;
}

/** With bytes as bytes, for the payload converter. */
function asHistory({ events }: Json): Pick<History, 'events'> {
  const text = JSON.stringify(events);
  const revived: unknown = JSON.parse(text, (key, value: unknown) => {
    return (key === 'data' || key === 'encoding') && typeof value === 'string'
      ? Buffer.from(value, 'base64')
      : value;
  });
  return { events: revived as NonNullable<History['events']> };
}
