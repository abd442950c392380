import { Refusal } from '../refusal.js';
import { type IncidentEventType } from './events.js';
import { type RequestStatus } from './state.js';

type Next = RequestStatus | 'same';

/**
 * What may happen to a request, by its status (clauses 2.3, 2.4). An event that is missing in a row is refused there.
 * Documentation and the console's buttons are made from this table.
 */
export const REQUEST_TRANSITIONS: Readonly<Record<RequestStatus, Partial<Record<IncidentEventType, Next>>>> =
  {
    open: {
      'request.responded': 'same',
      'request.workaround': 'same',
      'request.path': 'same',
      'request.paused': 'paused',
      'request.resolved': 'resolved',
      'request.reclassified': 'same',
      'contract.ended': 'same',
    },
    paused: {
      'request.responded': 'same',
      'request.workaround': 'same',
      'request.path': 'same',
      'request.resumed': 'open',
      'request.resolved': 'resolved',
      'request.reclassified': 'same',
      'contract.ended': 'same',
    },
    resolved: {
      'request.responded': 'same',
      'request.workaround': 'same',
      'request.path': 'same',
      'request.closed': 'closed',
      'request.reopened': 'open',
      'request.reclassified': 'same',
      'request.rated': 'same',
      'contract.ended': 'same',
    },
    closed: {
      'request.responded': 'same',
      'request.workaround': 'same',
      'request.path': 'same',
      'request.reopened': 'open',
      'request.reclassified': 'same',
      'request.rated': 'same',
      'contract.ended': 'same',
    },
  };

/** The status after an event. Throws a Refusal that names what the status allows. */
export function nextRequestStatus(status: RequestStatus, type: IncidentEventType): RequestStatus {
  const row = REQUEST_TRANSITIONS[status];
  const next = row[type];
  if (next === undefined) {
    const allowed = Object.keys(row).filter((name) => name.startsWith('request.'));
    throw new Refusal(
      'wrongState',
      'type',
      `${type} is not possible while the request is ${status}`,
      `allowed: ${allowed.join(', ')}`,
    );
  }
  return next === 'same' ? status : next;
}
