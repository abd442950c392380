import { type PartyRole } from '../contract/state.js';
import { Refusal } from '../refusal.js';
import { addSeconds, type Instant } from '../time/instant.js';
import {
  type Envelope,
  type EnvelopeSubject,
  type Provenance,
  type Signer,
  type SignerWish,
  type SigningStep,
  type SigningStepKind,
} from './envelope.js';
import { assertOpen, nextSignerStatus, type SignerAct } from './transitions.js';

/** How a document is to be signed. */
export interface SigningWish {
  readonly signers: readonly SignerWish[];
  readonly remindEveryDays: number;
  readonly mostReminders: number;
}

/** What is put into an envelope. */
export interface Sending {
  readonly id: string;
  readonly subject: EnvelopeSubject;
  readonly documentHash: string;
  readonly at: Instant;
  /** Signing is possible up to and including this instant. */
  readonly dueAt: Instant;
  readonly by: string;
  readonly wish: SigningWish;
}

/** Somebody's act on a place in an envelope. */
export interface SignerDeed {
  readonly signer: string;
  readonly at: Instant;
  readonly provenance: Provenance;
}

const SECONDS_PER_DAY = 86_400;
const MOST_SIGNERS = 20;
const MOST_DELEGATIONS = 3;

/** A document sent for signing: those whose turn is first are invited at once. Throws a Refusal. */
export function sendEnvelope({ id, subject, documentHash, at, dueAt, by, wish }: Sending): Envelope {
  checkSigners(wish.signers);
  if (dueAt < at) {
    throw new Refusal('invalidValue', 'dueAt', 'is before the document is sent', `allowed: ${at} or later`);
  }
  const signers = wish.signers.map((signer, index): Signer => ({
    ...signer,
    id: `S${index + 1}`,
    status: 'waiting',
    invitedAt: null,
    viewedAt: null,
    decidedAt: null,
    delegatedTo: null,
    reminders: 0,
  }));
  const { remindEveryDays, mostReminders } = wish;
  const blank = { id, subject, documentHash, sentAt: at, dueAt, remindEveryDays, mostReminders, signers };
  const envelope: Envelope = { ...blank, status: 'open', steps: [] };
  return invited(withStep(envelope, { kind: 'sent', at, by }), at);
}

/** Somebody looked at the document through their link. The first time counts. */
export function viewEnvelope(envelope: Envelope, deed: SignerDeed): Envelope {
  const signer = placeOf(envelope, deed, 'view');
  const step = { kind: 'viewed', at: deed.at, signer, provenance: deed.provenance } as const;
  return replaced(withStep(envelope, step), { ...signer, viewedAt: signer.viewedAt ?? deed.at });
}

/** A signature; with the last one the envelope is complete. `documentHash` is what the signer saw. Throws a Refusal. */
export function signEnvelope(envelope: Envelope, deed: SignerDeed, documentHash: string): Envelope {
  const signer = placeOf(envelope, deed, 'sign');
  if (documentHash !== envelope.documentHash) {
    throw new Refusal(
      'invalidValue',
      'documentHash',
      `${documentHash} is not the document that was sent`,
      `allowed: ${envelope.documentHash}`,
    );
  }
  const { at, provenance } = deed;
  const signed = replaced(withStep(envelope, { kind: 'signed', at, signer, provenance }), {
    ...signer,
    decidedAt: at,
  });
  if (!isComplete(signed)) return invited(signed, at);
  return withStep({ ...signed, status: 'completed' }, { kind: 'completed', at, by: signer.name });
}

/** Somebody will not sign: the envelope is over for all. */
export function declineEnvelope(envelope: Envelope, deed: SignerDeed, reason: string): Envelope {
  const signer = placeOf(envelope, deed, 'decline');
  const { at, provenance } = deed;
  const declined = withStep(envelope, { kind: 'declined', at, signer, provenance, reason });
  return { ...replaced(declined, { ...signer, decidedAt: at }), status: 'declined' };
}

/** Somebody else signs in a signer's place, and is invited in its turn. Throws a Refusal. */
export function delegateEnvelope(
  envelope: Envelope,
  deed: SignerDeed,
  to: Pick<SignerWish, 'name' | 'title' | 'email'>,
  reason: string,
): Envelope {
  const signer = placeOf(envelope, deed, 'delegate');
  const depth = signer.id.split('.').length;
  if (depth > MOST_DELEGATIONS) {
    throw new Refusal(
      'notAllowed',
      'signer',
      'the place was passed on often enough',
      'allowed: sign or decline',
    );
  }
  checkNewcomer(envelope, signer, to);
  const id = `${signer.id}.1`;
  const { at, provenance } = deed;
  const delegated = replaced(withStep(envelope, { kind: 'delegated', at, signer, provenance, reason }), {
    ...signer,
    decidedAt: at,
    delegatedTo: id,
  });
  const { party, turn } = signer;
  const delegate: Signer = {
    party,
    turn,
    ...to,
    id,
    status: 'waiting',
    invitedAt: null,
    viewedAt: null,
    decidedAt: null,
    delegatedTo: null,
    reminders: 0,
  };
  return invited({ ...delegated, signers: [...delegated.signers, delegate] }, at);
}

/** Whoever sent the document takes it back. */
export function withdrawEnvelope(
  envelope: Envelope,
  { at, by, reason, provenance }: { at: Instant; by: string; reason: string; provenance: Provenance },
): Envelope {
  assertOpen(envelope);
  return { ...withStep(envelope, { kind: 'withdrawn', at, by, reason, provenance }), status: 'withdrawn' };
}

/** The time to sign is over. */
export function expireEnvelope(envelope: Envelope, at: Instant): Envelope {
  assertOpen(envelope);
  return { ...withStep(envelope, { kind: 'expired', at, by: 'system' }), status: 'expired' };
}

