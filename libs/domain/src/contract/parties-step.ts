import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { sendAgreement } from './agreements.js';
import { agreeAmendment, sendAmendment } from './amendments.js';
import * as entry from './entries.js';
import { type EventOf } from './events.js';
import { linkRenewal, objectToRenewal, takeOpening } from './renewal.js';
import { declineContract, sendContract, signContract, signingStep } from './signing.js';
import { type ContractState } from './state.js';
import { acceptStatement, contestLine, decideContest } from './statements.js';
import { noticed, rightWaived } from './termination.js';

/** What the parties declare to each other, and the documents that go between them. */
type PartiesEvent = EventOf<
  | 'contract.sent'
  | 'contract.signed'
  | 'contract.declined'
  | 'signature.viewed'
  | 'signature.given'
  | 'signature.declined'
  | 'signature.delegated'
  | 'envelope.withdrawn'
  | 'contract.renewedByClause'
  | 'opening.taken'
  | 'amendment.sent'
  | 'amendment.agreed'
  | 'statement.accepted'
  | 'statement.contested'
  | 'statement.decided'
  | 'termination.sent'
  | 'termination.noticed'
  | 'terminationRight.waived'
  | 'renewal.objected'
  | 'renewal.linked'
  | 'documents.issued'
>;

/** A declaration of the parties: to be bound, to change, to contest, to end. Throws a Refusal. */
export function partiesStep(terms: Terms, state: ContractState, event: PartiesEvent): Step<ContractState> {
  switch (event.type) {
    case 'contract.sent':
      return sendContract(terms, state, event);
    case 'contract.signed':
      return signContract(terms, state, event);
    case 'contract.declined':
      return declineContract(terms, state, event);
    case 'signature.viewed':
    case 'signature.given':
    case 'signature.declined':
    case 'signature.delegated':
    case 'envelope.withdrawn':
      return signingStep(terms, state, event);
    case 'contract.renewedByClause':
      return renewedByClause(terms, state, event.at);
    case 'opening.taken':
      return takeOpening(terms, state, event);
    case 'amendment.sent':
      return sendAmendment(terms, state, event);
    case 'amendment.agreed':
      return agreeAmendment(terms, state, event);
    case 'statement.accepted':
      return acceptStatement(terms, state, event);
    case 'statement.contested':
      return contestLine(terms, state, event);
    case 'statement.decided':
      return decideContest(terms, state, event);
    case 'termination.sent':
      return sendAgreement(terms, state, event);
    case 'termination.noticed':
      return noticed(terms, state, event);
    case 'terminationRight.waived':
      return rightWaived(terms, state, event);
    case 'renewal.objected':
      return objectToRenewal(terms, state, event);
    case 'renewal.linked':
      return linkRenewal(terms, state, event);
    case 'documents.issued':
      return { state, entries: entry.documentsIssued(terms, event) };
  }
}

/** The clause of the contract before it has renewed it: nobody signs. */
function renewedByClause(terms: Terms, state: ContractState, at: Instant): Step<ContractState> {
  if (state.renews === null)
    throw new Refusal('notAllowed', 'type', 'this contract renews no other', 'allowed: a renewal');
  return {
    state: { ...state, signatures: { client: at, provider: at }, signedAt: at },
    entries: [entry.plain('contract.renewedByClause', at, terms.clauses.term, { renews: state.renews })],
  };
}
