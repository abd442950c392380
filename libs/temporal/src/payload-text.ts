import { type Client } from '@temporalio/client';
import { type Payload } from '@temporalio/common';
import { type Standpoint } from '#domain/command';
import { type JsonPayload, type RunEvent } from './run-events.js';

/**
 * What a payload of a history says, decrypted by the client's keys; null for one that says nothing. Throws a ValueError
 * for one that its keys do not open.
 */
export async function payloadValue(client: Client, payload: JsonPayload): Promise<unknown> {
  const { payloadConverter, payloadCodecs } = client.options.loadedDataConverter;
  let payloads = [payloadOf(payload)];
  for (const codec of payloadCodecs) payloads = await codec.decode(payloads);
  const [plain] = payloads;
  return plain ? payloadConverter.fromPayload<unknown>(plain) : null;
}

/** Where the owner stood after the turn that an event is the end of, local activity or not; null for any other event. */
export async function standpointOf(client: Client, event: RunEvent): Promise<Standpoint | null> {
  const payload = standpointPayload(event);
  if (!payload) return null;
  const value = await payloadValue(client, payload);
  return isStandpoint(value) ? value : null;
}

/** What a turn came to, as it is kept; null for an event that is no end of a turn. */
export function standpointPayload(event: RunEvent): JsonPayload | null {
  const local = event.markerRecordedEventAttributes?.details?.['result'];
  return (local ?? event.activityTaskCompletedEventAttributes?.result)?.payloads?.[0] ?? null;
}

function payloadOf({ metadata = {}, data = '' }: JsonPayload): Payload {
  const members = Object.entries(metadata).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
  return {
    metadata: Object.fromEntries(members) as NonNullable<Payload['metadata']>,
    data: Buffer.from(data, 'base64'),
  };
}

/** Whether what an activity gave back is where an owner stood: another one's result is not. */
export function isStandpoint(value: unknown): value is Standpoint {
  return typeof value === 'object' && value !== null && 'stateHash' in value && 'written' in value;
}
