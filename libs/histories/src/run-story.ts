import { ValueError } from '@temporalio/common';
import { canonicalJson } from '#decisions/hash';
import { type Standpoint } from '#domain/command';
import { type RunKey } from '#persistence/queries/workflow-histories';
import { type JsonPayload, resetOf, runFacts, type RunEvent, type RunHistory } from '#temporal/run-events';
import { isStandpoint, standpointPayload } from '#temporal/payload-text';
import { interferences, type InterferenceKind, type Told, updateOf } from './interference.js';

/** One thing that a run's history tells. */
export interface Happening extends RunKey {
  /** ISO with nanoseconds: what happenings are ordered by. */
  readonly moment: string;
  readonly kind: 'begun' | 'turn' | 'refused' | 'unreadable' | 'continued' | 'ended' | 'interference';
  /** Those that tell of it, in order: the update's acceptance, the turn, the update's answer. */
  readonly eventIds: readonly string[];
  /** The update that asked for it; null for a deadline, and for what no update asked for. */
  readonly updateId: string | null;
  /** Who called, as Temporal was told. */
  readonly identity: string | null;
  readonly standpoint: Standpoint | null;
  readonly interference: InterferenceKind | null;
  /** How it ended, the reason that was given. */
  readonly detail: string;
}

/** An update of a run, and what came of it. */
interface Update {
  readonly id: string;
  readonly identity: string | null;
  readonly eventIds: readonly string[];
  readonly outcome: string | null;
}

/**
 * What a run's history tells, in its order. What stands before a reset is told with the run that it was copied from.
 * Turns that changed and answered nothing are left out.
 */
export async function happeningsOf(run: RunKey, history: RunHistory, told: Told): Promise<Happening[]> {
  const { events } = history;
  const reset = resetOf(run.runId, events);
  const own = reset ? events.slice(events.indexOf(reset)) : events;
  const base = { workflowId: run.workflowId, runId: run.runId };
  const updates = await updatesIn(own, events, told);
  const found = [...bounds(base, history, reset !== null)];
  for (const event of own) {
    const happening = await turnOf(base, event, updates, told);
    if (happening) found.push(happening);
  }
  found.push(...(await marks(base, events, told)));
  return found.sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
}

async function marks(base: RunKey, events: readonly RunEvent[], told: Told): Promise<Happening[]> {
  const read = (payload: JsonPayload): Promise<unknown> => readable(told.read(payload));
  const found = await interferences(base.runId, events, { ...told, read });
  return found.map(({ kind, eventId, at, identity, detail }) => ({
    ...empty(base, at, eventId),
    kind: 'interference',
    identity,
    interference: kind,
    detail,
  }));
}

/** Its beginning and its end, where they are more than a link of the chain. */
function bounds(base: RunKey, history: RunHistory, isReset: boolean): Happening[] {
  const [first] = history.events;
  const last = history.events.at(-1);
  const { status, previousRunId } = runFacts(base.runId, history);
  const started = first?.workflowExecutionStartedEventAttributes;
  const begun: Happening[] =
    first && previousRunId === null && !isReset
      ? [
          {
            ...empty(base, first.eventTime, first.eventId),
            kind: 'begun',
            identity: started?.identity || null,
          },
        ]
      : [];
  if (!last || !status || status === 'terminated') return begun;
  const kind = status === 'continuedAsNew' ? 'continued' : 'ended';
  return [...begun, { ...empty(base, last.eventTime, last.eventId), kind, detail: status }];
}

async function turnOf(
  base: RunKey,
  event: RunEvent,
  updates: Update[],
  told: Told,
): Promise<Happening | null> {
  const payload = standpointPayload(event);
  if (!payload) return null;
  const happening = empty(base, event.eventTime, event.eventId);
  const standpoint = await readable(told.read(payload));
  if (standpoint === null) return { ...happening, kind: 'unreadable' };
  if (!isStandpoint(standpoint)) return null;
  const update = taken(updates, canonicalJson(standpoint));
  const { written, answer } = standpoint;
  if (written.length === 0 && answer?.kind !== 'refused') return null;
  return {
    ...happening,
    kind: written.length === 0 ? 'refused' : 'turn',
    eventIds: [update?.eventIds[0], event.eventId, update?.eventIds[1]].filter((id) => id !== undefined),
    updateId: update?.id ?? null,
    identity: update?.identity ?? null,
    standpoint,
    detail: answer?.kind === 'refused' ? `${answer.code}: ${answer.problem}` : '',
  };
}

/** The update that a turn answered: the first with this very outcome that no turn before has answered. */
function taken(updates: Update[], outcome: string): Update | null {
  const place = updates.findIndex((update) => update.outcome === outcome);
  return place < 0 ? null : (updates.splice(place, 1)[0] ?? null);
}

async function updatesIn(
  own: readonly RunEvent[],
  events: readonly RunEvent[],
  told: Told,
): Promise<Update[]> {
  const accepted = new Map(
    own
      .filter(({ workflowExecutionUpdateAcceptedEventAttributes: attributes }) => attributes)
      .map((event) => [updateOf(event, events).id, event]),
  );
  const updates: Update[] = [];
  for (const event of own) {
    const completed = event.workflowExecutionUpdateCompletedEventAttributes;
    const id = completed?.meta?.updateId;
    const start = id === undefined ? undefined : accepted.get(id);
    const payload = completed?.outcome?.success?.payloads?.[0];
    if (id === undefined || !start || !payload) continue;
    const outcome = await readable(told.read(payload));
    updates.push({
      id,
      identity: updateOf(start, events).identity,
      eventIds: [start.eventId, event.eventId],
      outcome: outcome === null ? null : canonicalJson(outcome),
    });
  }
  return updates;
}

/** Null for what is encrypted by a key that is not there. */
async function readable(value: Promise<unknown>): Promise<unknown> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

function empty(base: RunKey, eventTime: string, eventId: string): Omit<Happening, 'kind'> {
  return {
    ...base,
    moment: momentOf(eventTime),
    eventIds: [eventId],
    updateId: null,
    identity: null,
    standpoint: null,
    interference: null,
    detail: '',
  };
}

/** The server leaves zeros at the end out: with all of them, moments are ordered as texts. */
function momentOf(eventTime: string): string {
  const [whole = '', fraction = ''] = eventTime.replace(/Z$/, '').split('.');
  return `${whole}.${fraction.padEnd(9, '0')}Z`;
}
