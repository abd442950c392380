import { atLeastZero, minFen, subtractFen, sumFen, type Fen } from '../money/fen.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { outstanding } from './billing.js';
import { billNamed, servedOf } from './bills.js';
import { creditablePenalties } from './contests.js';
import { unbilledInterest } from './interest.js';
import { type ContractState } from './state.js';

/** What the parties owe each other once the contract has ended, as known now. */
export interface Settlement {
  readonly at: Instant;
  /** What the client still owes on invoices. */
  readonly outstanding: Fen;
  /** Interest that no invoice has asked for, less what money that lay unapplied has paid of it. */
  readonly interest: Fen;
  /** Money of the client that nothing could take. */
  readonly unapplied: Fen;
  /** Penalties that no invoice could be reduced by. */
  readonly penaltiesPaidOut: Fen;
  /** The unused days of a month already invoiced. */
  readonly refund: Fen;
}

/** The settlement of an ended contract; null before its end. */
export function settlementOf(terms: Terms, state: ContractState): Settlement | null {
  if (state.end === null) return null;
  const interest = unbilledInterest(state);
  const interestPaid = minFen(state.unapplied, atLeastZero(interest));
  return {
    at: state.end.at,
    outstanding: sumFen(state.invoices.map(outstanding)),
    interest: atLeastZero(subtractFen(interest, interestPaid)),
    unapplied: subtractFen(state.unapplied, interestPaid),
    penaltiesPaidOut: atLeastZero(creditablePenalties(state)),
    refund: refundOf(terms, state, state.end.at),
  };
}

/** What invoices asked for beyond what was served: the unused days of what was invoiced in advance. */
function refundOf(terms: Terms, state: ContractState, endedAt: Instant): Fen {
  const beyond = state.invoices.map(({ period, amount }) =>
    subtractFen(amount, servedOf(terms, billNamed(terms, period), endedAt)),
  );
  return sumFen(beyond);
}

/** What is left to be paid out to the client: penalties, refund and money no invoice took, less what was paid out. */
export function payoutDue(settlement: Settlement, state: ContractState): Fen {
  const owed = sumFen([settlement.penaltiesPaidOut, settlement.refund, settlement.unapplied]);
  return atLeastZero(subtractFen(owed, state.paidOut));
}
