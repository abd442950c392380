import { contentHash } from '#decisions/hash';
import { type Command } from '#domain/command';
import { type CommandRow } from '#persistence/entities/command';
import { commandOf } from '#persistence/queries/commands';
import { type JsonPayload, resetOf, type RunEvent } from '#temporal/run-events';
import { carryOut, contractWorkflowId, look } from '#workflows/messages';

/** The ways in which somebody acts on a workflow past the contract. They are stable: programs may tell them apart. */
export const INTERFERENCE_KINDS = [
  'reset',
  'termination',
  'cancelRequest',
  'signal',
  'update',
  'pause',
  'options',
] as const;

export type InterferenceKind = (typeof INTERFERENCE_KINDS)[number];

/** Something that was done to a workflow by hand. */
export interface Interference {
  readonly kind: InterferenceKind;
  readonly eventId: string;
  /** ISO, as the server wrote it. */
  readonly at: string;
  /** Who it was, as far as Temporal was told: programs name themselves by process and machine. */
  readonly identity: string | null;
  /** The reason that was given, or what was sent. */
  readonly detail: string;
}

/** What a contract's commands are known by: each was stored before its workflow was asked. */
export interface Told {
  readonly contract: string;
  readonly clock: 'real' | 'manual';
  readonly commands: ReadonlyMap<string, CommandRow>;
  /** Reads what was sent. Throws where the key is missing by which it was encrypted. */
  readonly read: (payload: JsonPayload) => Promise<unknown>;
}

/** What can be said of an event by itself. */
type Reading = Omit<Interference, 'eventId' | 'at'>;

/** Nothing in Pacta does these, so whoever did it acted by hand. */
const EVENTS: Readonly<Record<string, InterferenceKind>> = {
  EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED: 'termination',
  EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED: 'cancelRequest',
  EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED: 'signal',
  EVENT_TYPE_WORKFLOW_EXECUTION_PAUSED: 'pause',
  EVENT_TYPE_WORKFLOW_EXECUTION_UNPAUSED: 'pause',
  EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED: 'options',
  EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED: 'update',
};

/** What was done to a run by hand. What stands before a reset is a copy of another run, and told with that one. */
export async function interferences(
  runId: string,
  events: readonly RunEvent[],
  told: Told,
): Promise<Interference[]> {
  const reset = resetOf(runId, events);
  const own = reset ? events.slice(events.indexOf(reset)) : events;
  const found: Interference[] = [];
  for (const event of own) {
    const reading = event === reset ? readingOfReset(event) : await readingOf(event, events, told);
    if (reading) found.push({ ...reading, eventId: event.eventId, at: event.eventTime });
  }
  return found;
}

function readingOfReset({ workflowTaskFailedEventAttributes: failed }: RunEvent): Reading {
  const detail = [failed?.failure?.message, `from the run ${failed?.baseRunId ?? '?'}`];
  return { kind: 'reset', identity: failed?.identity || null, detail: detail.filter(Boolean).join(', ') };
}

async function readingOf(event: RunEvent, events: readonly RunEvent[], told: Told): Promise<Reading | null> {
  const kind = EVENTS[event.eventType];
  if (!kind) return null;
  if (kind === 'update') return readingOfUpdate(event, events, told);
  const terminated = event.workflowExecutionTerminatedEventAttributes;
  const canceled = event.workflowExecutionCancelRequestedEventAttributes;
  const signaled = event.workflowExecutionSignaledEventAttributes;
  if (signaled && isLook(signaled, told.contract)) return null;
  const identity = (terminated ?? canceled ?? signaled)?.identity || null;
  return { kind, identity, detail: terminated?.reason ?? canceled?.cause ?? signaled?.signalName ?? '' };
}

/** The one signal there is: a contract's workflow tells its requests to look. */
function isLook(
  {
    signalName,
    externalWorkflowExecution,
  }: NonNullable<RunEvent['workflowExecutionSignaledEventAttributes']>,
  contract: string,
): boolean {
  return signalName === look.name && externalWorkflowExecution?.workflowId === contractWorkflowId(contract);
}

/** An update carries a command, by the command's id; a rehearsal's conductor tells its commands directly. */
async function readingOfUpdate(
  event: RunEvent,
  events: readonly RunEvent[],
  told: Told,
): Promise<Reading | null> {
  const { id, name, identity, payload } = updateOf(event, events);
  if (name !== carryOut.name) return null;
  const row = told.commands.get(id);
  if (!row) return { kind: 'update', identity, detail: `${id}: there is no such command` };
  const isStoredBefore = row.sentAt !== null || told.clock === 'manual' || isOfWorker(row);
  if (!isStoredBefore)
    return { kind: 'update', identity, detail: `${id}: the command was not stored before it was sent` };
  const sent = payload && ((await told.read(payload)) as Command | null);
  if (!sent || saysTheSame(sent, commandOf(row))) return null;
  return { kind: 'update', identity, detail: `${id}: another command than the one that was stored` };
}

/** The worker tells of the documents it made by itself: the id is made of the line, and nothing waits for the answer. */
function isOfWorker({ body }: CommandRow): boolean {
  const stored = body as { readonly body?: { readonly type?: unknown } } | null;
  return stored?.body?.type === 'documents.issued';
}

/** Why a fact comes late may be added when it is sent again. */
function saysTheSame(sent: Command, stored: Command): boolean {
  return sent.actor === stored.actor && contentHash(sent.body) === contentHash(stored.body);
}

/** An update as it was accepted. After a reset what was sent stands with the event that let it in again. */
export function updateOf(event: RunEvent, events: readonly RunEvent[]) {
  const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
  const id = accepted?.protocolInstanceId ?? accepted?.acceptedRequest?.meta?.updateId ?? '';
  const request = accepted?.acceptedRequest ?? admittedOf(id, events);
  return {
    id,
    name: request?.input?.name ?? '',
    identity: request?.meta?.identity || null,
    payload: request?.input?.args?.payloads?.[0] ?? null,
  };
}

function admittedOf(id: string, events: readonly RunEvent[]) {
  const admitted = events.map(
    ({ workflowExecutionUpdateAdmittedEventAttributes }) =>
      workflowExecutionUpdateAdmittedEventAttributes?.request,
  );
  return admitted.find((request) => request?.meta?.updateId === id);
}
