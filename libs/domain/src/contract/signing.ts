import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Envelope, type Provenance, type Signer } from '../signing/envelope.js';
import {
  declineEnvelope,
  delegateEnvelope,
  expireEnvelope,
  partySignedAt,
  remindEnvelope,
  sendEnvelope,
  signEnvelope,
  signerOf,
  viewEnvelope,
  withdrawEnvelope,
} from '../signing/signing.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { concludeAmendment } from './amendments.js';
import { concludeAgreement } from './agreements.js';
import { plain } from './entries.js';
import { type EventOf } from './events.js';
import { endings, invitations, signatures } from './signing-entries.js';
import { type ContractState, type PartyRole } from './state.js';

type SignatureEvent = EventOf<
  'signature.viewed' | 'signature.given' | 'signature.declined' | 'signature.delegated' | 'envelope.withdrawn'
>;

/** The contract goes out for signing; with named signers in an envelope. */
export function sendContract(
  terms: Terms,
  state: ContractState,
  event: EventOf<'contract.sent'>,
): Step<ContractState> {
  const next = { ...state, signingDueAt: event.dueAt };
  const payload = { dueAt: event.dueAt };
  if (!event.signing)
    return { state: next, entries: [plain(event.type, event.at, terms.clauses.parties, payload)] };
  const { documentHash, by, ...wish } = event.signing;
  const { at, dueAt } = event;
  const envelope = sendEnvelope({ id: 'contract', subject: 'contract', documentHash, at, dueAt, by, wish });
  const sent = plain(event.type, at, terms.clauses.parties, {
    ...payload,
    documentHash,
    signers: envelope.signers.length,
  });
  return {
    state: { ...next, envelopes: [envelope] },
    entries: [sent, ...invitations(terms, null, envelope)],
  };
}

/** A party's signature told by a trusted system. Throws a Refusal where the party has signed, or several could be meant. */
export function signContract(
  terms: Terms,
  state: ContractState,
  event: EventOf<'contract.signed'>,
): Step<ContractState> {
  if (event.at >= terms.endsAt) {
    throw new Refusal('afterTerm', 'at', 'is after the end of the term', `allowed: before ${terms.endsAt}`);
  }
  if (state.signatures[event.by] !== null) {
    throw new Refusal(
      'wrongState',
      'by',
      `the ${event.by} has already signed`,
      'allowed: each party signs once',
    );
  }
  const envelope = state.envelopes.find(({ id }) => id === 'contract');
  if (!envelope) return signedWithoutEnvelope(terms, state, event);
  const signer = signerNamed(envelope, event.by, event.signer);
  const { at, provenance = TOLD } = event;
  const deed = { signer: signer.id, at, provenance };
  return concluded(terms, state, envelope, signEnvelope(envelope, deed, envelope.documentHash), at);
}

/** A party declines, told by a trusted system. */
export function declineContract(
  terms: Terms,
  state: ContractState,
  event: EventOf<'contract.declined'>,
): Step<ContractState> {
  const { at, by, reason, provenance = TOLD } = event;
  const entries = [plain(event.type, at, terms.clauses.parties, { by, reason })];
  const envelope = state.envelopes.find(({ id }) => id === 'contract');
  if (!envelope) return { state, entries };
  const signer = signerNamed(envelope, by, null);
  const declined = declineEnvelope(envelope, { signer: signer.id, at, provenance }, reason);
  return { state: withEnvelope(state, declined), entries };
}

/** What a signer does through the link, and what the sender takes back. */
export function signingStep(terms: Terms, state: ContractState, event: SignatureEvent): Step<ContractState> {
  const envelope = envelopeNamed(state, event.envelope);
  const { at } = event;
  if (event.type === 'envelope.withdrawn')
    return concluded(terms, state, envelope, withdrawEnvelope(envelope, event), at, event);
  const deed = { signer: event.signer, at, provenance: event.provenance };
  const { party, name } = signerOf(envelope, event.signer);
  const said = { envelope: envelope.id, signer: event.signer, by: party, name };
  switch (event.type) {
    case 'signature.viewed':
      return {
        state: withEnvelope(state, viewEnvelope(envelope, deed)),
        entries: [plain(event.type, at, terms.clauses.parties, said)],
      };
    case 'signature.given':
      if (at >= terms.endsAt)
        throw new Refusal(
          'afterTerm',
          'at',
          'is after the end of the term',
          `allowed: before ${terms.endsAt}`,
        );
      return concluded(terms, state, envelope, signEnvelope(envelope, deed, event.documentHash), at);
    case 'signature.declined':
      return concluded(terms, state, envelope, declineEnvelope(envelope, deed, event.reason), at, event);
    case 'signature.delegated': {
      const delegated = delegateEnvelope(envelope, deed, event.to, event.reason);
      const to = delegated.signers.at(-1)?.id ?? '';
      const first = plain(event.type, at, terms.clauses.parties, { ...said, to, reason: event.reason });
      return {
        state: withEnvelope(state, delegated),
        entries: [first, ...invitations(terms, envelope, delegated)],
      };
    }
  }
}