/** Those who have not decided are reminded: not more often than agreed, never after the deadline. Throws a Refusal. */
export function remindEnvelope(envelope: Envelope, id: string, at: Instant): Envelope {
  const signer = placeOf(envelope, { signer: id, at }, 'remind');
  if (signer.reminders >= envelope.mostReminders) {
    throw new Refusal(
      'notAllowed',
      'signer',
      `${signer.name} was reminded ${signer.reminders} times`,
      `allowed: at most ${envelope.mostReminders}`,
    );
  }
  const reminded = withStep(envelope, { kind: 'reminded', at, signer });
  return replaced(reminded, { ...signer, reminders: signer.reminders + 1 });
}

/** The next reminder of an envelope, the earliest first; null when none is to come. */
export function nextReminder(envelope: Envelope): { readonly at: Instant; readonly signer: string } | null {
  if (envelope.status !== 'open' || envelope.remindEveryDays === 0) return null;
  let next: { at: Instant; signer: string } | null = null;
  for (const { id, status, invitedAt, reminders } of envelope.signers) {
    const isAsked = status === 'invited' || status === 'viewed';
    if (!isAsked || invitedAt === null || reminders >= envelope.mostReminders) continue;
    const days = envelope.remindEveryDays * (reminders + 1);
    const at = addSeconds(invitedAt, days * SECONDS_PER_DAY);
    if (at < envelope.dueAt && (next === null || at < next.at)) next = { at, signer: id };
  }
  return next;
}

/** When the last of a party's signers signed; null while one of them has not. */
export function partySignedAt(envelope: Envelope, party: PartyRole): Instant | null {
  const own = envelope.signers.filter((each) => each.party === party && each.status !== 'delegated');
  if (own.some(({ status }) => status !== 'signed')) return null;
  return own.reduce<Instant | null>((last, { decidedAt }) => {
    return decidedAt !== null && (last === null || decidedAt > last) ? decidedAt : last;
  }, null);
}

/** The signer of an envelope who did a deed. Throws a Refusal for an unknown one. */
export function signerOf(envelope: Envelope, id: string): Signer {
  const signer = envelope.signers.find((each) => each.id === id);
  if (signer) return signer;
  const known = envelope.signers.map((each) => each.id).join(', ');
  throw new Refusal('invalidValue', 'signer', `${id} is no signer of ${envelope.id}`, `allowed: ${known}`);
}

function placeOf(envelope: Envelope, deed: Pick<SignerDeed, 'signer' | 'at'>, act: SignerAct): Signer {
  assertOpen(envelope);
  if (deed.at > envelope.dueAt) {
    throw new Refusal(
      'wrongState',
      'at',
      'is after the time to sign',
      `allowed: ${envelope.dueAt} at the latest`,
    );
  }
  const signer = signerOf(envelope, deed.signer);
  return { ...signer, status: nextSignerStatus(signer.name, signer.status, act) };
}

/** Invites those whose turn has come: the lowest turn that somebody has not decided in. */
function invited(envelope: Envelope, at: Instant): Envelope {
  const open = envelope.signers.filter(({ status }) => status !== 'signed' && status !== 'delegated');
  const turn = Math.min(...open.map((each) => each.turn));
  return open
    .filter((each) => each.turn === turn && each.status === 'waiting')
    .reduce((before, signer) => {
      const next: Signer = { ...signer, status: 'invited', invitedAt: at };
      return replaced(withStep(before, { kind: 'invited', at, signer: next }), next);
    }, envelope);
}

function isComplete({ signers }: Envelope): boolean {
  return signers.every(({ status }) => status === 'signed' || status === 'delegated');
}

function replaced(envelope: Envelope, signer: Signer): Envelope {
  const signers = envelope.signers.map((each) => (each.id === signer.id ? signer : each));
  return { ...envelope, signers };
}

interface Told {
  readonly kind: SigningStepKind;
  readonly at: Instant;
  readonly signer?: Signer;
  readonly by?: string;
  readonly provenance?: Provenance;
  readonly reason?: string;
}

function withStep(envelope: Envelope, { kind, at, signer, by, provenance, reason }: Told): Envelope {
  const step: SigningStep = {
    kind,
    at,
    signer: signer?.id ?? null,
    by: signer?.name ?? by ?? '',
    documentHash: envelope.documentHash,
    provenance: provenance ?? null,
    reason: reason ?? null,
  };
  return { ...envelope, steps: [...envelope.steps, step] };
}

function checkSigners(signers: readonly SignerWish[]): void {
  if (signers.length > MOST_SIGNERS) {
    const problem = `are ${signers.length}`;
    throw new Refusal('invalidValue', 'signers', problem, `allowed: at most ${MOST_SIGNERS}`);
  }
  for (const party of ['client', 'provider'] as const) {
    if (signers.some((signer) => signer.party === party)) continue;
    throw new Refusal(
      'invalidValue',
      'signers',
      `has nobody for the ${party}`,
      'allowed: one or more of each party',
    );
  }
  const seen = new Set<string>();
  for (const { party, email } of signers) {
    const key = `${party} ${email.toLowerCase()}`;
    if (seen.has(key)) {
      throw new Refusal('invalidValue', 'signers', `has ${email} twice`, 'allowed: each of a party once');
    }
    seen.add(key);
  }
}

function checkNewcomer(envelope: Envelope, signer: Signer, to: Pick<SignerWish, 'email'>): void {
  const same = (each: Signer): boolean =>
    each.party === signer.party && each.email.toLowerCase() === to.email.toLowerCase();
  if (!envelope.signers.some(same)) return;
  throw new Refusal(
    'invalidValue',
    'to.email',
    `${to.email} signs already`,
    'allowed: somebody else of the party',
  );
}
