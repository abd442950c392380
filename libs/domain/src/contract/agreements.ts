import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { sendEnvelope } from '../signing/signing.js';
import { type Terms } from '../terms.js';
import { addSeconds, earlier, later, type Instant } from '../time/instant.js';
import * as entry from './entries.js';
import { type EventOf } from './events.js';
import { invitations } from './signing-entries.js';
import { type ContractState, type TerminationAgreement } from './state.js';
import { checkEffectiveAt } from './termination.js';

/** An agreement to end the contract goes out for signing; it has to be signed before the end it brings. */
export function sendAgreement(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.sent'>,
): Step<ContractState> {
  checkEffectiveAt(terms, event);
  const { at, agreement: id, effectiveAt, reason, signing } = event;
  if (state.agreements.some((each) => each.id === id)) {
    throw new Refusal('wrongState', 'agreement', `${id} is taken`, 'allowed: the next number');
  }
  const last = addSeconds(effectiveAt, -1);
  const { documentHash, by, ...wish } = signing;
  const dueAt = event.dueAt < last ? event.dueAt : last;
  const envelope = sendEnvelope({ id, subject: 'termination', documentHash, at, dueAt, by, wish });
  const agreement: TerminationAgreement = { id, effectiveAt, reason, status: 'signing' };
  const payload = { agreement: id, effectiveAt, reason, documentHash, dueAt: envelope.dueAt };
  return {
    state: {
      ...state,
      agreements: [...state.agreements, agreement],
      envelopes: [...state.envelopes, envelope],
    },
    entries: [
      entry.plain(event.type, at, terms.termination.clause, payload),
      ...invitations(terms, null, envelope),
    ],
  };
}

/** What the signing of an agreement came to; agreed on, it ends the contract at its instant. */
export function concludeAgreement(
  terms: Terms,
  state: ContractState,
  id: string,
  outcome: Exclude<TerminationAgreement['status'], 'signing'>,
  at: Instant,
): Step<ContractState> {
  const agreements = state.agreements.map((each) => (each.id === id ? { ...each, status: outcome } : each));
  const agreement = agreements.find((each) => each.id === id);
  if (!agreement || outcome !== 'agreed') return { state: { ...state, agreements }, entries: [] };
  const effectiveAt = later(agreement.effectiveAt, at);
  return {
    state: {
      ...state,
      agreements,
      earlyEndAt: earlier<Instant | null>(state.earlyEndAt, effectiveAt),
    },
    entries: [
      entry.plain('termination.agreed', at, terms.termination.clause, { effectiveAt, agreement: id }),
    ],
  };
}
