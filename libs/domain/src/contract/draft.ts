import { type Step } from '../entry.js';
import { ZERO_FEN } from '../money/fen.js';
import { LAW, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import * as entry from './entries.js';
import { openObligations } from './obligations.js';
import { type ContractState, type Opening } from './state.js';

/** A contract as a draft, before it is sent for signing. A renewal may take over from the contract before it. */
export function draftContract(
  terms: Terms,
  contract: string,
  at: Instant,
  { opening = null, renews = null }: { opening?: Opening | null; renews?: string | null } = {},
): Step<ContractState> {
  const state: ContractState = {
    law: LAW,
    contract,
    status: 'draft',
    through: at,
    signatures: { client: null, provider: null },
    signingDueAt: null,
    signedAt: null,
    activatedAt: null,
    closedMonths: [],
    misses: [],
    ownMisses: [],
    charges: [],
    obligations: openObligations(terms),
    opening,
    pendingWaivers: [],
    rights: [],
    invoices: [],
    unapplied: ZERO_FEN,
    reports: [],
    earlyEndAt: null,
    end: null,
    paidOut: ZERO_FEN,
    renews,
    envelopes: [],
    amendments: [],
    agreements: [],
    notice: null,
    renewal: { objection: null, noticePassedAt: null, arisen: false, contract: null },
    contests: [],
    acceptances: [],
    proposedWaivers: [],
  };
  return { state, entries: [entry.drafted(terms, at, renews)] };
}
