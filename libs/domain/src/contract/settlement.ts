import { atLeastZero, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { outstanding } from './billing.js';
import { billNamed, unusedOf } from './bills.js';
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

/** The unused days of what was invoiced in advance; what is invoiced in arrears asks for used days only. */
function refundOf(terms: Terms, state: ContractState, endedAt: Instant): Fen {
  if (terms.billing.timing !== 'inAdvance') return ZERO_FEN;
  return sumFen(state.invoices.map((invoice) => unusedOf(terms, billNamed(terms, invoice.period), endedAt)));
}

/** What is left to be paid out to the client: penalties, refund and money no invoice took, less what was paid out. */
export function payoutDue(settlement: Settlement, state: ContractState): Fen {
  const owed = sumFen([settlement.penaltiesPaidOut, settlement.refund, settlement.unapplied]);
  return atLeastZero(subtractFen(owed, state.paidOut));
}
