import { payoutDue, settlementOf } from '#domain/contract/settlement';
import { type ContractState } from '#domain/contract/state';
import { formatYuan } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type ContractDetail } from './contract-schemas.js';

/** What the parties owe each other after the end; null before it. */
export function settlementView(terms: Terms, state: ContractState): ContractDetail['settlement'] {
  const settlement = settlementOf(terms, state);
  if (!settlement) return null;
  return {
    at: settlement.at,
    outstanding: formatYuan(settlement.outstanding),
    interest: formatYuan(settlement.interest),
    penaltiesPaidOut: formatYuan(settlement.penaltiesPaidOut),
    refund: formatYuan(settlement.refund),
    unapplied: formatYuan(state.unapplied),
    paidOut: formatYuan(state.paidOut),
    payoutDue: formatYuan(payoutDue(settlement, state)),
  };
}
