import { type Entry, type Json } from '../entry.js';
import { type Classification, type IncidentEvent, type Severity } from './events.js';
import { type Terms } from '../terms.js';
import { recordingGapSeconds, type IncidentState, type Target } from './state.js';

/** The entry of a target that was decided, withdrawn or opened again, with the segments that prove its deadline. */
export function targetEntry(state: IncidentState, target: Target): Entry {
  return {
    kind: `target.${target.outcome}`,
    at: state.through,
    clause: target.terms.clause,
    request: state.request,
    payload: { target: target.kind, priority: state.priority, ...deadlineJson(target), metBy: target.metBy },
  };
}

function deadlineJson(target: Target): { dueAt: Json; provisional: Json; segments: Json } {
  return {
    dueAt: target.dueAt,
    provisional: target.provisional,
    segments: target.segments.map((segment) => ({ ...segment })),
  };
}

const EVENT_CLAUSES: Readonly<Record<IncidentEvent['type'], keyof Terms['clauses']>> = {
  'request.recorded': 'priorities',
  'request.responded': 'response',
  'request.workaround': 'resolution',
  'request.path': 'resolution',
  'request.resolved': 'resolution',
  'request.closed': 'resolution',
  'request.reopened': 'resolution',
  'request.paused': 'resolution',
  'request.resumed': 'resolution',
  'request.reclassified': 'priorities',
  'request.rated': 'report',
  'contract.ended': 'resolution',
};

/** The entry of an event, with the deadlines that stand after it. */
export function eventEntry(terms: Terms, state: IncidentState, event: IncidentEvent): Entry {
  const { type, at, ...rest } = event;
  const pending = state.targets.filter((target) => target.outcome === 'pending');
  const deadlines = pending.map((target) => ({ target: target.kind, ...deadlineJson(target) }));
  return {
    kind: type,
    at,
    clause: terms.clauses[EVENT_CLAUSES[type]],
    request: state.request,
    payload: {
      ...eventJson(rest),
      ...intakeJson(event),
      priority: state.priority,
      status: state.status,
      deadlines,
    },
  };
}

/** How late a request was recorded; the clocks start at the record all the same (clause 2.3). */
function intakeJson(event: IncidentEvent): Record<string, Json> {
  if (event.type !== 'request.recorded' || event.channel === undefined) return {};
  return { recordingGapSeconds: recordingGapSeconds(event.at, event.receivedAt) };
}

function eventJson(rest: {
  severity?: Severity;
  classification?: Classification;
  [key: string]: unknown;
}): Record<string, Json> {
  const { classification, ...facts } = rest;
  const json = facts as Record<string, Json>;
  return classification ? { ...json, receipt: classification.receipt as unknown as Json } : json;
}