/** The time to sign an amendment or an agreement is over; of the contract itself see `signingLapse`. */
export function expireSigning(
  terms: Terms,
  state: ContractState,
  id: string,
  at: Instant,
): Step<ContractState> {
  const envelope = envelopeNamed(state, id);
  return concluded(terms, state, envelope, expireEnvelope(envelope, at), at);
}

/** The time to sign the contract is over. */
export function lapseContract(terms: Terms, state: ContractState, at: Instant): Step<ContractState> {
  const entries = [plain('contract.lapsed', at, terms.clauses.parties)];
  const envelope = state.envelopes.find(({ id }) => id === 'contract');
  if (!envelope) return { state, entries };
  return { state: withEnvelope(state, expireEnvelope(envelope, at)), entries };
}

export function remindSigner(
  terms: Terms,
  state: ContractState,
  deadline: { readonly envelope: string; readonly signer: string; readonly at: Instant },
): Step<ContractState> {
  const envelope = remindEnvelope(envelopeNamed(state, deadline.envelope), deadline.signer, deadline.at);
  const { reminders } = signerOf(envelope, deadline.signer);
  const payload = {
    envelope: envelope.id,
    signer: deadline.signer,
    number: reminders,
    dueAt: envelope.dueAt,
  };
  return {
    state: withEnvelope(state, envelope),
    entries: [plain('signing.reminded', deadline.at, terms.clauses.parties, payload)],
  };
}

/** What an act did to an envelope and, with its end, to what was signed. */
function concluded(
  terms: Terms,
  state: ContractState,
  before: Envelope,
  after: Envelope,
  at: Instant,
  event?: { readonly reason: string },
): Step<ContractState> {
  const next = withEnvelope(state, after);
  const said = [
    ...signatures(terms, before, after, at),
    ...invitations(terms, before, after),
    ...endings(terms, after, at, event?.reason ?? null),
  ];
  const step = outcome(terms, next, after, at);
  return { state: step.state, entries: [...said, ...step.entries] };
}

const OUTCOMES = {
  completed: 'agreed',
  declined: 'declined',
  withdrawn: 'withdrawn',
  expired: 'lapsed',
} as const;

function outcome(terms: Terms, state: ContractState, envelope: Envelope, at: Instant): Step<ContractState> {
  if (envelope.subject === 'contract') return { state: ofContract(state, envelope, at), entries: [] };
  if (envelope.status === 'open') return { state, entries: [] };
  const result = OUTCOMES[envelope.status];
  return envelope.subject === 'amendment'
    ? concludeAmendment(terms, state, envelope.id, result, at)
    : concludeAgreement(terms, state, envelope.id, result, at);
}

function ofContract(state: ContractState, envelope: Envelope, at: Instant): ContractState {
  const signed = {
    client: partySignedAt(envelope, 'client'),
    provider: partySignedAt(envelope, 'provider'),
  };
  switch (envelope.status) {
    case 'completed':
      return { ...state, signatures: signed, status: 'signed', signedAt: at };
    case 'declined':
    case 'withdrawn':
      return { ...state, signatures: signed, status: envelope.status };
    default:
      return { ...state, signatures: signed };
  }
}

function signedWithoutEnvelope(
  terms: Terms,
  state: ContractState,
  event: EventOf<'contract.signed'>,
): Step<ContractState> {
  const signed = { ...state.signatures, [event.by]: event.at };
  const complete = signed.client !== null && signed.provider !== null;
  const { by, signer } = event;
  return {
    state: {
      ...state,
      status: complete ? 'signed' : state.status,
      signatures: signed,
      signedAt: complete ? event.at : null,
    },
    entries: [plain(event.type, event.at, terms.clauses.parties, { by, signer, complete })],
  };
}

/** A step told without saying from where: by the program itself. */
const TOLD: Provenance = { channel: 'api', address: 'not given', userAgent: 'not given', identity: 'system' };

/** The signer of a party by name, or the only one who has not decided. */
function signerNamed(envelope: Envelope, party: PartyRole, name: string | null): Signer {
  const open = envelope.signers.filter(
    (each) => each.party === party && (each.status === 'invited' || each.status === 'viewed'),
  );
  const named =
    open.find((each) => each.name === name) ?? (name === null || open.length === 1 ? open[0] : undefined);
  if (named) return named;
  const names = open.map((each) => each.name);
  throw new Refusal(
    'invalidValue',
    'signer',
    name === null ? `nobody of the ${party} is asked to sign now` : `${name} is not asked to sign now`,
    names.length > 0 ? `allowed: ${names.join(', ')}` : 'allowed: when the turn has come',
  );
}

function envelopeNamed(state: ContractState, id: string): Envelope {
  const envelope = state.envelopes.find((each) => each.id === id);
  if (envelope) return envelope;
  const known = state.envelopes.map((each) => each.id);
  const allowed = known.length > 0 ? `allowed: ${known.join(', ')}` : 'nothing was sent for signing';
  throw new Refusal('invalidValue', 'envelope', `there is no signing of ${id}`, allowed);
}

function withEnvelope(state: ContractState, envelope: Envelope): ContractState {
  const envelopes = state.envelopes.map((each) => (each.id === envelope.id ? envelope : each));
  return { ...state, envelopes };
}
