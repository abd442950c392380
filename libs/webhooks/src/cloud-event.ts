import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { factsOf, TEST_TYPE, typeOfKind } from './event-types.js';

/** An event in the structured form of CloudEvents 1.0. */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** The same whenever the event is sent: with the source it names the line of the ledger. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}

/** The media type of an event's body. */
export const CLOUD_EVENT_TYPE = 'application/cloudevents+json';

/** What an event is made of: a line of a ledger, and whose contract it is. */
export interface ToldLine {
  readonly contractId: string;
  readonly sequence: number;
  readonly clientId: string;
  readonly kind: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly clause: string;
  readonly request: string | null;
  readonly payload: Json;
}

/** A line of a ledger as an event. `origin` is where the API is reached, '' where that is not known. */
export function cloudEventOf(line: ToldLine, origin: string): CloudEvent {
  const { contractId: contract, sequence, clientId: client, kind, at, recordedAt, clause, request } = line;
  return {
    specversion: '1.0',
    id: `${contract}/${sequence}`,
    source: `${origin}/api/v1/contracts`,
    type: typeOfKind(kind),
    subject: contract,
    time: at,
    datacontenttype: 'application/json',
    data: { contract, sequence, client, request, clause, recordedAt, facts: factsOf(kind, line.payload) },
  };
}

/** An event that tells nothing: somebody tries whether it arrives. */
export function testEvent(id: string, endpoint: string, at: Instant, origin: string): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source: `${origin}/api/v1/webhooks`,
    type: TEST_TYPE,
    subject: endpoint,
    time: at,
    datacontenttype: 'application/json',
    data: { message: 'A test of this endpoint. Nothing has happened.' },
  };
}
