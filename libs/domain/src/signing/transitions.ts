import { Refusal } from '../refusal.js';
import { type EnvelopeStatus, type SignerStatus } from './envelope.js';

/** What a signer does, or what is done to its place. */
export type SignerAct = 'invite' | 'view' | 'sign' | 'decline' | 'delegate' | 'remind';

/**
 * The way of one signer: what may happen in each status, and where it leads. An act missing in a row is refused there:
 * who is not yet invited has to wait for the turn, who has decided has decided.
 */
export const SIGNER_TRANSITIONS: Readonly<Record<SignerStatus, Partial<Record<SignerAct, SignerStatus>>>> = {
  waiting: { invite: 'invited' },
  invited: {
    view: 'viewed',
    sign: 'signed',
    decline: 'declined',
    delegate: 'delegated',
    remind: 'invited',
  },
  viewed: { view: 'viewed', sign: 'signed', decline: 'declined', delegate: 'delegated', remind: 'viewed' },
  signed: {},
  declined: {},
  delegated: {},
};

/** Where an act leads a signer. Throws a Refusal that says what the signer's place allows. */
export function nextSignerStatus(name: string, status: SignerStatus, act: SignerAct): SignerStatus {
  const next = SIGNER_TRANSITIONS[status][act];
  if (next !== undefined) return next;
  const acts = Object.keys(SIGNER_TRANSITIONS[status]).filter(
    (each) => each !== 'remind' && each !== 'invite',
  );
  const allowed =
    acts.length > 0 ? acts.join(', ') : status === 'waiting' ? 'wait for the turn' : 'nothing more';
  throw new Refusal('wrongState', 'signer', `${name} is ${status} and cannot ${act}`, `allowed: ${allowed}`);
}

/** Refuses whatever comes to an envelope that is no longer on its way. */
export function assertOpen(envelope: { readonly id: string; readonly status: EnvelopeStatus }): void {
  if (envelope.status === 'open') return;
  throw new Refusal(
    'wrongState',
    'envelope',
    `the signing of ${envelope.id} is ${envelope.status}`,
    'allowed: while it is open',
  );
}
