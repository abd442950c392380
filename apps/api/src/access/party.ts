import { Problem } from '../http/problem.js';
import { type Caller } from './caller.js';

/** What a party does with a request: the client rates it, closes it and has it opened again. */
const PARTY_ACTIONS: readonly string[] = ['close', 'reopen', 'rate'];

/** Members by which a call says when something happened. */
const WHEN: readonly string[] = ['at', 'receivedAt', 'lateReason'];

/**
 * A party speaks for the client, and of now: an instant of its own choosing would decide who is late. Throws a Problem
 * for a body in which it does otherwise.
 */
export function checkPartyBody(body: unknown): void {
  if (typeof body !== 'object' || body === null || body instanceof Uint8Array) return;
  const given = body as Readonly<Record<string, unknown>>;
  const backdated = WHEN.find((member) => given[member] !== undefined);
  if (backdated !== undefined) {
    const detail = `${backdated}: a party does not say when it was, allowed is to leave it out`;
    throw new Problem('forbidden', detail);
  }
  if (given['party'] !== undefined && given['party'] !== 'client')
    throw new Problem('forbidden', 'party: a party speaks for the client, allowed is client');
}

/** Throws a Problem for what only the provider does with a request. */
export function checkPartyAction({ name, role }: Caller, action: string): void {
  if (role !== 'party' || PARTY_ACTIONS.includes(action)) return;
  const allowed = `allowed are ${PARTY_ACTIONS.join(', ')}`;
  throw new Problem('forbidden', `type: ${name} is party and may not ${action} a request, ${allowed}`);
}
